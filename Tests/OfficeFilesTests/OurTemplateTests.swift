import Findings
import Reports
import SourceText
import TestSupport
import Testing

@testable import OfficeFiles

/// The templates of this repository, filled.
@Suite struct OurTemplateTests {
  private func template(_ kind: LetterKind, _ language: Language) throws -> LetterTemplate {
    let path = "Rules/" + kind.template(language)
    let bytes = try #require(ProjectFolder.bytes(atPath: ProjectFolder.root + "/" + path))
    return try LetterTemplate(bytes, path: path)
  }

  @Test("say this", arguments: LetterKind.allCases, Language.allCases)
  func say(kind: LetterKind, language: Language) throws {
    let template = try template(kind, language)
    var text = ""
    for (name, shape) in [("everything", SampleLetter.full), ("nothing", SampleLetter.bare)] {
      let bytes = try template.docx(of: Letter(kind: kind, office: "", data: shape))
      text += "# \(name)\n" + (try paragraphs(of: bytes))
    }
    expectGolden(text, named: "\(kind.rawValue).\(language.rawValue).txt")
  }

  /// The text of a document, a line a paragraph.
  private func paragraphs(of bytes: [UInt8]) throws -> String {
    let parts = try OfficePackage(reading: bytes).parts
    let body = try #require(parts.first { $0.name == "word/document.xml" }).bytes
    #expect(throws: Never.self) { try XMLPiece.all(of: body) }
    return String(decoding: body, as: UTF8.self).replacing("\n", with: "")
      .replacing("</w:p>", with: "\n").replacing(/<[^>]*>/, with: "")
  }
}

/// Letters that have everything that a letter may have, and next to nothing.
enum SampleLetter {
  static let full = data(of: .letter, path: "")
  static let bare = nothing(of: .letter)

  /// Each text is its own name; lists have one element.
  private static func data(of shape: LetterShape, path: String) -> PlainData {
    switch shape {
    case .text: .text("<\(path)>")
    case .flag: .bool(true)
    case .list(let fields): .list([data(of: .object(fields), path: path)])
    case .object(let fields):
      .object(
        fields.map { field in
          let inner = path.isEmpty ? field.name : "\(path).\(field.name)"
          return .init(key: field.name, value: data(of: field.shape, path: inner))
        })
    }
  }

  private static func nothing(of shape: LetterShape) -> PlainData {
    .object(
      shape.fields.map { field in
        let value: PlainData =
          switch field.shape {
          case .list: .list([])
          case .flag: .bool(false)
          case .text, .object: .null
          }
        return .init(key: field.name, value: value)
      })
  }
}

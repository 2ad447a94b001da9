import Findings
import Reports

@testable import OfficeFiles

/// Templates of a few lines, and letters to fill them.
enum MadeUpTemplate {
  static func document(_ body: String) -> String {
    "<w:document><w:body>\(body)</w:body></w:document>"
  }

  /// A paragraph whose text is cut into runs at `|`, as a word processor does.
  static func paragraph(_ text: String) -> String {
    let runs = text.split(separator: "|", omittingEmptySubsequences: false).map {
      "<w:r><w:t>\($0)</w:t></w:r>"
    }
    return "<w:p>" + runs.joined(separator: "<w:proofErr/>") + "</w:p>"
  }

  static func cell(_ text: String) -> String { "<w:tc>\(paragraph(text))</w:tc>" }

  static func docx(_ parts: [(String, String)]) throws -> [UInt8] {
    try ZipArchive.archive(of: parts.map { .init(name: $0.0, bytes: Array($0.1.utf8)) })
  }

  static func template(_ body: String) throws -> LetterTemplate {
    try LetterTemplate(docx([("word/document.xml", document(body))]), path: "a.docx")
  }

  /// The body of the letter that a template makes.
  static func filled(_ body: String, _ letter: Letter = letter) throws -> String {
    let bytes = try template(body).docx(of: letter)
    let parts = try OfficePackage(reading: bytes).parts
    let text =
      parts.first { $0.name == "word/document.xml" }
      .map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    return String(
      text.dropFirst("<w:document><w:body>".count).dropLast("</w:body></w:document>".count))
  }

  static let letter = letter(office: "某县<&>局", cases: ["甲案", "乙案"])

  static func letter(office: String, cases: [String]) -> Letter {
    Letter(
      kind: .findings, office: office,
      data: object([
        "office": .text(office), "sender": .text("某司法局"), "number": .text("外"),
        "standard": .null, "clean_cases": .list([]),
        "cases": .list(
          cases.map { object(["name": .text($0), "number": .null, "is_vetoed": .bool(true)]) }),
      ]))
  }

  private static func object(_ members: KeyValuePairs<String, PlainData>) -> PlainData {
    .object(members.map { .init(key: $0.key, value: $0.value) })
  }
}

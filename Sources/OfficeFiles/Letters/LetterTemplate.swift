internal import Findings
internal import Mustache
package import Reports
internal import SourceText

/// A DOCX file whose texts hold Mustache tags, as a word processor saved it.
///
/// Tags may stand in the body, in headers and in footers. What is put in is always text: it cannot
/// bring markup along.
package struct LetterTemplate: Sendable {
  private let path: String
  private let package: OfficePackage
  private let parts: [Int: MustacheTemplate]

  /// Reads a template and checks its tags.
  ///
  /// - Parameter path: What messages call the file.
  /// - Throws: `template`, with the first thing that is wrong and its place.
  package init(_ bytes: [UInt8], path: String) throws(OfficeFileProblem) {
    self.path = path
    do {
      package = try OfficePackage(reading: bytes)
    } catch {
      throw .template(.notADocument(path, error.reason))
    }
    guard package.parts.contains(where: { $0.name == "word/document.xml" }) else {
      throw .template(.notADocument(path, ""))
    }
    var parts: [Int: MustacheTemplate] = [:]
    for (index, part) in package.parts.enumerated() where Self.holdsText(part.name) {
      parts[index] = try Self.compile(part, path: path)
    }
    self.parts = parts
  }

  /// `word/document.xml`, `word/header1.xml`, `word/footer2.xml`
  private static func holdsText(_ name: String) -> Bool {
    guard name.hasPrefix("word/"), name.hasSuffix(".xml") else { return false }
    let stem = name.dropFirst("word/".count).dropLast(".xml".count)
    return stem == "document"
      || ["header", "footer"].contains { word in
        stem.hasPrefix(word) && stem.dropFirst(word.count).allSatisfy(\.isNumber)
      }
  }

  private static func compile(
    _ part: OfficePackage.Part, path: String
  ) throws(OfficeFileProblem) -> MustacheTemplate {
    let file = SourceFile(path: "\(path)(\(part.name))", bytes: part.bytes)
    let read: TemplatePart
    do {
      read = try TemplatePart(part.bytes, XMLPiece.all(of: part.bytes))
    } catch let fault as XMLPiece.Fault {
      throw .template(.init(.badXML(fault), in: file))
    } catch {
      let range = (error as? TemplatePart.Fault)?.range ?? 0..<0
      throw .template(
        .init(.tagWithoutEnd(at: ByteRange(range.lowerBound, range.upperBound)), in: file))
    }
    if let problem = TemplateCheck.problem(in: read.tags, shape: .letter) {
      throw .template(.init(problem, in: file))
    }
    do {
      return try MustacheTemplate(string: read.text)
    } catch {
      throw .template(.init(.badTemplate("\(error)"), in: file))
    }
  }

  /// The letter as a DOCX file. The same letter gives the same bytes.
  package func docx(of letter: Letter) throws(OfficeFileProblem) -> [UInt8] {
    let data = LetterData.mustache(letter.data)
    var filled = package
    for (index, template) in parts {
      filled.parts[index].bytes = Array(Self.withWholeCells(template.render(data)).utf8)
    }
    do {
      return try filled.bytes()
    } catch {
      throw .cannotWrite(path: path, reason: error.reason)
    }
  }

  /// Gives a cell of a table whose paragraphs all fell away the one that it has to have.
  private static func withWholeCells(_ xml: String) -> String {
    let cells = xml.split(separator: "</w:tc>", omittingEmptySubsequences: false)
    return cells.enumerated().map { number, cell in
      let isLast = number + 1 == cells.count
      return isLast || cell.hasSuffix("</w:p>") || cell.hasSuffix("<w:p/>")
        ? String(cell) : cell + "<w:p/>"
    }.joined(separator: "</w:tc>")
  }
}

extension LocatedDiagnostic {
  init(_ diagnostic: Diagnostic, in file: SourceFile) {
    self.init(
      diagnostic: diagnostic, place: Place(of: diagnostic.range, in: file), file: file.path)
  }
}

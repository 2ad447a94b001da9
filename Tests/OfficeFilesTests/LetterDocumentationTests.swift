import Reports
import SourceText
import TestSupport
import Testing

/// Documentation/letters.md names everything that a template may ask for.
@Suite final class LetterDocumentationTests {
  private var told: [(name: String, fields: [LetterShape.Field])] = []

  @Test func `the names in the guide are those that there are`() throws {
    let path = ProjectFolder.root + "/Documentation/letters.md"
    let guide = String(decoding: try #require(ProjectFolder.bytes(atPath: path)), as: UTF8.self)
    let table = try #require(guide.firstMatch(of: /(?s)\| name \|.*?\n\n/)).output
    let lines = table.split(separator: "\n").dropFirst(2).map(String.init)
    let wanted = names(LetterShape.letter.fields, depth: 0)
    for (line, expected) in zip(lines, wanted) { #expect(line == expected) }
    #expect(lines.count == wanted.count, "\(wanted.joined(separator: "\n"))")
  }

  /// A line a name; what a list has is told where it is first named.
  private func names(_ fields: [LetterShape.Field], depth: Int) -> [String] {
    fields.flatMap { field -> [String] in
      let sort =
        switch field.shape {
        case .text: "text"
        case .flag: "yes or no"
        case .list: "list"
        case .object: "group"
        }
      let inner = field.shape.fields
      let known = told.first { $0.fields == inner }?.name
      if !inner.isEmpty, known == nil { told.append((field.name, inner)) }
      let indent = String(repeating: "· ", count: depth)
      let line =
        "| \(indent)`\(field.name)` | \(sort)\(known.map { ", as `\($0)`" } ?? "") "
        + "| \(field.meaning.zh) | \(field.meaning.en) |"
      return [line] + (known == nil ? names(inner, depth: depth + 1) : [])
    }
  }
}

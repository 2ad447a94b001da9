internal import SourceText

/// The reference of the functions as Markdown: signatures from the table, meaning and examples from
/// the notes.
package struct FunctionReference {
  private let table: FunctionTable

  package init(_ table: FunctionTable) { self.table = table }

  /// Names that are declared and have no note, and names of notes that nothing declares.
  package var strays: [String] {
    let notes = FunctionChapter.all.flatMap(\.notes)
    let noted = Set(notes.map(\.name))
    let undeclared = notes.filter { $0.forms.isEmpty && table.forms(of: $0.name).isEmpty }
    return table.names.filter { !noted.contains($0) } + undeclared.map(\.name)
  }

  package var markdown: String {
    FunctionChapter.all.map(chapter).joined(separator: "\n")
  }

  private func chapter(_ chapter: FunctionChapter) -> String {
    "## \(chapter.title.zh) \(chapter.title.en)\n\n"
      + chapter.notes.map(entry).joined(separator: "\n")
  }

  private func entry(_ note: FunctionNote) -> String {
    let signatures = table.forms(of: note.name).flatMap(\.signatures).map(\.written)
    let lines = note.forms + signatures
    let examples = note.examples.map { "- `\($0.expression)` → `\($0.value)`\n" }.joined()
    return """
      ### \(Signature.title(of: note.name))

      ```
      \(lines.joined(separator: "\n"))
      ```

      \(note.meaning.zh)  
      \(note.meaning.en)

      \(examples)
      """
  }
}

extension Signature {
  /// The signature as an expression writes the call: `int + int -> int`,
  /// `string.startsWith(string) -> bool`.
  var written: String {
    let types = parameters.map(\.text)
    let call: String
    if let (mark, isBinary) = Self.operatorMark(of: name) {
      call = isBinary ? "\(types[0]) \(mark) \(types[1])" : "\(mark)\(types[0])"
    } else if isMember {
      call = "\(types[0]).\(name)(\(types.dropFirst().joined(separator: ", ")))"
    } else {
      call = "\(name)(\(types.joined(separator: ", ")))"
    }
    return (isVariadic ? call.dropLast() + "...)" : call) + " -> \(result.text)"
  }

  /// The name as a heading has it: an operator without its places.
  fileprivate static func title(of name: String) -> String {
    "`\(operatorMark(of: name)?.mark ?? name)`" + (name == "-_" ? " (一元 unary)" : "")
  }

  private static func operatorMark(of name: String) -> (mark: String, isBinary: Bool)? {
    guard name.hasSuffix("_"), name.utf8.count > 1 else { return nil }
    return name.hasPrefix("_")
      ? (String(name.dropFirst().dropLast()), true) : (String(name.dropLast()), false)
  }
}

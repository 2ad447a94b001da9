package import SourceText
package import YAML

/// A text of the pack that people read, with the place it stands at.
package struct LintText: Sendable {
  package enum Role: Hashable, Sendable {
    case title, message, remedy
    /// The label of a field, a parameter, a definition or an instrument.
    case label
    /// What the author says of choices of his own, in a language of his own.
    case reading, note

    var isSentence: Bool { self == .message || self == .remedy }
  }

  /// A character of the text; a placeholder is one.
  struct Unit {
    /// `placeholder` for a placeholder.
    var scalar: Unicode.Scalar
    /// Bytes in the scalar's text.
    var range: ByteRange

    static let placeholder: Unicode.Scalar = "\u{FFFC}"

    var isHan: Bool { LintText.isHan(scalar) }
    var isPlaceholder: Bool { scalar == Self.placeholder }
    var isLatin: Bool {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": true
      default: false
      }
    }
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: true
    default: false
    }
  }

  package let role: Role
  /// `nil` for a reading or a note.
  package let language: Language?
  package let rule: String?
  package let node: Node
  package let file: SourceFile
  let units: [Unit]
  let editor: ScalarEditor

  init(
    _ role: Role, _ language: Language?, _ node: Node, spans: [ByteRange], file: SourceFile,
    rule: String?
  ) {
    self.role = role
    self.language = language
    self.rule = rule
    self.node = node
    self.file = file
    editor = ScalarEditor(node: node, file: file)
    var units: [Unit] = []
    var offset = 0
    var spans = spans[...]
    for scalar in (node.scalar?.text ?? "").unicodeScalars {
      let end = offset + UTF8.width(scalar)
      while let span = spans.first, Int(span.end) <= offset { spans.removeFirst() }
      if let span = spans.first, Int(span.start) <= offset {
        if Int(span.start) == offset {
          units.append(Unit(scalar: Unit.placeholder, range: span))
        }
      } else {
        units.append(Unit(scalar: scalar, range: ByteRange(offset, end)))
      }
      offset = end
    }
    self.units = units
  }

  var words: String { String(String.UnicodeScalarView(units.map(\.scalar))) }

  /// The range in the file of some of the units.
  func range(_ some: Range<Int>) -> ByteRange {
    guard let first = units[some].first, let last = units[some].last else { return node.range }
    return editor.range(of: first.range.union(last.range))
  }
}

extension LintReport {
  /// Reports some characters of a text, which a fix replaces.
  mutating func add(
    _ text: LintText, _ some: Range<Int>, _ message: BilingualText, help: BilingualText? = nil,
    replacement: String? = nil
  ) {
    var fix: LintFix?
    if let replacement, let first = text.units[some].first, let last = text.units[some].last {
      fix = text.editor.fix([(first.range.union(last.range), replacement)])
    }
    add(text.file, text.range(some), rule: text.rule, message, help: help, fix: fix)
  }
}

import CEL
package import SourceText

/// One thing that lint looks for. A check is a type without values: what it tells of itself, and a
/// pass over the pack.
package protocol LintCheck: Sendable {
  static var note: LintNote { get }
  /// Looks at everything and reports what it finds, in any order.
  static func run(on pack: LintPack, _ report: inout LintReport)
}

/// Takes what one check finds.
package struct LintReport {
  let note: LintNote
  private(set) var findings: [LintFinding] = []
  private var told: Set<Place> = []

  private struct Place: Hashable {
    var file: String
    var range: ByteRange
  }

  init(_ note: LintNote) { self.note = note }

  /// Reports a finding; a second at the same place is dropped, since versions of a rule share parts.
  mutating func add(
    _ file: SourceFile, _ range: ByteRange, rule: String?, _ message: BilingualText,
    help: BilingualText? = nil, fix: LintFix? = nil
  ) {
    guard told.insert(Place(file: file.path, range: range)).inserted else { return }
    findings.append(
      LintFinding(
        file: file.path, rule: rule,
        diagnostic: Diagnostic(
          severity: note.severity, code: note.code, message: message, range: range, help: help),
        fix: fix))
  }

  /// Reports a finding in an expression, at one of its nodes.
  mutating func add(
    _ expression: LintExpression, at node: Int, _ message: BilingualText,
    help: BilingualText? = nil, fix: LintFix? = nil
  ) {
    add(
      expression.file, expression.range(of: expression.tree[node].range), rule: expression.rule,
      message, help: help, fix: fix)
  }
}

/// What lint says of one place.
package struct LintFinding: Hashable, Sendable {
  /// Below the rules folder.
  package var file: String
  /// The id of the rule that it is about; `nil` for parameters, instruments and the like.
  package var rule: String?
  package var diagnostic: Diagnostic
  /// How to put it right; `nil` where that is for the author to say.
  package var fix: LintFix?
}

/// Changes of one file that belong together.
package struct LintFix: Hashable, Sendable {
  /// In the order of the file, none touching another.
  package var edits: [TextEdit]
}

/// One change of a text.
package struct TextEdit: Hashable, Sendable {
  package var range: ByteRange
  package var replacement: String

  package init(_ range: ByteRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

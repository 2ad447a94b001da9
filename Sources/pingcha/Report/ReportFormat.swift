import Findings
import Reports
import RuleCompiler
import SourceText

/// A format that `pingcha report` writes.
///
/// To add one: a type that conforms, in this folder, and its name in `ReportFormats`.
protocol ReportFormat: Sendable {
  /// What `--format` calls it: `html`.
  var name: String { get }
  /// False for what makes no sense on a terminal or in a pipe, such as a workbook or a folder.
  var goesToStandardOutput: Bool { get }

  /// Writes a report, so that its place holds what it held before until all of it is there.
  ///
  /// - Parameter destination: What stands behind `=`, as the user wrote it; `nil` for standard output.
  /// - Throws: `UsageProblem` where it cannot be written.
  func write(_ report: Report, to destination: String?) throws
}

/// What every format makes its report of.
struct Report {
  var audit: Audit
  /// What it was reviewed by; the templates of letters stand in the same folder.
  var rules: LoadedRules
  var language: Language
  /// What to add the cases up by, in the order that was asked for.
  var groupings: [AuditGrouping]
}

/// The formats that there are.
enum ReportFormats {
  static let all: [any ReportFormat] = [
    HTMLReport(), MarkdownReport(), WorkbookReport(), LettersReport(),
  ]

  static func named(_ name: String) throws -> any ReportFormat {
    if let format = all.first(where: { $0.name == name }) { return format }
    let known = all.map(\.name)
    throw UsageProblem.unknownFormat(
      name, known: known, near: Suggestion.nearest(to: name, among: known))
  }

  /// Checks what was asked for: at most one goes to standard output, and no file is written twice.
  static func check(_ choices: [FormatChoice]) throws {
    try FormatChoice.checkPlaces(of: choices) { choice in
      if try !named(choice.name).goesToStandardOutput, choice.file == nil {
        throw UsageProblem.formatNeedsFile(choice.name)
      }
    }
  }
}

import Findings
import RuleCompiler
import RuleEvaluator
import SourceText

/// Writes a review in every format that was asked for.
struct ReviewOutput {
  private let words: WordsOptions

  init(_ formats: [FormatChoice], words: WordsOptions, isQuiet: Bool, run: CheckRun) throws {
    self.words = words
    _ = Streams.print("as of \(run.asOf)")
    for d in run.loaded.diagnostics { tell(d, run.loaded.file(d.file)) }
  }

  func tell(_ d: LocatedDiagnostic, _ file: SourceFile?) {
    let printer = ExcerptPrinter(language: words.language, colour: words.colour)
    if let place = d.place, let file {
      _ = Streams.print(
        printer.text(of: d.diagnostic, in: SourceFile(path: place.file, bytes: file.bytes)))
    } else {
      _ = Streams.print("\(d.file): \(d.diagnostic.severity)[\(d.diagnostic.code)]: \(d.diagnostic.message[words.language])")
    }
  }

  mutating func add(_ reviewed: ReviewedCase) throws -> Bool {
    let review = reviewed.review
    _ = Streams.print("== \(review.source) \(review.caseNumber ?? "")")
    for d in review.diagnostics { tell(d, reviewed.text) }
    for result in review.results {
      for finding in result.findings {
        _ = Streams.print(
          "  \(finding.outcome.rawValue) \(finding.severity.rawValue) \(finding.kind) \(finding.rule) \(finding.check ?? "") \(finding.elements): \(finding.message[words.language])")
        for evidence in finding.evidence {
          _ = Streams.print("      \(evidence.path) = \(evidence.value ?? evidence.state.rawValue) \(evidence.place.map { "\($0.file):\($0.line):\($0.column)" } ?? "")")
        }
      }
    }
    return true
  }

  mutating func finish(_ run: CheckRun) throws {}
}

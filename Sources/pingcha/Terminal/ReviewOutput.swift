import Findings
import Reports
import RuleCompiler
import RuleEvaluator
import SourceText

/// Writes a review in every format that was asked for, case by case.
final class ReviewOutput {
  private enum Printer {
    case text(ReviewTextPrinter)
    case json(ReviewJSONPrinter)
  }

  private let texts: ShownTexts
  private let sinks: [Sink]
  private var printers: [Printer] = []

  /// Opens the files and writes the heads.
  init(_ formats: [FormatChoice], words: WordsOptions, isQuiet: Bool, run: CheckRun, cases: Int?)
    throws
  {
    let texts = ShownTexts(run.loaded)
    self.texts = texts
    sinks = try formats.map { try Sink($0.file) }
    let (rules, diagnostics) = (run.summaries, run.loaded.diagnostics)
    for (choice, sink) in zip(formats, sinks) {
      switch try choice.format() {
      case .text:
        var printer = ReviewTextPrinter(
          language: words.language, colour: choice.file == nil && words.colour,
          verbosity: isQuiet ? .quiet : .normal, sources: { texts.text(of: $0) },
          sink: { sink.write($0) })
        printer.begin(asOf: run.asOf, rules: rules, cases: cases, diagnostics: diagnostics)
        printers.append(.text(printer))
      case .json, .ndjson:
        let layout: ReviewJSONPrinter.Layout = try choice.format() == .json ? .document : .lines
        var printer = ReviewJSONPrinter(layout: layout, sink: { sink.write($0) })
        printer.begin(asOf: run.asOf, rules: rules, diagnostics: diagnostics)
        printers.append(.json(printer))
      }
    }
  }

  /// Writes one case; false once nobody reads any of the formats any more.
  func add(_ reviewed: ReviewedCase) -> Bool {
    texts.show(reviewed)
    for number in printers.indices {
      switch printers[number] {
      case .text(var printer):
        printer.add(reviewed.review)
        printers[number] = .text(printer)
      case .json(var printer):
        printer.add(reviewed.review)
        printers[number] = .json(printer)
      }
    }
    return sinks.contains { $0.isOpen }
  }

  /// Writes the summaries and closes the files.
  func finish() throws {
    for number in printers.indices {
      switch printers[number] {
      case .text(var printer): printer.end()
      case .json(var printer): printer.end()
      }
    }
    for sink in sinks { try sink.close() }
  }
}

/// The texts that excerpts are taken from: the rule files, and the record that is just printed,
/// with its personal data starred out.
private final class ShownTexts {
  private let loaded: LoadedRules
  private var record: ReviewedCase?
  private var shown: SourceFile?

  init(_ loaded: LoadedRules) { self.loaded = loaded }

  func show(_ reviewed: ReviewedCase) {
    (record, shown) = (reviewed, nil)
  }

  func text(of path: String) -> SourceFile? {
    guard let record, record.review.source == path, let text = record.text else {
      return loaded.file(path)
    }
    let hidden = shown ?? text.hiding(record.personal)
    shown = hidden
    return hidden
  }
}

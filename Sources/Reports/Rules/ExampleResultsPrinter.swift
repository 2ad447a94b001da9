internal import Findings
package import SourceText

/// Prints what the examples of rules came to: the failures with their lines, and a last line
/// `N passed, N failed` in every language, for scripts to look for.
package struct ExampleResultsPrinter {
  package static let format = "pingcha.examples"
  package static let version = 1

  private let sources: ReviewTextPrinter.Sources
  private let sink: (String) -> Void

  /// - Parameter sources: The text of a rule file by the path of its places.
  package init(
    sources: @escaping ReviewTextPrinter.Sources = { _ in nil }, sink: @escaping (String) -> Void
  ) {
    self.sources = sources
    self.sink = sink
  }

  package func printText(_ results: [ExampleResult], language: Language, colour: Bool) {
    var page = TextPage(language: language, colour: colour)
    for result in results where !result.isPassed {
      write(result, on: &page)
      page.blank()
      sink(page.take())
    }
    let failed = results.count { !$0.isPassed }
    let line = "\(results.count - failed) passed, \(failed) failed"
    page.line(page.ink.painted(line, failed == 0 ? .green : .red))
    sink(page.take())
  }

  private func write(_ result: ExampleResult, on page: inout TextPage) {
    var title = page.word(ReportWords.example(result.number)) + "  " + result.base
    if let note = result.note { title += page.word(ReportWords.colon) + note }
    page.paragraph(
      title, indent: 0, lead: ExcerptPrinter.safe(result.rule) + "  ", colour: .bold, hanging: 2)
    page.paragraph(
      comparison(result.expected, result.actual, page), indent: 2)
    for check in result.checks where check.expected != check.actual {
      var text = check.id ?? page.word(ReportWords.onlyCheck)
      text += page.word(ReportWords.colon)
      if let expected = check.expected {
        text += comparison(expected, check.actual, page)
      } else {
        text += page.word(
          check.actual.map(ReportWords.outcome) ?? ReportWords.noResult)
      }
      page.labelled(ReportWords.check, text, indent: 2)
    }
    if let message = result.message { page.paragraph(message[page.language], indent: 2) }
    if let explanation = result.explanation {
      var story = ExplanationPage(page: page)
      story.writeDeciding(explanation)
      page = story.page
      page.blank()
    }
    if let place = result.place {
      page.paragraph("\(place.file):\(place.line):\(place.column)", indent: 2)
      page.excerpt(place, in: sources(place.file), indent: 2)
    }
  }

  private func comparison(_ expected: Outcome, _ actual: Outcome?, _ page: TextPage) -> String {
    let got = actual.map(ReportWords.outcome) ?? ReportWords.noResult
    return page.word(
      ReportWords.comparison(
        expected: page.word(ReportWords.outcome(expected)), actual: page.word(got)))
  }

  package func printJSON(_ results: [ExampleResult]) {
    var writer = JSONWriter()
    writer.object {
      $0.header(format: Self.format, version: Self.version)
      $0.member("examples", results) { writer, result in
        writer.member("rule", result.rule)
        writer.member("number", result.number)
        writer.member("base", result.base)
        writer.member("note", result.note)
        writer.member("expected", result.expected.rawValue)
        writer.member("actual", result.actual?.rawValue)
        writer.member("passed", result.isPassed)
        writer.member("checks", result.checks) { writer, check in
          writer.member("id", check.id)
          writer.member("expected", check.expected?.rawValue)
          writer.member("actual", check.actual?.rawValue)
        }
        writer.member("message", result.message)
        writer.place(result.place)
      }
      let failed = results.count { !$0.isPassed }
      $0.member("summary") {
        $0.member("passed", results.count - failed)
        $0.member("failed", failed)
      }
    }
    writer.endDocument()
    sink(writer.take())
  }

  // MARK: JUnit

  /// Prints a test suite for each rule, as build servers read it.
  package func printJUnit(_ results: [ExampleResult], language: Language) {
    var report = JUnitReport()
    report.begin("pingcha rules test")
    var rest = results[...]
    while let first = rest.first {
      let suite = rest.prefix { $0.rule == first.rule }
      rest = rest.dropFirst(suite.count)
      report.add(
        JUnitReport.Suite(
          name: first.rule, file: first.place?.file, cases: suite.map { testCase($0, language) }))
    }
    report.end()
    sink(report.take())
  }

  private func testCase(_ result: ExampleResult, _ language: Language) -> JUnitReport.Case {
    let note = result.note.map { ReportWords.colon[language] + $0 } ?? ""
    var testCase = JUnitReport.Case(
      className: result.rule, name: "\(result.number) \(result.base)\(note)")
    guard !result.isPassed else { return testCase }
    var page = TextPage(language: language, colour: false)
    write(result, on: &page)
    let message = comparison(result.expected, result.actual, page)
    let problem = JUnitReport.Problem(
      type: result.actual?.rawValue ?? "no-result", message: message, text: page.take())
    testCase.result = result.actual == nil ? .broken(problem) : .failed(problem)
    return testCase
  }
}

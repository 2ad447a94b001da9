internal import Findings
internal import SourceText
internal import WorkCalendar

/// Prints a review as a report of tests, as build servers read it: a suite a case, a test a rule.
///
/// A violation fails its test, whatever `--fail-on` says; a fault of a rule and a record that cannot be
/// read are errors. What is not due, does not apply or could not be determined is skipped, and so is a
/// violation that is let pass or that a baseline holds. A signal passes and says what it has to say.
package struct ReviewJUnitPrinter: ReviewPrinter {
  private let settings: ReviewSettings
  private let sink: (String) -> Void
  private var report = JUnitReport()
  private var titles: [String: BilingualText] = [:]
  private var asOf = CivilDate.epoch

  package init(_ settings: ReviewSettings, sink: @escaping (String) -> Void) {
    self.settings = settings
    self.sink = sink
  }

  private var language: Language { settings.language }

  package mutating func begin(_ head: ReviewHead) {
    asOf = head.asOf
    titles = Dictionary(head.rules.map { ($0.id, $0.title) }) { first, _ in first }
    report.begin("pingcha check \(asOf)")
    add(head.diagnostics)
    flush()
  }

  package mutating func add(_ told: ToldCase) {
    let review = told.review
    let name = review.caseNumber ?? review.source
    var suite = JUnitReport.Suite(
      name: review.caseTitle.map { "\(name) \($0)" } ?? name, file: review.file,
      cases: review.results.map { test($0, of: review) })
    add(review.diagnostics, of: name, to: &suite)
    if review.isUnreadable, suite.cases.isEmpty {
      let problem = problem("unreadable", ReportWords.unreadable[language])
      suite.cases = [.init(className: name, name: "unreadable", result: .broken(problem))]
    }
    report.add(suite)
    flush()
  }

  package mutating func end(_ tail: ReviewTail) {
    add(tail.lateDiagnostics)
    let resolved = tail.resolved ?? []
    if !resolved.isEmpty {
      report.add(
        JUnitReport.Suite(
          name: ReportWords.resolvedWord[language], file: nil,
          cases: resolved.map { findings in
            JUnitReport.Case(
              className: findings.key.caseName,
              name: ReportWords.line(of: findings, title: titles[findings.key.rule], language))
          }))
    }
    report.end()
    flush()
  }

  private mutating func flush() { sink(report.take()) }

  // MARK: Rules

  private func test(_ result: RuleResult, of review: CaseReview) -> JUnitReport.Case {
    let title = titles[result.rule]?[language] ?? ""
    var test = JUnitReport.Case(
      className: review.name, name: title.isEmpty ? result.rule : "\(result.rule) \(title)")
    let failing = result.findings.filter { isFailing($0) }
    if result.outcome == .error {
      test.result = .broken(
        problem(
          "error", of: result.findings.filter { $0.outcome == .error } + failing, in: review))
    } else if !failing.isEmpty {
      test.result = .failed(problem("violated", of: failing, in: review))
    } else if result.findings.isEmpty && result.outcome == .violated {
      // Its findings are left out by choice; a test that fails still fails.
      test.result = .failed(problem("violated", ReportWords.overLimit[language]))
    } else {
      test.result = rest(of: result)
    }
    let signals = result.findings.filter { $0.kind == .signal && $0.status.counts }
    if !signals.isEmpty { test.output = text(of: signals, in: review) }
    return test
  }

  private func isFailing(_ finding: Finding) -> Bool {
    guard finding.kind == .violation, finding.status.counts else { return false }
    return finding.outcome == .violated
      || finding.outcome == .undetermined && settings.unknown == .fail
  }

  /// Of a rule that neither fails nor breaks.
  private func rest(of result: RuleResult) -> JUnitReport.Result {
    let quiet = result.findings.filter { $0.outcome != .violated || !$0.status.counts }
    if let finding = quiet.first {
      let grounds = finding.status.waiver.map { "\n" + ReportWords.grounds(of: $0)[language] } ?? ""
      return .skipped(finding.standing(in: language) + finding.message[language] + grounds)
    }
    switch result.outcome {
    case .satisfied, .violated, .error: return .passed
    case .notApplicable, .pending, .undetermined:
      let why = [result.reason?[language], result.clause].compactMap(\.self)
      let word = ReportWords.outcome(result.outcome)[language]
      return .skipped(
        why.isEmpty ? word : word + ReportWords.colon[language] + why.joined(separator: " "))
    }
  }

  // MARK: Problems

  private func problem(_ type: String, _ message: String) -> JUnitReport.Problem {
    JUnitReport.Problem(type: type, message: message, text: message)
  }

  private func problem(
    _ type: String, of findings: [Finding], in review: CaseReview
  ) -> JUnitReport.Problem {
    JUnitReport.Problem(
      type: type, message: findings.first?.message[language] ?? type,
      text: text(of: findings, in: review))
  }

  /// What the text report says of findings.
  private func text(of findings: [Finding], in review: CaseReview) -> String {
    let file = settings.sources(review.source)
    var plain = settings
    plain.colour = false
    plain.verbosity = .verbose
    var printer = ReviewTextPrinter(plain) { _ in }
    printer.asOf = asOf
    for (place, finding) in findings.enumerated() {
      guard let group = FindingGroup(finding) else { continue }
      if place > 0 { printer.page.blank() }
      printer.print(finding, in: group, file: file, indent: 0)
    }
    return printer.page.take()
  }

  // MARK: Diagnostics

  /// A suite for what is wrong outside of the records.
  private mutating func add(_ diagnostics: [LocatedDiagnostic]) {
    if diagnostics.isEmpty { return }
    var suite = JUnitReport.Suite(name: "pingcha", file: nil, cases: [])
    add(diagnostics, of: "pingcha", to: &suite)
    report.add(suite)
  }

  /// An error is a test that could not be run, a waiver that does nothing one that fails; a warning is
  /// told beside the tests.
  private func add(
    _ diagnostics: [LocatedDiagnostic], of name: String, to suite: inout JUnitReport.Suite
  ) {
    var warnings = ""
    for located in diagnostics {
      let diagnostic = located.diagnostic
      let place = located.place.map { "\(located.file):\($0.line):\($0.column)" } ?? located.file
      let text = "\(place): \(diagnostic.text(in: language))"
      let problem = JUnitReport.Problem(
        type: diagnostic.code, message: diagnostic.message[language], text: text)
      let title = "\(diagnostic.code) \(place)"
      if diagnostic.severity == .error {
        suite.cases.append(.init(className: name, name: title, result: .broken(problem)))
      } else if diagnostic.isAboutIdleWaiver {
        suite.cases.append(.init(className: name, name: title, result: .failed(problem)))
      } else {
        warnings += text + "\n"
      }
    }
    if !warnings.isEmpty { suite.errors = warnings }
  }
}

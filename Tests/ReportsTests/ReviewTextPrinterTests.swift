import Findings
import Reports
import SourceText
import TestSupport
import Testing

@Suite struct ReviewTextPrinterTests {
  private func text(
    _ review: Review, _ language: Language, colour: Bool = false,
    verbosity: ReviewTextPrinter.Verbosity = .normal,
    sources: @escaping (String) -> SourceFile? = Fixture.sources
  ) -> String {
    var text = ""
    let settings = ReviewSettings(
      language: language, colour: colour, verbosity: verbosity, sources: sources)
    ReviewTextPrinter(settings) { text += $0 }.print(review)
    return text
  }

  @Test("prints one of everything", arguments: Language.allCases)
  func everything(language: Language) {
    expectGolden(text(Fixture.review, language), named: "review.\(language.rawValue).txt")
  }

  @Test("tells everything in full when asked", arguments: Language.allCases)
  func verbose(language: Language) {
    expectGolden(
      text(Fixture.review, language, verbosity: .verbose),
      named: "review-verbose.\(language.rawValue).txt")
  }

  @Test("prints a review without findings", arguments: Language.allCases)
  func empty(language: Language) {
    expectGolden(text(Fixture.empty, language), named: "empty.\(language.rawValue).txt")
  }

  @Test("prints a record that cannot be read", arguments: Language.allCases)
  func unreadable(language: Language) {
    let review = Review(
      asOf: Fixture.day("2024-12-31"), cases: [Fixture.unreadable], diagnostics: [],
      rules: Fixture.rules)
    expectGolden(text(review, language), named: "unreadable.\(language.rawValue).txt")
  }

  /// The days of a finding of Saturday 2024-07-06, as a person reads them.
  @Test(
    "terms, waiting terms and terms of hours",
    arguments: [
      (nil, nil, nil, "Due: 2024-07-06", "期限：2024-07-06"),
      (nil, nil, 3, "Due: 2024-07-06, 3 days late", "期限：2024-07-06，逾期 3 日"),
      (.afterLastDay, nil, nil, "Not before: 2024-07-07", "不早于：2024-07-07"),
      (.onLastDay, nil, nil, "Not before: 2024-07-06", "不早于：2024-07-06"),
      (nil, 90, 0, "Due: \(moment), late by 1 hour 30 minutes", "期限：\(moment)，逾期 1 小时 30 分钟"),
      (nil, 2881, 2, "Due: \(moment), late by 2 days 1 minute", "期限：\(moment)，逾期 2 日 1 分钟"),
      (.afterLastDay, 0, nil, "Only after: \(moment)", "须晚于：\(moment)"),
      (.onLastDay, 0, nil, "Not before: \(moment)", "不早于：\(moment)"),
    ] as [(Computed.Wait?, Int?, Int?, String, String)])
  func terms(wait: Computed.Wait?, minutes: Int?, days: Int?, en: String, zh: String) {
    var finding = Fixture.published
    finding.computed = Computed()
    finding.computed.due = Fixture.day("2024-07-06")
    finding.computed.dueAt = minutes == nil ? nil : Self.moment
    (finding.computed.minutesLate, finding.computed.daysLate) = (minutes, days)
    finding.computed.wait = wait
    var review = Fixture.late
    review.results = [RuleResult(rule: finding.rule, outcome: .violated, findings: [finding])]
    for (language, line) in [(Language.en, en), (.zh, zh)] {
      let shown = text(
        Review(
          asOf: Fixture.day("2024-12-31"), cases: [review], diagnostics: [],
          rules: Fixture.rules), language)
      #expect(shown.contains(" \(line)\n"), "\(shown)")
    }
  }

  static let moment = "2024-07-06T09:30:00+08:00"

  @Test func `carets stand under the fact behind 汉字`() throws {
    let lines = text(Fixture.review, .zh).split(separator: "\n")
    let place = try #require(lines.lastIndex { $0.contains("10 |   result: {") })
    let fact = try #require(lines[place].firstRange(of: "2024-10-25"))
    let carets = lines[place + 1]
    let lead = try #require(carets.firstIndex(of: "^"))
    #expect(
      DisplayWidth.columns(of: lines[place][..<fact.lowerBound])
        == DisplayWidth.columns(of: carets[..<lead]))
    #expect(carets.count { $0 == "^" } == 10)
  }

  @Test func `colours only where it is told to`() {
    #expect(!text(Fixture.review, .zh).utf8.contains(0x1B))
    let coloured = text(Fixture.review, .zh, colour: true)
    #expect(coloured.contains("\u{1B}[1;31m[一票否决] \u{1B}[0m"))
    var plain = ""
    var rest = coloured[...]
    while let escape = rest.firstIndex(of: "\u{1B}") {
      plain += rest[..<escape]
      rest = rest[escape...].drop { $0 != "m" }.dropFirst()
    }
    #expect(plain + rest == text(Fixture.review, .zh))
  }

  @Test func `quiet leaves out only cases without findings`() {
    let all = text(Fixture.review, .en)
    let quiet = text(Fixture.review, .en, verbosity: .quiet)
    #expect(all.contains("138号"))
    #expect(!quiet.contains("138号"))
    #expect(quiet.contains("\n3. (no case number)\n"))
  }

  @Test(
    "no line is wider than 100 columns but for lines of source and tables",
    arguments: Language.allCases)
  func width(language: Language) throws {
    let lines = text(Fixture.review, language).split(separator: "\n")
    let summary = try #require(
      lines.firstIndex { $0.hasPrefix("Summary") || $0.hasPrefix("汇总") })
    for line in lines[...summary] {
      #expect(DisplayWidth.columns(of: line) <= 100 || line.contains(" | "), "\(line)")
    }
  }

  @Test func `a line of a stream is named by its line of the file`() {
    let name = "batch.ndjson:17"
    var place = Fixture.place(of: "\"2024-09-30\"", in: Fixture.stream)
    place.line = 17
    place.endLine = 17
    var finding = Fixture.overflow
    finding.outcome = .violated
    finding.evidence = [
      Evidence(
        path: "decision.made_on", label: BilingualText(zh: "决定日期", en: "day"), state: .present,
        value: "2024-09-30", place: place, document: nil, isAtFault: true)
    ]
    let review = Review(
      asOf: Fixture.day("2024-12-31"),
      cases: [
        CaseReview(
          source: name, caseNumber: nil, caseTitle: nil, isUnreadable: false, diagnostics: [],
          results: [RuleResult(rule: finding.rule, outcome: .violated, findings: [finding])])
      ], diagnostics: [], rules: Fixture.rules)
    let printed = text(review, .en) { $0 == name ? Fixture.stream : nil }
    #expect(printed.contains("  17 | {\"kind\""))
    #expect(printed.contains("batch.ndjson:17:"))
  }

  @Test func `what is hidden is starred and nothing moves`() {
    let place = Fixture.place(of: "办案员乙")
    let hidden = Fixture.record.hiding([place.range])
    #expect(hidden.bytes.count == Fixture.record.bytes.count)
    let printed = text(Fixture.review, .zh) { $0 == Fixture.path ? hidden : nil }
    #expect(!printed.contains("办案员乙"))
    #expect(printed.contains("- { name: ************, licence_valid_until: 2024-06-30 }"))
  }

  @Test func `a record cannot write to the terminal`() {
    var review = Fixture.clean
    review.caseTitle = "a\u{1B}[2Jb\u{202E}"
    let printed = text(
      Review(
        asOf: Fixture.day("2024-12-31"), cases: [review], diagnostics: [], rules: Fixture.rules),
      .en)
    #expect(printed.contains("a\u{FFFD}[2Jb\u{FFFD}"))
    #expect(!printed.utf8.contains(0x1B))
  }

  @Test func `cases reach the sink one by one`() {
    var pieces: [String] = []
    let printer = ReviewTextPrinter(ReviewSettings(language: .en)) { pieces.append($0) }
    var teller = ReviewTeller([printer])
    teller.begin(ReviewHead(asOf: Fixture.day("2024-12-31"), rules: Fixture.rules))
    #expect(pieces.last == "Case file review as of 2024-12-31: 4 rules\n")
    teller.add(Fixture.clean)
    #expect(pieces.last?.contains("138号") == true)
    teller.add(Fixture.late)
    #expect(pieces.last?.contains("137号") == true)
    teller.end()
    #expect(pieces.count == 4)
  }
}

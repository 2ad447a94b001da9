import Findings
import FoundationEssentials
import Reports
import SourceText
import TestSupport
import Testing

/// Every format of `check`, over a batch that has every outcome and over one without findings.
@Suite struct ReviewFormatTests {
  private func text(
    _ format: ReviewFormat, _ review: Review, _ language: Language = .zh,
    choice: ReviewTeller.Choice = .init(), resolved: [ResolvedFindings]? = nil,
    unknown: UnknownPolicy = .warn
  ) -> String {
    var text = ""
    let settings = ReviewSettings(
      language: language, unknown: unknown, sources: Fixture.knownSources)
    format.printer(settings, sink: { text += $0 })
      .print(review, choice: choice, resolved: resolved)
    return text
  }

  private func known(
    _ format: ReviewFormat, _ language: Language = .zh, choice: ReviewTeller.Choice = .init(),
    unknown: UnknownPolicy = .warn
  ) -> String {
    text(
      format, Fixture.known, language, choice: choice, resolved: Fixture.resolved,
      unknown: unknown)
  }

  private static let endings: [ReviewFormat: String] = [
    .text: "txt", .json: "json", .ndjson: "ndjson", .sarif: "sarif.json", .junit: "xml",
    .github: "github.txt", .gitlab: "gitlab.json", .csv: "csv", .summary: "summary.json",
  ]

  /// The formats whose words are in one language.
  private static let spoken: [ReviewFormat] = [.text, .sarif, .junit, .github, .gitlab, .csv]

  @Test("tells every outcome in one language", arguments: spoken, Language.allCases)
  func everything(format: ReviewFormat, language: Language) {
    let ending = Self.endings[format] ?? ""
    expectGolden(
      known(format, language), named: "formats/known.\(language.rawValue).\(ending)")
  }

  @Test("tells every outcome", arguments: [ReviewFormat.json, .ndjson, .summary])
  func everything(format: ReviewFormat) {
    expectGolden(known(format), named: "formats/known.\(Self.endings[format] ?? "")")
  }

  @Test("tells a batch without findings", arguments: ReviewFormat.allCases)
  func nothing(format: ReviewFormat) {
    expectGolden(
      text(format, Fixture.empty), named: "formats/empty.\(Self.endings[format] ?? "")")
  }

  @Test("tells figures alone", arguments: [ReviewFormat.text, .csv])
  func statistics(format: ReviewFormat) {
    expectGolden(
      known(format, .en, choice: .init(isStatistics: true)),
      named: "formats/statistics.\(Self.endings[format] ?? "")")
  }

  @Test("what is undetermined weighs as it is told to", arguments: UnknownPolicy.allCases)
  func unknown(policy: UnknownPolicy) {
    let github = known(.github, .en, unknown: policy).split(separator: "\n")
    let line = github.first { $0.contains("undetermined") }
    let level = ["fail": "error", "warn": "warning", "ok": "notice"][policy.rawValue] ?? ""
    #expect(line?.hasPrefix("::\(level) ") == true)
    let sarif = known(.sarif, .en, unknown: policy)
    #expect(sarif.contains("\"kind\": \"open\"") == (policy != .fail))
  }

  // MARK: Choice

  @Test("what is hidden is counted all the same", arguments: ReviewFormat.allCases)
  func hidden(format: ReviewFormat) {
    let shown = known(format, .en, choice: .init(hidden: [.undetermined]))
    #expect(!shown.contains("legal_review.reviewer_role"))
    if format == .summary || format == .json {
      #expect(shown.replacing(" ", with: "").contains("\"hidden\":1"))
      #expect(shown.replacing(" ", with: "").contains("\"undetermined\":1"))
    }
  }

  @Test func `a rule is told as often as is allowed, and the rest is counted`() {
    let shown = known(.text, .en, choice: .init(mostPerRule: 1))
    #expect(shown.contains("left out: 0 by outcome, 3 over the limit of a rule"))
    #expect(!shown.contains("=1+1"))
    #expect(shown.contains("3 findings are left out"))
    let junit = known(.junit, .en, choice: .init(hidden: [.violated, .undetermined]))
    #expect(!junit.contains("<failure type=\"violated\""))
  }

  @Test func `a case whose findings are all left out is not said to have none`() {
    let shown = known(.text, .en, choice: .init(hidden: [.violated, .undetermined, .pending]))
    #expect(shown.contains("findings are left out"))
    #expect(!shown.contains("137号  某公司虚假宣传案  Cases/late/case.yaml  no findings"))
  }

  // MARK: Spreadsheets

  @Test func `a spreadsheet reads the table and runs nothing of it`() {
    let csv = known(.csv, .en)
    #expect(csv.hasPrefix("\u{FEFF}case,"))
    #expect(csv.contains("\"'=1+1, \"\"late\"\".\""))
    let bytes = Array(csv.utf8)
    for (place, byte) in bytes.enumerated() where byte == 0x0D { #expect(bytes[place + 1] == 0x0A) }
    #expect(csv.hasSuffix("\r\n"))
  }

  @Test("cells that begin like a formula are text", arguments: ["=", "+", "-", "@", "\t", "\r"])
  func formulas(start: String) {
    var review = Fixture.unreadable
    review.diagnostics[0].diagnostic.message = BilingualText(zh: start + "x", en: start + "x")
    let csv = text(
      .csv,
      Review(asOf: Fixture.day("2024-12-31"), cases: [review], diagnostics: [], rules: []), .en)
    #expect(csv.contains("'\(start)x"))
  }

  // MARK: SARIF

  @Test func `every region of SARIF cuts out what is at fault`() throws {
    let log = try JSONDecoder().decode(JSONValue.self, from: Data(known(.sarif).utf8))
    guard case .array(let results)? = log["runs"]?[0]?["results"] else {
      Issue.record("no results")
      return
    }
    var cut: [String] = []
    for result in results {
      for list in ["locations", "relatedLocations"] {
        guard case .array(let locations)? = result[list] else { continue }
        cut += locations.compactMap(Self.text)
      }
    }
    #expect(cut.contains("2024-06-30"))
    #expect(cut.contains("2024-10-25"))
    #expect(cut.contains("legal_review"))
    let wanted = Set(
      Fixture.known.cases.flatMap(\.results).flatMap(\.findings).flatMap(\.evidence)
        .compactMap { $0.place.map { Fixture.record.text(in: $0.range) } })
    #expect(Set(cut) == wanted)
  }

  /// What a region says, read as an editor reads it: lines, and columns in code points.
  private static func text(of location: JSONValue) -> String? {
    guard let region = location["physicalLocation"]?["region"] else { return nil }
    func number(_ key: String) -> Int {
      if case .number(let number)? = region[key] { Int(number) } else { 0 }
    }
    let lines = Fixture.record.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(number("startLine") == number("endLine"))
    let line = Array(lines[number("startLine") - 1].unicodeScalars)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: line[(number("startColumn") - 1)..<(number("endColumn") - 1)])
    return String(text)
  }

  @Test func `the columns of SARIF count code points`() throws {
    let source = SourceFile(path: "a.yaml", text: "𠮷e\u{301}汉: 2024-01-02\n")
    var finding = Fixture.licence
    finding.evidence[0].place = Fixture.place(of: "2024-01-02", in: source)
    let review = Review(
      asOf: Fixture.day("2024-12-31"),
      cases: [
        CaseReview(
          source: "a.yaml", caseNumber: nil, caseTitle: nil, isUnreadable: false, diagnostics: [],
          results: [RuleResult(rule: finding.rule, outcome: .violated, findings: [finding])])
      ], diagnostics: [], rules: Fixture.rules)
    var text = ""
    ReviewFormat.sarif.printer(
      ReviewSettings(language: .en, sources: { $0 == "a.yaml" ? source : nil }),
      sink: { text += $0 }
    ).print(review)
    let log = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    let region = log["runs"]?[0]?["results"]?[0]?["locations"]?[0]?["physicalLocation"]?["region"]
    #expect(region?["startColumn"] == .number(7))
    #expect(region?["endColumn"] == .number(17))
  }

  @Test func `columns are those of the file where personal data before them is starred out`() {
    let hidden = Fixture.record.hiding([Fixture.place(of: "办案员乙").range])
    func log(_ settings: ReviewSettings) -> String {
      var text = ""
      ReviewFormat.sarif.printer(settings, sink: { text += $0 }).print(Fixture.known)
      return text
    }
    let starred = log(
      ReviewSettings(
        language: .zh, sources: { $0 == Fixture.path ? hidden : nil },
        originals: Fixture.knownSources))
    #expect(starred == log(ReviewSettings(language: .zh, sources: Fixture.knownSources)))
  }

  @Test func `what is let pass is a suppression, and what is gone is absent`() throws {
    let log = try JSONDecoder().decode(JSONValue.self, from: Data(known(.sarif).utf8))
    guard case .array(let results)? = log["runs"]?[0]?["results"] else {
      Issue.record("no results")
      return
    }
    let states = results.map { $0["baselineState"] }
    #expect(
      states == [
        .text("new"), .text("new"), .text("unchanged"), .text("new"), .text("unchanged"),
        .text("new"), .text("absent"),
      ])
    let suppression = results[0]["suppressions"]?[0]
    #expect(suppression?["justification"] == .text(Fixture.waiver.reason))
    #expect(suppression?["properties"]?["until"] == .text("2025-06-30"))
    #expect(results[1]["suppressions"] == .array([]))
  }

  // MARK: Schemas

  @Test("the documents of a review keep to their schemas", arguments: [true, false])
  func schemas(hasFindings: Bool) throws {
    func problems(_ name: String, _ text: some StringProtocol) throws -> [String] {
      let schema = try #require(ReviewSchema.all.first { $0.name == name })
      let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
      return try JSONSchema(Data(schema.tree.document.utf8)).problems(of: value)
    }
    func shown(_ format: ReviewFormat) -> String {
      hasFindings ? known(format) : text(format, Fixture.empty)
    }
    #expect(try problems("review", shown(.json)) == [])
    #expect(try problems("summary", shown(.summary)) == [])
    for line in shown(.ndjson).split(separator: "\n") {
      #expect(try problems("review-line", line) == [])
    }
    var baseline = ""
    BaselinePrinter { baseline += $0 }.print(
      Baseline(
        counts: hasFindings
          ? Dictionary(uniqueKeysWithValues: Fixture.resolved.map { ($0.key, $0.count) }) : [:]))
    #expect(try problems("baseline", baseline) == [])
    #expect(baseline.split(separator: "\n").count == (hasFindings ? 7 : 5))
  }
}

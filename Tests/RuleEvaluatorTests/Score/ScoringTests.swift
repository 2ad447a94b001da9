import Findings
import RuleEvaluator
import SourceText
import Testing

/// What a sheet makes of a review, sum by sum.
@Suite struct ScoringTests {
  // MARK: Building blocks

  static let zero = BilingualText(zh: "", en: "")

  static func finding(
    _ rule: String, _ check: String? = nil, _ outcome: Outcome = .violated,
    kind: RuleKind = .violation, element: String? = nil
  ) -> Finding {
    var finding = Finding(
      rule: rule, check: check, outcome: outcome, severity: .minor, kind: kind, caseNumber: nil,
      title: zero, message: zero, fingerprint: "\(rule)#\(check ?? "")\(element ?? "")\(outcome)")
    if let element { finding.elements = [element] }
    return finding
  }

  /// A result of one rule: `a` violated, `a:u` undetermined, `a:p` pending, `a:e` a fault, `a:s`
  /// satisfied, `a:n` not applicable, `a:x` a violated signal; `a*3` violated three times.
  static func result(_ text: String) -> RuleResult {
    let parts = text.split(separator: ":")
    let stars = parts[0].split(separator: "*")
    let rule = String(stars[0])
    let count = stars.count > 1 ? Int(stars[1]) ?? 1 : 1
    let outcome: Outcome =
      switch parts.count > 1 ? parts[1] : "v" {
      case "u": .undetermined
      case "p": .pending
      case "e": .error
      case "s": .satisfied
      case "n": .notApplicable
      default: .violated
      }
    let kind: RuleKind = parts.last == "x" ? .signal : .violation
    let isTold = outcome != .satisfied && outcome != .notApplicable
    return RuleResult(
      rule: rule, outcome: outcome,
      findings: isTold
        ? (0..<count).map { finding(rule, nil, outcome, kind: kind, element: "l[\($0)]") } : [])
  }

  static func line(
    _ points: String, to most: String? = nil, per: ScoreSheet.Per = .whole, _ feeders: String...
  ) -> ScoreSheet.Line {
    let least = Points(points) ?? .zero
    return ScoreSheet.Line(
      title: zero, points: PointRange(least, most.flatMap { Points($0) } ?? least), per: per,
      feeders: feeders.map { feeder in
        let parts = feeder.split(separator: "#").map(String.init)
        return ScoreSheet.Feeder(rule: parts[0], check: parts.count > 1 ? parts[1] : nil)
      })
  }

  static func item(
    _ id: String, _ points: Int?, isJudgement: Bool = false, _ lines: ScoreSheet.Line...
  ) -> ScoreSheet.Item {
    ScoreSheet.Item(
      id: id, group: nil, title: zero, points: points.map { Points($0) },
      isJudgement: isJudgement, lines: lines)
  }

  static func veto(_ id: String, isJudgement: Bool = false, _ feeders: String...)
    -> ScoreSheet.Veto
  {
    ScoreSheet.Veto(
      id: id, group: nil, title: zero, isJudgement: isJudgement,
      feeders: feeders.map { .init(rule: $0, check: nil) })
  }

  /// Two items of 60 and 40 points, a deduction a finding and one a case, a veto.
  static let sheet: ScoreSheet = {
    var sheet = ScoreSheet(id: "test", name: zero)
    sheet.scale = Points(100)
    sheet.items = [
      item("one", 60, line("20", "a"), line("50", "b"), line("5", per: .finding, "c")),
      item("two", 40, line("10", "d"), line("0", to: "30", "e")),
    ]
    sheet.deductions = [
      item("each", nil, line("2", per: .finding, "f")), item("once", 3, line("3", "g")),
    ]
    sheet.vetoes = [veto("v", "w")]
    sheet.grades = [
      .init(id: "excellent", name: zero, min: Points(90)),
      .init(id: "pass", name: zero, min: Points(60)), .init(id: "fail", name: zero, min: .zero),
    ]
    return sheet
  }()

  /// All rules of the sheet satisfied, but for those that are given.
  static func score(
    _ results: String..., sheet: ScoreSheet = sheet, leavingOut: Set<String> = []
  ) -> CaseScore {
    var all = ["a", "b", "c", "d", "e", "f", "g", "w"].filter { !leavingOut.contains($0) }
      .map { result("\($0):s") }
    for text in results {
      let result = result(text)
      all.removeAll { $0.rule == result.rule }
      all.append(result)
    }
    return Scoring(all, by: sheet).score(office: nil, scope: .applies)
  }

  static func shown(_ range: PointRange?) -> String {
    guard let range else { return "none" }
    return range.isExact ? "\(range.most)" : "\(range.least)–\(range.most)"
  }

  // MARK: Totals

  static let totals: [(results: [String], total: String)] = [
    ([], "100"),
    (["a"], "80"),
    (["b"], "50"),
    // 20 + 50 is cut to the 60 points of the item.
    (["a", "b"], "40"),
    (["c"], "95"),
    (["c*3"], "85"),
    (["c*30"], "40"),
    (["a*5"], "80"),
    // What a reviewer has to say is a range, also where it is violated for certain.
    (["e"], "70–100"),
    (["d", "e"], "60–90"),
    (["a:u"], "80–100"),
    (["a:p"], "80–100"),
    (["a:e"], "80–100"),
    (["a", "b:u"], "40–80"),
    (["c*2:u"], "90–100"),
    // A signal costs nothing.
    (["a:x"], "100"),
    (["f"], "98"),
    (["f*4"], "92"),
    (["g*4"], "97"),
    (["f*60"], "0"),
    (["f*49", "a", "b"], "0"),
    // An item that the case does not involve leaves both sums.
    (["d:n", "e:n"], "100"),
    (["d:n", "e:n", "a"], "66.67"),
    (["d:n", "a"], "80"),
    (["a:n", "b:n", "c:n", "d"], "75"),
    (["a:n", "b:n", "c:n", "d:n", "e:n"], "none"),
    (["f:n", "g:n"], "100"),
  ]

  @Test("adds up", arguments: totals)
  func total(results: [String], total: String) {
    var all = ["a", "b", "c", "d", "e", "f", "g", "w"].map { "\($0):s" }
    all.removeAll { satisfied in results.contains { $0.first == satisfied.first } }
    let score = Scoring((all + results).map(Self.result), by: Self.sheet)
      .score(office: nil, scope: .applies)
    #expect(Self.shown(score.total) == total)
  }

  @Test func `an item that is counted anyhow stays in both sums`() {
    var sheet = Self.sheet
    sheet.leavesOutNotInvolved = false
    let score = Self.score("d:n", "e:n", "a", sheet: sheet)
    #expect(Self.shown(score.total) == "80")
    #expect(score.items[1].standing == .notInvolved)
  }

  @Test func `a base is there before the items`() {
    var sheet = Self.sheet
    sheet.base = Points(50)
    sheet.scale = Points(50)
    #expect(Self.shown(Self.score("a", "f", sheet: sheet).total) == "88")
    sheet.items = []
    sheet.scale = .zero
    sheet.base = Points(100)
    #expect(Self.shown(Self.score("g", sheet: sheet).total) == "97")
  }

  @Test func `a rule that could not be loaded leaves its points open`() {
    let score = Self.score(leavingOut: ["a"])
    #expect(Self.shown(score.total) == "80–100")
    #expect(score.items[0].losses.first?.missingRules == ["a"])
  }

  @Test func `the cap is told`() {
    let score = Self.score("a", "b")
    #expect(score.items[0].isCapped)
    #expect(!Self.score("a").items[0].isCapped)
  }

  // MARK: Grades, vetoes

  static let grades: [(lost: String, best: String, worst: String)] = [
    ("10", "excellent", "excellent"), ("10.01", "pass", "pass"), ("40", "pass", "pass"),
    ("40.01", "fail", "fail"), ("0", "excellent", "excellent"), ("100", "fail", "fail"),
  ]

  @Test("grades to the point", arguments: grades)
  func grade(lost: String, best: String, worst: String) {
    var sheet = Self.sheet
    sheet.items = [Self.item("one", 100, Self.line(lost, "a"))]
    let score = Self.score("a", sheet: sheet)
    #expect(score.bestGrade?.id == best)
    #expect(score.worstGrade?.id == worst)
    let open = Self.score("a:u", sheet: sheet)
    #expect(open.bestGrade?.id == "excellent")
    #expect(open.worstGrade?.id == worst)
  }

  @Test func `the total as it is shown decides the grade`() {
    var sheet = Self.sheet
    // 100 × (3000 − 300.1) ÷ 3000 is 89.9966…, shown as 90.
    sheet.items = [Self.item("one", 3000, Self.line("300.1", "a"))]
    let score = Self.score("a", sheet: sheet)
    #expect(Self.shown(score.total) == "90")
    #expect(score.bestGrade?.id == "excellent")
  }

  @Test func `a veto sets the grade, the total, both or neither`() {
    var sheet = Self.sheet
    #expect(Self.shown(Self.score("w", "a", sheet: sheet).total) == "80")
    #expect(Self.score("w", sheet: sheet).bestGrade?.id == "excellent")
    sheet.vetoGrade = "fail"
    let graded = Self.score("w", sheet: sheet)
    #expect(graded.hasBrokenVeto)
    #expect(Self.shown(graded.total) == "100")
    #expect([graded.bestGrade?.id, graded.worstGrade?.id] == ["fail", "fail"])
    let open = Self.score("w:u", sheet: sheet)
    #expect(!open.hasBrokenVeto)
    #expect([open.bestGrade?.id, open.worstGrade?.id] == ["excellent", "fail"])
    sheet.vetoTotal = .zero
    #expect(Self.shown(Self.score("w", "a", sheet: sheet).total) == "0")
    #expect(Self.shown(Self.score("w", "a", sheet: sheet).totalBeforeVeto) == "80")
    #expect(Self.shown(Self.score("w:u", "a", sheet: sheet).total) == "0–80")
    #expect(Self.shown(Self.score("w:x", "a", sheet: sheet).total) == "80")
    #expect(Self.score("w:n", sheet: sheet).vetoes.map(\.standing) == [.notInvolved])
  }

  // MARK: Judgement

  @Test func `what a person judges is raised and takes nothing`() {
    var sheet = Self.sheet
    sheet.vetoes = [Self.veto("v", isJudgement: true, "w"), Self.veto("u")]
    sheet.items = [
      Self.item("one", 60, isJudgement: true, Self.line("60", "a")),
      Self.item("two", 40, Self.line("10", "d"), Self.line("5")),
    ]
    let score = Self.score("w", "a", sheet: sheet)
    #expect(Self.shown(score.total) == "100")
    #expect(score.vetoes.map(\.standing) == [.judgement, .judgement])
    #expect(score.vetoes.map(\.findings.count) == [1, 0])
    #expect(!score.hasBrokenVeto)
    #expect(score.items[0].standing == .judgement)
    #expect(score.items[0].raised.map(\.rule) == ["a"])
    #expect(score.items[1].unseenLines.count == 1)
    #expect(score.items[1].standing == .clear)
  }

  // MARK: Checks

  /// A rule of two checks of which one was not applicable.
  static func checked(_ told: Outcome, _ seen: Outcome) -> RuleResult {
    var result = RuleResult(rule: "r", outcome: max(told, seen))
    result.checks = [
      CheckOutcome(check: "told", outcome: told), CheckOutcome(check: "seen", outcome: seen),
    ]
    for (check, outcome) in [("told", told), ("seen", seen)]
    where outcome == .violated || outcome == .undetermined {
      result.findings.append(finding("r", check, outcome))
    }
    return result
  }

  @Test func `a check is judged by itself`() {
    var sheet = Self.sheet
    sheet.vetoes = []
    sheet.deductions = []
    sheet.items = [
      Self.item("told", 50, Self.line("10", "r#told")),
      Self.item("seen", 50, Self.line("20", "r#seen")),
    ]
    func total(_ result: RuleResult) -> String {
      Self.shown(Scoring([result], by: sheet).score(office: nil, scope: .applies).total)
    }
    #expect(total(Self.checked(.violated, .satisfied)) == "90")
    #expect(total(Self.checked(.satisfied, .violated)) == "80")
    #expect(total(Self.checked(.violated, .notApplicable)) == "80")
    #expect(total(Self.checked(.notApplicable, .undetermined)) == "60–100")
    #expect(total(Self.checked(.notApplicable, .notApplicable)) == "none")
    // Where the version or `applies` decided, the checks came to what the rule did.
    var whole = RuleResult(rule: "r", outcome: .undetermined)
    whole.findings = [Self.finding("r", nil, .undetermined)]
    #expect(total(whole) == "70–100")
  }

  @Test func `a finding that two feeders of a line see costs once`() {
    var sheet = Self.sheet
    sheet.items = [Self.item("one", 100, Self.line("10", per: .finding, "r", "r#told"))]
    sheet.deductions = []
    let result = Self.checked(.violated, .satisfied)
    let score = Scoring([result], by: sheet).score(office: nil, scope: .applies)
    #expect(Self.shown(score.total) == "90")
  }

  @Test func `violations that the sheet has nothing for are told`() {
    let score = Self.score("z", "y:x", "x:u", "a")
    #expect(score.unlisted.map(\.rule) == ["z"])
    #expect(Self.shown(score.total) == "80")
  }

  @Test func `a sheet that is not for the case says nothing else`() {
    let score = Scoring([Self.result("w")], by: Self.sheet)
      .score(office: "某局", scope: .doesNotApply)
    #expect(score.total == nil)
    #expect(score.items.isEmpty && score.vetoes.isEmpty && score.unlisted.isEmpty)
  }
}

@Suite struct PointsTests {
  @Test(arguments: ["0", "8", "1.5", "0.25", "92.31", "9999.99", "10.05"])
  func `are written as they are read`(text: String) {
    #expect(Points(text)?.description == text)
  }

  @Test(arguments: ["", "-1", "+1", "1.", ".5", "1.125", "12345", "1,5", "八", "1e2", "0x1", " 1"])
  func `are nothing else`(text: String) {
    #expect(Points(text) == nil)
  }

  @Test func `zeros at the end go`() {
    #expect(Points("2.50")?.description == "2.5")
    #expect(Points("2.00")?.description == "2")
    #expect((Points(1) - Points(3)).description == "-2")
  }

  @Test func `are scaled and averaged by rounding half up`() {
    #expect(Points(100).scaled(by: Points(2), of: Points(3)).description == "66.67")
    #expect(Points(100).scaled(by: Points(1), of: Points(3)).description == "33.33")
    #expect(Points(1).scaled(by: Points(1), of: Points(200)).description == "0.01")
    #expect(Points(50).scaled(by: Points(1), of: .zero) == .zero)
    #expect(Points.average([Points(1), Points(2)]).description == "1.5")
    #expect(Points.average([Points(1), Points(1), Points(2)]).description == "1.33")
    #expect(Points.average([]) == .zero)
  }
}

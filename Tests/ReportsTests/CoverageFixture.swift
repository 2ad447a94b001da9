import Findings
import SourceText

/// A rule of which some is shown, a definition of which all is.
enum CoverageFixture {
  static let file = SourceFile(
    path: "Rules/penalty/decision/reasoned.yaml",
    text: """
      id: penalty.decision.reasoned
      title: { zh: 说明理由, en: Reasons are given }
      applies: has(decision.made_on)
      require:
        - id: given
          that: >
            decision.reasoned && officers.exists(o, o.name < "乙")

      """)

  private static func place(_ text: String) -> Place { Fixture.place(of: text, in: file) }

  private static let first: CoverageWitness = {
    var witness = CoverageWitness(
      rule: "penalty.decision.reasoned", number: 1, name: "ordinary", note: "as it should be",
      place: place("id: given"))
    witness.text = "{ base: ordinary, outcome: satisfied }"
    return witness
  }()

  private static let aCase = CoverageWitness(
    rule: nil, number: nil, name: "Cases/late/case.yaml", note: nil, place: nil)

  static let report: CoverageReport = {
    var rule = CoverageGroup(
      kind: .rule, name: "penalty.decision.reasoned",
      title: BilingualText(zh: "说明理由", en: "Reasons are given"), file: file.path,
      place: place("penalty.decision.reasoned"))
    rule.range = ByteRange(0, file.bytes.count)
    rule.examples = 2
    var missing = OutcomeCoverage(check: "given", outcome: .violated, state: .missing)
    (missing.nearest, missing.nearestOutcome) = (first, .satisfied)
    missing.place = place("given")
    rule.outcomes = [
      OutcomeCoverage(check: nil, outcome: .violated, state: .missing),
      OutcomeCoverage(check: nil, outcome: .satisfied, state: .shown(first)),
      OutcomeCoverage(
        check: nil, outcome: .pending,
        state: .excused(BilingualText(zh: "没有期限", en: "there is no term"))),
      missing,
      OutcomeCoverage(check: "given", outcome: .satisfied, state: .shown(aCase)),
    ]
    rule.decisions = [applies, that, predicate]
    var definition = CoverageGroup(
      kind: .definition, name: "has_fine", title: BilingualText(zh: "有罚款", en: "There is a fine"),
      file: "Rules/records/penalty.definitions.yaml", place: nil)
    var decision = DecisionCoverage(
      key: "is", check: nil, name: nil, text: "decision.fined", isPart: false, place: nil,
      isReached: true)
    decision.conditions = [
      ConditionCoverage(
        text: "decision.fined", places: [],
        sides: [true, false].map { SideCoverage(side: $0, state: .shown(first)) })
    ]
    definition.decisions = [decision]
    var report = CoverageReport(groups: [rule, definition])
    (report.examples, report.failedExamples, report.cases) = (2, 1, 1)
    return report
  }()

  private static let applies: DecisionCoverage = {
    var decision = DecisionCoverage(
      key: "applies", check: nil, name: nil, text: "has(decision.made_on)", isPart: false,
      place: place("has(decision.made_on)"), isReached: true)
    var gap = CoverageGap(problem: .neverFalse)
    gap.needs = [.init(condition: "has(decision.made_on)", value: false)]
    gap.nearest = .init(
      witness: first, readings: [.init(condition: "has(decision.made_on)", value: .true)],
      changes: gap.needs)
    decision.conditions = [
      ConditionCoverage(
        text: "has(decision.made_on)", places: [place("has(decision.made_on)")],
        sides: [
          SideCoverage(side: true, state: .shown(first)),
          SideCoverage(side: false, state: .missing, gap: gap),
        ])
    ]
    decision.names = [.init(name: "made", text: "has(decision.made_on)")]
    return decision
  }()

  private static let that: DecisionCoverage = {
    let text = "decision.reasoned && officers.exists(o, o.name < \"乙\")"
    let exists = "officers.exists(o, o.name < \"乙\")"
    var decision = DecisionCoverage(
      key: "that", check: "given", name: nil, text: text, isPart: false, place: place(text),
      isReached: true)
    var nothing = CoverageGap(problem: .decidesNothing)
    nothing.implied = [.init(condition: exists, value: .absent)]
    decision.conditions = [
      ConditionCoverage(
        text: "decision.reasoned",
        places: [Fixture.place(of: "decision.reasoned", nth: 2, in: file)],
        sides: [
          SideCoverage(side: true, state: .shown(first)),
          SideCoverage(side: false, state: .missing, gap: nothing),
        ]),
      ConditionCoverage(
        text: exists, places: [place(exists)],
        sides: [
          SideCoverage(side: true, state: .shown(first)),
          SideCoverage(
            side: false,
            state: .excused(BilingualText(zh: "总有承办人", en: "there is always an officer"))),
        ]),
    ]
    return decision
  }()

  private static let predicate: DecisionCoverage = {
    let text = "o.name < \"乙\""
    var decision = DecisionCoverage(
      key: "that", check: "given", name: nil, text: text, isPart: true, place: place(text),
      isReached: false)
    var gap = CoverageGap(problem: .neverReached)
    gap.needs = [.init(condition: text, value: true)]
    var other = gap
    other.needs = [.init(condition: text, value: false)]
    decision.conditions = [
      ConditionCoverage(
        text: text, places: [place(text)],
        sides: [
          SideCoverage(side: true, state: .missing, gap: gap),
          SideCoverage(side: false, state: .missing, gap: other),
        ])
    ]
    return decision
  }()
}

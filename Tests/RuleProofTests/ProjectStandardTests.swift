import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import TestSupport
import Testing
import WorkCalendar

/// The score sheets of the project, on its sample cases.
@Suite struct ProjectStandardTests {
  static let ids = [
    "beijing-2016", "ecology-2024-no-penalty", "ecology-2024", "pingcha-general",
    "surveying",
  ]

  private func standard(_ id: String) throws -> CompiledStandard {
    try #require(ProjectRules.loaded.standards.first { $0.sheet.id == id })
  }

  /// The scores of sample cases, by the name of their folder.
  private func scores(by id: String, _ names: [String]? = nil) throws -> [String: CaseScore] {
    let loaded = ProjectRules.loaded
    let standard = try standard(id)
    let rulebook = try #require(loaded.rulebooks.first { $0.schema.kind == standard.kind })
    let loader = RecordLoader(kinds: loaded.kinds, checksAttachments: false)
    let review = RecordReview(
      rulebooks: loaded.rulebooks, asOf: try #require(CivilDate("2024-12-31")),
      scores: ScoreReview(standard, rulebook: rulebook))
    var scores: [String: CaseScore] = [:]
    for case .source(let source) in RecordDiscovery.find(["\(ProjectFolder.root)/Cases"]) {
      let name = source.folder?.split(separator: "/").last.map(String.init) ?? source.path
      if let names, !names.contains(name) { continue }
      scores[name] = review.review(loader.load(source)).score
    }
    return scores
  }

  @Test func `every sheet is right, and one is the default and ours`() {
    let standards = ProjectRules.loaded.standards
    #expect(standards.map(\.sheet.id) == Self.ids)
    #expect(standards.filter(\.isDefault).map(\.sheet.id) == ["pingcha-general"])
    #expect(standards.filter(\.sheet.isOurs).map(\.sheet.id) == ["pingcha-general"])
    for standard in standards { #expect(standard.sheet.source != nil) }
  }

  @Test func `the points are those of the sheets`() throws {
    func sum(_ id: String) throws -> Points {
      try standard(id).sheet.items.reduce(.zero) { $0 + ($1.points ?? .zero) }
    }
    #expect(try sum("pingcha-general") == Points(100))
    #expect(try sum("ecology-2024") == Points(100))
    #expect(try sum("surveying") == Points(14))
    let ecology = try standard("ecology-2024").sheet
    #expect(ecology.deductions.reduce(.zero) { $0 + ($1.points ?? .zero) } == Points(20))
    #expect(ecology.vetoes.count == 23)
    let decision = try #require(ecology.items.first { $0.id == "p11" })
    #expect(decision.lines.dropFirst().reduce(.zero) { $0 + $1.points.most } == Points(15))
  }

  @Test func `a clean closed case gets all points, and no veto`() throws {
    for id in ["pingcha-general", "surveying"] {
      let score = try #require(try scores(by: id, ["clean-file"])["clean-file"])
      let highest = try standard(id).sheet.highest
      #expect(score.total == PointRange(highest), "\(id)")
      #expect(score.vetoes.allSatisfy { ![.broken, .open].contains($0.standing) }, "\(id)")
      #expect(score.items.allSatisfy { $0.lost.isZero }, "\(id)")
      #expect(score.unlisted.isEmpty, "\(id)")
    }
    let score = try scores(by: "pingcha-general", ["clean-file"])["clean-file"]
    #expect(score?.bestGrade?.id == "excellent")
    #expect(score?.worstGrade?.id == "excellent")
    #expect(score?.office == "云岭县农业农村局")
  }

  @Test(arguments: [
    ("decided-day-95", "g8"), ("served-eighth-workday", "g9"),
    ("late-publicity-national-day", "g10"), ("personal-data-published", "g10"),
    ("reviewer-was-investigator", "g5"), ("seizure-without-video", "g11"),
    ("withdrawn-fourth-workday", "g10"),
  ])
  func `one thing wrong costs one item`(name: String, item: String) throws {
    let score = try #require(try scores(by: "pingcha-general", [name])[name])
    #expect(score.items.filter { !$0.lost.isZero }.map(\.id) == [item])
    #expect(!score.hasBrokenVeto)
    #expect(score.total?.isExact == true)
  }

  @Test(arguments: [
    ("no-legal-review", "g-v7"), ("reviewed-after-decision", "g-v7"),
    ("first-offence-was-third", "g-v14"), ("minor-corrected-fined", "g-v4"),
    ("simple-fine-old-limit", "g-v9"),
  ])
  func `what fails a case outright`(name: String, veto: String) throws {
    let score = try #require(try scores(by: "pingcha-general", [name])[name])
    #expect(score.vetoes.filter { $0.standing == .broken }.map(\.id) == [veto])
    #expect(score.bestGrade?.id == "fail")
  }

  @Test func `an open record is scored as a range`() throws {
    let score = try #require(try scores(by: "pingcha-general", ["open-extract"])["open-extract"])
    #expect(score.total == PointRange(.zero, Points(100)))
    #expect(!score.hasBrokenVeto)
  }

  @Test func `a sheet is only for the cases that it is for`() throws {
    let scores = try scores(by: "beijing-2016")
    #expect(scores.count > 25)
    #expect(scores.values.allSatisfy { $0.scope != .applies })
  }

  /// A violation must not cost points twice by our own sheet; nor, where it fails the case, any.
  @Test func `nothing feeds two entries of our sheet`() throws {
    let sheet = try standard("pingcha-general").sheet
    let feeders =
      sheet.vetoes.flatMap(\.feeders) + sheet.items.flatMap { $0.lines.flatMap(\.feeders) }
    var seen: Set<ScoreSheet.Feeder> = []
    for feeder in feeders {
      let whole = ScoreSheet.Feeder(rule: feeder.rule, check: nil)
      #expect(!seen.contains(feeder) && !seen.contains(whole), "\(feeder)")
      if feeder.check == nil { #expect(!seen.contains { $0.rule == feeder.rule }, "\(feeder)") }
      seen.insert(feeder)
    }
  }

  /// Every rule that can cost something by the sheet of ours does.
  @Test func `our sheet leaves no rule out but signals`() throws {
    let sheet = try standard("pingcha-general").sheet
    let fed = Set(
      (sheet.vetoes.flatMap(\.feeders) + sheet.items.flatMap { $0.lines.flatMap(\.feeders) })
        .map(\.rule))
    let left = ProjectRules.loaded.rules.map(\.summary)
      .filter { $0.kind == .violation && !fed.contains($0.id) }.map(\.id)
    #expect(left == Self.leftOut)
  }

  /// Requirements that no item of the sheet is about.
  static let leftOut = [
    "penalty.authority.jurisdiction-dispute", "penalty.transfer.approved-and-sent-in-time",
    "penalty.transfer.no-jurisdiction", "penalty.transfer.offset-against-sentence",
    "penalty.transfer.papers-complete", "penalty.transfer.police-answer-handled",
  ]
}

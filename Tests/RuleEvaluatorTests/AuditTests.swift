import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import SourceText
import TestSupport
import Testing
import WorkCalendar

/// An audit of a sample case, by the rules of the project.
@Suite struct AuditTests {
  private static let loaded = RuleFixture.folder
  private static let asOf = CivilDate("2024-12-31") ?? .first

  private func audit(
    of cases: [String], rules prefix: String = "penalty.", showsPersonalData: Bool = false
  ) async throws -> Audit {
    let loaded = Self.loaded
    let batch = BatchReview(
      loader: RecordLoader(kinds: loaded.kinds, checksAttachments: false),
      records: RecordReview(
        rulebooks: loaded.rulebooks, asOf: Self.asOf, audits: true,
        showsPersonalData: showsPersonalData),
      jobs: 2)
    var builder = AuditBuilder(
      loaded, asOf: Self.asOf,
      rules: loaded.rules.map(\.summary).filter { $0.id.hasPrefix(prefix) },
      sheet: nil, showsPersonalData: showsPersonalData)
    let sources = RecordDiscovery.find(cases.map { "\(ProjectFolder.root)/Cases/\($0)" })
    try await batch.run(sources) { reviewed in
      builder.add(reviewed)
      return true
    }
    return builder.finished()
  }

  @Test func `the schema says who decided, who handled it, in which field and when`() async throws {
    let audited = try #require(try await audit(of: ["decided-day-95"]).cases.first)
    #expect(audited.office == "云岭县农业农村局")
    #expect(audited.sector?.zh == "农业农村")
    #expect(audited.decidedOn == CivilDate("2024-09-27"))
    #expect(audited.officers.count == 2)
    #expect(audited.officers.allSatisfy { $0.contains("**") })
    let shown = try await audit(of: ["decided-day-95"], showsPersonalData: true)
    #expect(shown.cases[0].officers.allSatisfy { !$0.contains("**") })
    #expect(shown.provenance.showsPersonalData)
  }

  @Test func `the timeline has acts and terms, kept and broken, in the order of days`() async throws
  {
    let timeline = try #require(try await audit(of: ["decided-day-95"]).cases.first).timeline
    #expect(timeline.map(\.first) == timeline.map(\.first).sorted())
    let decided = try #require(timeline.first { $0.mark == .act(path: "decision.made_on") })
    #expect(decided.first == CivilDate("2024-09-27"))
    let late = try #require(
      timeline.first {
        $0.mark.rule == "penalty.decision.within-limit" && $0.mark.outcome == .violated
      })
    #expect(
      late.mark
        == .due(
          rule: "penalty.decision.within-limit", check: "in-time", outcome: .violated, daysLate: 4))
    #expect(late.from == CivilDate("2024-06-24"))
    #expect(late.last == CivilDate("2024-09-23"))
    #expect(late.act == CivilDate("2024-09-27"))
    #expect(timeline.contains { $0.mark.outcome == .satisfied })
    // Ends of validity tell no act, and a birth is nobody's business.
    for entry in timeline {
      guard case .act(let path) = entry.mark else { continue }
      #expect(!path.hasSuffix("valid_until") && !path.hasSuffix("birth_on"), "\(path)")
    }
  }

  @Test func `only chosen rules are told`() async throws {
    let audit = try await audit(of: ["decided-day-95"], rules: "penalty.publicity.")
    #expect(audit.rules.count == audit.cases[0].outcomes.count)
    #expect(audit.cases[0].findings.isEmpty)
    #expect(
      audit.cases[0].timeline.allSatisfy { $0.mark.rule?.hasPrefix("penalty.publicity.") ?? true })
  }

  @Test func `digests follow the texts and their order`() async throws {
    let both = try await audit(of: ["clean-file", "decided-day-95"]).provenance
    let turned = try await audit(of: ["decided-day-95", "clean-file"]).provenance
    #expect(both.recordsDigest.utf8.count == 64)
    #expect(both.recordsDigest != turned.recordsDigest)
    #expect(both.rulesDigest == turned.rulesDigest)
    #expect(!both.instruments.isEmpty)
    #expect(both.calendarYears.contains(2024))
  }
}

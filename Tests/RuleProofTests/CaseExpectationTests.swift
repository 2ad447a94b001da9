import Findings
import RuleProof
import SourceText
import TestSupport
import Testing

@Suite struct CaseExpectationTests {
  private func review(_ outcomes: [String: Outcome], codes: [String] = [], unreadable: Bool = false)
    -> CaseReview
  {
    CaseReview(
      source: "case.yaml", caseNumber: nil, caseTitle: nil, isUnreadable: unreadable,
      diagnostics: codes.map {
        LocatedDiagnostic(
          diagnostic: Diagnostic(
            code: $0, message: BilingualText(zh: "", en: ""), range: .none), place: nil,
          file: "case.yaml")
      },
      results: outcomes.sorted { $0.key < $1.key }.map {
        RuleResult(rule: $0.key, outcome: $0.value)
      })
  }

  private func expectations(_ text: String) throws -> CaseExpectations {
    let (expectations, problems) = CaseExpectations.read(
      SourceFile(path: "expected.yaml", text: text))
    #expect(problems == [])
    return try #require(expectations)
  }

  @Test func `what is not listed is satisfied or not applicable`() throws {
    let wanted = try expectations("as_of: 2024-12-31\nrules: { a: violated }\n")
    #expect(
      wanted.differences(
        from: review(["a": .violated, "b": .satisfied, "c": .notApplicable])) == [])
    #expect(
      wanted.differences(from: review(["a": .satisfied, "b": .pending])) == [
        .outcome(rule: "a", expected: .violated, actual: .satisfied),
        .outcome(rule: "b", expected: nil, actual: .pending),
      ])
  }

  @Test func `attachments and unreadable records are told by their codes`() throws {
    let altered = try expectations("as_of: 2024-12-31\nattachments: [attachment-altered]\n")
    #expect(altered.differences(from: review([:], codes: ["attachment-altered"])) == [])
    #expect(
      altered.differences(from: review([:])) == [
        .diagnostics(expected: ["attachment-altered"], actual: [])
      ])
    let broken = try expectations("as_of: 2024-12-31\nunreadable: [unknown-field]\n")
    #expect(
      broken.differences(from: review([:], codes: ["unknown-field"], unreadable: true)) == [])
    #expect(broken.differences(from: review([:], codes: ["unknown-field"])) != [])
  }

  @Test func `a mistake in the file is told at its place`() {
    expectDiagnostics(
      "«as_off»: 2024-12-31\nas_of: «2024-13-01»\nabout: { zh: 甲, en: A, «fr»: A }\nrules: { a: «bad» }\n",
      ["unknown-field", "bad-date", "unknown-field", "unknown-outcome"], behind: "# 预期\n"
    ) { CaseExpectations.read(SourceFile(path: "expected.yaml", text: $0)).1 }
  }
}

import Findings
import RuleCompiler
import RuleProof
import SourceText
import Testing

@Suite struct ProofExceptionTests {
  private func read(_ text: String) -> RulebookSource {
    RulebookSource(reading: [SourceFile(path: "proof.yaml", text: text)])
  }

  private let reason = "reason: { zh: 理由, en: why }"

  @Test func `a condition is excused by its text, on the sides that are named`() {
    let source = read(
      """
      coverage:
        - { rule: a.b.c, condition: 'x  &&\ty', side: false, \(reason) }
        - { rule: a.b.c, check: done, condition: has(z), \(reason) }
      """)
    var exceptions = ProofExceptions(source.proof)
    func excuses(_ side: Bool, _ text: String, _ check: String?) -> Bool {
      exceptions.reason(forSide: side, of: text, in: .rule("a.b.c"), check: check) != nil
    }
    #expect(excuses(false, "x && y", nil))
    #expect(!excuses(true, "x && y", nil))
    #expect(!excuses(true, "has(z)", nil))
    #expect(excuses(true, "has(z)", "done"))
    #expect(excuses(false, "has(z)", "done"))
    let other = exceptions.reason(
      forSide: false, of: "x && y", in: .definition("a.b.c"), check: nil)
    #expect(other == nil)
  }

  @Test func `what was not asked for is left over, and says why`() {
    let source = read(
      """
      coverage:
        - { rule: a.b.c, condition: has(x), \(reason) }
        - { rule: a.b.c, condition: has(w), \(reason) }
        - { rule: a.b.c, outcome: pending, \(reason) }
        - { rule: a.b.other, condition: has(x), \(reason) }
        - { field: case.title, condition: has(x), \(reason) }
      mutation:
        - { rule: a.b.c, mutant: one, \(reason) }
        - { rule: a.b.c, mutant: two, \(reason) }
        - { rule: a.b.c, mutant: three, \(reason) }
      """)
    var exceptions = ProofExceptions(source.proof)
    let codes = { (found: [FileDiagnostic]) in found.map(\.diagnostic.code) }
    #expect(
      codes(exceptions.leftOverCoverage(known: [.rule("a.b.c"): ["has(x)", "y"]]))
        == ["unneeded-exception", "exception-of-nothing", "unneeded-exception"])
    #expect(codes(exceptions.unknownFields(known: [])) == ["exception-of-nothing"])
    #expect(exceptions.unknownFields(known: ["case.title"]).isEmpty)
    #expect(exceptions.reason(forMutant: "one", of: "a.b.c") != nil)
    #expect(exceptions.reason(forMutant: "one", of: "a.b.other") == nil)
    #expect(
      codes(exceptions.leftOverMutations(known: ["a.b.c": ["one", "two"]]))
        == ["unneeded-exception", "exception-of-nothing"])
    #expect(
      exceptions.reason(forOutcome: .pending, of: "a.b.c", check: nil)?.en == "why")
    #expect(exceptions.reason(forOutcome: .pending, of: "a.b.c", check: "done") == nil)
    #expect(
      codes(exceptions.leftOverCoverage(known: [.rule("a.b.c"): []]))
        == ["exception-of-nothing", "exception-of-nothing"])
  }

  @Test(
    "what is wrong with the file is told at its place",
    arguments: [
      ("coverage: [ { rule: a.b.c, condition: x } ]", ["missing-key"]),
      ("coverage: [ { condition: x, REASON } ]", ["missing-key"]),
      ("coverage: [ { rule: a.b.c, definition: d, condition: x, REASON } ]", ["keys-exclude"]),
      ("coverage: [ { rule: a.b.c, outcome: late, REASON } ]", ["unknown-value"]),
      ("coverage: [ { rule: a.b.c, condition: x, side: yes, REASON } ]", ["wrong-shape"]),
      ("coverage: [ { rule: a.b.c, condition: x, reason: why } ]", ["wrong-shape"]),
      ("mutation: [ { rule: a.b.c, REASON } ]", ["missing-key"]),
      ("mutations: []", ["unknown-key"]),
      ("mutation: [ { rule: a.b.c, mutant: m, REASON } ]", ["exception-of-nothing"]),
    ])
  func faults(text: String, codes: [String]) {
    let source = read(text.replacing("REASON", with: reason) + "\n")
    let found = source.diagnostics.filter { $0.file == "proof.yaml" }
    #expect(found.map(\.diagnostic.code) == codes)
    #expect(found.allSatisfy { $0.diagnostic.range != .none })
  }
}

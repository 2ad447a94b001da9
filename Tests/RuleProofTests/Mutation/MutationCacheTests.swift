import Findings
import RuleCompiler
import RuleProof
import Testing

@Suite struct MutationCacheTests {
  private static let examples = [
    "- { base: ordinary, outcome: satisfied }",
    "- { base: ordinary, outcome: violated, with: { decision.pages: 1 } }",
  ]

  private func kept(_ rulebook: SmallRulebook, searches: Bool = true) -> [UInt8] {
    var cache = MutationCache(nil, program: "one")
    let rule = rulebook.loaded.source.rules[0]
    cache.keep(
      rulebook.measured(searches: searches),
      digest: RuleDigests(rulebook.loaded.source).digest(of: rule))
    return cache.bytes
  }

  private func found(
    _ bytes: [UInt8], of rulebook: SmallRulebook, program: String = "one", searches: Bool = true
  ) -> RuleMutation? {
    let rule = rulebook.loaded.source.rules[0]
    return MutationCache(bytes, program: program).result(
      for: rule, digest: RuleDigests(rulebook.loaded.source).digest(of: rule), searches: searches,
      in: rulebook.loaded)
  }

  @Test func `a result comes back as it was`() {
    let rulebook = SmallRulebook(that: "decision.pages >= 3", examples: Self.examples)
    let measured = rulebook.measured()
    #expect(!measured.survivors.isEmpty)
    #expect(found(kept(rulebook), of: rulebook) == measured)
  }

  @Test func `a result with a search serves without one, and not the other way round`() {
    let rulebook = SmallRulebook(that: "decision.pages >= 3", examples: Self.examples)
    #expect(
      found(kept(rulebook), of: rulebook, searches: false) == rulebook.measured(searches: false))
    #expect(found(kept(rulebook, searches: false), of: rulebook) == nil)
  }

  @Test func `another rule, another program or another file is nothing`() {
    let rulebook = SmallRulebook(that: "decision.pages >= 3", examples: Self.examples)
    let bytes = kept(rulebook)
    let changed = SmallRulebook(that: "decision.pages >= 2", examples: Self.examples)
    #expect(found(bytes, of: changed) == nil)
    #expect(found(bytes, of: rulebook, program: "two") == nil)
    #expect(found(Array("{ not json".utf8), of: rulebook) == nil)
    let more = SmallRulebook(
      that: "decision.pages >= 3",
      examples: Self.examples + ["- { base: ordinary, outcome: satisfied }"])
    #expect(found(bytes, of: more) == nil)
  }

  @Test func `a rule that is gone is forgotten`() {
    let rulebook = SmallRulebook(that: "decision.pages >= 3", examples: Self.examples)
    var cache = MutationCache(kept(rulebook), program: "one")
    cache.keepOnly([])
    #expect(found(cache.bytes, of: rulebook) == nil)
  }
}

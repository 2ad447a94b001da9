import Findings
import RuleCompiler
import RuleProof
import Testing

@Suite struct ExpressionMutantTests {
  /// The mutants of a condition, but for those of the rule around it: family and text.
  private func mutants(of condition: String, _ family: MutationFamily? = nil) throws -> [String] {
    try SmallRulebook(that: condition).mutants()
      .filter { $0.key.hasPrefix("that: ") && (family == nil || $0.family == family) }
      .map { "\($0.family.rawValue): \($0.that ?? "")" }
  }

  @Test func `every small change is made once, in the order of the text`() throws {
    #expect(
      try mutants(of: "decision.fine > money(\"5000\") && decision.reasoned == true") == [
        "term: decision.reasoned == true",
        "comparison: decision.fine >= money(\"5000\") && decision.reasoned == true",
        "amount: decision.fine > money(\"4999.99\") && decision.reasoned == true",
        "amount: decision.fine > money(\"5000.01\") && decision.reasoned == true",
        "term: decision.fine > money(\"5000\")",
        "boolean: decision.fine > money(\"5000\") || decision.reasoned == true",
        "fact: decision.fine > money(\"5000\") && decision.sealed == true",
        "comparison: decision.fine > money(\"5000\") && decision.reasoned != true",
        "truth: decision.fine > money(\"5000\") && decision.reasoned == false",
      ])
  }

  @Test(
    "operators",
    arguments: [
      ("decision.pages < 3", "decision.pages <= 3"), ("decision.pages <= 3", "decision.pages < 3"),
      ("decision.pages > 3", "decision.pages >= 3"), ("decision.pages >= 3", "decision.pages > 3"),
      ("decision.pages == 3", "decision.pages != 3"),
      ("decision.pages != 3", "decision.pages == 3"),
    ])
  func comparison(condition: String, mutant: String) throws {
    #expect(try mutants(of: condition, .comparison) == ["comparison: \(mutant)"])
  }

  @Test(
    "terms lose the brackets around them, and chains in brackets are one term",
    arguments: [
      (
        "(decision.pages > 1 || decision.sealed == true) && decision.pages < 9",
        [
          "decision.pages < 9", "(decision.sealed == true) && decision.pages < 9",
          "(decision.pages > 1) && decision.pages < 9",
          "(decision.pages > 1 || decision.sealed == true)",
        ]
      ),
      (
        "decision.pages > 1 && (decision.pages > 2 && decision.pages > 3)",
        [
          "(decision.pages > 2 && decision.pages > 3)", "decision.pages > 1",
          "decision.pages > 1 && (decision.pages > 3)",
          "decision.pages > 1 && (decision.pages > 2)",
        ]
      ),
      (
        "decision.pages > 1 && decision.pages > 2 && decision.pages > 3",
        [
          "decision.pages > 2 && decision.pages > 3", "decision.pages > 1 && decision.pages > 3",
          "decision.pages > 1 && decision.pages > 2",
        ]
      ),
      (
        "decision.sealed == true ? decision.pages > 1 : decision.pages > 2",
        ["(decision.pages > 1)", "(decision.pages > 2)"]
      ),
    ])
  func terms(condition: String, texts: [String]) throws {
    #expect(try mutants(of: condition, .term) == texts.map { "term: \($0)" })
  }

  @Test(
    "negation",
    arguments: [
      ("!has(decision.note_on)", ["has(decision.note_on)"]),
      ("has(decision.note_on)", ["!has(decision.note_on)"]),
      (
        "all_licensed && has(decision.note_on)",
        ["!all_licensed && has(decision.note_on)", "all_licensed && !has(decision.note_on)"]
      ),
      ("case.procedure in [\"simple\"]", ["!(case.procedure in [\"simple\"])"]),
      ("decision.pages > 3", []),
    ])
  func negation(condition: String, texts: [String]) throws {
    #expect(try mutants(of: condition, .negation) == texts.map { "negation: \($0)" })
  }

  @Test(
    "boundaries",
    arguments: [
      (
        MutationFamily.number, "decision.pages >= 3",
        ["decision.pages >= 2", "decision.pages >= 4"]
      ),
      (
        .date, "decision.made_on >= date(\"2024-03-01\")",
        [
          "decision.made_on >= date(\"2024-02-29\")", "decision.made_on >= date(\"2024-03-02\")",
        ]
      ),
      (
        .amount, "decision.fine >= 5000",
        ["decision.fine >= money(\"4999.99\")", "decision.fine >= money(\"5000.01\")"]
      ),
      (
        .period, "decision.told_on <= decision.made_on + workdays(7)",
        [
          "decision.told_on <= decision.made_on + workdays(6)",
          "decision.told_on <= decision.made_on + workdays(8)",
        ]
      ),
      (
        .unit, "decision.told_on <= decision.made_on + workdays(7)",
        ["decision.told_on <= decision.made_on + days(7)"]
      ),
    ])
  func boundary(family: MutationFamily, condition: String, texts: [String]) throws {
    #expect(try mutants(of: condition, family) == texts.map { "\(family.rawValue): \($0)" })
  }

  @Test(
    "a word of an enum becomes the next that its list does not hold",
    arguments: [
      ("case.procedure != \"simple\"", ["case.procedure != \"expedited\""]),
      (
        "case.procedure in [\"ordinary\", \"simple\"]",
        [
          "case.procedure in [\"expedited\", \"simple\"]",
          "case.procedure in [\"ordinary\", \"expedited\"]",
        ]
      ),
    ])
  func word(condition: String, texts: [String]) throws {
    #expect(try mutants(of: condition, .word) == texts.map { "word: \($0)" })
  }

  @Test(
    "quantifiers and facts",
    arguments: [
      (
        MutationFamily.quantifier, "officers.all(o, o.licensed == true)",
        ["officers.exists(o, o.licensed == true)"]
      ),
      (
        .fact, "decision.told_on > case.filed_on",
        [
          "notice.told_on > case.filed_on", "decision.note_on > case.filed_on",
        ]
      ),
      (
        .fact, "officers.all(o, o.until > o.from)",
        ["officers.all(o, o.from > o.from)", "officers.all(o, o.until > o.until)"]
      ),
    ])
  func other(family: MutationFamily, condition: String, texts: [String]) throws {
    #expect(try mutants(of: condition, family) == texts.map { "\(family.rawValue): \($0)" })
  }

  @Test func `keys say place and change, and number what is the same`() throws {
    let keys = try SmallRulebook(
      that: "decision.pages > 1 && decision.pages > 2"
    ).mutants().map(\.key)
    #expect(keys.contains("that: `>` → `>=`"))
    #expect(keys.contains("that: `>` → `>=` #2"))
    #expect(keys.contains("that: drop `decision.pages > 2` of `&&`"))
    #expect(Set(keys).count == keys.count)
  }
}

import Testing

@testable import CEL

/// What a beginning of an expression may go on with.
@Suite struct CompletionTests {
  let environment: Environment = {
    var environment = MadeUpRecord().environment
    environment.declare("terms.decision.due", .wrapper(.date))
    environment.declare("terms.decision.base", .wrapper(.date))
    environment.declare("terms.hearing.due", .wrapper(.date))
    environment.declare("basis of the rule", .dynamic)
    environment.declare(
      inline: Environment.Inline(
        name: "licensed",
        parameters: [.init(name: "name", type: .string, slot: 0)], result: .bool,
        evaluator: { _ in .bool(true) }, tracedEvaluator: { _ in .bool(true) }))
    return environment
  }()

  private func candidates(_ text: String) -> [String] {
    Completion(of: text, in: environment).candidates.map(\.text)
  }

  @Test(
    "a word goes on as the names that begin with it",
    arguments: [
      ("ca", ["case"]), ("case", ["case"]), ("peo", ["people"]), ("lic", ["licensed("]),
      ("workda", ["workdays(", "workdaysBetween("]), ("ha", ["has("]), ("tr", ["true"]),
      ("!(case.sure) && peo", ["people"]), ("[1, peo", ["people"]), ("{\"a\": peo", ["people"]),
      ("basis", []), ("nothing", []), ("te", ["terms."]), ("1", []), ("1.5", []),
    ])
  func names(text: String, expected: [String]) {
    #expect(candidates(text) == expected)
  }

  @Test(
    "behind a dot stand fields, and parts of dotted names",
    arguments: [
      ("case.d", ["day", "dim", "dimflag"]), ("1 + case.on", ["one"]),
      ("case.hearing.h", ["held_on"]), ("case.?te", ["text"]),
      ("terms.", ["decision.", "hearing."]), ("terms.decision.", ["base", "due"]),
      ("people[0].", ["d", "name", "v"]), ("people[case.one + 0].n", ["name"]),
      ("people.filter(p, p.v > 0)[0].n", ["name"]), ("(people)[0].n", ["name"]),
      ("people[?0].n", ["name"]), ("cel.b", ["bind("]),
      ("math.gr", ["greatest("]), ("case.none.", candidatesOfList),
      ("case.nothing.", []), ("nothing.", []), (".", []), ("1.", []), ("case.sure.", []),
    ])
  func fields(text: String, expected: [String]) {
    #expect(candidates(text) == expected)
  }

  /// Macros and functions of a list of integers.
  static let candidatesOfList = [
    "all(", "distinct(", "exists(", "existsOne(", "exists_one(", "filter(", "first(", "flatten(",
    "last(", "map(", "reverse(", "size(", "slice(", "sort(", "sortBy(", "transformList(",
    "transformMap(", "transformMapEntry(",
  ]

  @Test(
    "behind a dot stand the functions of the type",
    arguments: [
      ("case.text.starts", ["startsWith("]), ("case.role.starts", ["startsWith("]),
      ("case.day.starts", []), ("case.day.y", ["year("]),
      ("case.at.getF", ["getFullYear("]), ("case.text.getF", []),
      ("date(\"2024-01-01\").y", ["year("]), ("\"a\".starts", ["startsWith("]),
      ("people[?0].optM", ["optMap("]), ("people.optM", []), ("people[0].al", []),
    ])
  func functions(text: String, expected: [String]) {
    #expect(candidates(text) == expected)
  }

  @Test(
    "the variables of macros have the types of what is run over",
    arguments: [
      ("people.exists(person, per", ["person"]), ("people.exists(p, p.n", ["name"]),
      ("people.all(i, p, p.n", ["name"]), ("people.all(i, p, i.n", []),
      ("people.map(p, p).filter(q, q.v > 0 && q.n", ["name"]),
      ("people.exists(p, people.exists(q, p.n", ["name"]),
      ("people.exists(p, [p].exists(q, q.n", ["name"]),
      ("people.exists(p, p.v > 0) && p.n", []), ("people.exists(case, case.n", ["name"]),
      ("{\"a\": people}.all(k, v, v[0].n", ["name"]), ("{\"a\": 1}.all(key, k", ["key"]),
      ("cel.bind(p, people[0], p.n", ["name"]), ("people[?0].optMap(p, p.n", ["name"]),
      ("people.exists(p", ["people"]),
    ])
  func locals(text: String, expected: [String]) {
    #expect(candidates(text) == expected)
  }

  @Test(
    "inside quotes stand the values that the other side may have",
    arguments: [
      ("case.role == \"", ["clerk\"", "head\""]), ("case.role != 'h", ["head'"]),
      ("case.role in [\"", ["clerk\"", "head\""]), ("case.role in [\"head\", \"c", ["clerk\""]),
      ("case.sure && case.role == \"h", ["head\""]), ("case.role == \"x", []),
      ("case.text == \"", []), ("case.role < \"", []), ("\"", []), ("[\"", []),
      ("case.role == \"head\"", []), ("case.role == \"\"\"h", []), ("case.role == r\"h", []),
    ])
  func values(text: String, expected: [String]) {
    #expect(candidates(text) == expected)
  }

  @Test(
    "a remark has nothing to go on with, and the line behind it has",
    arguments: [
      ("// ca", []), ("case.sure // ca", []), ("// a remark\nca", ["case"]),
      ("case.sure && // a remark\n  ca", ["case"]),
    ])
  func remarks(text: String, expected: [String]) {
    #expect(candidates(text) == expected)
  }

  @Test(
    "what every candidate goes on with",
    arguments: [
      ("workd", "ays"), ("workdays", ""), ("peo", "ple"), ("case.di", "m"), ("nothing", ""),
      ("case.role == \"", ""), ("case.role == \"h", "ead\""),
    ])
  func continuations(text: String, expected: String) {
    #expect(Completion(of: text, in: environment).continuation == expected)
  }

  @Test func `damaged beginnings are harmless`() {
    let text = #"people.exists(p, {"a": [p.v, "汉字", '''x''', case.?role]}[`k`].filter(q, q == "h"#
    for end in text.indices {
      for start in text.indices where start < end {
        _ = Completion(of: String(text[start..<end]), in: environment)
      }
    }
    #expect(candidates(text) == [])
  }
}

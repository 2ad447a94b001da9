import SourceText
import Testing

@testable import CEL

/// An evaluation ends, on every machine at the same place.
@Suite struct BudgetTests {
  static let small = EvaluationBudget(steps: 20_000, bytes: 1 << 16)

  private func evaluate(
    _ source: String, within budget: EvaluationBudget, traced: Bool = false
  ) -> (outcome: String, spent: EvaluationBudget) {
    let record = MadeUpRecord(people: "TFA")
    let (program, _, diagnostics) = Program.compile(source, in: record.environment)
    guard let program else { return ("\(diagnostics.map(\.code))", budget) }
    var frame = record.frame(for: program)
    frame.budget = budget
    if traced { frame.tracer = Tracer() }
    let value = traced ? program.evaluateTraced(&frame) : program.evaluate(&frame)
    if case .fault(let fault) = value { return (fault.code, frame.spent) }
    return (ValueText.debug(value), frame.spent)
  }

  /// Ten texts each twice as long as the one before, `count` times within each other.
  private static func doubling(_ count: Int, from first: String, _ twice: String) -> String {
    var text = "cel.bind(x0, \(first), "
    for step in 1...count {
      let before = "x\(step - 1)"
      let sum = twice.split(separator: "$", omittingEmptySubsequences: false)
        .joined(separator: before)
      text += "cel.bind(x\(step), \(sum), "
    }
    return text + "size(x\(count)) > 0" + String(repeating: ")", count: count + 1)
  }

  static let endless: [(name: String, source: String)] = [
    (
      "comprehensions within each other",
      "lists.range(60).all(a, lists.range(60).all(b, lists.range(60).all(c, a + b + c >= 0)))"
    ),
    ("a text doubled", doubling(60, from: "'汉字'", "$ + $")),
    ("bytes doubled", doubling(60, from: "b'ab'", "$ + $")),
    ("a list doubled", doubling(60, from: "[1, 2]", "$ + $")),
    ("a list of lists doubled", doubling(60, from: "[[1]]", "[$[0] + $[0]]")),
    ("a text replaced by itself", doubling(40, from: "'aaaa'", "$.replace('a', $)")),
    ("a text joined by itself", doubling(40, from: "'aaaa'", "[$, $, $].join($)")),
    ("a text formatted into itself", doubling(40, from: "'%s'", "'%s%s'.format([$, $])")),
    ("a long range", "size(lists.range(9223372036854775807)) > 0"),
    ("a long range, summed", "sum(lists.range(1000000000)) > 0"),
    ("a list grown in a loop", "lists.range(200).map(x, lists.range(200)).flatten().size() > 0"),
    ("pairs of a map", "lists.range(300).transformMap(i, x, lists.range(i)).size() > 0"),
    ("many to compare", "lists.range(900).distinct().size() > 0"),
    ("sets", "sets.contains(lists.range(900), lists.range(900).reverse())"),
    ("membership in a loop", "lists.range(400).all(x, x in lists.range(400))"),
    (
      "comparing what is shared",
      "cel.bind(a, lists.range(100), lists.range(200).all(x, a == lists.range(100)))"
    ),
    (
      "searching in a loop",
      "cel.bind(t, lists.range(300).map(x, 'aaaa').join(), lists.range(300).all(x, !t.contains(t + 'b')))"
    ),
    (
      "a pattern in a loop",
      "cel.bind(t, lists.range(100).map(x, 'aaaa').join(), lists.range(300).all(x, t.matches('(a|aa){1,20}')))"
    ),
    ("sorting in a loop", "lists.range(200).all(x, lists.range(200).sortBy(y, -y)[0] == 199)"),
    ("digits", "lists.range(90).map(x, '%.1000f'.format([1.0 / 3.0])).join().size() > 0"),
  ]

  @Test("what would not end is a fault", arguments: endless.map(\.name))
  func bounded(name: String) throws {
    let (_, source) = try #require(Self.endless.first { $0.name == name })
    let (outcome, spent) = evaluate(source, within: Self.small)
    #expect(outcome == EvaluationBudget.faultCode)
    #expect(spent.steps <= Self.small.steps && spent.bytes <= Self.small.bytes)
    // The trace stops where the fast form does.
    let traced = evaluate(source, within: Self.small, traced: true)
    #expect(traced.outcome == outcome)
    #expect(traced.spent == spent)
  }

  @Test(
    "an operator that takes the fault for an answer does not hide it",
    arguments: [
      "lists.range(9000).all(x, x >= 0) || true", "true || lists.range(9000).all(x, x >= 0)",
      "!(lists.range(9000).all(x, x >= 0) && false)",
    ])
  func overall(source: String) {
    let hides = source.hasPrefix("true")
    #expect(
      evaluate(source, within: Self.small).outcome
        == (hides ? "true" : EvaluationBudget.faultCode))
  }

  @Test func `the count is the same to the step`() {
    // Four parts, a hundred times, and the hundred elements of the range.
    let source = "lists.range(100).all(x, x + 1 > 0)"
    let spent = EvaluationBudget(steps: 600, bytes: 2_400)
    #expect(evaluate(source, within: .standard).spent == spent)
    #expect(evaluate(source, within: .standard, traced: true).spent == spent)
    #expect(evaluate(source, within: spent).outcome == "true")
    for (steps, bytes) in [(599, 2_400), (600, 2_399)] {
      let outcome = evaluate(source, within: EvaluationBudget(steps: steps, bytes: bytes)).outcome
      #expect(outcome == EvaluationBudget.faultCode)
    }
  }

  @Test func `what cannot run long is not counted`() {
    let none = EvaluationBudget(steps: 0, bytes: 0)
    #expect(evaluate("case.one + 1 > 0 && case.role == 'head'", within: none).outcome == "true")
  }

  @Test func `the next evaluation in a frame has the whole budget again`() throws {
    let record = MadeUpRecord()
    let found = Program.compile("lists.range(100).all(x, x + 1 > 0)", in: record.environment)
    let program = try #require(found.program)
    var frame = record.frame(for: program)
    frame.budget = EvaluationBudget(steps: 600, bytes: 2_400)
    for _ in 0..<3 { #expect(ValueText.debug(program.evaluate(&frame)) == "true") }
  }

  @Test func `a variable that fills itself has a budget of its own`() throws {
    let record = MadeUpRecord()
    var environment = record.environment
    let inner = try #require(
      Program.compile("lists.range(100).map(x, x + 1)", in: environment).program)
    environment.reserve(through: inner.slotCount)
    environment.declare("long", .list(.int), initializer: inner.evaluate)
    let outer = try #require(
      Program.compile("long.all(x, x > 0) && long.size() == 100", in: environment).program)
    var frame = record.frame(for: outer)
    // Each of the two fits, both together do not.
    frame.budget = EvaluationBudget(steps: 600, bytes: 4_800)
    #expect(ValueText.debug(outer.evaluate(&frame)) == "true")
    #expect(frame.spent.bytes == 0)
  }

  @Test func `a definition is paid for by who calls it`() throws {
    let record = MadeUpRecord()
    var environment = record.environment
    let slot = environment.declare("n", .int)
    let inner = try #require(
      Program.compile("lists.range(n).all(x, x >= 0)", in: environment).program)
    environment.reserve(through: inner.slotCount)
    let parameter = Environment.Variable(name: "n", type: .int, slot: slot)
    environment.declare(
      inline: Environment.Inline(
        name: "positive", parameters: [parameter], result: .bool, evaluator: inner.evaluate,
        tracedEvaluator: inner.evaluateTraced))
    let outer = try #require(
      Program.compile("lists.range(50).all(i, positive(i))", in: environment).program)
    var frame = record.frame(for: outer)
    frame.budget = EvaluationBudget(steps: 3_000, bytes: 1 << 20)
    guard case .fault(let fault) = outer.evaluate(&frame) else {
      Issue.record("fifty calls of some hundred steps fit 3000")
      return
    }
    #expect(fault.code == EvaluationBudget.faultCode)
    frame.budget.steps = 30_000
    #expect(ValueText.debug(outer.evaluate(&frame)) == "true")
  }

  @Test func `a list that holds one list many times over is too large`() {
    let source = Self.doubling(40, from: "[1]", "[$, $]")
    #expect(evaluate(source, within: .standard).outcome == "too-large")
  }
}

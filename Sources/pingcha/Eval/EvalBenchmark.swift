import CEL
import RuleCompiler
import SourceText

/// Times the stages of expressions, for `Benchmarks/cel`.
struct EvalBenchmark {
  let session: EvalSession

  /// Times an expression and returns a line of JSON: nanoseconds for each stage, and what it gives
  /// where that is a boolean. `nil` for one that is wrong.
  func line(for expression: String) -> String? {
    let environment = session.rulebook.environment
    let firstLocal = session.rulebook.slotCount
    guard let program = session.rulebook.compile(expression: expression).program else {
      return nil
    }
    let tree = program.checked.tree
    let checked = program.checked
    var frame = session.frame(for: program)
    let value: String
    if case .bool(let flag) = program.evaluate(&frame) { value = "\(flag)" } else { value = "null" }
    let parsing = Self.nanoseconds { _ = parse(expression) }
    let checking = Self.nanoseconds { _ = Checker.check(tree, in: environment, expecting: nil) }
    let planning = Self.nanoseconds {
      _ = Program(checked, in: environment, firstLocal: firstLocal)
    }
    let evaluating = Self.nanoseconds { _ = program.evaluate(&frame) }
    return """
      {"parse":\(parsing),"check":\(checking),"plan":\(planning),"evaluate":\(evaluating),\
      "value":\(value)}
      """
  }

  /// Nanoseconds of one call, the least of several rounds of at least 20 ms.
  private static func nanoseconds(of work: () -> Void) -> Double {
    var count = 1
    while elapsed(count, work) < 20_000_000 { count *= 2 }
    return (0..<7).map { _ in elapsed(count, work) / Double(count) }.min() ?? 0
  }

  private static func elapsed(_ count: Int, _ work: () -> Void) -> Double {
    let start = ContinuousClock.now
    for _ in 0..<count { work() }
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) * 1e9 + Double(attoseconds) / 1e9
  }
}

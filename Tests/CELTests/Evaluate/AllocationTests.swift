import CTestSupport
import SourceText
import Testing

@testable import CEL

/// A condition over facts that are on file asks for no memory when it is evaluated: its plan has all
/// it needs, and values of facts are shared, not copied. Counted as the tests are built, which may
/// allocate more than what is optimised, and never less.
@Suite(.enabled(if: canCount)) struct AllocationTests {
  /// How often the fast plan of an expression asks for memory in so many evaluations, once warm.
  private func allocations(of expression: String, rounds: Int = 100) throws -> UInt64 {
    let record = MadeUpRecord(people: "TF")
    var environment = record.environment
    let lazy = environment.declare("lazy", .wrapper(.int), initializer: { _ in .int(1) })
    let (program, _, diagnostics) = Program.compile(
      expression, in: environment, expecting: .bool)
    let ready = try #require(program, "\(diagnostics.map(\.message.en))")
    var frame = record.frame(for: ready)
    frame.slots[lazy] = nil
    for _ in 0..<3 {
      guard case .bool = ready.evaluate(&frame) else {
        Issue.record("\(expression) is not decided")
        return 0
      }
    }
    let before = allocation_count()
    for _ in 0..<rounds { _ = ready.evaluate(&frame) }
    return allocation_count() - before
  }

  @Test(
    "an evaluation allocates nothing",
    arguments: [
      "case.sure", "!case.never", "case.sure && !case.never", "case.never || case.sure",
      "case.sure && case.one == 1 && case.role == \"head\" && case.day >= case.day",
      "case.sure ? case.one > 0 : case.zero > 0",
      "case.sure != false", "case.sure == true", "case.flag != false",
      "case.one == 1", "case.one != 2", "case.one > 0", "case.one <= case.zero",
      "case.one + 1 > case.zero * 2", "case.text == \"汉字\"", "case.text != case.text",
      "case.text < \"汉字典\"", "case.text.startsWith(\"汉\")", "size(case.text) > 1",
      "case.role == \"head\"", "case.role != \"clerk\"",
      "case.role in [\"clerk\", \"head\"]",
      "case.day < date(\"2024-10-01\")", "case.day == case.day",
      "case.day + days(7) >= date(\"2024-10-01\")", "case.day.year() == 2024",
      "case.at < case.at", "date(case.at) >= case.day",
      "case.sum > money(\"4999.99\")", "case.sum == money(\"5000\")", "case.sum >= 5000",
      "has(case.text)", "has(case.gone)", "!has(case.word)",
      "has(case.text) && case.text == \"汉字\"",
      "case.gone == null", "case.one != null", "case.gone != 1", "case.word == \"x\"",
      "has(case.nine)", "has(case.none)", "has(case.trial)", "has(case.trial.held_on)",
      "case.trial.held_on < case.day", "1 in case.nine", "2 in case.nine", "size(case.nine) == 2",
      "case.nine[0] == 1", "people[0].v > 0", "lazy == 1",
      "people.exists(p, p.v > 0)", "cel.bind(n, case.one, n > 0)",
    ])
  func conditions(expression: String) throws {
    #expect(try allocations(of: expression) == 0)
  }

  @Test(
    "what makes a value asks for memory, which shows that it is counted",
    arguments: [
      "case.text + \" and more of it\" != case.text", "size(case.nine.map(n, n + 1)) == 2",
    ])
  func counts(expression: String) throws {
    #expect(try allocations(of: expression) >= 100)
  }
}

/// False where the C library lets nobody count.
private let canCount: Bool = {
  let before = allocation_count()
  withExtendedLifetime(MadeUpRecord()) {}
  return allocation_count() > before
}()

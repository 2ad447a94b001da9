import SourceText
import Testing

@testable import CEL

/// What is still to be decided, and which facts would decide it.
@Suite struct ResidualTests {
  let record = MadeUpRecord(people: "TFAU")

  private func residual(_ source: String) -> String {
    let found = Program.compile(source, in: record.environment)
    guard let program = found.program else { return "\(found.diagnostics.map(\.code))" }
    return program.residual(in: record.frame(for: program))
  }

  @Test(
    "what is left",
    arguments: [
      // What is known is its value.
      ("1 + 2 == 3 && case.sure", "true"), ("case.one + 1", "2"), ("case.text", "\"汉字\""),
      ("case.day + days(1)", "date(\"2024-10-01\")"), ("case.sum * 2", "money(\"10000.00\")"),
      ("case.gone", "null"), ("case.nine.map(n, n + 1)", "[2, 10]"),
      // Terms that change nothing are left out; one that decides is the whole.
      ("case.sure && case.dim > 0 && case.one == 1", "case.dim > 0"),
      ("case.never || case.dim > 0", "case.dim > 0"), ("case.dim > 0 && case.never", "false"),
      ("case.dim > 0 || case.sure", "true"),
      (
        "case.sure && (case.dim > 0 || case.never || case.grey > 1 + 1)",
        "case.dim > 0 || case.grey > 2"
      ),
      (
        "(case.dim > 0 || case.grey > 0) && case.dim < case.one + 8",
        "(case.dim > 0 || case.grey > 0) && case.dim < 9"
      ),
      ("!(case.dim > 0 && case.sure)", "!(case.dim > 0)"), ("!case.dimflag", "!case.dimflag"),
      // Known parts of what is open.
      ("case.dim + (case.one + 1) * 2 > case.zero", "case.dim + 4 > 0"),
      ("case.dim - (case.grey - case.one) > 0", "case.dim - (case.grey - 1) > 0"),
      ("case.dim * (case.grey + case.one) > 0", "case.dim * (case.grey + 1) > 0"),
      ("-case.dim < case.one - 2", "-case.dim < -1"),
      ("case.dim in [case.one, 2]", "case.dim in [1, 2]"),
      ("case.sure ? case.dim > 0 : case.never", "case.dim > 0"),
      ("case.dim > 0 ? case.one : case.zero", "case.dim > 0 ? 1 : 0"),
      ("has(case.inquiry.held_on) && case.sure", "has(case.inquiry.held_on)"),
      ("has(case.inquiry) || case.never", "has(case.inquiry)"),
      ("case.inquiry.held_on > case.day", "case.inquiry.held_on > date(\"2024-09-30\")"),
      ("math.greatest(case.dim, case.one + 1) > 0", "math.greatest(case.dim, 2) > 0"),
      ("string(case.dim).startsWith(string(case.one))", "string(case.dim).startsWith(\"1\")"),
      // What is known too imprecisely stays as it stands.
      (
        "case.october < date(\"2017-10-08\") && case.sure",
        "case.october < date(\"2017-10-08\")"
      ),
      ("case.open.exists(n, n > 90) || case.never", "case.open.exists(n, n > 90)"),
      ("case.open.exists(n, n > 90 + case.one)", "case.open.exists(n, n > 91)"),
      ("size(case.open) == case.one + 1", "size(case.open) == 2"),
      // Elements by their paths.
      ("people.all(p, p.v != 7)", "people[3].v != 7"),
      ("people.exists(p, p.v > case.one)", "people[2].v > 1 || people[3].v > 1"),
      ("people[3].v > 0 && people[0].v > 0", "people[3].v > 0"),
      ("people.filter(p, p.v > case.zero + 1).size() > 0", "people.filter(p, p.v > 1).size() > 0"),
      ("case.nine.all(n, n < case.dim)", "1 < case.dim && 9 < case.dim"),
      (
        "cel.bind(x, case.dim + case.one, x > 0 && x < 9)",
        "case.dim + 1 > 0 && case.dim + 1 < 9"
      ),
      ("cel.bind(x, case.one, x + case.dim > x)", "1 + case.dim > 1"),
      // What is absent or at fault would be so again.
      ("case.gone > 0", "case.gone > 0"),
      ("case.dim > 0 && case.gone > 0", "case.dim > 0 && case.gone > 0"),
      ("1 / case.zero > 0", "1 / case.zero > 0"),
    ])
  func left(source: String, wanted: String) {
    #expect(residual(source) == wanted)
  }

  /// What is left says the same as the whole, and reads to itself.
  @Test(
    "the same outcome",
    arguments: [
      "case.sure && (case.dim > 0 || case.never || case.grey > 1 + 1)", "people.all(p, p.v != 7)",
      "people.exists(p, p.v > case.one)", "case.dim - (case.grey - case.one) > 0",
      "cel.bind(x, case.dim + case.one, x > 0 && x < 9)", "case.nine.all(n, n < case.dim)",
      "case.dim > 0 ? case.one : case.zero", "case.october < date(\"2017-10-08\") && case.sure",
      "case.text + \"\\\"\\n\" == string(case.dim)", "case.open.exists(n, n > 90 + case.one)",
    ])
  func same(source: String) {
    let left = residual(source)
    #expect(record.outcome(of: left) == record.outcome(of: source), "\(left)")
    #expect(residual(left) == left)
  }

  @Test func `an unknown names each fact by its path`() {
    record.expect([
      ("people.all(p, p.v != 7)", "U(people[3].v)"),
      ("people[3].v > 0 && case.dim > 0", "U(people[3].v case.dim)"),
      ("case.inquiry.held_on > case.day", "U(case.inquiry.held_on)"),
      ("case.inquiry.people.exists(n, n > 1)", "U(case.inquiry.people)"),
      ("people.filter(p, p.v > 0).map(p, p.name).size() > 0", "U(people[3].v)"),
      ("people[2].v > 0", "A(people[2].v)"),
    ])
  }
}

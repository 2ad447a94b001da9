import Testing

@testable import CEL

/// The table of the four states, row by row: T and F, absent, unknown, fault.
@Suite struct AlgebraTests {
  let record = MadeUpRecord()

  @Test func `a value that decides is enough, on either side`() {
    record.expect(
      ["case.gone > 0", "case.dim > 0", "1 / case.zero > 0", "case.flag", "case.dimflag"].flatMap {
        state in
        [
          ("case.one == 2 && \(state)", "false"), ("\(state) && case.one == 2", "false"),
          ("case.one == 1 || \(state)", "true"), ("\(state) || case.one == 1", "true"),
        ]
      })
  }

  @Test func `a value that does not decide leaves the state`() {
    record.expect([
      ("case.sure && case.gone > 0", "A(case.gone)"),
      ("case.gone > 0 && case.sure", "A(case.gone)"),
      ("case.never || case.gone > 0", "A(case.gone)"),
      ("case.gone > 0 || case.never", "A(case.gone)"),
      ("case.sure && case.dim > 0", "U(case.dim)"), ("case.dim > 0 && case.sure", "U(case.dim)"),
      ("case.never || case.dim > 0", "U(case.dim)"), ("case.dim > 0 || case.never", "U(case.dim)"),
      ("case.sure && 1 / case.zero > 0", "fault(divide-by-zero)"),
      ("1 / case.zero > 0 || case.never", "fault(divide-by-zero)"),
    ])
  }

  @Test("unknown before fault before absent", arguments: ["&&", "||"])
  func undecided(operation: String) {
    let (a, u, fault) = ("case.gone > 0", "case.dim > 0", "1 / case.zero > 0")
    record.expect([
      ("\(a) \(operation) \(u)", "U(case.dim)"), ("\(u) \(operation) \(a)", "U(case.dim)"),
      ("\(u) \(operation) \(fault)", "U(case.dim)"), ("\(fault) \(operation) \(u)", "U(case.dim)"),
      ("\(a) \(operation) \(fault)", "fault(divide-by-zero)"),
      ("\(fault) \(operation) \(a)", "fault(divide-by-zero)"),
      ("\(a) \(operation) \(fault) \(operation) \(u)", "U(case.dim)"),
      ("\(a) \(operation) case.lost > 0", "A(case.gone case.lost)"),
      ("\(u) \(operation) case.grey > 0", "U(case.dim case.grey)"),
      ("\(u) \(operation) case.dim > 1", "U(case.dim)"),
    ])
  }

  @Test func `equality and membership are total on null`() {
    record.expect([
      ("null == null", "true"), ("case.gone == null", "true"), ("case.one == null", "false"),
      ("null != case.one", "true"), ("case.gone != null", "false"),
      ("case.gone == case.lost", "true"), ("case.gone == 1", "false"), ("1 == case.gone", "false"),
      ("case.gone != 1", "true"), ("case.gone in [1, 2]", "false"),
      ("dyn(null) in [1, 2]", "false"),
      ("case.gone in [1, case.lost]", "true"), ("!(case.gone in [1])", "true"),
      ("case.october == null", "false"), ("case.hearing == null", "true"),
      ("case.trial == null", "false"), ("[case.gone] == [null]", "true"),
    ])
  }

  @Test func `any other operator or function on null is absent and names the facts`() {
    record.expect([
      ("case.gone < 5", "A(case.gone)"), ("5 >= case.gone", "A(case.gone)"),
      ("case.gone <= case.lost", "A(case.gone case.lost)"), ("case.gone + 1 > 0", "A(case.gone)"),
      ("1 - case.gone > 0", "A(case.gone)"), ("-case.gone > 0", "A(case.gone)"),
      ("case.word.startsWith(\"a\")", "A(case.word)"),
      ("\"abc\".contains(case.word)", "A(case.word)"),
      ("size(case.word) > 0", "A(case.word)"), ("string(case.gone) == \"\"", "A(case.gone)"),
      ("case.word.matches(\"a\")", "A(case.word)"), ("case.nine[case.gone] == 1", "A(case.gone)"),
      ("int(dyn(null)) == 1", "A()"),
    ])
  }

  @Test func `null where a condition is due is absent`() {
    record.expect([
      ("!case.flag", "A(case.flag)"), ("case.flag && case.sure", "A(case.flag)"),
      ("case.flag || case.never", "A(case.flag)"),
      ("case.flag ? case.sure : case.never", "A(case.flag)"),
      ("case.nine.all(n, case.flag)", "A(case.flag)"),
    ])
  }

  @Test func `a strict operator prefers fault to absent to unknown`() {
    record.expect([
      ("case.gone < case.dim", "A(case.gone)"), ("case.dim < case.gone", "A(case.gone)"),
      ("1 / case.zero > case.gone", "fault(divide-by-zero)"),
      ("case.gone > 1 / case.zero", "fault(divide-by-zero)"),
      ("case.dim > 1 / case.zero", "fault(divide-by-zero)"),
      ("case.dim + case.grey > 0", "U(case.dim case.grey)"),
      ("[case.dim, case.grey].size() > 0", "U(case.dim case.grey)"),
      ("{case.dim: 1}.size() == 1", "U(case.dim)"),
    ])
  }

  @Test func `unknown stays unknown in equality, membership, presence and negation`() {
    record.expect([
      ("case.dim == 1", "U(case.dim)"), ("1 == case.dim", "U(case.dim)"),
      ("case.dim != 1", "U(case.dim)"), ("case.dim == null", "U(case.dim)"),
      ("case.dim in [1, 2]", "U(case.dim)"), ("has(case.dim)", "U(case.dim)"),
      ("!case.dimflag", "U(case.dimflag)"), ("case.inquiry == null", "U(case.inquiry)"),
      ("case.dim == case.gone", "U(case.dim)"),
    ])
  }

  @Test func `the condition of a choice decides, and its other branch is not looked at`() {
    record.expect([
      ("case.dim > 0 ? case.sure : case.sure", "U(case.dim)"),
      ("case.gone > 0 ? case.sure : case.sure", "A(case.gone)"),
      ("1 / case.zero > 0 ? case.sure : case.sure", "fault(divide-by-zero)"),
      ("case.one == 1 ? case.sure : case.gone > 0", "true"),
      ("case.one == 2 ? case.dim > 0 : case.sure", "true"),
      ("case.one == 1 ? case.sure : 1 / case.zero > 0", "true"),
      ("case.one == 2 ? 1 : case.one == 3 ? 2 : case.dim > 0 ? 3 : 4", "U(case.dim)"),
      ("case.one == 2 ? 1 : case.one == 1 ? 2 : case.dim", "2"),
    ])
  }

  @Test(
    "comprehensions",
    arguments: [
      // The elements, and what all, exists and exists_one of `p.v / p.d > 0` come to.
      ("", "true", "false", "false"), ("TT", "true", "true", "false"),
      ("TF", "false", "true", "true"), ("FF", "false", "false", "false"),
      ("FAU!", "false", "U(people[2].v)", "fault(divide-by-zero)"),
      ("TAU!", "U(people[2].v)", "true", "fault(divide-by-zero)"),
      ("AU", "U(people[1].v)", "U(people[1].v)", "U(people[1].v)"),
      ("A!", "fault(divide-by-zero)", "fault(divide-by-zero)", "fault(divide-by-zero)"),
      ("U!", "U(people[0].v)", "U(people[0].v)", "fault(divide-by-zero)"),
      (
        "AA", "A(people[0].v people[1].v)", "A(people[0].v people[1].v)",
        "A(people[0].v people[1].v)"
      ),
      ("TA", "A(people[1].v)", "true", "A(people[1].v)"),
      ("FA", "false", "A(people[1].v)", "A(people[1].v)"),
    ])
  func comprehensions(elements: String, all: String, exists: String, one: String) {
    let record = MadeUpRecord(people: elements)
    record.expect([
      ("people.all(p, p.v / p.d > 0)", all), ("people.exists(p, p.v / p.d > 0)", exists),
      ("people.exists_one(p, p.v / p.d > 0)", one),
      ("people.all(i, p, i < 0 || p.v / p.d > 0)", all),
      ("people.exists(i, p, i >= 0 && p.v / p.d > 0)", exists),
    ])
  }

  @Test(
    "map and filter are lost whole",
    arguments: [
      ("TF", "1", "[1, -1]"), ("TA", "A(people[1].v)", "[1, null (people[1].v)]"),
      ("TU", "U(people[1].v)", "U(people[1].v)"), ("AU", "U(people[1].v)", "U(people[1].v)"),
      ("U!", "fault(divide-by-zero)", "U(people[0].v)"),
    ])
  func lists(elements: String, filtered: String, mapped: String) {
    let record = MadeUpRecord(people: elements)
    record.expect([
      ("size(people.filter(p, p.v / p.d > 0))", filtered), ("people.map(p, p.v)", mapped),
    ])
  }

  @Test func `presence`() {
    record.expect([
      ("has(case.one)", "true"), ("has(case.zero)", "true"), ("has(case.never)", "true"),
      ("has(case.gone)", "false"), ("has(case.nine)", "true"), ("has(case.none)", "false"),
      ("has(case.hearing)", "false"), ("has(case.trial)", "true"),
      ("has(case.inquiry)", "U(case.inquiry)"), ("has(case.hearing.held_on)", "false"),
      ("has(case.inquiry.held_on)", "U(case.inquiry.held_on)"),
      ("has(case.october)", "true"), ("has(people)", "false"), ("has(case)", "true"),
    ])
  }

  @Test func `a field of a section that is not on file is absent or unrecorded`() {
    record.expect([
      ("case.hearing.held_on", "null(case.hearing.held_on)"),
      ("case.hearing.held_on > case.day", "A(case.hearing.held_on)"),
      ("case.inquiry.held_on > case.day", "U(case.inquiry.held_on)"),
      ("size(case.hearing.people)", "0"), ("has(case.hearing.people)", "false"),
      ("has(case.inquiry.people)", "U(case.inquiry.people)"),
      ("optional.of(case.hearing).hasValue()", "true"), ("type(case.gone) == null_type", "true"),
      ("string(dyn(case.hearing)) == \"\"", "A(case.hearing)"),
      ("string(dyn(case.inquiry)) == \"\"", "U(case.inquiry)"),
    ])
  }

  @Test func `a value takes no more room than three words`() {
    #expect(MemoryLayout<Value>.size <= 24)
  }
}

import SourceText
import Testing

@testable import CEL

/// The lists and sets extensions, and what they make of facts that are missing (semantics §1, §2).
@Suite struct ListLibraryTests {
  let record = MadeUpRecord(people: "TFAU")

  /// What the check says of an expression: its type, or the codes of its diagnostics.
  private func type(of source: String) -> String {
    let (program, checked, diagnostics) = Program.compile(source, in: record.environment)
    guard program != nil, let checked else { return diagnostics.map(\.code).joined(separator: " ") }
    return checked.type.text
  }

  @Test func `ranges, ends and slices`() {
    record.expect([
      ("lists.range(4)", "[0, 1, 2, 3]"), ("lists.range(0)", "[]"), ("lists.range(-3)", "[]"),
      ("[1, 2, 3].first().value()", "1"), ("[1, 2, 3].last().value()", "3"),
      ("[1].filter(x, false).first().hasValue()", "false"),
      ("[1].filter(x, false).last().orValue(7)", "7"),
      ("[1, 2, 3].reverse()", "[3, 2, 1]"), ("'汉字a'.reverse()", "\"a字汉\""),
      ("dyn('ab').reverse() == 'ba'", "true"),
      ("[1, 2, 3, 4].slice(1, 3)", "[2, 3]"), ("[1, 2].slice(0, 2)", "[1, 2]"),
      ("[1, 2].slice(2, 2)", "[]"), ("[1, 2].slice(-1, 1)", "fault(invalid-argument)"),
      ("[1, 2].slice(1, 0)", "fault(invalid-argument)"),
      ("[1, 2].slice(0, 3)", "fault(invalid-argument)"),
    ])
  }

  @Test func `flatten`() {
    record.expect([
      ("[[1, 2], [], [3]].flatten()", "[1, 2, 3]"),
      ("[[[1]], [[2, 3]]].flatten()", "[[1], [2, 3]]"),
      ("dyn([1, [2, [3, [4]]]]).flatten(2)", "[1, 2, 3, [4]]"),
      ("[1, [2, [3]]].flatten(0)", "[1, [2, [3]]]"), ("[1, [2]].flatten()", "[1, 2]"),
      ("[[1]].flatten(-1)", "fault(invalid-argument)"), ("[].flatten()", "[]"),
    ])
  }

  @Test func `distinct is by equality across number types`() {
    record.expect([
      ("[1, 2, 1, 3, 2].distinct()", "[1, 2, 3]"), ("['a', 'b', 'a'].distinct()", "[\"a\", \"b\"]"),
      ("[dyn(1), 1u, 1.0, 2].distinct().size()", "2"),
      ("[[1], [2], [1]].distinct()", "[[1], [2]]"),
      ("[0.0 / 0.0].map(n, [n, n]).flatten().distinct().size()", "2"), ("[].distinct()", "[]"),
    ])
  }

  @Test func `sorting is by type and stable`() {
    record.expect([
      ("[3, 1, 2].sort()", "[1, 2, 3]"), ("['b', '汉', 'a'].sort()", "[\"a\", \"b\", \"汉\"]"),
      ("[true, false].sort()", "[false, true]"), ("[1.5, -2.0].sort()", "[-2, 1.5]"),
      ("[date('2024-09-30'), date('2024-01-02')].sort()", "[2024-01-02, 2024-09-30]"),
      ("[money('2'), money('1.5')].sort()", "[1.50, 2.00]"),
      ("[days(3), days(1)].sort()", "[1 day, 3 days]"),
      ("[days(3), months(1)].sort()", "fault(no-such-overload)"),
      ("[dyn(1), 'a'].sort()", "fault(no-such-overload)"),
      ("[dyn(1), 2u].sort()", "fault(no-such-overload)"),
      ("[1.0, 0.0 / 0.0].sort()", "fault(no-such-overload)"), ("[].sort()", "[]"),
      ("[3, 1, 2].sortBy(x, -x)", "[3, 2, 1]"),
      ("['bb', 'a', 'cc', 'd'].sortBy(t, size(t))", "[\"a\", \"d\", \"bb\", \"cc\"]"),
      ("{'b': 1, 'a': 2}.sortBy(k, k)", "[\"a\", \"b\"]"),
      ("lists.range(3).sortBy(x, 1 / (x - 1))", "fault(divide-by-zero)"),
    ])
  }

  @Test func `sets`() {
    record.expect([
      ("sets.contains([1, 2, 3], [3, 1])", "true"), ("sets.contains([1], [1, 2])", "false"),
      ("sets.contains([1], [])", "true"), ("sets.contains([], [1])", "false"),
      ("sets.contains([dyn(1)], [1.0, 1u])", "true"),
      ("sets.equivalent([1, 2, 2], [2, 1])", "true"), ("sets.equivalent([1], [1, 2])", "false"),
      ("sets.equivalent([], [])", "true"), ("sets.intersects([1, 2], [2, 3])", "true"),
      ("sets.intersects([1], [2])", "false"), ("sets.intersects([], [1])", "false"),
      ("sets.contains([[1], [2]], [[2]])", "true"),
    ])
  }

  @Test func `what is not on file, in a list`() {
    record.expect([
      // Sorting is a strict use; equality and membership are total on null.
      ("[case.one, case.gone].sort()", "A(case.gone)"),
      ("people.sortBy(p, p.v)", "A(people[2].v)"),
      ("[case.gone, case.lost, 1].distinct().size()", "2"),
      ("sets.contains([case.gone, 1], [case.lost])", "true"),
      ("sets.intersects([case.gone], [1])", "false"),
      ("[case.gone].first().value()", "null(case.gone)"),
      ("lists.range(case.gone)", "A(case.gone)"),
      ("case.nine.slice(0, case.gone)", "A(case.gone)"),
      // A list that is not on file is empty.
      ("case.none.sort()", "[]"), ("sets.contains(case.nine, case.none)", "true"),
    ])
  }

  @Test func `what nobody recorded, in a list`() {
    record.expect([
      ("[case.dim, 1].sort()", "U(case.dim)"), ("lists.range(case.dim)", "U(case.dim)"),
      ("people.map(p, p.v).sort()", "U(people[3].v)"),
      ("case.nine.slice(case.dim, 2)", "U(case.dim)"),
      ("sets.contains([1, case.dim], [1])", "U(case.dim)"),
      ("sets.contains([case.october], [case.day])", "false"),
      ("sets.contains([case.october], [date('2017-10-08')])", "U(case.october)"),
      ("[case.october, date('2017-10-08')].distinct()", "U(case.october)"),
      ("[case.october, case.day].sort()", "U(case.october)"),
    ])
  }

  @Test func `lists that may have more elements`() {
    record.expect([
      ("case.open.first().value()", "1"), ("case.nobody.first()", "U(case.nobody)"),
      ("case.open.last()", "U(case.open)"), ("case.open.reverse()", "U(case.open)"),
      ("case.open.sort()", "U(case.open)"), ("case.open.sortBy(x, x)", "U(case.open)"),
      ("case.open.slice(0, 2)", "[1, 9]"), ("case.open.slice(1, 3)", "U(case.open)"),
      ("case.open.slice(0, size(case.open))", "U(case.open)"),
      ("case.open.distinct()", "[1, 9, …]"), ("[case.open, [2]].flatten()", "U(case.open)"),
      ("case.open.map(x, [x]).flatten()", "[1, 9, …]"),
      ("sets.contains(case.open, [1, 9])", "true"),
      ("sets.contains(case.open, [2])", "U(case.open)"),
      ("sets.contains([1], case.open)", "false"),
      ("sets.contains([1, 9], case.open)", "U(case.open)"),
      ("sets.equivalent(case.open, [1])", "false"),
      ("sets.equivalent([9, 1], case.open)", "U(case.open)"),
      ("sets.intersects(case.open, [9])", "true"),
      ("sets.intersects([2], case.open)", "U(case.open)"),
      ("sets.intersects(case.open, [])", "false"), ("sets.intersects([], case.nobody)", "false"),
    ])
  }

  @Test(
    "types",
    arguments: [
      ("lists.range(3)", "list(int)"), ("['a'].first()", "optional_type(string)"),
      ("people.last().orValue(people[0]).v", "wrapper(int)"), ("[1u].reverse()", "list(uint)"),
      ("[[1], [2]].flatten()", "list(int)"), ("[[1], [2]].flatten(1)", "list(dyn)"),
      ("[1].slice(0, 1)", "list(int)"), ("people.distinct()", "list(people[])"),
      ("[case.day].sort()", "list(date)"), ("people.sortBy(p, p.name)", "list(people[])"),
      ("sets.contains([1], [2])", "bool"), ("people.sort()", "cel-no-overload"),
      ("[1].flatten()", "cel-no-overload"), ("sets.contains([1], ['a'])", "cel-no-overload"),
      ("lists.range('3')", "cel-no-overload"), ("[1].slice(0)", "cel-argument-count"),
      ("people.sortBy(p, p)", "cel-not-sortable"), ("[1].sortBy(x)", "macro-arguments"),
      ("[1].sortBy(1, x)", "macro-variable"),
    ])
  func types(source: String, wanted: String) {
    #expect(type(of: source) == wanted)
  }
}

import SourceText
import TestSupport
import Testing

@testable import CEL

/// Where each message of the check points, and what it says.
@Suite struct CheckDiagnosticTests {
  let environment: Environment = {
    var environment = MadeUpRecord().environment
    environment.declare("params.workdays", .int)
    environment.declare("params.thresholds.fine", .wrapper(.money))
    environment.declare(
      inline: Environment.Inline(
        name: "licensed",
        parameters: [.init(name: "name", type: .string, slot: 0)], result: .bool,
        evaluator: { _ in .bool(true) }, tracedEvaluator: { _ in .bool(true) }))
    return environment
  }()

  private func check(_ source: String, expecting type: ValueType? = nil) -> [Diagnostic] {
    Program.compile(source, in: environment, expecting: type).diagnostics
  }

  @Test(
    "one mistake, one message at its place",
    arguments: [
      ("«cse».one > 0", "cel-unknown-name"),
      ("case.«gonne» > 0", "cel-unknown-field"),
      ("case.hearing.«held» > case.day", "cel-unknown-field"),
      ("«params.workday» > 1", "cel-unknown-name"),
      ("«case.text» && case.sure", "cel-not-a-condition"),
      ("«case.one» || case.sure", "cel-not-a-condition"),
      ("!«case.sum»", "cel-not-a-condition"),
      ("«case.one» ? 1 : 2", "cel-not-a-condition"),
      ("people.all(p, «p.name»)", "cel-not-a-condition"),
      ("people.«v» > 0", "cel-field-of-list"),
      ("case.one.«day» == 1", "cel-no-fields"),
      ("«case.one == case.text»", "cel-not-comparable"),
      ("«case.day == \"2024-09-30\"»", "cel-date-with-text"),
      ("«case.sum != 5000.0»", "cel-money-with-double"),
      ("case.day «<» \"2024-09-30\"", "cel-date-with-text"),
      ("case.sum «*» 0.3", "cel-money-with-double"),
      ("case.one «+» case.text", "cel-no-overload"),
      ("case.day «-» case.day > 3", "cel-no-overload"),
      ("case.role == «\"boss\"»", "cel-unknown-enum-value"),
      ("case.role in [\"head\", «\"clark\"»]", "cel-unknown-enum-value"),
      ("«case.text in case.nine»", "cel-not-comparable"),
      ("case.one in «case.text»", "cel-in-container"),
      ("«case.text».exists(x, x > 1)", "cel-macro-range"),
      ("case.nine[«case.text»] > 0", "cel-list-index"),
      ("«case.one»[0] > 0", "cel-not-indexable"),
      ("{«case.day»: 1}.size() == 1", "cel-map-key"),
      ("{\"a\": 1}[«1»] == 1", "cel-type"),
      ("people.all(p, p.v > 0 && has(«amount»))", "cel-unknown-name"),
      ("«isWorkdya»(case.day)", "cel-unknown-function"),
      ("case.text.«starsWith»(\"a\")", "cel-unknown-function"),
      ("size(«lists.rnge»(3)) > 0", "cel-unknown-function"),
      ("size(«list.range»(3)) > 0", "cel-unknown-function"),
      ("«maths.greatest»(1, 2) > 0", "cel-unknown-function"),
      ("«math.gratest»(case.one, 2) > 0", "cel-unknown-function"),
      ("size(«lists.range»(1, 2)) > 0", "cel-argument-count"),
      ("«isWorkday»(case.day, case.day)", "cel-argument-count"),
      ("case.day.«isWorkday»()", "cel-call-form"),
      ("«startsWith»(case.text, \"a\")", "cel-call-form"),
      ("«isWorkday»(case.text)", "cel-no-overload"),
      ("licensed(«case.one»)", "cel-type"),
      ("«licensed»()", "cel-argument-count"),
      ("case.day == date(«\"2024-02-30\"»)", "cel-unreadable-text"),
      ("case.sum > money(«\"5,000\"»)", "cel-unreadable-text"),
      ("case.text.matches(«\"(a\"»)", "cel-bad-pattern"),
      ("optional.of(1).optFlatMap(x, «x + 1»).hasValue()", "cel-type"),
      ("«case.one».optMap(x, x + 1).hasValue()", "cel-type"),
      ("«Penalty»{kind: 1} == null", "cel-unknown-type"),
    ])
  func places(expression: String, code: String) {
    TestSupport.expectDiagnostics(expression, [code]) { check($0) }
    // 汉字 are three bytes each.
    TestSupport.expectDiagnostics("[\"行政处罚\", dyn(\(expression))].size() == 2", [code]) {
      check($0)
    }
  }

  @Test(
    "what is said",
    arguments: [
      (
        "case.gonne > 0", "`case` has no field `gonne`", "`case` 没有字段 `gonne`",
        "Did you mean `gone`?"
      ),
      (
        "params.workday > 1", "nothing is called `params.workday`", "没有名为 `params.workday` 的变量",
        "Did you mean `params.workdays`?"
      ),
      (
        "case.day == \"2024-09-30\"", "`==` does not compare a date with a text",
        "日期不能与文本作 `==` 比较", "Write a date as `date(\"2024-09-30\")`."
      ),
      (
        "case.role == \"boss\"", "`boss` is no value of `role`", "`role` 没有取值 `boss`",
        "Its values are `head`, `clerk`."
      ),
      (
        "people.v > 0", "a list has no field `v`; its elements have", "列表没有字段 `v`；字段属于列表的各个元素",
        "Use `list.exists(x, x.v …)`, or judge each element with the check's `each:`."
      ),
      (
        "case.sum * 0.3 > 1", "`*` does not take money, a double", "`*` 不能用于：金额、浮点数",
        "Money is exact: write `money(\"5000.00\")`, and a share as `decimal(\"0.3\")`."
      ),
      (
        "isWorkday(case.day, 1)", "`isWorkday` takes 1 argument, not 2",
        "`isWorkday` 需要 1 个参数，给了 2 个",
        nil
      ),
      (
        "case.day.isWorkday()", "`isWorkday` is not called on a value", "`isWorkday` 不是值的方法",
        "Write `isWorkday(date) -> bool`."
      ),
      (
        "date(\"2024-9-30\") == case.day", "`2024-9-30` cannot be read as a date",
        "`2024-9-30` 读不成日期", "Write it like `\"2024-09-30\"`."
      ),
      (
        "case.one in case.text", "`in` looks into a list or a map, but this is a text",
        "`in` 的右边应为列表或映射，这里是文本", nil
      ),
    ])
  func words(expression: String, en: String, zh: String, help: String?) throws {
    let diagnostic = try #require(check(expression).first)
    #expect(diagnostic.message.en == en)
    #expect(diagnostic.message.zh == zh)
    #expect(diagnostic.help?.en == help)
    expectWellWritten(diagnostic)
  }

  @Test func `every mistake is told, in the order of the text, and none twice`() {
    TestSupport.expectDiagnostics(
      "«cse».one > 0 && case.«gonne» == 1 && («isWorkdya»(case.day) || case.one «+» case.text == 2)",
      ["cel-unknown-name", "cel-unknown-field", "cel-unknown-function", "cel-no-overload"],
      behind: "\"汉字\" == case.text && "
    ) { check($0) }
    #expect(
      check("cse.a == cse.b && cse.c").map(\.code) == Array(repeating: "cel-unknown-name", count: 3)
    )
  }

  @Test func `the type that is asked for is looked at`() {
    TestSupport.expectDiagnostics("«case.one + 1»", ["cel-type"]) { check($0, expecting: .bool) }
    #expect(check("case.flag", expecting: .bool).isEmpty)
    #expect(check("dyn(case.one)", expecting: .bool).isEmpty)
  }

  @Test(
    "what is right is let pass",
    arguments: [
      "case.gone == null && case.sum == 5000 && 5000 < case.sum",
      "case.role == \"head\" && case.role in [\"head\", \"clerk\"] && case.text != case.role",
      "has(case.hearing) && has(case.nine) && has(case.one) && has(people)",
      "params.workdays > 1 && (params.thresholds.fine == null || case.sum > params.thresholds.fine)",
      "people.map(p, p.name).exists(n, n == null || n.startsWith(\"汉\"))",
      "latest([case.day, case.hearing.held_on]) > case.day + days(3)",
      "case.day + workdays(params.workdays) <= due(case.day, months(1))",
      "type(case.one) == int && type(case.day) == date", "licensed(case.text)",
      "[1, 2u, \"3\"].size() == 3 && {\"a\": 1, \"b\": \"2\"}.size() == 2",
      "cel.bind(d, case.day, d < d + days(1)) && case.one in {1: 2}",
    ])
  func right(expression: String) {
    #expect(check(expression).map(\.message.en) == [])
  }
}

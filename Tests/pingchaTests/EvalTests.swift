import Foundation
import Testing

@Suite struct EvalTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  /// Runs `eval` and returns what it says on both streams.
  private func eval(_ arguments: [String], input: String = "") throws -> Program.Run {
    try Program.run(["eval"] + arguments, in: folder, input: input)
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let run = try eval(arguments + ["--format", "json"])
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  static let comparison = "decision.served_on > decision.made_on + days(7)"

  @Test(
    "an answer is told in both languages",
    arguments: [
      ("en", "Cases/late", "value: true\ntype: bool — a boolean\n"),
      ("zh", "Cases/late", "值：true\n类型：bool — 真假值\n"),
      ("en", nil, "value: unknown\ntype: bool — a boolean\nunknown: decision.served_on"),
      ("zh", nil, "值：尚不能确定\n类型：bool — 真假值\n需补录：decision.served_on"),
    ] as [(String, String?, String)])
  func languages(language: String, path: String?, text: String) throws {
    let run = try eval(
      [Self.comparison, "--lang", language] + (path.map { ["--case", $0] } ?? []))
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(text), "\(run.output)\(run.errors)")
  }

  @Test(
    "a mistake is marked under the expression",
    arguments: [
      ("en", "decision.servd_on", "error[cel-unknown-field]", "Did you mean `served_on`?"),
      ("zh", "decision.servd_on", "错误[cel-unknown-field]", "是不是 `served_on`？"),
      ("en", "1 +", "error[", "expr:1:3"),
    ])
  func mistakes(language: String, expression: String, first: String, second: String) throws {
    let run = try eval([expression, "--lang", language])
    #expect(run.status == 2)
    #expect(run.output == "")
    for part in [first, second, "| \(expression)\n", "^"] {
      #expect(run.errors.contains(part), "\(part) in \(run.errors)")
    }
  }

  @Test func `explain gives each part its value`() throws {
    let run = try eval([Self.comparison, "--case", "Cases/late", "--explain", "--lang", "en"])
    #expect(
      run.output == """
        value: true
        type: bool — a boolean

        decision.served_on > decision.made_on + days(7) = yes
          decision.served_on = 2024-03-20
          decision.made_on + days(7) = 2024-03-08
            decision.made_on = 2024-03-01
            days(7) = 7 days

        """)
  }

  @Test(
    "personal data is masked",
    arguments: [
      ("case.party", "\"张**\""), ("'甲' + case.party", "\"甲**\""), ("[case.party]", "[\"张**\"]"),
      ("{case.party: 1}", "{\"张**\": 1}"), ("case.party.size()", "3"),
      ("case.party == '张三丰'", "true"), ("case.title", "\"样例\""),
    ])
  func personal(expression: String, value: String) throws {
    try folder.write(
      "Cases/named/case.yaml",
      SampleFolder.record.replacing("title: 样例案", with: "title: 样例, party: 张三丰"))
    for more in [[], ["--explain"]] {
      let run = try eval([expression, "--case", "Cases/named", "--lang", "en"] + more)
      #expect(run.output.hasPrefix("value: \(value)\n"), "\(run.output)\(run.errors)")
      let shown = run.output.replacing(expression, with: "")
      #expect(!shown.contains("张三丰"), "\(run.output)")
    }
  }

  @Test(
    "personal data is masked inside records and in faults",
    arguments: ["case", "record", "[case]", "int(case.party)", "optional.of(case.party)"])
  func personalInside(expression: String) throws {
    try folder.write(
      "Cases/named/case.yaml",
      SampleFolder.record.replacing("title: 样例案", with: "title: 样例, party: 张三丰"))
    for format in ["text", "json"] {
      let run = try eval([expression, "--case", "Cases/named", "--format", format])
      #expect(!(run.output + run.errors).contains("张三丰"), "\(run.output)\(run.errors)")
      #expect(run.output.utf8.count > 20)
    }
  }

  @Test func `json has the value as data`() throws {
    let object = try json(["{'a': [1, 2.5, 'x', null]}"])
    #expect(object["format"] as? String == "pingcha.evaluation")
    #expect(object["type"] as? String == "map(string, list(dyn))")
    #expect(object["state"] as? String == "present")
    let list = (object["value"] as? [String: Any])?["a"] as? [Any]
    #expect(list?.count == 4)
    #expect(list?[1] as? Double == 2.5)
  }

  @Test func `json names what is unknown, absent and wrong`() throws {
    #expect(try json(["decision.reasoned"])["unknown"] as? [String] == ["decision.reasoned"])
    let absent = try json(["case.party + 'x'", "--case", "Cases/late"])
    #expect(absent["state"] as? String == "absent")
    #expect(absent["absent"] as? [String] == ["case.party"])
    let fault = try json(["1 / 0"])["fault"] as? [String: Any]
    #expect(fault?["code"] as? String == "divide-by-zero")
    let wrong = try json(["1 + 'x'"])
    #expect(wrong["state"] is NSNull)
    #expect((wrong["diagnostics"] as? [Any])?.count == 1)
  }

  @Test func `explain in json lists the steps`() throws {
    let object = try json([Self.comparison, "--case", "Cases/clean", "--explain"])
    let steps = (object["steps"] as? [String: Any])?["steps"] as? [[String: Any]]
    #expect(steps?.map { $0["expression"] as? String }.contains("days(7)") == true)
  }

  @Test func `without an expression each line of input is one`() throws {
    let run = try eval(
      ["--lang", "en"], input: "1 + 2\n\n// a remark\n'x'.size()\r\n2 + 'x'\n3.0\n")
    #expect(run.status == 2)
    #expect(
      run.output == """
        value: 3
        type: int — an integer

        value: 1
        type: int — an integer

        value: 3
        type: double — a double

        """)
    #expect(run.errors.contains("error[cel-no-overload]"))
  }

  @Test func `lines of json stand one a line`() throws {
    let run = try eval(["--format", "json"], input: "1\n1 / 0\n1 +\n")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.hasPrefix(#"{"format":"pingcha.evaluation""#) })
  }

  @Test func `commands change what is asked and how it is told`() throws {
    let run = try eval(
      ["--lang", "en"],
      input: """
        decision.served_on
        :case Cases/late
        decision.served_on
        :type decision.served_on
        :lang zh
        :explain 1 + 2 * 3
        :case
        decision.served_on
        :quit
        "never read"
        """)
    #expect(run.status == 0)
    #expect(
      run.output == """
        value: unknown
        type: wrapper(date) — a date
        unknown: decision.served_on

        value: 2024-03-20
        type: wrapper(date) — a date

        type: wrapper(date) — a date

        值：7
        类型：int — 整数

        1 + 2 * 3 = 7
          2 * 3 = 6

        值：尚不能确定
        类型：wrapper(date) — 日期
        需补录：decision.served_on

        """)
  }

  @Test(
    "a wrong command is told and the rest goes on",
    arguments: [
      (":typ 1", "Did you mean `:type`?"), (":type", "is followed by no expression"),
      (":lang fr", "no language `fr`"), (":case Cases/none", "Cases/none"),
    ])
  func wrongCommands(line: String, message: String) throws {
    let run = try eval(["--lang", "en"], input: "\(line)\n1\n")
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.contains("value: 1"))
  }
}

import CEL
import RuleCompiler
import SourceText
import TestSupport
import Testing
import WorkCalendar

@Suite struct LawParameterTests {
  // MARK: Reading

  @Test func `values are typed`() throws {
    let (parameters, diagnostics) = readParameters(
      """
      limit:
        label: { zh: 上限, en: Limit }
        type: money
        order: [region, date]
        values:
          - { region: "52", value: 5000.00, source: S, confidence: verified }
          - { region: "44", value: null, source: S, confidence: memory }
      term: { type: period, order: [], values: [{ value: workdays(7), source: S, confidence: verified }] }
      kinds: { type: list:text, order: [], values: [{ value: [a, b], source: S, confidence: verified }] }
      threshold:
        type: record
        fields: [{ name: amount, type: money }, { name: inclusive, type: boolean }]
        order: []
        values: [{ value: { inclusive: true }, source: S, confidence: verified }]
      """)
    #expect(diagnostics == [])
    #expect(parameters.map(\.name.text) == ["limit", "term", "kinds", "threshold"])
    let sum = try #require(ExactDecimal("5000"))
    #expect(parameters[0].entries.map(\.value) == [.money(sum), .null])
    #expect(parameters[0].entries.map(\.isVerified) == [true, false])
    #expect(parameters[1].entries[0].value == .period(Period(count: 7, unit: .workdays)))
    #expect(parameters[2].entries[0].value == .list([.text("a"), .text("b")]))
    #expect(parameters[3].entries[0].value == .record([.null, .boolean(true)]))
  }

  @Test(
    "a value has the form of its type",
    arguments: [
      ("integer", "12", true), ("integer", "1.5", false), ("integer", "\"12\"", false),
      ("money", "12.30", true), ("money", "12.345", false), ("money", "about", false),
      ("decimal", "0.0305", true), ("boolean", "true", true), ("boolean", "yes", false),
      ("date", "2024-02-29", true), ("date", "2023-02-29", false),
      ("period", "months(3)", true), ("period", "weeks(3)", false), ("period", "days(-1)", false),
      ("period", "days( 3)", false), ("text", "no", true), ("text", "[a]", false),
      ("list:integer", "[1, 2]", true), ("list:integer", "[1, x]", false),
    ])
  func form(type: String, value: String, isRight: Bool) {
    let (_, diagnostics) = readParameters(
      "p: { type: '\(type)', order: [], values: "
        + "[{ value: \(value), source: S, confidence: verified }] }")
    #expect(diagnostics.isEmpty == isRight)
  }

  static let faults: [(String, String, [String])] = [
    ("integer", "region], values: [{ «sector»: a, value: 1, V }", ["parameter-key-not-in-order"]),
    (
      "integer", "region], values: [{ «from»: 2021-07-15, value: 1, V }",
      ["parameter-key-not-in-order"]
    ),
    ("integer", "region], values: [{ region: «贵州», value: 1, V }", ["bad-region"]),
    ("integer", "«place»], values: [{ value: 1, V }", ["unknown-value"]),
    ("integer", "region, «region»], values: [{ value: 1, V }", ["name-twice"]),
    ("«int»", "region], values: [{ value: 1, V }", ["unknown-type"]),
    ("integer", "region], values: [«{ value: 1, source: S }»", ["missing-key"]),
    (
      "integer", "region], values: [{ region: '52', value: 1, V }, «{ region: '52', value: 2, V }»",
      ["parameter-tie"]
    ),
    (
      "integer",
      "region, sector], values: [{ region: '52', value: 1, V }, { sector: a, value: 2, V }",
      []
    ),
    (
      "integer",
      "date], values: [{ from: 2000-01-01, until: 2021-07-15, value: 1, V }, «{ from: 2021-07-15, value: 2, V }»",
      ["parameter-dates-overlap"]
    ),
    (
      "integer",
      "date], values: [{ from: 2000-01-01, until: 2021-07-14, value: 1, V }, { from: 2021-07-15, value: 2, V }",
      []
    ),
    (
      "integer", "date], values: [{ value: 1, V }, «{ from: 2021-07-15, value: 2, V }»",
      ["parameter-dates-overlap"]
    ),
    (
      "integer",
      "region, date], values: [{ value: 1, V }, { region: '52', from: 2021-07-15, value: 2, V }", []
    ),
    (
      "integer",
      "region, sector], combine: least, values: [{ region: '52', value: 1, V }, «{ sector: a, value: null, V }»",
      ["parameter-not-comparable"]
    ),
    (
      "period",
      "region, sector], combine: least, values: [{ region: '52', value: days(5), V }, «{ sector: a, value: workdays(3), V }»",
      ["parameter-not-comparable"]
    ),
    ("text", "region], «combine»: least, values: [{ value: a, V }", ["parameter-not-comparable"]),
  ]

  @Test("what stays undecided is told before any record is read", arguments: faults)
  func fault(type: String, rest: String, codes: [String]) {
    let rest = rest.replacing("V }", with: "source: S, confidence: verified }")
    expectDiagnostics("p: { type: \(type), order: [\(rest)] }", codes, behind: "# 参数\n") {
      readParameters($0).diagnostics
    }
  }

  // MARK: Choosing

  /// `region`, `sector`, `party`, `date` of a record: `?` is unrecorded, `-` is absent.
  func keys(_ text: String) throws -> ParameterKeys {
    let words = text.split(separator: " ").map(String.init)
    func state(_ number: Int, _ path: String) -> ParameterKeyState {
      switch words[number] {
      case "?": .unrecorded(path)
      case "-": .absent
      default: .known(words[number])
      }
    }
    let date: ParameterDate
    switch words[3] {
    case "-": date = .none
    case "?": date = .between(nil, nil, paths: ["case.day"])
    default:
      let days = words[3].split(separator: "/").map { CivilDate($0) }
      date =
        days.count == 1
        ? .known(try #require(days[0])) : .between(days[0], days[1], paths: ["case.day"])
    }
    return ParameterKeys(
      region: state(0, "case.region"), sector: state(1, "case.sector"),
      party: state(2, "party.kind"), date: date)
  }

  /// What a table comes to, as text: the value, `none`, `nothing`, or the paths.
  func chosen(_ parameter: String, _ keys: String) throws -> String {
    let text = parameter.replacing("V }", with: "source: S, confidence: verified }")
    let (parameters, diagnostics) = readParameters(text)
    #expect(diagnostics.filter { $0.severity == .error } == [])
    let table = ParameterTable(parameters)
    switch try #require(table.resolve("p", for: self.keys(keys))) {
    case .value(let number): return parameters[0].entries[number].value.text
    case .lawSetsNone: return "none"
    case .nothingKnown: return "nothing"
    case .unknown(let paths): return paths.joined(separator: " ")
    }
  }

  static let byRegion = """
    p: { type: integer, order: [region, sector], values: [{ value: 10, V }, { region: "52", value: 5, V },
      { region: "5201", value: 8, V }, { sector: salt, value: 7, V }] }
    """
  static let bySector = byRegion.replacing("[region, sector]", with: "[sector, region]")
  static let byDay = """
    p: { type: integer, order: [party, date], values: [{ from: 1996-10-01, until: 2021-07-14, value: 1, V },
      { from: 2021-07-15, value: 2, V }, { party: legal, from: 2021-07-15, value: null, V }] }
    """
  static let least = """
    p: { type: integer, order: [region, sector], combine: least, values: [{ value: 1, V },
      { region: "52", value: 5, V }, { sector: salt, value: 10, V }, { region: "5201", sector: salt, value: 20, V }] }
    """
  static let elsewhere =
    "p: { type: integer, order: [region], values: [{ region: '44', value: 3, V }] }"
  static let same = """
    p: { type: integer, order: [region], values: [{ region: '44', value: 3, V }, { value: 3, V }] }
    """

  static let choices: [(String, String, String)] = [
    (byRegion, "522600 - - -", "5"),
    (byRegion, "520102 - - -", "8"),
    (byRegion, "110000 - - -", "10"),
    (byRegion, "110000 salt - -", "7"),
    (byRegion, "522600 salt - -", "5"),
    (bySector, "522600 salt - -", "7"),
    (byRegion, "- - - -", "10"),
    (byRegion, "? - - -", "case.region"),
    (byRegion, "522600 ? - -", "5"),
    (byRegion, "110000 ? - -", "case.sector"),
    (byRegion, "? ? - -", "case.region case.sector"),
    (bySector, "? salt - -", "7"),
    (byDay, "- - natural 2021-07-14", "1"),
    (byDay, "- - natural 2021-07-15", "2"),
    (byDay, "- - natural 1996-09-30", "nothing"),
    (byDay, "- - legal 2021-07-15", "none"),
    (byDay, "- - ? 2021-07-15", "party.kind"),
    (byDay, "- - ? 2020-07-15", "1"),
    (byDay, "- - natural 2021-07-01/2021-07-14", "1"),
    (byDay, "- - natural 2021-07-01/2021-07-15", "case.day"),
    (byDay, "- - legal ?", "case.day"),
    (byDay, "- - natural -", "nothing"),
    (least, "522600 salt - -", "5"),
    (least, "520100 salt - -", "20"),
    (least, "110000 salt - -", "10"),
    (least.replacing("least", with: "greatest"), "522600 salt - -", "10"),
    (elsewhere, "522600 - - -", "nothing"),
    (elsewhere, "? - - -", "case.region"),
    (same, "? - - -", "3"),
  ]

  @Test("chooses a value", arguments: choices)
  func choice(parameter: String, keys: String, expected: String) throws {
    #expect(try chosen(parameter, keys) == expected)
  }

  @Test func `values that agree but are not trusted alike leave it unknown`() throws {
    let (parameters, _) = readParameters(
      """
      p:
        type: integer
        order: [region]
        values:
          - { region: "44", value: 3, source: S, confidence: memory }
          - { value: 3, source: S, confidence: verified }
      """)
    let table = ParameterTable(parameters)
    #expect(table.resolve("p", for: try keys("? - - -")) == .unknown(["case.region"]))
    #expect(table.resolve("p", for: try keys("52 - - -")) == .value(1))
    #expect(table.resolve("q", for: try keys("52 - - -")) == nil)
  }

  @Test func `expressions see a record with the fields of its type`() throws {
    let (parameters, _) = readParameters(
      """
      p:
        type: record
        fields: [{ name: amount, type: money }, { name: inclusive, type: boolean }]
        order: []
        values: [{ value: { inclusive: true }, source: S, confidence: verified }]
      """)
    let type = parameters[0].type.valueType(called: "params.p")
    let value = parameters[0].entries[0].value.value(as: type, path: "params.p")
    guard case .structure(let record) = value else {
      Issue.record("a record came out as \(value)")
      return
    }
    #expect(type == .structure(record.type))
    #expect(record.type.fields.map(\.name) == ["amount", "inclusive"])
    guard case .null = record.slots[0], case .bool(true) = record.slots[1] else {
      Issue.record("the slots are \(record.slots)")
      return
    }
  }
}

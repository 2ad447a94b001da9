import RuleCompiler
import RuleLint
import RuleProof
import SourceText
import TestSupport
import Testing
import WorkCalendar

/// A small rules folder in which nothing is to be told of, with an example of a check put into it.
struct LintFolder {
  static let day = CivilDate("2024-06-30") ?? .first

  private let files: [String: String]
  /// Where the example stands, and its text with the marks around the places.
  let path: String
  let marked: String

  init(_ example: LintExample) {
    path = example.path
    if example.isRule {
      marked = Self.completed(rule: example.text)
    } else if example.path == "instruments.yaml" {
      marked = Self.completed(register: example.text)
    } else {
      marked = example.text + "\n"
    }
    files = Self.files.merging([path: MarkedText(marked).text]) { $1 }
  }

  /// - Parameter more: Files beside those of the folder, or in their place.
  init(_ more: [String: String] = [:]) {
    (path, marked) = ("", "")
    files = Self.files.merging(more) { $1 }
  }

  func load() -> LoadedRules {
    let source = RulebookSource(
      reading: files.map { SourceFile(path: $0.key, text: $0.value) })
    return RulebookLoader.compile(source, folder: "Rules")
  }

  /// Everything that lint says of the folder.
  func lint(_ settings: LintSettings = LintSettings()) -> Linter.Result {
    let loaded = load()
    let runner = ExampleRunner(loaded)
    return Linter(settings: settings, day: Self.day).run(
      on: loaded, others: runner.patchWarnings())
  }

  // MARK: What an example leaves out

  /// Keys that a rule needs, and in which order they stand.
  private static let heading: [(key: String, value: String)] = [
    ("id", " sample.test.rule"), ("title", " { zh: 测试, en: The test is made }"),
    ("cites", "\n  - { instrument: sample-law, article: 第一条, says: 应当 }"),
    ("effective", " { basis: case.day, from: 2020-01-01 }"), ("severity", " minor"),
    ("require", "\n  - { that: case.mark != \"\" }"),
    ("message", " { zh: \"数目{case.n}不合规定。\", en: \"The number {case.n} is not as asked.\" }"),
    ("remedy", " { zh: 补正。, en: Put it right. }"),
    ("reading", " The number is that of the file."),
    (
      "examples",
      """

        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
        - { base: ordinary, outcome: not-applicable, with: { case.m: 0 } }
      """
    ),
  ]

  private static let messageOfDeadline =
    " { zh: \"应于{due}前办理。\", en: \"It was due by {due}.\" }"
  private static let pendingExample =
    "\n  - { base: ordinary, outcome: pending, without: [case.later], as_of: 2024-01-02 }"

  private static let order = [
    "id", "title", "cites", "effective", "severity", "kind", "applies", "let", "require",
    "deadline", "except", "message", "remedy", "reading", "examples",
  ]

  private static func completed(rule: String) -> String {
    var blocks: [(key: String, text: String)] = []
    for line in rule.split(separator: "\n", omittingEmptySubsequences: false) {
      let plain = line.filter { $0 != "«" && $0 != "»" }
      if let first = plain.first, first.isLetter {
        blocks.append((String(plain.prefix { $0 != ":" }), "\(line)\n"))
      } else if let last = blocks.indices.last {
        blocks[last].text += "\(line)\n"
      }
    }
    func rank(_ key: String) -> Int { order.firstIndex(of: key) ?? order.count }
    let given = Set(blocks.map(\.key))
    for (key, value) in heading where !given.contains(key) {
      if key == "require", given.contains("deadline") { continue }
      // `reading` is what one of the checks asks for.
      if key == "reading", rule == MissingReading.note.breaking.text { continue }
      // Checks may have their own.
      if ["message", "remedy"].contains(key), rule.contains(" \(key):") { continue }
      var value = value
      if given.contains("deadline") {
        if key == "message" { value = Self.messageOfDeadline }
        if key == "examples" { value += Self.pendingExample }
      }
      let place = blocks.firstIndex { rank($0.key) > rank(key) } ?? blocks.count
      blocks.insert((key, "\(key):\(value)\n"), at: place)
    }
    return blocks.map(\.text).joined()
  }

  private static func completed(register: String) -> String {
    let plain = MarkedText(register).text
    let more = instruments.split(separator: "\n").filter { line in
      let id = line.split(separator: " ")[3].dropLast()
      return !plain.contains("id: \(id),")
    }
    return ([register] + more.map(String.init)).joined(separator: "\n") + "\n"
  }

  // MARK: The folder

  private static let instruments = """
    - { id: sample-law, name: { zh: 样例法, en: Sample Law }, from: 2020-01-01, working_days: [2, 3] }
    - { id: old-law, name: { zh: 旧法, en: Old Law }, from: 2010-01-01, until: 2019-12-31, replaced_by: sample-law }
    - { id: sample-measures, name: { zh: 样例办法, en: Sample Measures }, from: 2020-01-01 }
    """

  static let files: [String: String] = [
    "instruments.yaml": instruments + "\n",
    "parameters/threshold.yaml": """
    threshold:
      label: { zh: 数额, en: Sum }
      type: money
      order: []
      values:
        - { value: 100, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }

    """,
    "parameters/term.yaml": """
    term:
      label: { zh: 期限, en: Term }
      type: period
      order: []
      values:
        - { value: workdays(3), source: 样例法第四条, cites: [ { instrument: sample-law, article: 第四条 } ], confidence: verified }

    """,
    "records/sample.definitions.yaml": """
    define:
      busy: { label: { zh: 忙, en: Busy }, type: boolean, is: case.n > 0, meaning: As said. }

    """,
    "records/sample.examples/ordinary.yaml": """
    kind: sample
    case: { day: 2024-01-02, later: 2024-01-03, n: 1, m: 1, sum: 100, sum2: 100, mark: a, sure: true }

    """,
    "records/sample.yaml": """
    kind: sample
    zh: 样例
    en: Sample
    sections:
      - name: case
        zh: 案件
        en: Case
        shape: record
        expect: always
        fields:
          - { name: day, zh: 日期, en: Day, type: date, expect: always }
          - { name: later, zh: 后来, en: Later, type: date, expect: always }
          - { name: n, zh: 数目, en: Number, type: integer, expect: always }
          - { name: m, zh: 另一数目, en: Other number, type: integer, expect: always }
          - { name: sum, zh: 数额, en: Sum, type: money, expect: always }
          - { name: sum2, zh: 另一数额, en: Other sum, type: money, expect: always }
          - { name: sure, zh: 确定, en: Sure, type: boolean, expect: always }
          - { name: told, zh: 已告知, en: Told, type: boolean, expect: never-required }
          - { name: flag, zh: 标志, en: Flag, type: boolean, expect: never-required }
          - { name: mark, zh: 记号, en: Mark, type: text, expect: always }
          - { name: opt, zh: 可有, en: Optional, type: integer, expect: never-required }
          - { name: opt_on, zh: 可有日期, en: Optional day, type: date, expect: never-required }
      - name: items
        zh: 项目
        en: Items
        shape: list
        key: k
        expect: always
        fields:
          - { name: k, zh: 名称, en: Name, type: text, expect: always }
          - { name: v, zh: 数值, en: Value, type: integer, expect: always }

    """,
    "sample/other/rule.yaml": """
    id: sample.other.rule
    title: { zh: 另一规则, en: The other rule }
    cites:
      - { instrument: sample-law, article: 第一条, says: 应当 }
      - { instrument: old-law, article: 第一条 }
      - { instrument: sample-measures, article: 第一条 }
    effective: { basis: case.day, from: 2015-01-01 }
    severity: minor
    applies: case.sum >= params.threshold && busy
    require:
      - { that: has(case.opt) }
    message: { zh: 不合规定。, en: It is not as asked. }
    reading: As the law has it.
    examples:
      - { base: ordinary, outcome: satisfied, with: { case.opt: 1 } }
      - { base: ordinary, outcome: violated }
      - { base: ordinary, outcome: undetermined, unrecorded: [case.opt] }
      - { base: ordinary, outcome: not-applicable, with: { case.n: 0 } }

    """,
    "sample/third/rule.yaml": """
    id: sample.third.rule
    title: { zh: 第三规则, en: The third rule }
    cites:
      - { instrument: sample-law, article: 第四条, says: 三日内 }
    effective: { basis: case.day, from: 2020-01-01 }
    severity: minor
    applies: busy && known
    let:
      # Every fact of the schema is read by some rule.
      known: 'case.m > 0 || case.later > case.day || case.sum2 > 0 || case.mark == "" || case.sure || case.told == true || case.flag == true || items.exists(i, i.v > 0)'
    deadline: { from: case.day, within: params.term, act: case.opt_on }
    message: { zh: "应于{due}前办理。", en: "It was due by {due}." }
    reading: As the law has it.
    examples:
      - { base: ordinary, outcome: satisfied, with: { case.opt_on: 2024-01-05 } }
      - { base: ordinary, outcome: violated, with: { case.opt_on: 2024-01-08 } }
      - { base: ordinary, outcome: pending, as_of: 2024-01-04 }
      - { base: ordinary, outcome: undetermined, unrecorded: [case.opt_on] }
      - { base: ordinary, outcome: not-applicable, with: { case.n: 0 } }

    """,
  ]
}

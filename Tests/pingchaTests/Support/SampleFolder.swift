import Foundation

/// A working folder of a test's own: `Rules` with two small rules, `Cases` with a clean case and a
/// late one. Gone when the test is over.
final class SampleFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/pingcha-" + UUID().uuidString
    try write("Rules/records/sample.yaml", Self.schema)
    try write("Rules/records/sample.examples/ordinary.yaml", Self.record)
    try write("Rules/instruments.yaml", Self.instruments)
    try write("Rules/sample/service/in-time.yaml", Self.inTime)
    try write("Rules/sample/decision/reasoned.yaml", Self.reasoned)
    try write("pingcha.yaml", Self.settings)
    try write("Cases/clean/case.yaml", Self.record)
    try write("Cases/late/case.yaml", Self.lateRecord)
  }

  deinit {
    // A folder that a test closed is opened again, or it could not be removed.
    for name in FileManager.default.subpaths(atPath: path) ?? [] {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: "\(path)/\(name)")
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and the folders it needs.
  func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

  func write(_ name: String, bytes: [UInt8]) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  func deny(_ name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: "\(path)/\(name)")
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// A record as a line of a batch.
  static func line(_ number: Int, servedOn: String = "2024-03-05") -> String {
    """
    {"kind":"sample","case":{"number":"样〔2024〕\(number)号"},\
    "decision":{"made_on":"2024-03-01","served_on":"\(servedOn)","reasoned":true}}

    """
  }
}

extension SampleFolder {
  static let schema = """
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
          - { name: number, zh: 案号, en: Case number, type: text, expect: always }
          - { name: title, zh: 名称, en: Title, type: text }
          - { name: party, zh: 当事人, en: Party, type: text, personal: true }
      - name: decision
        zh: 决定
        en: Decision
        shape: record
        expect: always
        fields:
          - { name: made_on, zh: 决定日期, en: Date of the decision, type: date, expect: always }
          - { name: served_on, zh: 送达日期, en: Date of service, type: date, expect: always }
          - { name: reasoned, zh: 说明理由, en: Reasons given, type: boolean, expect: always }

    """

  static let record = """
    kind: sample
    case: { number: 样〔2024〕1号, title: 样例案 }
    decision: { made_on: 2024-03-01, served_on: 2024-03-05, reasoned: true }

    """

  /// Served on the nineteenth day.
  static let lateRecord = """
    kind: sample
    case: { number: 样〔2024〕2号, title: 迟送达案 }
    decision:
      made_on: 2024-03-01
      served_on: 2024-03-20
      reasoned: true

    """

  static let instruments = """
    - id: sample-law
      name: { zh: 样例法, en: Sample Law }
      number: 样令第1号
      issuer: 样例机关
      from: 2020-01-01

    """

  /// The rules are as small as can be.
  static let settings = """
    lint: { too-few-examples: off, no-undetermined-example: off, literal-threshold: off }

    """

  static let inTime = """
    id: sample.service.in-time
    title: { zh: 七日内送达, en: Served within seven days }
    cites:
      - { instrument: sample-law, article: 第一条, says: 七日内送达 }
    effective: { basis: decision.made_on, from: 2020-01-01 }
    severity: major
    kind: violation
    deadline: { from: decision.made_on, within: days(7), act: decision.served_on, roll: false }
    message: { zh: "应于{due}前送达，{act|未送达}。", en: "Due by {due}; served on: {act|not served}." }
    remedy: { zh: 立即送达。, en: Serve it now. }
    examples:
      - { base: ordinary, outcome: satisfied, with: { decision.served_on: 2024-03-08 } }
      - { base: ordinary, outcome: violated, with: { decision.served_on: 2024-03-09 } }
      - { base: ordinary, outcome: pending, without: [decision.served_on], as_of: 2024-03-08 }
      - { base: ordinary, outcome: undetermined, unrecorded: [decision.served_on] }
      - { base: ordinary, outcome: not-applicable, with: { decision.made_on: 2019-12-31 } }

    """

  static let reasoned = """
    id: sample.decision.reasoned
    title: { zh: 说明理由, en: Reasons are given }
    cites:
      - { instrument: sample-law, article: 第二条 }
    effective: { basis: decision.made_on, from: 2020-01-01 }
    severity: minor
    kind: violation
    require:
      - { id: given, that: decision.reasoned }
    message: { zh: 没有说明理由。, en: No reasons are given. }
    remedy: { zh: 补充理由。, en: Give the reasons. }
    examples:
      - { base: ordinary, outcome: satisfied }
      - { base: ordinary, outcome: violated, check: given, with: { decision.reasoned: false } }

    """
}

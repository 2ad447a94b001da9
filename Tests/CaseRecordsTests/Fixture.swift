import CEL
import CaseRecords
import SourceText
import TestSupport
import Testing
import YAML

/// A small schema that has a field of every type.
enum Fixture {
  static let schemaText = """
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
          - { name: region, zh: 区划, en: Region, type: text }
          - { name: urgent, zh: 紧急, en: Urgent, type: boolean }
          - { name: count, zh: 数量, en: Count, type: integer }
          - { name: rate, zh: 比率, en: Rate, type: decimal }
          - { name: fine, zh: 罚款, en: Fine, type: money }
          - { name: made_on, zh: 日期, en: Date, type: date, expect: 'case.procedure == "ordinary"' }
          - { name: made_at, zh: 时间, en: Time, type: datetime }
          - { name: procedure, zh: 程序, en: Procedure, type: "enum:procedure" }
          - { name: paper, zh: 文书, en: Paper, type: document }
          - { name: tags, zh: 标签, en: Tags, type: "list:text" }
          - { name: papers, zh: 文书, en: Papers, type: "list:document" }
          - { name: penalties, zh: 处罚, en: Penalties, type: "list:Penalty" }
          - { name: result, zh: 结果, en: Result, type: "record:Result" }
      - name: officers
        zh: 人员
        en: Officers
        shape: list
        key: licence
        fields:
          - { name: name, zh: 姓名, en: Name, type: text, personal: true }
          - { name: licence, zh: 证号, en: Licence, type: text }
          - { name: valid_until, zh: 有效期, en: Valid until, type: date }
          - { name: tags, zh: 标签, en: Tags, type: "list:text" }
          - { name: paper, zh: 文书, en: Paper, type: document }
      - name: hearing
        zh: 听证
        en: Hearing
        shape: record
        fields:
          - { name: held_on, zh: 举行日期, en: Date held, type: date }
          - { name: paper, zh: 笔录, en: Record, type: document }
          - { name: pauses, zh: 中止, en: Pauses, type: "list:Penalty" }
    shapes:
      - name: Penalty
        zh: 处罚
        en: Penalty
        key: kind
        fields:
          - { name: kind, zh: 种类, en: Kind, type: text }
          - { name: value, zh: 价值, en: Value, type: money }
      - name: Result
        zh: 结果
        en: Result
        fields:
          - { name: published, zh: 已公开, en: Published, type: boolean }
          - { name: published_on, zh: 公开日期, en: Date of publication, type: date }
    enums:
      procedure: [ordinary, simple]

    """

  static let schema: RecordSchema = {
    let (schema, diagnostics) = SchemaReader.read(node(schemaText))
    guard let schema else { preconditionFailure("the schema of the tests: \(diagnostics)") }
    return schema
  }()

  static func node(_ text: String) -> Node {
    let (root, diagnostics) = readYAML(text)
    guard let root, diagnostics.isEmpty else {
      preconditionFailure("not the YAML that a test means: \(diagnostics)\n\(text)")
    }
    return root
  }

  static func read(_ text: String) -> RecordReading {
    RecordReader(schema: schema).read(node(text))
  }

  /// A record that must be readable.
  static func record(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> CaseRecord {
    let reading = read(text)
    return try #require(
      reading.record, "\(reading.diagnostics)", sourceLocation: sourceLocation)
  }
}

extension CaseRecord {
  /// The value at a path of names and indexes, as a test shows it.
  func shown(_ path: String) throws -> String { try value(path).shown }

  func value(_ path: String) throws -> Value {
    let path = try #require(FactPath(path))
    var value = Value.structure(record)
    for step in path.steps {
      switch (step, value) {
      case (.name("documents"), .structure(let owner)) where owner.path.isEmpty:
        value = .list(documents)
      case (.name(let name), .structure(let owner)):
        value = owner.slots[try #require(owner.type.number(ofField: name))]
      case (.index(let index), .list(let list)):
        value = try #require(list.elements.indices.contains(index) ? list.elements[index] : nil)
      default: throw Misled()
      }
    }
    return value
  }

  struct Misled: Error {}
}

extension Value {
  /// A value in a form that tables can hold.
  var shown: String {
    switch self {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .int(let number): "\(number)"
    case .string(let text): "'\(text)'"
    case .date(let day): "\(day)"
    case .money(let number): "¥\(number)"
    case .decimal(let number): "\(number)"
    case .timestamp(let moment): moment.text(offset: 28_800)
    case .range(let range):
      "\(range.low?.shown ?? "")…\(range.high?.shown ?? "") of \(range.trail.paths)"
    case .unknown(let trail): "unknown \(trail.paths)"
    case .list(let list):
      "\(list.isOpen ? "open" : "closed")\(list.isRecorded ? "" : ", not recorded") \(list.path) "
        + "[\(list.elements.map(\.shown).joined(separator: ", "))]"
    case .structure(let value): "\(value.presence) \(value.path)"
    default: "?"
    }
  }
}

import CEL
import Findings
import FoundationEssentials
import SourceText

extension Evaluation.Answer {
  init(_ value: Value, type: ValueType) {
    self.init(type: type.text, typePhrase: type.phrase, state: Evaluation.State(value))
    switch value {
    case .unknown(let trail): unknown = trail.paths
    case .range(let range): unknown = range.trail.paths
    case .structure(let structure) where structure.presence == .unrecorded:
      unknown = [structure.path]
    case .list(let list) where list.isOpen && !list.path.isEmpty: unknown = [list.path]
    case .absent(let trail): absent = trail.paths
    case .absentFact(let fact): absent = [fact.path]
    case .structure(let structure) where structure.presence == .absent: absent = [structure.path]
    default: break
    }
  }
}

extension Evaluation.State {
  fileprivate init(_ value: Value) {
    switch value {
    case .unknown: self = .unknown
    case .structure(let structure) where structure.presence == .unrecorded: self = .unknown
    case .absent: self = .absent
    case .fault(let fault): self = .fault(code: fault.code, detail: fault.detail)
    case .absentFact: self = .value("null", .null)
    case .structure(let structure) where structure.presence == .absent:
      self = .value("null", .null)
    default: self = .value(ValueText.debug(value), PlainData(value))
    }
  }
}

extension PlainData {
  /// The value as the JSON of protocol buffers has it: times as texts, bytes in base 64, numbers that
  /// are none by name; dates, money and other exact values as they are written in a record.
  init(_ value: Value) {
    switch value {
    case .null, .absentFact, .absent, .unknown, .fault: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .number("\(number)")
    case .uint(let number): self = .number("\(number)")
    case .double(let number): self = Self.double(number)
    case .string(let text): self = .text(text)
    case .bytes(let bytes): self = .text(Data(bytes).base64EncodedString())
    case .list(let list): self = .list(list.elements.map { PlainData($0) })
    case .map(let map):
      self = .object(
        zip(map.keys, map.values).map {
          Member(key: ValueText.written($0) ?? "", value: PlainData($1))
        })
    case .timestamp(let time): self = .text(time.text)
    case .optional(let optional): self = optional.wrapped.map { PlainData($0) } ?? .null
    case .structure(let structure):
      self = .object(
        zip(structure.type.fields, structure.slots).map {
          Member(key: $0.name, value: PlainData($1))
        })
    default: self = ValueText.written(value).map { .text($0) } ?? .null
    }
  }

  private static func double(_ number: Double) -> Self {
    if number.isNaN { return .text("NaN") }
    if number.isInfinite { return .text(number < 0 ? "-Infinity" : "Infinity") }
    return .number("\(number)")
  }
}

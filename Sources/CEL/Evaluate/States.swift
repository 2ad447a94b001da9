/// The algebra of semantics §2: how absent (A), unknown (U) and fault combine.
extension Value {
  /// True for null and for a fact that is not on file, which reads as null.
  package var isNullLike: Bool {
    switch self {
    case .null, .absentFact: true
    case .structure(let value): value.presence == .absent
    default: false
    }
  }

  /// True for a value that every strict operator takes as it is.
  @inline(__always)
  var isPlain: Bool {
    switch self {
    case .bool, .int, .double, .string, .date, .money, .decimal, .timestamp, .period: true
    default: false
    }
  }

  /// True for absent, unknown and fault: what is no value.
  package var isState: Bool {
    switch self {
    case .absent, .unknown, .fault: true
    default: false
    }
  }

  /// What a strict use of the value is: itself if it is a state, absent if it is null, unknown if it
  /// is only known to lie in a range; `nil` for a value to work with.
  @inline(__always)
  func strictState(acceptsNull: Bool, acceptsRanges: Bool) -> Value? {
    switch self {
    case .absent, .unknown, .fault: self
    case .null: acceptsNull ? nil : .absent(Trail([]))
    case .absentFact(let fact): acceptsNull ? nil : .absent(Trail([fact.path]))
    case .range(let range): acceptsRanges ? nil : .unknown(range.trail)
    case .list(let list):
      list.isOpen && !acceptsRanges ? .unknown(Trail([list.path])) : nil
    case .structure(let structure):
      switch structure.presence {
      case .present: nil
      case .absent: acceptsNull ? nil : .absent(Trail([structure.path]))
      case .unrecorded: .unknown(Trail([structure.path]))
      }
    default: nil
    }
  }

  /// A strict operator over two states: a fault before absent before unknown, paths of one state
  /// together.
  static func strictMerge(_ a: Value?, _ b: Value?) -> Value? {
    guard let a else { return b }
    guard let b else { return a }
    switch (a, b) {
    case (.fault, _): return a
    case (_, .fault): return b
    case (.absent(let x), .absent(let y)): return .absent(x.union(y))
    case (.absent, _): return a
    case (_, .absent): return b
    case (.unknown(let x), .unknown(let y)): return .unknown(x.union(y))
    default: return a
    }
  }

  static func noOverload(_ name: String, _ values: Value...) -> Value {
    .fault(
      Fault(
        code: "no-such-overload",
        detail: "\(name)(\(values.map(\.typeName).joined(separator: ", ")))"))
  }

  static func fault(_ code: String, _ detail: String) -> Value {
    .fault(Fault(code: code, detail: detail))
  }
}

/// What a condition may come to, for the operators that absorb states.
enum Truth {
  case yes
  case no
  case unknown(Trail)
  case absent(Trail)
  case fault(Fault)

  init(_ value: Value) {
    switch value {
    case .bool(true): self = .yes
    case .bool(false): self = .no
    case .unknown(let trail): self = .unknown(trail)
    case .absent(let trail): self = .absent(trail)
    case .absentFact(let fact): self = .absent(Trail([fact.path]))
    case .null: self = .absent(Trail([]))
    case .fault(let fault): self = .fault(fault)
    case .range(let range): self = .unknown(range.trail)
    default:
      self = .fault(Fault(code: "no-such-overload", detail: "\(value.typeName) is no condition"))
    }
  }
}

/// Adds up conditions of which none decided: unknown before fault before absent (semantics §2).
struct UndecidedTruth {
  private var unknown: Trail?
  private var fault: Fault?
  private var absent: Trail?

  mutating func add(_ truth: Truth) {
    switch truth {
    case .yes, .no: break
    case .unknown(let trail): unknown = unknown?.union(trail) ?? trail
    case .absent(let trail): absent = absent?.union(trail) ?? trail
    case .fault(let added): fault = fault ?? added
    }
  }

  mutating func add(openList list: ListValue) {
    if list.isOpen { add(.unknown(Trail([list.path]))) }
  }

  /// The state of the whole, or `otherwise` where every condition was decided.
  func result(otherwise value: Value) -> Value {
    if let unknown { return .unknown(unknown) }
    if let fault { return .fault(fault) }
    if let absent { return .absent(absent) }
    return value
  }

  /// For `map`, `filter` and `exists_one`, which are lost whole: fault before unknown before absent.
  func lost() -> Value? {
    if let fault { return .fault(fault) }
    if let unknown { return .unknown(unknown) }
    return absent.map { .absent($0) }
  }
}

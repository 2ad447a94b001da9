/// A boolean expression as its author built it: conditions under `&&`, `||`, `!` and `?:`.
///
/// Whatever is none of these is one condition, a macro such as `exists` too; the predicate of a macro
/// and the body of a `cel.bind` are decisions of their own. Conditions with the same text are one,
/// since no record can tell them apart.
package struct Decision: Sendable {
  /// How conditions are put together; numbers are those of `conditions`.
  package indirect enum Shape: Sendable {
    case condition(Int)
    case not(Shape)
    case all([Shape])
    case any([Shape])
    case choice(Shape, Shape, Shape)
  }

  package struct Condition: Sendable {
    package var text: String
    /// Every place where it stands, in the order of the source.
    package var nodes: [NodeID]
    /// True where it comes to the same for every record.
    package var isFixed: Bool
  }

  /// What the decision is within its expression.
  package enum Role: Hashable, Sendable {
    case whole
    /// What a macro asks of each element.
    case predicate
    /// What stands before the question mark of a `?:` that gives no boolean.
    case choice
    /// The body of a `cel.bind`, an operand, an argument.
    case part
  }

  package var root: NodeID
  package var role: Role
  package var shape: Shape
  package var conditions: [Condition]
  /// For each condition what it makes of the others where it is true, and where it is false; as far
  /// as their texts tell.
  package var implications: [(ifTrue: [Int: ConditionState], ifFalse: [Int: ConditionState])]

  /// What a condition makes of the others on a side.
  package func implied(by number: Int, _ side: Bool) -> [Int: ConditionState] {
    side ? implications[number].ifTrue : implications[number].ifFalse
  }
}

/// What a condition came to.
package enum ConditionState: UInt8, Hashable, Sendable, CaseIterable {
  case no, yes, unknown, absent, fault

  package init(_ flag: Bool) { self = flag ? .yes : .no }

  init(_ value: Value) {
    switch Truth(value) {
    case .yes: self = .yes
    case .no: self = .no
    case .unknown: self = .unknown
    case .absent: self = .absent
    case .fault: self = .fault
    }
  }

  /// The opposite of true or false; `nil` for what is neither.
  package var opposite: ConditionState? {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown, .absent, .fault: nil
    }
  }
}

extension Decision.Shape {
  /// What a decision comes to where its conditions come to `states`.
  package func state(_ states: [ConditionState]) -> ConditionState {
    switch self {
    case .condition(let number): states[number]
    case .not(let shape):
      {
        let state = shape.state(states)
        return state.opposite ?? state
      }()
    case .all(let shapes): Self.combined(shapes, states, deciding: .no)
    case .any(let shapes): Self.combined(shapes, states, deciding: .yes)
    case .choice(let condition, let first, let second):
      switch condition.state(states) {
      case .yes: first.state(states)
      case .no: second.state(states)
      case let open: open
      }
    }
  }

  private static func combined(
    _ shapes: [Self], _ states: [ConditionState], deciding: ConditionState
  ) -> ConditionState {
    var (hasUnknown, hasFault, hasAbsent) = (false, false, false)
    for shape in shapes {
      let state = shape.state(states)
      if state == deciding { return deciding }
      switch state {
      case .yes, .no: break
      case .unknown: hasUnknown = true
      case .fault: hasFault = true
      case .absent: hasAbsent = true
      }
    }
    if hasUnknown { return .unknown }
    if hasFault { return .fault }
    return hasAbsent ? .absent : deciding == .no ? .yes : .no
  }

  /// The value of a decision whose conditions have these, as the evaluation of the expression itself
  /// has it.
  func value(_ values: ContiguousArray<Value>) -> Value {
    switch self {
    case .condition(let number): return values[number]
    case .not(let shape):
      let value = shape.value(values)
      switch Truth(value) {
      case .yes: return .bool(false)
      case .no: return .bool(true)
      case .unknown(let trail): return .unknown(trail)
      case .absent(let trail): return .absent(trail)
      case .fault(let fault): return .fault(fault)
      }
    case .all(let shapes): return Self.combined(shapes, values, deciding: false)
    case .any(let shapes): return Self.combined(shapes, values, deciding: true)
    case .choice(let condition, let first, let second):
      switch Truth(condition.value(values)) {
      case .yes: return first.value(values)
      case .no: return second.value(values)
      case .unknown(let trail): return .unknown(trail)
      case .absent(let trail): return .absent(trail)
      case .fault(let fault): return .fault(fault)
      }
    }
  }

  private static func combined(
    _ shapes: [Self], _ values: ContiguousArray<Value>, deciding: Bool
  ) -> Value {
    var undecided = UndecidedTruth()
    for shape in shapes {
      let value = shape.value(values)
      if case .bool(deciding) = value { return value }
      undecided.add(Truth(value))
    }
    return undecided.result(otherwise: .bool(!deciding))
  }
}

/// How much an evaluation may do before it ends in a fault.
///
/// Both sides are counted, not measured, so that an expression stops at the same place on every
/// machine: a fault of code `budget-exceeded`, whatever the expression would have made of it.
package struct EvaluationBudget: Hashable, Sendable {
  /// Parts of an expression evaluated by comprehensions, elements compared, and texts read, a step
  /// for each 16 bytes.
  package var steps: Int
  /// Bytes of the texts and lists that are made, also of those that are thrown away again; an
  /// element of a list counts as `Value.elementBytes`.
  package var bytes: Int

  package init(steps: Int, bytes: Int) {
    self.steps = steps
    self.bytes = bytes
  }

  /// Some thousand times what a rule needs, and less than a second of work.
  package static let standard = EvaluationBudget(steps: 10_000_000, bytes: 256 << 20)
}

/// What a call will cost, known before it is made.
struct Cost: Hashable, Sendable {
  var steps = 0
  var bytes = 0

  static let none = Cost()
}

/// Counts an evaluation against its budget.
///
/// Programs run within one another: a definition within a check pays from the check's budget, while
/// a variable that fills itself has a budget of its own, since who reads it first must not matter.
struct Meter: Sendable {
  fileprivate(set) var steps: Int
  fileprivate(set) var bytes: Int
  fileprivate(set) var isRunning: Bool

  /// Of an expression that cannot run long: nothing stops it.
  static let idle = Meter(steps: .max, bytes: .max, isRunning: false)

  /// Takes steps; false where there are not enough left.
  @inline(__always)
  mutating func step(_ count: Int) -> Bool {
    steps &-= count
    return steps >= 0
  }

  /// Takes a cost; false where there is not enough left.
  mutating func pay(_ cost: Cost) -> Bool {
    guard cost.steps <= steps, cost.bytes <= bytes else {
      if cost.steps > steps { steps = -1 } else { bytes = -1 }
      return false
    }
    steps -= cost.steps
    bytes -= cost.bytes
    return true
  }

  var isExhausted: Bool { steps < 0 || bytes < 0 }
}

extension Frame {
  /// The fault of an evaluation that spent its budget.
  var budgetFault: Value {
    meter.steps < 0
      ? .fault(EvaluationBudget.faultCode, "more than \(budget.steps) steps")
      : .fault(EvaluationBudget.faultCode, "more than \(budget.bytes) bytes of texts and lists")
  }

  /// Runs `body` within the budget. What spent it is a fault, also where an operator took it for an
  /// answer all the same.
  mutating func metered(_ body: Evaluator) -> Value {
    if meter.isRunning { return body(&self) }
    meter = Meter(steps: budget.steps, bytes: budget.bytes, isRunning: true)
    let value = body(&self)
    let result = meter.isExhausted ? budgetFault : value
    spent = EvaluationBudget(
      steps: budget.steps - max(meter.steps, 0), bytes: budget.bytes - max(meter.bytes, 0))
    meter = .idle
    return result
  }

  /// Runs `body` as if nothing were running around it.
  mutating func unmetered(_ body: Evaluator) -> Value {
    let outer = meter
    meter = .idle
    let value = body(&self)
    meter = outer
    return value
  }
}

extension EvaluationBudget {
  package static let faultCode = "budget-exceeded"
}

/// What an expression is evaluated in: one value for each slot.
///
/// A slot that nothing has filled is `nil`; a lazy variable fills its own the first time it is read.
package struct Frame {
  package var slots: ContiguousArray<Value?>
  /// Notes what is read, where somebody wants to know; only traced programs look at it.
  package var tracer: Tracer?
  /// Is told what conditions come to; only programs that were planned for it look at it.
  package var observer: DecisionObserver?
  /// Asks variables that fill themselves to be unknown where what they rest on is not verified.
  package var withholdsUnverified = false
  /// True once an equality was false with a fact that is not on file on one of its sides, here or in a
  /// variable that was read: only then is it worth a trace to ask which fact. Reset by who asks.
  package var metAbsentFact = false
  /// The term that decided the last chain of `&&` or `||`, by its place in the chain; who wants to
  /// know resets it.
  var decider: Int?
  /// Variables that fill themselves and met one on the way.
  var slotsThatMetAbsentFact: Set<Int> = []
  /// What each evaluation in the frame may do.
  package var budget = EvaluationBudget.standard
  /// What the last evaluation did of what is counted; nothing for an expression that cannot run long.
  package internal(set) var spent = EvaluationBudget(steps: 0, bytes: 0)
  var meter = Meter.idle

  package init(slotCount: Int) {
    slots = ContiguousArray(repeating: nil, count: slotCount)
  }

  /// Adds the slots that a program needs and the frame does not have.
  package mutating func makeRoom(for program: Program) {
    let missing = program.slotCount - slots.count
    if missing > 0 { slots.append(contentsOf: repeatElement(nil, count: missing)) }
  }
}

extension Frame {
  /// Fills the slot of a variable that nobody has read yet.
  mutating func fill(_ slot: Int, by initializer: Evaluator) -> Value {
    let before = metAbsentFact
    metAbsentFact = false
    let value = unmetered(initializer)
    slots[slot] = value
    if metAbsentFact { slotsThatMetAbsentFact.insert(slot) }
    metAbsentFact = metAbsentFact || before
    return value
  }

  /// Tells again what was met when the variable of a slot filled itself.
  mutating func recallAbsentFact(of slot: Int) {
    if slotsThatMetAbsentFact.contains(slot) { metAbsentFact = true }
  }
}

/// A compiled expression: reads slots, gives a value; never throws, since errors are values.
package typealias Evaluator = @Sendable (inout Frame) -> Value

/// What a traced evaluation read and got, in the order it happened.
package final class Tracer {
  /// One sub-expression with its value.
  package struct Step {
    package var expression: String
    package var value: Value
    package var depth: Int
    /// The fact that the value was read from; `nil` for one that was worked out.
    package var fact: String?
  }

  /// The facts that were read, each once.
  package private(set) var facts: [String] = []
  /// Facts that are not on file and by that made `==`, `!=` or `in` what it was.
  package private(set) var absentInEquality: [String] = []
  /// Sub-expressions, operands before what they make.
  package private(set) var steps: [Step] = []
  private var seen: Set<String> = []
  /// The fact that was read since the last step.
  private var latest: String?
  var depth = 0

  /// False to note facts alone, and no sub-expressions.
  let keepsSteps: Bool

  package init(keepsSteps: Bool = true) { self.keepsSteps = keepsSteps }

  package func note(fact path: String) {
    if seen.insert(path).inserted { facts.append(path) }
    latest = path
  }

  package func note(absentInEquality path: String) {
    if !absentInEquality.contains(path) { absentInEquality.append(path) }
  }

  func note(step expression: String, value: Value) {
    steps.append(Step(expression: expression, value: value, depth: depth, fact: latest))
    latest = nil
  }
}

import SourceText

@testable import CEL

/// Runs one vector through parse, check and evaluation, and compares.
struct VectorRunner {
  /// What came out otherwise than the vector expects.
  struct Failure: CustomStringConvertible {
    var vector: Vector
    var got: String
    var wanted: String

    var description: String {
      "\(vector.name): \(vector.expression)\n    got    \(got)\n    wanted \(wanted)"
    }
  }

  let vector: Vector
  private let environment: Environment

  init(_ vector: Vector) {
    self.vector = vector
    environment = Self.environment(of: vector)
  }

  /// Returns what differs from the expectation of a vector; `nil` where nothing does.
  static func run(_ vector: Vector) -> Failure? { VectorRunner(vector).run() }

  private func run() -> Failure? {
    let (program, checked, diagnostics) = Program.compile(
      vector.expression, in: environment,
      options: ParserOptions(macrosEnabled: !vector.disablesMacros),
      needsCheck: !vector.disablesCheck)
    let errors = diagnostics.filter { $0.severity == .error }
    let problems = errors.map { "\($0.code): \($0.message.en)" }.joined(separator: "; ")
    if let wanted = vector.expectedType {
      guard let checked, program != nil else { return failure(got: problems, wanted: "\(wanted)") }
      if !same(checked.type, wanted) { return failure(got: checked.type.text, wanted: "\(wanted)") }
    }
    guard let outcome = vector.outcome else { return nil }
    guard let program else {
      if case .error = outcome, checked != nil { return nil }
      return failure(got: problems, wanted: "\(outcome)")
    }
    var frame = frame(for: program)
    let value = program.evaluate(&frame)
    frame = self.frame(for: program)
    frame.tracer = Tracer()
    let traced = program.evaluateTraced(&frame)
    if ValueText.debug(traced) != ValueText.debug(value) {
      return failure(got: "traced: \(ValueText.debug(traced))", wanted: ValueText.debug(value))
    }
    return meets(value, outcome) ? nil : failure(got: ValueText.debug(value), wanted: "\(outcome)")
  }

  private func failure(got: String, wanted: String) -> Failure {
    Failure(vector: vector, got: got, wanted: wanted)
  }

  private func meets(_ value: Value, _ outcome: Vector.Outcome) -> Bool {
    switch (outcome, value) {
    case (.value(let wanted), _): same(value, wanted)
    // CEL has one kind of error; a strict use of null is one of them.
    case (.error, .fault), (.error, .absent), (.unknown, .unknown): true
    default: false
    }
  }

  private func frame(for program: Program) -> Frame {
    var frame = Frame(slotCount: program.slotCount)
    for (name, binding) in vector.bindings {
      guard let slot = environment.variables[name]?.slot else { continue }
      frame.slots[slot] =
        switch binding {
        case .value(let value): Self.value(value)
        case .error(let texts): .fault("bound", texts.joined(separator: "; "))
        case .unknown: .unknown(Trail([name]))
        }
    }
    return frame
  }
}

/// Finds what the type variables of a check stand for (language definition, “Gradual type checking”).
struct TypeUnifier {
  private var bindings: [ValueType?] = []
  /// What bindings were before each change, so that a failed attempt can be taken back.
  private var changes: [(variable: Int, before: ValueType?)] = []

  /// A state to come back to.
  struct Mark {
    fileprivate var variables: Int
    fileprivate var changes: Int
  }

  var mark: Mark { Mark(variables: bindings.count, changes: changes.count) }

  mutating func undo(to mark: Mark) {
    while changes.count > mark.changes, let change = changes.popLast() {
      bindings[change.variable] = change.before
    }
    bindings.removeLast(bindings.count - mark.variables)
  }

  mutating func fresh() -> ValueType {
    bindings.append(nil)
    return .variable(bindings.count - 1)
  }

  /// Replaces the parameters of a signature by fresh variables.
  mutating func instantiate(_ signature: Signature) -> (parameters: [ValueType], result: ValueType)
  {
    var variables: [String: ValueType] = [:]
    let parameters = signature.parameters.map { replaceParameters(in: $0, &variables) }
    return (parameters, replaceParameters(in: signature.result, &variables))
  }

  private mutating func replaceParameters(
    in type: ValueType, _ variables: inout [String: ValueType]
  ) -> ValueType {
    switch type {
    case .parameter(let name):
      if let known = variables[name] { return known }
      let new = fresh()
      variables[name] = new
      return new
    case .list(let element): return .list(replaceParameters(in: element, &variables))
    case .map(let key, let value):
      return .map(replaceParameters(in: key, &variables), replaceParameters(in: value, &variables))
    case .type(let of): return .type(replaceParameters(in: of, &variables))
    case .optional(let of): return .optional(replaceParameters(in: of, &variables))
    case .wrapper(let of): return .wrapper(replaceParameters(in: of, &variables))
    case .opaque(let name, let of) where !of.isEmpty:
      return .opaque(name, of.map { replaceParameters(in: $0, &variables) })
    default: return type
    }
  }

  /// The type with every variable that is known replaced.
  func resolve(_ type: ValueType) -> ValueType {
    substitute(type) { .variable($0) }
  }

  /// The type with variables that nothing decided replaced by `dyn`.
  func finalized(_ type: ValueType) -> ValueType {
    substitute(type) { _ in .dynamic }
  }

  private func substitute(_ type: ValueType, unbound: (Int) -> ValueType) -> ValueType {
    switch type {
    case .variable(let number):
      bindings[number].map { substitute($0, unbound: unbound) } ?? unbound(number)
    case .list(let element): .list(substitute(element, unbound: unbound))
    case .map(let key, let value):
      .map(substitute(key, unbound: unbound), substitute(value, unbound: unbound))
    case .type(let of): .type(substitute(of, unbound: unbound))
    case .optional(let of): .optional(substitute(of, unbound: unbound))
    case .wrapper(let of): .wrapper(substitute(of, unbound: unbound))
    case .opaque(let name, let of) where !of.isEmpty:
      .opaque(name, of.map { substitute($0, unbound: unbound) })
    default: type
    }
  }

  /// How deep a type holds others, counted up to a little beyond `limit`.
  func nesting(of type: ValueType, limit: Int) -> Int {
    if limit < 0 { return 0 }
    return switch type {
    case .variable(let number): bindings[number].map { nesting(of: $0, limit: limit) } ?? 0
    case .list(let of), .type(let of), .optional(let of), .wrapper(let of):
      1 + nesting(of: of, limit: limit - 1)
    case .map(_, let value): 1 + nesting(of: value, limit: limit - 1)
    case .opaque(_, let of): 1 + (of.map { nesting(of: $0, limit: limit - 1) }.max() ?? 0)
    default: 0
    }
  }

  /// Makes `type` fit where `target` is asked, binding variables; false leaves bindings as they were.
  mutating func assign(_ type: ValueType, to target: ValueType) -> Bool {
    let before = mark
    if unify(type, target) { return true }
    undo(to: before)
    return false
  }

  private mutating func unify(_ from: ValueType, _ to: ValueType) -> Bool {
    switch (from, to) {
    case (.error, _), (_, .error): return true
    case (.variable(let a), .variable(let b)) where a == b: return true
    case (.variable(let number), _): return unifyVariable(number, to, isSource: true)
    case (_, .variable(let number)): return unifyVariable(number, from, isSource: false)
    case (.dynamic, _), (_, .dynamic): return true
    case (.wrapper(let a), .wrapper(let b)): return unify(a, b)
    case (.null, .wrapper), (.wrapper, .null): return true
    case (.wrapper(let a), _): return unify(a, to)
    case (_, .wrapper(let b)): return unify(from, b)
    case (.list(let a), .list(let b)): return unify(a, b)
    case (.map(let k1, let v1), .map(let k2, let v2)): return unify(k1, k2) && unify(v1, v2)
    case (.type(let a), .type(let b)):
      // Types are values of one type, whatever they are types of.
      _ = assign(a, to: b)
      return true
    case (.optional(let a), .optional(let b)): return unify(a, b)
    case (.opaque(let a, let ofA), .opaque(let b, let ofB)):
      guard a == b, ofA.count == ofB.count else { return false }
      for (x, y) in zip(ofA, ofB) where !unify(x, y) { return false }
      return true
    case (.enumeration, .string), (.string, .enumeration): return true
    case (.null, .structure), (.structure, .null), (.null, .timestamp), (.timestamp, .null),
      (.null, .duration), (.duration, .null):
      return true
    default: return from == to
    }
  }

  /// Binds a variable, or widens what it is bound to where the other type is wider: a parameter that
  /// was an integer and is now anything is anything.
  private mutating func unifyVariable(
    _ number: Int, _ other: ValueType, isSource: Bool
  ) -> Bool {
    guard let bound = bindings[number] else { return bind(number, other) }
    guard isSource ? unify(bound, other) : unify(other, bound) else { return false }
    let (now, wanted) = (resolve(bound), resolve(other))
    let wider = Self.wider(now, wanted)
    if wider != now { set(number, wider) }
    return true
  }

  private mutating func bind(_ number: Int, _ type: ValueType) -> Bool {
    let resolved = resolve(type)
    if resolved == .variable(number) { return true }
    if occurs(number, in: resolved) { return false }
    set(number, resolved)
    return true
  }

  private mutating func set(_ number: Int, _ type: ValueType) {
    changes.append((number, bindings[number]))
    bindings[number] = type
  }

  private func occurs(_ number: Int, in type: ValueType) -> Bool {
    switch type {
    case .variable(let other):
      number == other || bindings[other].map { occurs(number, in: $0) } ?? false
    case .list(let element): occurs(number, in: element)
    case .map(let key, let value): occurs(number, in: key) || occurs(number, in: value)
    case .type(let of), .optional(let of), .wrapper(let of): occurs(number, in: of)
    case .opaque(_, let of): of.contains { occurs(number, in: $0) }
    default: false
    }
  }

  /// Of two types that fit each other the one that takes more values, part by part.
  private static func wider(_ a: ValueType, _ b: ValueType) -> ValueType {
    switch (a, b) {
    case (.error, _): b
    case (.dynamic, _), (_, .dynamic): .dynamic
    case (.wrapper(let x), .wrapper(let y)): .wrapper(wider(x, y))
    case (.wrapper(let x), _): b == .null ? a : .wrapper(wider(x, b))
    case (_, .wrapper(let y)): a == .null ? b : .wrapper(wider(a, y))
    case (.list(let x), .list(let y)): .list(wider(x, y))
    case (.map(let k1, let v1), .map(let k2, let v2)): .map(wider(k1, k2), wider(v1, v2))
    case (.optional(let x), .optional(let y)): .optional(wider(x, y))
    case (.opaque(let name, let x), .opaque(_, let y)):
      .opaque(name, zip(x, y).map { wider($0, $1) })
    case (.type(let x), .type(let y)): x == y ? a : .type(.dynamic)
    case (.null, .structure), (.enumeration, .string): b
    default: a
    }
  }

  /// The type of an aggregate that holds both: the wider of the two, or `dyn`.
  mutating func join(_ a: ValueType, _ b: ValueType) -> ValueType {
    let (left, right) = (resolve(a), resolve(b))
    if left == right { return left }
    switch (left, right) {
    case (.error, let other), (let other, .error): return other
    case (.null, _) where Self.isScalar(right): return .wrapper(right)
    case (_, .null) where Self.isScalar(left): return .wrapper(left)
    case (.enumeration, .enumeration): return .string
    default: break
    }
    guard assign(left, to: right) || assign(right, to: left) else { return .dynamic }
    return Self.wider(resolve(left), resolve(right))
  }

  private static func isScalar(_ type: ValueType) -> Bool {
    switch type {
    case .bool, .int, .uint, .double, .string, .bytes, .date, .money, .decimal, .period,
      .enumeration:
      true
    default: false
    }
  }
}

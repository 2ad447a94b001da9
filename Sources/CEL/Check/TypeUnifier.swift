/// Finds what the type variables of a check stand for (language definition, “Gradual type checking”).
struct TypeUnifier {
  private var bindings: [ValueType?] = []

  mutating func fresh() -> ValueType {
    bindings.append(nil)
    return .variable(bindings.count - 1)
  }

  /// Replaces the parameters of a signature by fresh variables.
  mutating func instantiate(_ signature: Signature) -> (parameters: [ValueType], result: ValueType) {
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
    default: return type
    }
  }

  /// The type with every variable that is known replaced.
  func resolve(_ type: ValueType) -> ValueType {
    switch type {
    case .variable(let number):
      if let bound = bindings[number] { return resolve(bound) }
      return type
    case .list(let element): return .list(resolve(element))
    case .map(let key, let value): return .map(resolve(key), resolve(value))
    case .type(let of): return .type(resolve(of))
    case .optional(let of): return .optional(resolve(of))
    case .wrapper(let of): return .wrapper(resolve(of))
    default: return type
    }
  }

  /// The type with variables that nothing decided replaced by `dyn`.
  func finalized(_ type: ValueType) -> ValueType {
    switch resolve(type) {
    case .variable: .dynamic
    case .list(let element): .list(finalized(element))
    case .map(let key, let value): .map(finalized(key), finalized(value))
    case .type(let of): .type(finalized(of))
    case .optional(let of): .optional(finalized(of))
    case .wrapper(let of): .wrapper(finalized(of))
    case let other: other
    }
  }

  /// Makes `type` fit where `target` is asked, binding variables; false leaves bindings as they were.
  mutating func assign(_ type: ValueType, to target: ValueType) -> Bool {
    let before = bindings
    if unify(resolve(type), resolve(target)) { return true }
    bindings = before
    return false
  }

  private mutating func unify(_ from: ValueType, _ to: ValueType) -> Bool {
    switch (from, to) {
    case (.error, _), (_, .error), (.dynamic, _), (_, .dynamic): return true
    case (.variable(let a), .variable(let b)) where a == b: return true
    case (.variable(let number), _): return bind(number, to)
    case (_, .variable(let number)): return bind(number, from)
    case (.wrapper(let a), .wrapper(let b)): return unify(resolve(a), resolve(b))
    case (.null, .wrapper), (.wrapper, .null): return true
    case (.wrapper(let a), _): return unify(resolve(a), to)
    case (_, .wrapper(let b)): return unify(from, resolve(b))
    case (.list(let a), .list(let b)): return unify(resolve(a), resolve(b))
    case (.map(let k1, let v1), .map(let k2, let v2)):
      return unify(resolve(k1), resolve(k2)) && unify(resolve(v1), resolve(v2))
    case (.type(let a), .type(let b)): return unify(resolve(a), resolve(b))
    case (.optional(let a), .optional(let b)): return unify(resolve(a), resolve(b))
    case (.optional(let a), _): return unify(resolve(a), to) && false
    case (.enumeration, .string), (.string, .enumeration): return true
    case (.null, .structure), (.structure, .null), (.null, .timestamp), (.timestamp, .null),
      (.null, .duration), (.duration, .null):
      return true
    default: return from == to
    }
  }

  private mutating func bind(_ number: Int, _ type: ValueType) -> Bool {
    if occurs(number, in: type) { return false }
    bindings[number] = type
    return true
  }

  private func occurs(_ number: Int, in type: ValueType) -> Bool {
    switch resolve(type) {
    case .variable(let other): other == number
    case .list(let element): occurs(number, in: element)
    case .map(let key, let value): occurs(number, in: key) || occurs(number, in: value)
    case .type(let of), .optional(let of), .wrapper(let of): occurs(number, in: of)
    default: false
    }
  }

  /// The type of an aggregate that holds both: the wider of the two, or `dyn`.
  mutating func join(_ a: ValueType, _ b: ValueType) -> ValueType {
    let (left, right) = (resolve(a), resolve(b))
    if left == right { return left }
    switch (left, right) {
    case (.error, let other), (let other, .error): return other
    case (.dynamic, _), (_, .dynamic): return .dynamic
    case (.wrapper(let inner), let other) where inner == other: return left
    case (let other, .wrapper(let inner)) where inner == other: return right
    case (.null, .wrapper), (.null, .structure): return right
    case (.wrapper, .null), (.structure, .null): return left
    case (.null, _) where Self.isScalar(right): return .wrapper(right)
    case (_, .null) where Self.isScalar(left): return .wrapper(left)
    case (.enumeration, .string), (.string, .enumeration), (.enumeration, .enumeration):
      return .string
    case (.wrapper(let x), .wrapper(let y)):
      let inner = join(x, y)
      return inner == .dynamic ? .dynamic : .wrapper(inner)
    case (.wrapper(let x), _):
      let inner = join(x, right)
      return inner == .dynamic ? .dynamic : .wrapper(inner)
    case (_, .wrapper(let y)):
      let inner = join(left, y)
      return inner == .dynamic ? .dynamic : .wrapper(inner)
    case (.list, .list), (.map, .map), (.optional, .optional), (.variable, _), (_, .variable):
      let before = bindings
      if unify(left, right) { return resolve(left) }
      bindings = before
      return .dynamic
    default: return .dynamic
    }
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

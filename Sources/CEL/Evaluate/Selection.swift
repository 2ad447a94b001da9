/// Reading fields and elements of values whose shape is known only when they are there.
enum Selection {
  static func field(_ name: String, of value: Value) -> Value {
    // A section that is not on file still has its fields, each of them absent or unrecorded.
    if case .structure(let structure) = value {
      guard let number = structure.type.number(ofField: name) else {
        return .fault("no-such-field", name)
      }
      return structure.value(ofField: number)
    }
    if let state = value.strictState(acceptsNull: false, acceptsRanges: true) { return state }
    switch value {
    case .map(let map): return map.value(for: .string(name)) ?? .fault("no-such-key", name)
    case .optional(let optional):
      guard let wrapped = optional.wrapped else { return value }
      return optionalField(name, of: wrapped)
    default: return .fault("no-such-overload", "\(value.typeName) has no field \(name)")
    }
  }

  static func optionalField(_ name: String, of value: Value) -> Value {
    if case .optional(let optional) = value {
      guard let wrapped = optional.wrapped else { return value }
      return optionalField(name, of: wrapped)
    }
    switch isPresent(hasField(name, value)) {
    case .yes: return optionalOf(field(name, of: value))
    case .no: return .optional(OptionalValue(nil))
    case .state(let state): return state
    }
  }

  private enum Presence {
    case yes, no
    case state(Value)
  }

  private static func isPresent(_ value: Value) -> Presence {
    switch value {
    case .bool(true): .yes
    case .bool(false): .no
    default: .state(value)
    }
  }

  private static func optionalOf(_ value: Value) -> Value {
    value.isState ? value : .optional(OptionalValue(value))
  }

  /// `has(value.name)`
  static func hasField(_ name: String, _ value: Value) -> Value {
    switch value {
    case .structure(let structure):
      guard let number = structure.type.number(ofField: name) else {
        return .fault("no-such-field", name)
      }
      return isOnFile(structure.value(ofField: number))
    case .map(let map): return .bool(map.value(for: .string(name)) != nil)
    case .absentFact: return .bool(false)
    case .optional(let optional):
      guard let wrapped = optional.wrapped else { return .bool(false) }
      return hasField(name, wrapped)
    case .absent, .unknown, .fault: return value
    case .null: return .absent(Trail([]))
    default: return .fault("no-such-overload", "\(value.typeName) has no field \(name)")
    }
  }

  /// Whether a fact is on file (semantics §1): also `false`, `0`; a list only if it is not empty.
  static func isOnFile(_ value: Value) -> Value {
    switch value {
    case .null, .absentFact: return .bool(false)
    case .absent, .unknown, .fault: return value
    case .structure(let structure):
      switch structure.presence {
      case .present: return .bool(true)
      case .absent: return .bool(false)
      case .unrecorded: return .unknown(Trail([structure.path]))
      }
    case .list(let list):
      if !list.elements.isEmpty { return .bool(true) }
      return list.isOpen ? .unknown(Trail([list.path])) : .bool(false)
    default: return .bool(true)
    }
  }

  static func element(_ key: Value, of container: Value) -> Value {
    if let state = Value.strictMerge(
      container.strictState(acceptsNull: false, acceptsRanges: true),
      key.strictState(acceptsNull: false, acceptsRanges: false))
    {
      return state
    }
    switch container {
    case .list(let list):
      guard let index = wholeNumber(key) else {
        return .fault("invalid-argument", "a list is indexed by an integer")
      }
      if list.elements.indices.contains(index) { return list.elements[index] }
      return list.isOpen && index >= 0
        ? .unknown(Trail([list.path]))
        : .fault("invalid-argument", "index \(index) out of range")
    case .map(let map):
      return map.value(for: key) ?? .fault("no-such-key", ValueText.debug(key))
    case .optional(let optional):
      guard let wrapped = optional.wrapped else { return container }
      return optionalElement(key, of: wrapped)
    default: return .noOverload("[]", container, key)
    }
  }

  static func optionalElement(_ key: Value, of container: Value) -> Value {
    if case .optional(let optional) = container {
      guard let wrapped = optional.wrapped else { return container }
      return optionalElement(key, of: wrapped)
    }
    let value = element(key, of: container)
    if case .fault(let fault) = value, ["no-such-key", "invalid-argument"].contains(fault.code) {
      return .optional(OptionalValue(nil))
    }
    return optionalOf(value)
  }

  private static func wholeNumber(_ value: Value) -> Int? {
    switch value {
    case .int(let number): Int(exactly: number)
    case .uint(let number): Int(exactly: number)
    case .double(let number): Int(exactly: number)
    default: nil
    }
  }
}

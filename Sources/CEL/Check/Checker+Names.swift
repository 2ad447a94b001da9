import SourceText

extension Checker {
  mutating func visitIdentifier(_ node: NodeID, _ name: String, _ isRooted: Bool) -> ValueType {
    if !isRooted, let local = scope.last(where: { $0.name == name }) {
      references[node] = .local(local.local)
      return local.type
    }
    if let type = resolveGlobal(node, name, isRooted: isRooted) { return type }
    report(.unknownName(name, at: tree[node].focus, candidates: knownNames))
    return .error
  }

  /// Looks a plain or dotted name up among variables and type names; `nil` where there is none.
  mutating func resolveGlobal(_ node: NodeID, _ name: String, isRooted: Bool) -> ValueType? {
    for candidate in environment.candidates(for: name, isRooted: isRooted) {
      if let variable = environment.variables[candidate] {
        references[node] = .variable(variable)
        return variable.type
      }
      if candidate == WellKnownType.nullValueName {
        references[node] = .constant(.int(0))
        return .int
      }
      if let type = Self.typeNames[candidate] {
        references[node] = .typeName(type)
        return .type(type)
      }
    }
    return nil
  }

  /// CEL's type names (language definition, “Types”), and those of ours.
  static let typeNames: [String: ValueType] = [
    "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
    "bytes": .bytes, "list": .list(.dynamic), "map": .map(.dynamic, .dynamic),
    "null_type": .null, "type": .type(.dynamic), "optional_type": .optional(.dynamic),
    "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
    "date": .date, "money": .money, "decimal": .decimal, "period": .period,
    "interval": .interval, "net.IP": .networkAddress, "net.CIDR": .networkRange,
  ]

  private var knownNames: [String] {
    scope.map(\.name) + environment.variables.keys.sorted()
  }

  /// The dotted name that a chain of selections spells, with its root's mark; `nil` for others, and
  /// for chains longer than any name that is known.
  func dottedName(of node: NodeID) -> (name: String, isRooted: Bool)? {
    var parts: [String] = []
    var next = node
    while parts.count < environment.longestName {
      switch tree[next].kind {
      case .identifier(let name, let isRooted):
        parts.append(name)
        return (parts.reversed().joined(separator: "."), isRooted)
      case .select(let operand, let field, isOptional: false):
        parts.append(field)
        next = operand
      default: return nil
      }
    }
    return nil
  }

  /// True where a chain that spells a dotted name begins with a macro variable, which hides every
  /// dotted name.
  func beginsWithLocal(_ node: NodeID) -> Bool {
    var next = node
    while true {
      switch tree[next].kind {
      case .identifier(let name, let isRooted):
        return !isRooted && scope.contains { $0.name == name }
      case .select(let operand, _, _): next = operand
      default: return false
      }
    }
  }

  /// The variable or type that a chain of selections is the name of.
  private mutating func namedByChain(_ node: NodeID) -> ValueType? {
    guard let dotted = dottedName(of: node), !beginsWithLocal(node) else { return nil }
    return resolveGlobal(node, dotted.name, isRooted: dotted.isRooted)
  }

  /// True where a selection is a dotted name, or begins one of which there are others, so that its
  /// operand is nothing by itself.
  mutating func standsForName(_ node: NodeID, _ operand: NodeID) -> Bool {
    namedByChain(node) != nil || namespace(operand) != nil
  }

  /// The function `a.b.f` that a call `a.b.f(x)` is of, where there is one.
  func namespacedFunction(
    _ name: String, on target: NodeID, arity: Int
  ) -> (function: Function, name: String)? {
    guard let dotted = dottedName(of: target), !beginsWithLocal(target) else { return nil }
    for candidate in environment.candidates(
      for: "\(dotted.name).\(name)", isRooted: dotted.isRooted)
    {
      if let function = environment.functions.function(candidate, isMember: false, arity: arity) {
        return (function, candidate)
      }
    }
    return nil
  }

  /// What a call `a.b.f(x)` spells, where `a` is no value and either `a.b` holds functions, or the
  /// whole is nearly the name of one: no function fits, and one mistake is to be told, not two.
  func unknownNamespacedFunction(_ name: String, on target: NodeID) -> String? {
    guard let dotted = dottedName(of: target), !beginsWithLocal(target),
      let root = dotted.name.split(separator: ".").first.map(String.init),
      environment.candidates(for: root, isRooted: dotted.isRooted)
        .allSatisfy({ environment.variables[$0] == nil }),
      !environment.hasVariable(withPrefix: root),
      !environment.functions.forms(of: name).contains(where: { $0.key.isMember })
    else { return nil }
    let full = "\(dotted.name).\(name)"
    let known = environment.functions.names.filter { $0.utf8.contains(UInt8(ascii: ".")) }
    let isNamespace = known.contains { $0.utf8.starts(with: "\(dotted.name).".utf8) }
    return isNamespace || Suggestion.nearest(to: full, among: known) != nil ? full : nil
  }

  mutating func visitSelect(
    _ node: NodeID, _ operand: NodeID, _ field: String, isOptional: Bool
  ) -> ValueType {
    if !isOptional {
      if let type = namedByChain(node) { return type }
      if let prefix = namespace(operand) { return reportNamespace(node, prefix, field) }
    }
    return fieldType(node, visit(operand), field, isOptional: isOptional)
  }

  /// The name that an operand is, where it is no variable itself but begins dotted ones.
  private func namespace(_ operand: NodeID) -> String? {
    guard case .identifier(let prefix, _) = tree[operand].kind, !beginsWithLocal(operand),
      environment.variables[prefix] == nil, environment.hasVariable(withPrefix: prefix)
    else { return nil }
    return prefix
  }

  /// `params.x` and `terms.x` are dotted names of which `params` alone is none: a wrong one is told
  /// as what it is.
  private mutating func reportNamespace(
    _ node: NodeID, _ prefix: String, _ field: String
  ) -> ValueType {
    let known = environment.variables.keys.filter { $0.hasPrefix(prefix + ".") }.sorted()
    report(.unknownName("\(prefix).\(field)", at: tree[node].range, candidates: known))
    return .error
  }

  /// Returns the type of a field of a value of a type, reporting what has no such field.
  mutating func fieldType(
    _ node: NodeID, _ operandType: ValueType, _ field: String, isOptional: Bool
  ) -> ValueType {
    let type = unifier.resolve(operandType)
    switch type {
    case .structure(let structure):
      guard let number = structure.number(ofField: field) else {
        report(
          .unknownField(field, of: structure, at: tree[node].focus))
        return .error
      }
      references[node] = .field(structure, number: number)
      let result = structure.fields[number].type
      return isOptional ? .optional(result.unwrapped) : result
    case .map(let key, let value):
      if !unifier.assign(.string, to: key) {
        report(.unexpectedType(.string, unifier.finalized(key), at: tree[node].focus))
      }
      return isOptional ? .optional(value) : value
    case .optional(let inner):
      let result = fieldType(node, inner, field, isOptional: false)
      if case .optional = unifier.resolve(result) { return result }
      return .optional(result)
    case .dynamic, .variable: return isOptional ? .optional(.dynamic) : .dynamic
    case .error: return .error
    case .list(let element):
      report(.fieldOfList(field, unifier.finalized(element), at: tree[node].focus))
      return .error
    default:
      report(.noFields(unifier.finalized(type), field, at: tree[node].focus))
      return .error
    }
  }

  mutating func visitPresence(_ node: NodeID, _ operand: NodeID, _ field: String?) -> ValueType {
    guard let field else {
      let type = visitResolved(operand)
      switch type {
      case .structure, .list, .error: break
      default: report(.presenceOfValue(at: range(operand)))
      }
      return .bool
    }
    _ = fieldType(node, visit(operand), field, isOptional: false)
    return .bool
  }
}

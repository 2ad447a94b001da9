import SourceText

extension Checker {
  mutating func visitCall(
    _ node: NodeID, _ name: String, _ target: NodeID?, _ arguments: [NodeID]
  ) -> ValueType {
    switch name {
    case Operator.logicalAnd, Operator.logicalOr:
      let (terms, joints) = tree.terms(of: node, joinedBy: name)
      for term in terms { requireBool(term) }
      for joint in joints where joint != node { settle(joint, .bool) }
      return .bool
    case Operator.logicalNot:
      requireBool(arguments[0])
      return .bool
    case Operator.conditional: return visitConditional(arguments)
    case Operator.equals, Operator.notEquals: return visitEquality(node, name, arguments)
    case Operator.in: return visitMembership(node, arguments)
    default: break
    }
    if let target,
      let found = namespacedFunction(name, on: target, arity: arguments.count)
    {
      references[node] = .namespacedFunction(found.function)
      let types = arguments.map { visit($0) }
      checkLiteral(found.name, arguments)
      return choose(node, found.function, types, shown: found.name)
    }
    if let target, let meant = unknownNamespacedFunction(name, on: target) {
      for argument in arguments { visit(argument) }
      reportUnknownFunction(
        meant, isMember: false, count: arguments.count,
        at: ByteRange(start: range(target).start, end: tree[node].focus.end))
      return .error
    }
    let all = (target.map { [$0] } ?? []) + arguments
    let types = all.map { visit($0) }
    if target == nil, let inline = inline(named: name) {
      return visitInline(node, inline, arguments, types)
    }
    for candidate in target == nil ? environment.candidates(for: name, isRooted: false) : [name] {
      if let function = environment.functions.function(
        candidate, isMember: target != nil, arity: all.count)
      {
        references[node] = .function(function)
        checkLiteral(name, all)
        return choose(node, function, types, shown: name)
      }
    }
    reportUnknownFunction(
      name, isMember: target != nil, count: arguments.count, at: tree[node].focus)
    return .error
  }

  private func inline(named name: String) -> Environment.Inline? {
    environment.candidates(for: name, isRooted: false).lazy
      .compactMap { environment.inlines[$0] }.first
  }

  private mutating func visitInline(
    _ node: NodeID, _ inline: Environment.Inline, _ arguments: [NodeID], _ types: [ValueType]
  ) -> ValueType {
    references[node] = .inline(inline)
    guard types.count == inline.parameters.count else {
      report(
        .wrongArgumentCount(
          inline.name, given: types.count, wanted: inline.parameters.count, at: tree[node].focus))
      return inline.result
    }
    for (index, parameter) in inline.parameters.enumerated()
    where !unifier.assign(types[index], to: parameter.type) {
      report(
        .unexpectedType(
          unifier.finalized(types[index]), parameter.type, at: range(arguments[index])))
    }
    return inline.result
  }

  /// Picks the signatures that fit; the result is theirs, or `dyn` where several give different ones.
  private mutating func choose(
    _ node: NodeID, _ function: Function, _ types: [ValueType], shown: String
  ) -> ValueType {
    let resolved = types.map { unifier.resolve($0) }
    if resolved.contains(.error) {
      let results = Set(function.signatures.map(\.result))
      return results.count == 1 ? results.first.map(simple) ?? .error : .error
    }
    var results: [ValueType] = []
    var first: Signature?
    let mark = unifier.mark
    for signature in function.signatures {
      guard let result = fit(resolved, signature) else { continue }
      if first == nil { first = signature }
      let shape = unifier.resolve(result)
      if !results.contains(shape) { results.append(shape) }
      unifier.undo(to: mark)
      if !resolved.contains(where: Self.isOpenType) { break }
    }
    guard let first else {
      report(
        .noOverload(
          shown, types: resolved.map { unifier.finalized($0) }, signatures: function.signatures,
          at: tree[node].focus))
      let fallback = Set(function.signatures.map(\.result))
      return fallback.count == 1 ? fallback.first.map(simple) ?? .error : .error
    }
    guard results.count == 1, let result = fit(resolved, first) else { return .dynamic }
    // What a value of any type leaves open may be anything, and is not for others to decide.
    return resolved.contains(where: Self.holdsDynamic)
      ? unifier.finalized(result) : unifier.resolve(result)
  }

  private static func holdsDynamic(_ type: ValueType) -> Bool {
    switch type {
    case .dynamic: true
    case .wrapper(let of), .list(let of), .optional(let of): holdsDynamic(of)
    case .map(let key, let value): holdsDynamic(key) || holdsDynamic(value)
    case .opaque(_, let of): of.contains(where: holdsDynamic)
    default: false
    }
  }

  /// Makes arguments fit a signature and returns its result; `nil` leaves the unifier as it was.
  private mutating func fit(_ types: [ValueType], _ signature: Signature) -> ValueType? {
    let mark = unifier.mark
    let (parameters, result) = unifier.instantiate(signature)
    for (type, parameter) in zip(types, parameters) where !unifier.assign(type, to: parameter) {
      unifier.undo(to: mark)
      return nil
    }
    return result
  }

  private func simple(_ type: ValueType) -> ValueType {
    if case .parameter = type { return .error }
    return type
  }

  private static func isOpenType(_ type: ValueType) -> Bool {
    switch type {
    case .dynamic, .variable: true
    case .wrapper(let of), .list(let of), .optional(let of): isOpenType(of)
    case .map(let key, let value): isOpenType(key) || isOpenType(value)
    case .opaque(_, let of): of.contains(where: isOpenType)
    default: false
    }
  }

  private mutating func requireBool(_ node: NodeID) {
    let type = visit(node)
    if !unifier.assign(type, to: .bool) {
      report(.boolExpected(unifier.finalized(type), at: range(node)))
    }
  }

  private mutating func visitConditional(_ arguments: [NodeID]) -> ValueType {
    requireBool(arguments[0])
    let (yes, no) = (visit(arguments[1]), visit(arguments[2]))
    return unifier.join(yes, no)
  }

  private mutating func visitEquality(
    _ node: NodeID, _ name: String, _ arguments: [NodeID]
  ) -> ValueType {
    let (left, right) = (visit(arguments[0]), visit(arguments[1]))
    checkEnumLiteral(arguments[0], against: right)
    checkEnumLiteral(arguments[1], against: left)
    let comparable =
      unifier.assign(left, to: right) || unifier.assign(right, to: left)
      || isMixedNumber(left, right)
    if !comparable {
      report(
        .notComparable(
          unifier.finalized(left), unifier.finalized(right), operator: name,
          at: tree[node].range))
    }
    return .bool
  }

  /// Money compares with whole numbers (semantics §8).
  private func isMixedNumber(_ a: ValueType, _ b: ValueType) -> Bool {
    let (left, right) = (unifier.resolve(a).unwrapped, unifier.resolve(b).unwrapped)
    return (left == .money && right == .int) || (left == .int && right == .money)
      || (left == .decimal && right == .int) || (left == .int && right == .decimal)
  }

  private mutating func visitMembership(_ node: NodeID, _ arguments: [NodeID]) -> ValueType {
    let element = visit(arguments[0])
    let container = visitResolved(arguments[1])
    switch container {
    case .list(let of):
      if case .enumeration = unifier.resolve(element).unwrapped,
        case .list(let items) = tree[arguments[1]].kind
      {
        for item in items { checkEnumLiteral(item.value, against: element) }
      }
      checkEnumLiteral(arguments[0], against: of)
      if !unifier.assign(element, to: of) && !isMixedNumber(element, of) {
        report(
          .notComparable(
            unifier.finalized(element), unifier.finalized(of), operator: name(of: node),
            at: tree[node].range))
      }
    case .map(let key, _):
      if !unifier.assign(element, to: key)
        && !Self.isNumeric(
          unifier.resolve(element), unifier.resolve(key))
      {
        report(
          .notComparable(
            unifier.finalized(element), unifier.finalized(key), operator: name(of: node),
            at: tree[node].range))
      }
    case .dynamic, .error, .variable: break
    default: report(.notAContainer(unifier.finalized(container), at: range(arguments[1])))
    }
    return .bool
  }

  private func name(of node: NodeID) -> String {
    if case .call(let name, _, _) = tree[node].kind { name } else { "" }
  }

  /// A literal text that is compared with an enum must be one of its values.
  private mutating func checkEnumLiteral(_ node: NodeID, against type: ValueType) {
    guard case .literal(.string(let text)) = tree[node].kind,
      case .enumeration(let values) = unifier.resolve(type).unwrapped,
      !values.values.contains(text)
    else { return }
    report(.unknownEnumValue(text, values, at: range(node)))
  }

  /// A text that stands in the expression and is read as a date, a sum or a pattern can be read now.
  private mutating func checkLiteral(_ name: String, _ arguments: [NodeID]) {
    guard let last = arguments.last, case .literal(.string(let text)) = tree[last].kind else {
      return
    }
    switch (name, arguments.count) {
    case ("matches", 2):
      do {
        _ = try CompiledPattern(text)
      } catch {
        report(.badPattern(error.message, at: range(last)))
      }
    case ("date", 1), ("money", 1), ("decimal", 1), ("timestamp", 1), ("duration", 1):
      guard let function = environment.functions.function(name, isMember: false, arity: 1),
        case .fault = function.apply([.string(text)])
      else { return }
      report(.unreadableText(text, as: function.signatures[0].result, at: range(last)))
    default: return
    }
  }

  private mutating func reportUnknownFunction(
    _ name: String, isMember: Bool, count: Int, at focus: ByteRange
  ) {
    let forms = environment.functions.forms(of: name)
    if forms.isEmpty {
      report(
        .unknownFunction(
          name, at: focus,
          candidates: environment.functions.names
            .filter { $0.utf8.first.map { $0 >= 97 } ?? false }
            + environment.inlines.keys.sorted()))
    } else if let form = forms.first(where: { $0.key.isMember == isMember }) {
      report(
        .wrongArgumentCount(
          name, given: count, wanted: form.key.arity - (isMember ? 1 : 0), at: focus))
    } else {
      report(.wrongCallForm(name, isMember: isMember, signature: forms[0].signatures[0], at: focus))
    }
  }
}

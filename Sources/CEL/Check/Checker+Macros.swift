import SourceText

extension Checker {
  mutating func visitMacro(_ node: NodeID, _ macro: Macro) -> ValueType {
    switch macro.kind {
    case .bind: return visitBinds(node, macro)
    case .optMap, .optFlatMap: return visitOptional(node, macro)
    default: break
    }
    let target = visitResolved(macro.target)
    let first = allocateLocals(node, macro.variables.count)
    defer { scope.removeLast(macro.variables.count) }
    let (keys, values) = rangeTypes(target, at: range(macro.target), macro)
    if macro.variables.count == 1 {
      scope.append((macro.variables[0], keys.isMap ? keys.type : values, first))
    } else {
      scope.append((macro.variables[0], keys.type, first))
      scope.append((macro.variables[1], values, first + 1))
    }
    if let filter = macro.filter { requireCondition(filter) }
    switch macro.kind {
    case .all, .exists, .existsOne:
      requireCondition(macro.body)
      return .bool
    case .filter:
      requireCondition(macro.body)
      return .list(macro.variables.count == 1 && keys.isMap ? keys.type : values)
    case .sortBy:
      let key = visit(macro.body)
      if !ListLibrary.ordered.contains(where: { unifier.assign(key, to: $0) }) {
        report(.notSortable(unifier.finalized(key), at: range(macro.body)))
      }
      return .list(keys.isMap ? keys.type : values)
    case .map, .transformList: return .list(visit(macro.body))
    case .transformMap: return .map(keys.type, visit(macro.body))
    case .transformMapEntry:
      let entry = visitResolved(macro.body)
      switch entry {
      case .map: return entry
      case .dynamic, .error, .variable: return .map(.dynamic, .dynamic)
      default:
        report(
          .unexpectedType(
            unifier.finalized(entry), .map(.dynamic, .dynamic), at: range(macro.body)))
        return .error
      }
    case .bind, .optMap, .optFlatMap: return .error
    }
  }

  /// Checks `cel.bind`s within each other, as `cel.block` makes many of, one after the other.
  private mutating func visitBinds(_ node: NodeID, _ macro: Macro) -> ValueType {
    var chain = [node]
    var current = macro
    while true {
      let target = visit(current.target)
      let local = allocateLocals(chain[chain.count - 1], 1)
      scope.append((current.variables[0], target, local))
      guard case .macro(let inner) = tree[current.body].kind, inner.kind == .bind else { break }
      chain.append(current.body)
      current = inner
    }
    let type = visit(current.body)
    scope.removeLast(chain.count)
    for inner in chain.dropFirst() { settle(inner, type) }
    return type
  }

  private mutating func visitOptional(_ node: NodeID, _ macro: Macro) -> ValueType {
    let target = visit(macro.target)
    let held = unifier.fresh()
    if !unifier.assign(target, to: .optional(held)) {
      report(
        .unexpectedType(
          unifier.finalized(target), .optional(.dynamic), at: range(macro.target)))
    }
    scope.append((macro.variables[0], held, allocateLocals(node, 1)))
    defer { scope.removeLast() }
    let body = visit(macro.body)
    if macro.kind == .optMap { return .optional(body) }
    let result = unifier.fresh()
    if !unifier.assign(body, to: .optional(result)) {
      report(
        .unexpectedType(unifier.finalized(body), .optional(.dynamic), at: range(macro.body)))
    }
    return .optional(result)
  }

  private mutating func allocateLocals(_ node: NodeID, _ count: Int) -> Int {
    let first = localCount
    localCount += count
    macroLocals[node] = first
    return first
  }

  private mutating func requireCondition(_ node: NodeID) {
    let type = visit(node)
    if !unifier.assign(type, to: .bool) {
      report(.boolExpected(unifier.finalized(type), at: range(node)))
    }
  }

  /// The types that a macro's variables take over a range: indexes and elements, or keys and values.
  private mutating func rangeTypes(
    _ target: ValueType, at range: ByteRange, _ macro: Macro
  ) -> (keys: (type: ValueType, isMap: Bool), values: ValueType) {
    switch target {
    case .list(let element): return ((.int, false), element)
    case .map(let key, let value): return ((key, true), value)
    case .dynamic, .variable: return ((.dynamic, false), .dynamic)
    case .error: return ((.error, false), .error)
    default:
      report(.notARange(unifier.finalized(target), macro: macro.kind.rawValue, at: range))
      return ((.error, false), .error)
    }
  }
}

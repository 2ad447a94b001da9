import SourceText

extension Checker {
  mutating func visitMacro(_ node: NodeID, _ macro: Macro) -> ValueType {
    let target = unifier.resolve(visit(macro.target))
    let first = allocateLocals(node, macro.variables.count)
    defer { scope.removeLast(macro.variables.count) }
    if macro.kind == .bind {
      scope.append((macro.variables[0], target, first))
      return visit(macro.body)
    }
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
    case .map, .transformList: return .list(visit(macro.body))
    case .transformMap: return .map(keys.type, visit(macro.body))
    case .transformMapEntry:
      let entry = unifier.resolve(visit(macro.body))
      switch entry {
      case .map: return entry
      case .dynamic, .error, .variable: return .map(.dynamic, .dynamic)
      default:
        report(
          .unexpectedType(
            unifier.finalized(entry), .map(.dynamic, .dynamic), at: range(macro.body)))
        return .error
      }
    case .bind: return .error
    }
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

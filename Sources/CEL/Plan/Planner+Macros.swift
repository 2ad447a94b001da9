extension Planner {
  /// What a macro runs over: pairs of index and element, or of key and value.
  private struct Range {
    var keys: ContiguousArray<Value>
    var values: ContiguousArray<Value>
    /// The list itself where it may have more elements.
    var openList: ListValue?

    /// Returns the range of a value, or the state that stands in its place.
    static func of(_ value: Value, needsKeys: Bool) -> (range: Range?, state: Value) {
      switch value {
      case .list(let list):
        let keys =
          needsKeys
          ? ContiguousArray(list.elements.indices.map { Value.int(Int64($0)) }) : []
        return (
          Range(keys: keys, values: list.elements, openList: list.isOpen ? list : nil), .null
        )
      case .map(let map):
        return (Range(keys: map.keys, values: map.values, openList: nil), .null)
      default:
        let state = value.strictState(acceptsNull: false, acceptsRanges: false)
        return (nil, state ?? .noOverload("macro", value))
      }
    }
  }

  func planMacro(_ node: NodeID, _ macro: Macro) -> Evaluator {
    if macro.kind == .bind { return planBinds(node, macro) }
    let loop = planLoop(node, macro)
    return { frame in
      let value = loop(&frame)
      // A loop that was cut short has seen a part only.
      return frame.meter.isExhausted ? frame.budgetFault : value
    }
  }

  private func planLoop(_ node: NodeID, _ macro: Macro) -> Evaluator {
    let target = plan(macro.target)
    let body = plan(macro.body)
    let slot = firstLocal + (checked.macroLocals[node] ?? 0)
    if macro.kind == .optMap || macro.kind == .optFlatMap {
      return planOptional(target, body, slot, isFlat: macro.kind == .optFlatMap)
    }
    let filter = macro.filter.map { planPart($0) }
    let isPair = macro.variables.count == 2
    let visitCost = tree.partCount(of: [macro.body] + (macro.filter.map { [$0] } ?? []))
    // A one-variable macro over a map runs over its keys.
    @Sendable func each(
      _ frame: inout Frame, _ range: Range, _ visit: (inout Frame, Int) -> Bool
    ) {
      let single = range.keys.count == range.values.count && !isPair ? range.keys : range.values
      for index in range.values.indices {
        guard frame.meter.step(visitCost) else { return }
        if isPair {
          frame.slots[slot] = range.keys[index]
          frame.slots[slot + 1] = range.values[index]
        } else {
          frame.slots[slot] = single[index]
        }
        if !visit(&frame, index) { return }
      }
    }
    switch macro.kind {
    case .all, .exists:
      let deciding = macro.kind == .exists
      let looksAtAll = decisions != nil
      return { frame in
        let (range, state) = Range.of(target(&frame), needsKeys: isPair)
        guard let range else { return state }
        var undecided = UndecidedTruth()
        var isDecided = false
        each(&frame, range) { frame, _ in
          let value = body(&frame)
          if case .bool(let flag) = value {
            if flag != deciding { return true }
            isDecided = true
            return looksAtAll
          }
          undecided.add(Truth(value))
          return true
        }
        if isDecided { return .bool(deciding) }
        if let open = range.openList { undecided.add(openList: open) }
        return undecided.result(otherwise: .bool(!deciding))
      }
    case .existsOne:
      return { frame in
        let (range, state) = Range.of(target(&frame), needsKeys: isPair)
        guard let range else { return state }
        var undecided = UndecidedTruth()
        var count = 0
        each(&frame, range) { frame, _ in
          let truth = Truth(body(&frame))
          if case .yes = truth { count += 1 } else { undecided.add(truth) }
          return true
        }
        if let lost = undecided.lost() { return lost }
        if let open = range.openList, count < 2 { return .unknown(Trail([open.path])) }
        return .bool(count == 1)
      }
    case .filter:
      return { frame in
        let (range, state) = Range.of(target(&frame), needsKeys: isPair)
        guard let range else { return state }
        var kept = ContiguousArray<Value>()
        var undecided = UndecidedTruth()
        each(&frame, range) { frame, index in
          let truth = Truth(body(&frame))
          if case .yes = truth {
            kept.append(
              range.keys.count == range.values.count && !isPair
                ? range.keys[index] : range.values[index])
          } else {
            undecided.add(truth)
          }
          return frame.meter.pay(Self.elementCost)
        }
        return undecided.lost() ?? Self.list(kept, from: range.openList)
      }
    case .map, .transformList:
      return { frame in
        let (range, state) = Range.of(target(&frame), needsKeys: isPair)
        guard let range else { return state }
        var made = ContiguousArray<Value>()
        made.reserveCapacity(range.values.count)
        var undecided = UndecidedTruth()
        each(&frame, range) { frame, _ in
          Self.collect(&frame, filter, body, &undecided) { made.append($0) }
          return frame.meter.pay(Self.elementCost)
        }
        return undecided.lost() ?? Self.list(made, from: range.openList)
      }
    case .sortBy:
      return { frame in
        let (range, state) = Range.of(target(&frame), needsKeys: false)
        guard let range else { return state }
        if let open = range.openList { return .unknown(Trail([open.path])) }
        let elements = range.keys.count == range.values.count ? range.keys : range.values
        var keys = ContiguousArray<Value>()
        keys.reserveCapacity(elements.count)
        each(&frame, range) { frame, _ in
          keys.append(body(&frame))
          return frame.meter.pay(Self.elementCost)
        }
        guard keys.count == elements.count,
          frame.meter.pay(FunctionCosts.sorting(.list(ListValue(keys))))
        else { return frame.budgetFault }
        return ListLibrary.sorted(elements, by: keys)
      }
    case .transformMap:
      return { frame in
        let (range, state) = Range.of(target(&frame), needsKeys: true)
        guard let range else { return state }
        var keys = ContiguousArray<Value>()
        var values = ContiguousArray<Value>()
        var undecided = UndecidedTruth()
        each(&frame, range) { frame, index in
          Self.collect(&frame, filter, body, &undecided) {
            keys.append(range.keys[index])
            values.append($0)
          }
          return frame.meter.pay(Self.entryCost)
        }
        return undecided.lost() ?? Self.map(keys, values)
      }
    case .transformMapEntry:
      return { frame in
        let (range, state) = Range.of(target(&frame), needsKeys: true)
        guard let range else { return state }
        var keys = ContiguousArray<Value>()
        var values = ContiguousArray<Value>()
        var undecided = UndecidedTruth()
        each(&frame, range) { frame, _ in
          var entry: Value?
          Self.collect(&frame, filter, body, &undecided) { entry = $0 }
          if case .map(let map)? = entry {
            keys.append(contentsOf: map.keys)
            values.append(contentsOf: map.values)
            return frame.meter.pay(
              Cost(steps: map.keys.count, bytes: map.keys.count * Self.entryCost.bytes))
          } else if let entry {
            undecided.add(Truth(.noOverload("transformMapEntry", entry)))
          }
          return true
        }
        return undecided.lost() ?? Self.map(keys, values)
      }
    case .bind, .optMap, .optFlatMap: return { _ in .fault("syntax", macro.kind.rawValue) }
    }
  }

  /// Plans `cel.bind`s within each other as one.
  private func planBinds(_ node: NodeID, _ macro: Macro) -> Evaluator {
    var bound: ContiguousArray<(slot: Int, value: PlannedPart)> = []
    var (node, macro) = (node, macro)
    while true {
      bound.append((firstLocal + (checked.macroLocals[node] ?? 0), planPart(macro.target)))
      guard case .macro(let inner) = tree[macro.body].kind, inner.kind == .bind else { break }
      (node, macro) = (macro.body, inner)
    }
    let body = plan(macro.body)
    return { [bound] frame in
      for index in bound.indices {
        frame.slots[bound[index].slot] = bound[index].value.evaluate(&frame)
      }
      return body(&frame)
    }
  }

  private func planOptional(
    _ target: @escaping Evaluator, _ body: @escaping Evaluator, _ slot: Int, isFlat: Bool
  ) -> Evaluator {
    { frame in
      let value = target(&frame)
      if let state = value.strictState(acceptsNull: false, acceptsRanges: false) { return state }
      guard case .optional(let optional) = value else { return .noOverload("optMap", value) }
      guard let wrapped = optional.wrapped else { return value }
      frame.slots[slot] = wrapped
      let result = body(&frame)
      if result.isState { return result }
      if !isFlat { return Value.optional(OptionalValue(result)).ofBoundedDepth }
      guard case .optional = result else { return .noOverload("optFlatMap", result) }
      return result
    }
  }

  private static let elementCost = Cost(bytes: Value.elementBytes)
  private static let entryCost = Cost(bytes: 2 * Value.elementBytes)

  /// Runs filter and body for one element; states go to `undecided`, a value to `keep`.
  private static func collect(
    _ frame: inout Frame, _ filter: PlannedPart?, _ body: Evaluator,
    _ undecided: inout UndecidedTruth, keep: (Value) -> Void
  ) {
    if let filter {
      let truth = Truth(filter.evaluate(&frame))
      guard case .yes = truth else {
        undecided.add(truth)
        return
      }
    }
    let value = body(&frame)
    if value.isState { undecided.add(Truth(value)) } else { keep(value) }
  }

  private static func list(_ elements: ContiguousArray<Value>, from open: ListValue?) -> Value {
    Value.list(ListValue(elements, isOpen: open != nil, path: open?.path ?? "")).ofBoundedDepth
  }

  private static func map(
    _ keys: ContiguousArray<Value>, _ values: ContiguousArray<Value>
  ) -> Value {
    MapValue(keys: keys, values: values).map { Value.map($0).ofBoundedDepth }
      ?? .fault("invalid-map", "a key is repeated or cannot be a key")
  }
}

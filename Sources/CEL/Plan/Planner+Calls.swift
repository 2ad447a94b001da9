extension Planner {
  func planCall(
    _ node: NodeID, _ name: String, _ target: NodeID?, _ arguments: [NodeID]
  ) -> Evaluator {
    switch name {
    case Operator.logicalAnd: return planAnd(node)
    case Operator.logicalOr: return planOr(node)
    case Operator.logicalNot: return planNot(arguments[0])
    case Operator.conditional: return planConditional(node)
    case Operator.equals: return planEquality(arguments, isNegated: false)
    case Operator.notEquals: return planEquality(arguments, isNegated: true)
    case Operator.in: return planMembership(arguments)
    default: break
    }
    switch checked.references[node] {
    case .namespacedFunction(let function): return planFunction(node, function, arguments)
    case .function(let function):
      return planFunction(node, function, (target.map { [$0] } ?? []) + arguments)
    case .inline(let inline): return planInline(inline, arguments)
    default: return { _ in .fault("unbound-function", name) }
    }
  }

  private func planAnd(_ node: NodeID) -> Evaluator {
    let parts = tree.terms(of: node, joinedBy: Operator.logicalAnd).terms.map { planPart($0) }
    return Self.chain(parts[...], deciding: false)
  }

  private func planOr(_ node: NodeID) -> Evaluator {
    let parts = tree.terms(of: node, joinedBy: Operator.logicalOr).terms.map { planPart($0) }
    return Self.chain(parts[...], deciding: true)
  }

  /// The most terms that call one another; of a longer chain they are run through. Calling is faster,
  /// since nothing has to be fetched from a list, and takes a piece of the stack for each two.
  private static let mostCalled = 12

  /// Runs terms joined by `&&` (`deciding` false) or `||` (true) up to the one that decides, whose
  /// place in them it leaves in `frame.decider`.
  private static func chain(_ parts: ArraySlice<PlannedPart>, deciding: Bool) -> Evaluator {
    guard parts.count <= mostCalled else {
      return { frame in
        var undecided = UndecidedTruth()
        for index in parts.indices {
          let value = parts[index].evaluate(&frame)
          if case .bool(let flag) = value {
            if flag == deciding {
              frame.decider = index
              return value
            }
          } else {
            undecided.add(Truth(value))
          }
        }
        return undecided.result(otherwise: .bool(!deciding))
      }
    }
    let start = parts.startIndex
    let first = parts[start].evaluate
    let second = parts[start + 1].evaluate
    if parts.count == 2 {
      return { frame in
        let a = first(&frame)
        if case .bool(deciding) = a {
          frame.decider = start
          return a
        }
        let b = second(&frame)
        if case .bool(deciding) = b {
          frame.decider = start + 1
          return b
        }
        if case .bool = a, case .bool = b { return b }
        return join(a, b, deciding: deciding)
      }
    }
    let isLast = parts.count == 3
    let rest = isLast ? parts[start + 2].evaluate : chain(parts.dropFirst(2), deciding: deciding)
    return { frame in
      let a = first(&frame)
      if case .bool(deciding) = a {
        frame.decider = start
        return a
      }
      let b = second(&frame)
      if case .bool(deciding) = b {
        frame.decider = start + 1
        return b
      }
      let c = rest(&frame)
      if case .bool(deciding) = c {
        if isLast { frame.decider = start + 2 }
        return c
      }
      if case .bool = a, case .bool = b, case .bool = c { return c }
      return join(join(a, b, deciding: deciding), c, deciding: deciding)
    }
  }

  /// What two terms come to together.
  private static func join(_ a: Value, _ b: Value, deciding: Bool) -> Value {
    var undecided = UndecidedTruth()
    for value in [a, b] {
      if case .bool(let flag) = value {
        if flag == deciding { return value }
      } else {
        undecided.add(Truth(value))
      }
    }
    return undecided.result(otherwise: .bool(!deciding))
  }

  private func planNot(_ argument: NodeID) -> Evaluator {
    let operand = plan(argument)
    return { frame in
      let value = operand(&frame)
      switch Truth(value) {
      case .yes: return .bool(false)
      case .no: return .bool(true)
      case .unknown(let trail): return .unknown(trail)
      case .absent(let trail): return .absent(trail)
      case .fault(let fault): return .fault(fault)
      }
    }
  }

  private func planConditional(_ node: NodeID) -> Evaluator {
    // Conditionals behind the colon of one another are one choice among many.
    var branches: ContiguousArray<(condition: PlannedPart, value: PlannedPart)> = []
    var last = node
    while case .call(Operator.conditional, nil, let arguments) = tree[last].kind {
      branches.append((planPart(arguments[0]), planPart(arguments[1])))
      last = arguments[2]
    }
    let otherwise = plan(last)
    return { [branches] frame in
      for index in branches.indices {
        switch Truth(branches[index].condition.evaluate(&frame)) {
        case .yes: return branches[index].value.evaluate(&frame)
        case .no: continue
        case .unknown(let trail): return .unknown(trail)
        case .absent(let trail): return .absent(trail)
        case .fault(let fault): return .fault(fault)
        }
      }
      return otherwise(&frame)
    }
  }

  private func isLiteralNull(_ node: NodeID) -> Bool {
    if case .literal(.null) = tree[node].kind { true } else { false }
  }

  private func planEquality(_ arguments: [NodeID], isNegated: Bool) -> Evaluator {
    let (left, right) = (plan(arguments[0]), plan(arguments[1]))
    let isTotal =
      environment.equalityIsTotal || isLiteralNull(arguments[0]) || isLiteralNull(arguments[1])
    @Sendable func compare(_ a: Value, _ b: Value, _ frame: inout Frame) -> Value {
      if !isTotal, let absent = Self.absentOperands(a, b) { return absent }
      let result = Equality.equals(a, b)
      guard case .bool(let flag) = result else { return result }
      if !flag, !isNegated { Self.noteAbsent(a, b, in: &frame) }
      return .bool(flag != isNegated)
    }
    for (side, part) in [(1, PlannedPart(evaluate: left)), (0, PlannedPart(evaluate: right))] {
      let operand = part.evaluate
      guard case .literal(let literal) = tree[arguments[side]].kind else { continue }
      let constant = Self.value(of: literal)
      switch literal {
      case .string(let text) where text.utf8.allSatisfy { $0 < 0x80 }:
        return { frame in
          let value = operand(&frame)
          // No other text of as many bytes is canonically equivalent to one of ASCII alone.
          if case .string(let found) = value {
            return .bool((found.utf8.count == text.utf8.count && found == text) != isNegated)
          }
          return compare(value, constant, &frame)
        }
      case .bool(let flag):
        return { frame in
          let value = operand(&frame)
          if case .bool(let found) = value { return .bool((found == flag) != isNegated) }
          return compare(value, constant, &frame)
        }
      default: break
      }
    }
    let isCheap = arguments.allSatisfy { checked.types[$0].hasFixedSize }
    return { frame in
      let (a, b) = (left(&frame), right(&frame))
      if !isCheap, !frame.meter.step(FunctionCosts.equality(a, b)) { return frame.budgetFault }
      return compare(a, b, &frame)
    }
  }

  private func planMembership(_ arguments: [NodeID]) -> Evaluator {
    let (element, container) = (plan(arguments[0]), plan(arguments[1]))
    let isTotal = environment.equalityIsTotal || isLiteralNull(arguments[0])
    return { frame in
      let (a, b) = (element(&frame), container(&frame))
      if !frame.meter.step(FunctionCosts.membership(a, b)) { return frame.budgetFault }
      if !isTotal, let absent = Self.absentOperands(a, .bool(true)) { return absent }
      let result = Equality.contains(b, a)
      guard case .bool(false) = result else { return result }
      let absentElements = Self.absentElements(b)
      if !isTotal, !absentElements.isEmpty {
        return .absent(Trail([]).union(Trail(absentElements.map(\.path))))
      }
      Self.noteAbsent(a, in: &frame)
      if !absentElements.isEmpty { frame.metAbsentFact = true }
      for fact in absentElements { frame.tracer?.note(absentInEquality: fact.path) }
      return result
    }
  }

  /// The facts that are not on file among the elements of a list, each of which may be the one that
  /// was looked for.
  private static func absentElements(_ container: Value) -> [FactReference] {
    guard case .list(let list) = container else { return [] }
    var facts: [FactReference] = []
    for index in list.elements.indices {
      if case .absentFact(let fact) = list.elements[index] { facts.append(fact) }
    }
    return facts
  }

  /// Absent, naming the facts of the two that are not on file; `nil` where both are values.
  private static func absentOperands(_ a: Value, _ b: Value) -> Value? {
    var paths: [String] = []
    if case .absentFact(let fact) = a { paths.append(fact.path) }
    if case .absentFact(let fact) = b { paths.append(fact.path) }
    guard !paths.isEmpty else { return nil }
    let state = Value.strictMerge(a.isState ? a : nil, b.isState ? b : nil)
    return Value.strictMerge(.absent(Trail(paths)), state)
  }

  private static func noteAbsent(_ a: Value, _ b: Value, in frame: inout Frame) {
    noteAbsent(a, in: &frame)
    noteAbsent(b, in: &frame)
  }

  private static func noteAbsent(_ value: Value, in frame: inout Frame) {
    guard case .absentFact(let fact) = value else { return }
    frame.metAbsentFact = true
    frame.tracer?.note(absentInEquality: fact.path)
  }

  private func planFunction(
    _ node: NodeID, _ function: Function, _ arguments: [NodeID]
  ) -> Evaluator {
    let parts = arguments.map { planPart($0) }
    let (acceptsNull, acceptsRanges) = (function.acceptsNull, function.acceptsRanges)
    @Sendable func state(_ value: Value) -> Value? {
      value.strictState(acceptsNull: acceptsNull, acceptsRanges: acceptsRanges)
    }
    let literals = arguments.map { node -> Value? in
      if case .literal(let literal) = tree[node].kind { Self.value(of: literal) } else { nil }
    }
    let special = function.specialized?(arguments.map { checked.types[$0] }, literals)
    // Work that no value can make longer is not counted.
    let cost =
      ([node] + arguments).allSatisfy { checked.types[$0].hasFixedSize } ? nil : function.cost
    switch special ?? function.body {
    case .nullary(let body): return { _ in body() }
    case .unary(let body):
      let part = parts[0].evaluate
      return { frame in
        let value = part(&frame)
        if !value.isPlain, let state = state(value) { return state }
        if let cost, !frame.meter.pay(cost(value, .null, .null)) { return frame.budgetFault }
        return body(value)
      }
    case .binary(let body):
      let (first, second) = (parts[0].evaluate, parts[1].evaluate)
      return { frame in
        let (a, b) = (first(&frame), second(&frame))
        if !a.isPlain || !b.isPlain, let state = Value.strictMerge(state(a), state(b)) {
          return state
        }
        if let cost, !frame.meter.pay(cost(a, b, .null)) { return frame.budgetFault }
        return body(a, b)
      }
    case .ternary(let body):
      let (first, second, third) = (parts[0].evaluate, parts[1].evaluate, parts[2].evaluate)
      return { frame in
        let (a, b, c) = (first(&frame), second(&frame), third(&frame))
        if let state = Value.strictMerge(Value.strictMerge(state(a), state(b)), state(c)) {
          return state
        }
        if let cost, !frame.meter.pay(cost(a, b, c)) { return frame.budgetFault }
        return body(a, b, c)
      }
    case .alternative(let body):
      let (first, second) = (parts[0].evaluate, parts[1].evaluate)
      return { frame in
        let value = first(&frame)
        if let state = state(value) { return state }
        return body(value) ?? second(&frame)
      }
    case .variadic(let body):
      return { frame in
        var values: [Value] = []
        values.reserveCapacity(parts.count)
        var merged: Value?
        for part in parts {
          let value = part.evaluate(&frame)
          merged = Value.strictMerge(merged, state(value))
          values.append(value)
        }
        if let merged { return merged }
        if cost != nil, !frame.meter.pay(function.cost(of: values)) { return frame.budgetFault }
        return body(values)
      }
    }
  }

  private func planInline(_ inline: Environment.Inline, _ arguments: [NodeID]) -> Evaluator {
    let parts = arguments.map { planPart($0) }
    let slots = inline.parameters.map(\.slot)
    let body = isTraced ? inline.tracedEvaluator : inline.evaluator
    guard slots.count == parts.count else {
      return { _ in .fault("no-such-overload", inline.name) }
    }
    return { frame in
      let values = parts.map { $0.evaluate(&frame) }
      if !frame.meter.step(1) { return frame.budgetFault }
      for (slot, value) in zip(slots, values) { frame.slots[slot] = value }
      return body(&frame)
    }
  }
}

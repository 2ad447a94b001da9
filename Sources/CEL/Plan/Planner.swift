/// A planned part of an expression, for lists of them. Without optimisation a plain closure is
/// wrapped anew, on the heap, whenever it is read out of a list, and an iterator asks for memory too;
/// so what runs in every rule keeps its parts in these and walks them by index, and
/// `AllocationTests` hold as the tests are built.
struct PlannedPart: Sendable {
  let evaluate: Evaluator
}

/// Turns a checked expression into closures over slots: names are gone when it runs.
struct Planner {
  let checked: CheckedExpression
  let environment: Environment
  let firstLocal: Int
  let isTraced: Bool
  /// What does not change from run to run; empty in a trace, which shows every part.
  let constants: [NodeID: Value]
  /// Whether chains run their members one after the other (see `planChain`).
  private let hasChains: Bool
  /// What is observed; `nil` where nothing is.
  let decisions: DecisionTable?
  /// A node that was planned already: the member before in a chain.
  var given: (node: NodeID, evaluator: Evaluator)?

  init(
    _ checked: CheckedExpression, _ environment: Environment, firstLocal: Int, isTraced: Bool,
    decisions: DecisionTable? = nil
  ) {
    self.decisions = decisions
    constants = isTraced ? [:] : ConstantFolding(checked).constants
    hasChains = checked.tree.height > Self.greatestHeight
    self.checked = checked
    self.environment = environment
    self.firstLocal = firstLocal
    self.isTraced = isTraced
  }

  var tree: SyntaxTree { checked.tree }

  /// The slot that members of a chain hand their values on in. Each reads it before anything else
  /// runs, so that one is enough.
  var register: Int { firstLocal + checked.localCount }

  func planPart(_ node: NodeID) -> PlannedPart { PlannedPart(evaluate: plan(node)) }

  func plan(_ node: NodeID) -> Evaluator {
    if let given, given.node == node { return given.evaluator }
    if let decision = planDecision(node) { return decision }
    if hasChains, let chain = planChain(node) { return chain }
    return planMember(node)
  }

  /// Plans a node that is no chain, or the one of a chain that is told what the others give.
  func planMember(_ node: NodeID) -> Evaluator {
    if let constant = constants[node] { return { _ in constant } }
    let evaluator = planUntraced(node)
    guard isTraced else { return evaluator }
    if case .literal = tree[node].kind { return evaluator }
    let tree = tree
    return { frame in
      guard let tracer = frame.tracer, tracer.keepsSteps else { return evaluator(&frame) }
      tracer.depth += 1
      let value = evaluator(&frame)
      tracer.depth -= 1
      tracer.note(step: tree.text(of: node), value: value)
      return value
    }
  }

  private func planUntraced(_ node: NodeID) -> Evaluator {
    switch tree[node].kind {
    case .literal(let literal):
      let value = Self.value(of: literal)
      return { _ in value }
    case .identifier(let name, _): return planName(node, name)
    case .select(let operand, let field, let isOptional):
      if case .variable? = checked.references[node] { return planName(node, field) }
      if case .typeName? = checked.references[node] { return planName(node, field) }
      if case .constant? = checked.references[node] { return planName(node, field) }
      return planSelect(node, operand, field, isOptional: isOptional)
    case .presence(let operand, let field): return planPresence(node, operand, field)
    case .index(let operand, let key, let isOptional):
      return planIndex(operand, key, isOptional: isOptional)
    case .call(let function, let target, let arguments):
      return planCall(node, function, target, arguments)
    case .list(let elements): return planList(elements)
    case .map(let entries): return planMap(entries)
    case .message(let name, _, let fields): return planMessage(node, name, fields)
    case .macro(let macro): return planMacro(node, macro)
    case .invalid: return { _ in .fault("syntax", "") }
    }
  }

  static func value(of literal: Literal) -> Value {
    switch literal {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .int(let number): .int(number)
    case .uint(let number): .uint(number)
    case .double(let number): .double(number)
    case .string(let text): .string(text)
    case .bytes(let bytes): .bytes(bytes)
    }
  }

  private func planName(_ node: NodeID, _ name: String) -> Evaluator {
    switch checked.references[node] {
    case .variable(let variable): return planVariable(variable)
    case .local(let number):
      let slot = firstLocal + number
      return { frame in frame.slots[slot] ?? .fault("unbound-variable", name) }
    case .typeName(let type):
      let value = Value.type(ValueTypeBox(type))
      return { _ in value }
    case .constant(let value): return { _ in value }
    default: return { _ in .fault("unbound-variable", name) }
    }
  }

  private func planVariable(_ variable: Environment.Variable) -> Evaluator {
    let (slot, name) = (variable.slot, variable.name)
    let initializer = isTraced ? variable.tracedInitializer : variable.initializer
    guard let initializer else {
      return { frame in frame.slots[slot] ?? .fault("unbound-variable", name) }
    }
    if slot == Environment.Variable.noSlot { return initializer }
    return { frame in
      if let value = frame.slots[slot] {
        if !frame.slotsThatMetAbsentFact.isEmpty { frame.recallAbsentFact(of: slot) }
        return value
      }
      return frame.fill(slot, by: initializer)
    }
  }

  /// The slot of a variable that never fills itself, or of a macro's; `nil` for anything else, and in
  /// a trace, which shows the variable as a step of its own.
  private func filledSlot(of node: NodeID) -> Int? {
    guard !isTraced else { return nil }
    if let given, given.node == node { return nil }
    switch checked.references[node] {
    case .variable(let variable)? where variable.initializer == nil: return variable.slot
    case .local(let number)?: return firstLocal + number
    default: return nil
    }
  }

  private func planSelect(
    _ node: NodeID, _ operand: NodeID, _ field: String, isOptional: Bool
  ) -> Evaluator {
    let base = plan(operand)
    if case .field(let type, let number)? = checked.references[node], !isOptional {
      if let slot = filledSlot(of: operand) {
        return { frame in
          if case .structure(let structure)? = frame.slots[slot], structure.type === type {
            return structure.value(ofField: number)
          }
          return Selection.field(field, of: base(&frame))
        }
      }
      let traced = isTraced
      return { frame in
        let value = base(&frame)
        if case .structure(let structure) = value, structure.type === type {
          if traced { frame.tracer?.note(fact: structure.path(ofField: number)) }
          return structure.value(ofField: number)
        }
        return Selection.field(field, of: value)
      }
    }
    if isOptional { return { frame in Selection.optionalField(field, of: base(&frame)) } }
    return { frame in Selection.field(field, of: base(&frame)) }
  }

  private func planPresence(_ node: NodeID, _ operand: NodeID, _ field: String?) -> Evaluator {
    let base = plan(operand)
    guard let field else { return { frame in Selection.isOnFile(base(&frame)) } }
    if case .field(let type, let number)? = checked.references[node] {
      if let slot = filledSlot(of: operand) {
        return { frame in
          if case .structure(let structure)? = frame.slots[slot], structure.type === type {
            return Selection.isOnFile(structure.slots[number])
          }
          return Selection.hasField(field, base(&frame))
        }
      }
      let traced = isTraced
      return { frame in
        let value = base(&frame)
        if case .structure(let structure) = value, structure.type === type {
          if traced { frame.tracer?.note(fact: structure.path(ofField: number)) }
          return Selection.isOnFile(structure.value(ofField: number))
        }
        return Selection.hasField(field, value)
      }
    }
    return { frame in Selection.hasField(field, base(&frame)) }
  }

  private func planIndex(_ operand: NodeID, _ key: NodeID, isOptional: Bool) -> Evaluator {
    let (base, index) = (plan(operand), plan(key))
    if isOptional {
      return { frame in
        let container = base(&frame)
        return Selection.optionalElement(index(&frame), of: container)
      }
    }
    return { frame in
      let container = base(&frame)
      return Selection.element(index(&frame), of: container)
    }
  }

  private func planMessage(
    _ node: NodeID, _ name: String, _ fields: [MessageField]
  ) -> Evaluator {
    guard case .message(let type)? = checked.references[node] else {
      return { _ in .fault("unknown-type", name) }
    }
    let parts = fields.map { (name: $0.name, value: planPart($0.value), isOptional: $0.isOptional) }
    return { frame in
      var given: [(name: String, value: Value)] = []
      var state: Value?
      for part in parts {
        let value = part.value.evaluate(&frame)
        if value.isState {
          state = Value.strictMerge(state, value)
        } else if !part.isOptional {
          given.append((part.name, value))
        } else if case .optional(let optional) = value {
          if let wrapped = optional.wrapped { given.append((part.name, wrapped)) }
        } else {
          return .noOverload("{?}", value)
        }
      }
      return state ?? type.make(given)
    }
  }

  private func planList(_ elements: [ListElement]) -> Evaluator {
    let literals = elements.map { element -> Value? in
      guard !element.isOptional, case .literal(let literal) = tree[element.value].kind else {
        return nil
      }
      return Self.value(of: literal)
    }
    if literals.allSatisfy({ $0 != nil }) {
      let value = Value.list(ListValue(ContiguousArray(literals.compactMap { $0 })))
      return { _ in value }
    }
    let parts = elements.map { (planPart($0.value), $0.isOptional) }
    let cost = Cost(bytes: parts.count * Value.elementBytes)
    return { frame in
      var values = ContiguousArray<Value>()
      values.reserveCapacity(parts.count)
      guard frame.meter.pay(cost) else { return frame.budgetFault }
      var state: Value?
      for (part, isOptional) in parts {
        let value = part.evaluate(&frame)
        if value.isState {
          state = Value.strictMerge(state, value)
        } else if isOptional {
          guard case .optional(let optional) = value else {
            return .noOverload("[?]", value)
          }
          if let wrapped = optional.wrapped { values.append(wrapped) }
        } else {
          values.append(value)
        }
      }
      return state ?? Value.list(ListValue(values)).ofBoundedDepth
    }
  }

  private func planMap(_ entries: [MapEntry]) -> Evaluator {
    let parts = entries.map { (planPart($0.key), planPart($0.value), $0.isOptional) }
    let cost = Cost(bytes: parts.count * 2 * Value.elementBytes)
    return { frame in
      guard frame.meter.pay(cost) else { return frame.budgetFault }
      var keys = ContiguousArray<Value>()
      var values = ContiguousArray<Value>()
      var state: Value?
      for (keyPart, valuePart, isOptional) in parts {
        let key = keyPart.evaluate(&frame)
        var value = valuePart.evaluate(&frame)
        if key.isState || value.isState {
          state = Value.strictMerge(
            Value.strictMerge(state, key.isState ? key : nil), value.isState ? value : nil)
          continue
        }
        if isOptional {
          guard case .optional(let optional) = value else { return .noOverload("{?}", value) }
          guard let wrapped = optional.wrapped else { continue }
          value = wrapped
        }
        keys.append(key)
        values.append(value)
      }
      if let state { return state }
      guard let map = MapValue(keys: keys, values: values) else {
        return .fault("invalid-map", "a key is repeated or cannot be a key")
      }
      return Value.map(map).ofBoundedDepth
    }
  }
}

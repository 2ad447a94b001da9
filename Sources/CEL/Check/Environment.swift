/// What an expression may name: variables, functions, the container that names are looked up in.
package struct Environment: Sendable {
  package struct Variable: Sendable {
    /// The slot of a variable that has none and is worked out each time.
    package static let noSlot = -1

    /// May hold dots: `params.publicity_workdays`, `terms.decision.due`.
    package var name: String
    package var type: ValueType
    package var slot: Int
    /// Fills the slot the first time it is read; `nil` where the slot is filled beforehand.
    package var initializer: Evaluator?
    package var tracedInitializer: Evaluator?

    package init(
      name: String, type: ValueType, slot: Int, initializer: Evaluator? = nil,
      tracedInitializer: Evaluator? = nil
    ) {
      self.name = name
      self.type = type
      self.slot = slot
      self.initializer = initializer
      self.tracedInitializer = tracedInitializer
    }
  }

  /// A definition with arguments (semantics §7): evaluated in the caller's frame.
  package struct Inline: Sendable {
    package var name: String
    package var parameters: [Variable]
    package var result: ValueType
    package var evaluator: Evaluator
    package var tracedEvaluator: Evaluator

    package init(
      name: String, parameters: [Variable], result: ValueType, evaluator: @escaping Evaluator,
      tracedEvaluator: @escaping Evaluator
    ) {
      self.name = name
      self.parameters = parameters
      self.result = result
      self.evaluator = evaluator
      self.tracedEvaluator = tracedEvaluator
    }
  }

  /// Names are also looked up below it: in `a.b`, `x` may be `a.b.x`, `a.x` or `x`.
  package var container = ""
  package var functions: FunctionTable
  package private(set) var variables: [String: Variable] = [:]
  package private(set) var inlines: [String: Inline] = [:]
  /// The first slot that no variable has.
  package private(set) var slotCount = 0
  private var longestVariable = 1
  private var prefixes: Set<String> = []
  /// Where false, an equality that only a missing fact makes false is absent instead, unless the
  /// other side is the literal `null`: what a check that says `absent:` asks for (semantics §3).
  package var equalityIsTotal = true
  /// True to plan programs so that `frame.observer` is told what every condition of every decision
  /// comes to. Such programs are slower and come to the same values.
  package var observesDecisions = false

  package init(functions: FunctionTable) { self.functions = functions }

  /// Declares a variable in a new slot and returns the slot.
  @discardableResult
  package mutating func declare(
    _ name: String, _ type: ValueType, initializer: Evaluator? = nil,
    tracedInitializer: Evaluator? = nil
  ) -> Int {
    let slot = slotCount
    slotCount += 1
    note(name)
    variables[name] = Variable(
      name: name, type: type, slot: slot, initializer: initializer,
      tracedInitializer: tracedInitializer ?? initializer)
    return slot
  }

  /// Declares a variable in a slot that was set aside for it.
  package mutating func declare(_ name: String, _ type: ValueType, at slot: Int) {
    slotCount = max(slotCount, slot + 1)
    note(name)
    variables[name] = Variable(name: name, type: type, slot: slot)
  }

  /// Keeps what the check asks of names: how many parts they have, and what they begin with.
  private mutating func note(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    longestVariable = max(longestVariable, parts.count)
    if parts.count > 1 { prefixes.insert(String(parts[0])) }
  }

  /// The most parts that a dotted name may have: those of variables, functions and types.
  var longestName: Int { max(longestVariable, functions.longestName, 4) }

  /// True where a variable is called `prefix.` and something.
  func hasVariable(withPrefix prefix: String) -> Bool { prefixes.contains(prefix) }

  package mutating func declare(inline: Inline) { inlines[inline.name] = inline }

  /// Declares a variable that is worked out anew each time it is read: for names that hardly any
  /// expression reads, and that are not worth a slot.
  package mutating func declare(
    uncached name: String, _ type: ValueType, initializer: @escaping Evaluator
  ) {
    note(name)
    variables[name] = Variable(
      name: name, type: type, slot: Variable.noSlot, initializer: initializer,
      tracedInitializer: initializer)
  }

  /// Takes slots out of use, for locals of an expression that was compiled against this environment.
  package mutating func reserve(through slotCount: Int) {
    self.slotCount = max(self.slotCount, slotCount)
  }

  /// The slots of variables that fill themselves.
  package var lazySlots: [Int] {
    variables.values.compactMap {
      $0.initializer == nil || $0.slot == Variable.noSlot ? nil : $0.slot
    }.sorted()
  }

  package mutating func undeclare(_ name: String) { variables[name] = nil }

  /// The names that a name may stand for, the most special first.
  func candidates(for name: String, isRooted: Bool) -> [String] {
    if isRooted || container.isEmpty { return [name] }
    var names: [String] = []
    var prefix = container[...]
    while true {
      names.append("\(prefix).\(name)")
      guard let dot = prefix.lastIndex(of: ".") else { break }
      prefix = prefix[..<dot]
    }
    names.append(name)
    return names
  }
}

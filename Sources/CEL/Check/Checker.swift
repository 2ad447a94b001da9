package import SourceText

/// Types an expression against an environment before anything runs.
///
/// Every problem found is a diagnostic with the range of the node; checking goes on after one, and
/// what depends on a wrong part is not reported again.
package struct Checker {
  let environment: Environment
  let tree: SyntaxTree
  var unifier = TypeUnifier()
  var types: ContiguousArray<ValueType>
  private var isVisited: ContiguousArray<Bool>
  var references: [NodeID: Reference] = [:]
  var macroLocals: [NodeID: Int] = [:]
  var diagnostics: [Diagnostic] = []
  /// Macro variables in scope, innermost last.
  var scope: [(name: String, type: ValueType, local: Int)] = []
  var localCount = 0

  /// Checks a tree.
  ///
  /// - Parameter expected: The type that the whole must fit, where one is asked; then conditions
  ///   that are the same for every record are told too.
  /// - Returns: The checked expression, usable also where there are diagnostics: what could not be
  ///   resolved is a fault when it is evaluated.
  package static func check(
    _ tree: SyntaxTree, in environment: Environment, expecting expected: ValueType? = nil
  ) -> (expression: CheckedExpression, diagnostics: [Diagnostic]) {
    var checker = Checker(tree: tree, environment: environment)
    let type = checker.visit(tree.root)
    if let expected, !checker.unifier.assign(type, to: expected) {
      checker.report(
        .unexpectedType(
          checker.unifier.finalized(type), expected, at: checker.range(tree.root)))
    }
    let checked = checker.finish()
    // Who only asks for a value may write `1 < 2`; who needs a certain one means something by it.
    if expected != nil, checker.diagnostics.isEmpty {
      checker.diagnostics = ConstantConditions(checked).diagnostics
    }
    let found = checker.diagnostics.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }
    return (checked, found.map(\.element))
  }

  private init(tree: SyntaxTree, environment: Environment) {
    self.tree = tree
    self.environment = environment
    types = ContiguousArray(repeating: .error, count: tree.nodes.count)
    isVisited = ContiguousArray(repeating: false, count: tree.nodes.count)
  }

  private func finish() -> CheckedExpression {
    var final = types
    for index in final.indices { final[index] = unifier.finalized(final[index]) }
    return CheckedExpression(
      tree: tree, types: final, references: references, localCount: localCount,
      macroLocals: macroLocals)
  }

  func range(_ node: NodeID) -> ByteRange { tree[node].range }

  mutating func report(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// Returns the type of a node, checking it and all below where that was not done yet.
  @discardableResult
  mutating func visit(_ node: NodeID) -> ValueType {
    if isVisited[node] { return types[node] }
    // Chains such as `a + b + …` lean to one side: they are walked down and checked on the way up,
    // so that only what brackets nest needs a stack.
    var chain = [node]
    var next = chainChild(of: node)
    while let child = next, !isVisited[child] {
      chain.append(child)
      next = chainChild(of: child)
    }
    for member in chain.reversed() { settle(member, typeOf(member)) }
    return types[node]
  }

  /// Returns the type of a node with the variables that are known replaced.
  mutating func visitResolved(_ node: NodeID) -> ValueType {
    let type = visit(node)
    return unifier.resolve(type)
  }

  mutating func settle(_ node: NodeID, _ type: ValueType) {
    types[node] =
      unifier.nesting(of: type, limit: Self.deepestType) > Self.deepestType ? .dynamic : type
    isVisited[node] = true
  }

  /// A type that holds others deeper than this is `dyn`: `x.map(y, [y]).map(y, [y])…` would
  /// otherwise have a type as long as itself for each of its parts.
  private static let deepestType = 32

  /// The part of a node that a chain goes on with, checked before the node itself.
  private mutating func chainChild(of node: NodeID) -> NodeID? {
    switch tree[node].kind {
    case .select(let operand, _, let isOptional):
      isOptional || !standsForName(node, operand) ? operand : nil
    case .index(let operand, _, _): operand
    case .presence(let operand, let field): field == nil ? nil : operand
    case .call(Operator.logicalAnd, nil, _), .call(Operator.logicalOr, nil, _): nil
    case .call(Operator.conditional, nil, let arguments): arguments.last
    case .call(let name, let target?, let arguments):
      namespacedFunction(name, on: target, arity: arguments.count) == nil
        && unknownNamespacedFunction(name, on: target) == nil ? target : nil
    case .call(_, nil, let arguments): arguments.first
    case .macro(let macro): macro.kind == .bind ? nil : macro.target
    default: nil
    }
  }

  private mutating func typeOf(_ node: NodeID) -> ValueType {
    switch tree[node].kind {
    case .literal(let literal): return Self.type(of: literal)
    case .identifier(let name, let isRooted): return visitIdentifier(node, name, isRooted)
    case .select(let operand, let field, let isOptional):
      return visitSelect(node, operand, field, isOptional: isOptional)
    case .presence(let operand, let field): return visitPresence(node, operand, field)
    case .index(let operand, let key, let isOptional):
      return visitIndex(node, operand, key, isOptional: isOptional)
    case .call(let function, let target, let arguments):
      return visitCall(node, function, target, arguments)
    case .list(let elements): return visitList(elements)
    case .map(let entries): return visitMap(entries)
    case .message(let name, let isRooted, let fields):
      return visitMessage(node, name, isRooted, fields)
    case .macro(let macro): return visitMacro(node, macro)
    case .invalid: return .error
    }
  }

  static func type(of literal: Literal) -> ValueType {
    switch literal {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }

  private mutating func visitMessage(
    _ node: NodeID, _ name: String, _ isRooted: Bool, _ fields: [MessageField]
  ) -> ValueType {
    let type = environment.candidates(for: name, isRooted: isRooted).lazy
      .compactMap { WellKnownType.named($0) }.first
    if let type {
      references[node] = .message(type)
    } else {
      report(.unknownType(name, at: tree[node].focus))
    }
    for field in fields {
      let given = visit(field.value)
      guard let type else { continue }
      guard let wanted = type.type(ofField: field.name) else {
        report(.unknownMessageField(field.name, of: name, at: field.nameRange))
        continue
      }
      let target = field.isOptional ? ValueType.optional(wanted) : wanted
      if !unifier.assign(given, to: target) {
        report(.unexpectedType(unifier.finalized(given), target, at: range(field.value)))
      }
    }
    return type?.result ?? .error
  }

  private mutating func visitList(_ elements: [ListElement]) -> ValueType {
    var joined: ValueType?
    for element in elements {
      var type = visit(element.value)
      if element.isOptional {
        let inner = unifier.fresh()
        if unifier.assign(type, to: .optional(inner)) {
          type = unifier.resolve(inner)
        } else {
          report(
            .unexpectedType(unifier.finalized(type), .optional(.dynamic), at: range(element.value)))
        }
      }
      joined = joined.map { unifier.join($0, type) } ?? type
    }
    return .list(joined ?? unifier.fresh())
  }

  private mutating func visitMap(_ entries: [MapEntry]) -> ValueType {
    var keys: ValueType?
    var values: ValueType?
    for entry in entries {
      let key = visit(entry.key)
      var value = visit(entry.value)
      if entry.isOptional {
        let inner = unifier.fresh()
        if unifier.assign(value, to: .optional(inner)) {
          value = unifier.resolve(inner)
        } else {
          report(
            .unexpectedType(unifier.finalized(value), .optional(.dynamic), at: range(entry.value)))
        }
      }
      if !Self.isKey(unifier.resolve(key)) {
        report(.unsupportedMapKey(unifier.finalized(key), at: range(entry.key)))
      }
      keys = keys.map { unifier.join($0, key) } ?? key
      values = values.map { unifier.join($0, value) } ?? value
    }
    return .map(keys ?? unifier.fresh(), values ?? unifier.fresh())
  }

  private static func isKey(_ type: ValueType) -> Bool {
    switch type.unwrapped {
    case .bool, .int, .uint, .string, .enumeration, .dynamic, .error, .variable: true
    default: false
    }
  }

  private mutating func visitIndex(
    _ node: NodeID, _ operand: NodeID, _ key: NodeID, isOptional: Bool
  ) -> ValueType {
    var container = visitResolved(operand)
    let keyType = visit(key)
    var optional = isOptional
    if case .optional(let inner) = container {
      container = unifier.resolve(inner)
      optional = true
    }
    let element: ValueType
    switch container {
    case .list(let of):
      let fits = [.int, .uint, .double].contains { unifier.assign(keyType, to: $0) }
      if !fits || unifier.resolve(keyType) == .uint || unifier.resolve(keyType) == .double {
        if unifier.resolve(keyType) != .dynamic {
          report(.listIndex(unifier.finalized(keyType), at: range(key)))
        }
      }
      element = of
    case .map(let keyOf, let of):
      if !unifier.assign(keyType, to: keyOf), !Self.isNumeric(keyType, keyOf) {
        report(
          .unexpectedType(unifier.finalized(keyType), unifier.finalized(keyOf), at: range(key)))
      }
      element = of
    case .dynamic, .error, .variable: element = container == .error ? .error : .dynamic
    default:
      report(.notIndexable(unifier.finalized(container), at: range(operand)))
      return .error
    }
    return optional ? .optional(element) : element
  }

  static func isNumeric(_ types: ValueType...) -> Bool {
    types.allSatisfy { [.int, .uint, .double].contains($0.unwrapped) }
  }
}

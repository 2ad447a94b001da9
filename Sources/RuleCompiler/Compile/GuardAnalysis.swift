import CEL
import CaseRecords
import SourceText

/// Finds the facts that an expression uses without asking whether they are on file (semantics §3).
struct GuardAnalysis {
  /// One use of a fact that may be absent.
  struct Use {
    enum Kind {
      /// An operator or function that makes an absent fact absent as a whole.
      case strict
      /// `==`, `!=`, `in`, which are total on null.
      case equality
    }

    var node: NodeID
    /// As the author wrote it; where it stands in a `let`, as it stands there.
    var text: String
    var path: String
    var field: FieldSchema
    var kind: Kind
  }

  /// Two facts compared, neither of them sure to be on file.
  struct Comparison {
    var node: NodeID
    /// The two facts; the `let` that compares them where it stands in one.
    var operands: [NodeID]
    /// As the author wrote them.
    var first: String
    var second: String
  }

  let checked: CheckedExpression
  let schema: RecordSchema
  /// `let` names stand for their expressions.
  let lets: [String: CheckedExpression]
  private(set) var uses: [Use] = []
  private(set) var comparisons: [Comparison] = []

  /// - Parameter guarded: Paths that something around the expression makes sure of: `applies`,
  ///   `when`, `where`.
  init(
    _ checked: CheckedExpression, schema: RecordSchema, lets: [String: CheckedExpression],
    guarded: Set<String>
  ) {
    self.checked = checked
    self.schema = schema
    self.lets = lets
    walk(checked.tree.root, guarded, isStrict: true)
  }

  /// The paths that are on file wherever the expression is true.
  static func guards(
    of checked: CheckedExpression, schema: RecordSchema, lets: [String: CheckedExpression]
  ) -> Set<String> {
    Self(checked, schema: schema, lets: lets, guarded: []).guards(
      checked.tree.root, whenTrue: true)
  }

  private var tree: SyntaxTree { checked.tree }

  // MARK: Facts

  /// The path of a chain of selections, macro variables by number; `nil` for other expressions.
  private func path(_ node: NodeID) -> String? {
    switch tree[node].kind {
    case .identifier(let name, _):
      switch checked.references[node] {
      case .local(let number): return "#\(number)"
      case .variable: return name
      default: return nil
      }
    case .select(let operand, let field, _):
      if case .variable(let variable)? = checked.references[node] { return variable.name }
      return path(operand).map { "\($0).\(field)" }
    default: return nil
    }
  }

  /// The field that a node reads, where it is a scalar that may be null.
  private func fact(_ node: NodeID) -> (path: String, field: FieldSchema)? {
    guard case .select = tree[node].kind,
      case .field(let type, let number)? = checked.references[node],
      checked.types[node].isNullable, let path = path(node),
      let field = schema.field(number, of: type)
    else { return nil }
    return (path, field)
  }

  private func isGuarded(_ path: String, _ guarded: Set<String>) -> Bool {
    if guarded.contains(path) { return true }
    var prefix = path[...]
    while let dot = prefix.lastIndex(of: ".") {
      prefix = prefix[..<dot]
      if guarded.contains(String(prefix)) { return true }
    }
    return false
  }

  private mutating func use(_ node: NodeID, _ kind: Use.Kind, _ guarded: Set<String>) {
    guard let (path, field) = fact(node), !isGuarded(path, guarded) else { return }
    uses.append(Use(node: node, text: tree.text(of: node), path: path, field: field, kind: kind))
  }

  // MARK: Walking

  private mutating func walk(_ node: NodeID, _ guarded: Set<String>, isStrict: Bool) {
    switch tree[node].kind {
    case .literal, .invalid: break
    case .identifier(let name, _):
      if case .variable? = checked.references[node], let expression = lets[name] {
        let inner = GuardAnalysis(expression, schema: schema, lets: lets, guarded: guarded)
        // What is wrong inside a `let` is told where it is used.
        uses += inner.uses.map { use in
          var use = use
          use.node = node
          return use
        }
        comparisons += inner.comparisons.map { comparison in
          var comparison = comparison
          comparison.node = node
          comparison.operands = [node]
          return comparison
        }
      }
    case .select(let operand, _, _):
      if isStrict { use(node, .strict, guarded) }
      if path(node) == nil { walk(operand, guarded, isStrict: true) }
    case .presence(let operand, _):
      if path(operand) == nil { walk(operand, guarded, isStrict: true) }
    case .index(let operand, let key, _):
      walk(operand, guarded, isStrict: true)
      walk(key, guarded, isStrict: true)
    case .call(let function, let target, let arguments):
      walkCall(node, function, (target.map { [$0] } ?? []) + arguments, guarded)
    case .list(let elements):
      for element in elements { walk(element.value, guarded, isStrict: false) }
    case .map(let entries):
      for entry in entries {
        walk(entry.key, guarded, isStrict: true)
        walk(entry.value, guarded, isStrict: false)
      }
    case .message(_, _, let fields):
      for field in fields { walk(field.value, guarded, isStrict: false) }
    case .macro(let macro): walkMacro(node, macro, guarded)
    }
  }

  private mutating func walkCall(
    _ node: NodeID, _ function: String, _ arguments: [NodeID], _ guarded: Set<String>
  ) {
    switch function {
    case Operator.logicalAnd, Operator.logicalOr:
      let whenTrue = function == Operator.logicalAnd
      // Guards count on either side, also those of a longer chain.
      var known = guarded
      for argument in arguments { known.formUnion(guards(argument, whenTrue: whenTrue)) }
      for argument in arguments { walk(argument, known, isStrict: true) }
    case Operator.conditional:
      walk(arguments[0], guarded, isStrict: true)
      walk(
        arguments[1], guarded.union(guards(arguments[0], whenTrue: true)), isStrict: false)
      walk(
        arguments[2], guarded.union(guards(arguments[0], whenTrue: false)), isStrict: false)
      for branch in arguments.dropFirst() {
        let known = guarded.union(guards(arguments[0], whenTrue: branch == arguments[1]))
        if checked.types[branch].unwrapped == .bool { use(branch, .strict, known) }
      }
    case Operator.equals, Operator.notEquals: walkEquality(node, arguments, guarded)
    case Operator.in:
      if fact(arguments[0]) != nil {
        use(arguments[0], .equality, guarded)
      } else {
        walk(arguments[0], guarded, isStrict: false)
      }
      walk(arguments[1], guarded, isStrict: true)
    default:
      var acceptsNull = false
      if case .function(let called)? = checked.references[node] {
        acceptsNull = called.acceptsNull
      }
      if case .inline? = checked.references[node] { acceptsNull = true }
      for argument in arguments { walk(argument, guarded, isStrict: !acceptsNull) }
    }
  }

  private func isGuardLiteral(_ node: NodeID) -> Bool {
    switch tree[node].kind {
    case .literal(.null), .literal(.bool): true
    default: false
    }
  }

  private mutating func walkEquality(
    _ node: NodeID, _ arguments: [NodeID], _ guarded: Set<String>
  ) {
    let (first, second) = (arguments[0], arguments[1])
    if isGuardLiteral(first) || isGuardLiteral(second) {
      for argument in arguments where fact(argument) == nil {
        walk(argument, guarded, isStrict: false)
      }
      return
    }
    if let a = fact(first), let b = fact(second), !isSure(a, guarded), !isSure(b, guarded) {
      comparisons.append(
        Comparison(
          node: node, operands: arguments, first: tree.text(of: first),
          second: tree.text(of: second)))
    }
    for argument in arguments {
      if fact(argument) != nil {
        use(argument, .equality, guarded)
      } else {
        walk(argument, guarded, isStrict: false)
      }
    }
  }

  private func isSure(_ fact: (path: String, field: FieldSchema), _ guarded: Set<String>) -> Bool {
    if case .always = fact.field.expectation { return true }
    return isGuarded(fact.path, guarded)
  }

  private mutating func walkMacro(_ node: NodeID, _ macro: Macro, _ guarded: Set<String>) {
    walk(macro.target, guarded, isStrict: macro.kind != .bind)
    var known = guarded
    known.formUnion(inherited(node, macro))
    if let filter = macro.filter {
      walk(filter, known, isStrict: true)
      known.formUnion(guards(filter, whenTrue: true))
    }
    // Conditions, and the keys of an order, in which null has no place.
    let isStrict = [.all, .exists, .existsOne, .filter, .sortBy].contains(macro.kind)
    walk(macro.body, known, isStrict: isStrict)
  }

  /// What a `filter` before makes sure of for the elements that it leaves.
  private func inherited(_ node: NodeID, _ macro: Macro) -> Set<String> {
    guard case .macro(let before) = tree[macro.target].kind, before.kind == .filter,
      before.variables.count == 1, macro.variables.count == 1,
      let from = checked.macroLocals[macro.target], let to = checked.macroLocals[node]
    else { return [] }
    let prefix = "#\(from)."
    return Set(
      guards(before.body, whenTrue: true).filter { $0.hasPrefix(prefix) }
        .map { "#\(to)." + $0.dropFirst(prefix.count) })
  }

  // MARK: Guards

  /// The paths that are on file where the expression is true, or where it is false.
  private func guards(_ node: NodeID, whenTrue: Bool) -> Set<String> {
    switch tree[node].kind {
    case .presence(let operand, let field):
      guard whenTrue, let path = path(operand) else { return [] }
      return [field.map { "\(path).\($0)" } ?? path]
    case .identifier(let name, _):
      guard case .variable? = checked.references[node], let expression = lets[name] else {
        return []
      }
      return GuardAnalysis(expression, schema: schema, lets: lets, guarded: [])
        .guards(expression.tree.root, whenTrue: whenTrue)
    case .call(Operator.logicalNot, _, let arguments):
      return guards(arguments[0], whenTrue: !whenTrue)
    case .call(Operator.logicalAnd, _, let arguments):
      return combine(arguments, whenTrue, isUnion: whenTrue)
    case .call(Operator.logicalOr, _, let arguments):
      return combine(arguments, whenTrue, isUnion: !whenTrue)
    case .call(Operator.notEquals, _, let arguments): return whenTrue ? nullGuard(arguments) : []
    case .call(Operator.equals, _, let arguments): return whenTrue ? [] : nullGuard(arguments)
    default: return []
    }
  }

  private func combine(_ arguments: [NodeID], _ whenTrue: Bool, isUnion: Bool) -> Set<String> {
    let parts = arguments.map { guards($0, whenTrue: whenTrue) }
    guard let first = parts.first else { return [] }
    return parts.dropFirst().reduce(first) { isUnion ? $0.union($1) : $0.intersection($1) }
  }

  private func nullGuard(_ arguments: [NodeID]) -> Set<String> {
    for (index, argument) in arguments.enumerated() {
      if case .literal(.null) = tree[argument].kind, let path = path(arguments[1 - index]) {
        return [path]
      }
    }
    return []
  }
}

import CEL
import CaseRecords
import RuleCompiler

/// The address of a fact that a rule may read, with `[]` for any element of a list.
struct FactPattern: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case name(String)
    case each
  }

  var steps: [Step]

  /// The path with the first element of every list, to ask a schema by.
  var path: FactPath? {
    var text = ""
    for step in steps {
      switch step {
      case .name(let name): text += text.isEmpty ? name : ".\(name)"
      case .each: text += "[0]"
      }
    }
    return FactPath(text)
  }
}

/// Finds the facts that expressions read, through definitions, `let` names, elements of lists and the
/// variables of macros.
///
/// It looks at the text alone: what is read only under a condition counts too.
struct FactFinder {
  private typealias Scope = [String: [FactPattern.Step]]

  private let schema: RecordSchema
  private let definitions: [String: DefinitionSource]
  private var lets: Scope = [:]
  private var visited: Set<String> = []
  private(set) var patterns: [FactPattern] = []
  private var seen: Set<FactPattern> = []
  private(set) var readsDay = false

  init(schema: RecordSchema, definitions: [DefinitionSource]) {
    self.schema = schema
    self.definitions = Dictionary(
      definitions.map { ($0.name.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The facts of a whole rule.
  static func facts(
    of rule: RuleSource, schema: RecordSchema, definitions: [DefinitionSource]
  ) -> FactFinder {
    var finder = FactFinder(schema: schema, definitions: definitions)
    finder.add(rule)
    for version in rule.versions { finder.add(rule.reading(in: version)) }
    return finder
  }

  /// The facts of a rule that stand in one of its expressions, or in one that a mutant has there.
  static func facts(
    in text: String, of rule: RuleSource, schema: RecordSchema, definitions: [DefinitionSource]
  ) -> Set<FactPattern> {
    var finder = facts(of: rule, schema: schema, definitions: definitions)
    finder.patterns = []
    finder.seen = []
    finder.visited = []
    finder.add(text)
    return Set(finder.patterns)
  }

  private mutating func add(_ rule: RuleSource) {
    for basis in rule.effective?.basis ?? [] { add(basis.text) }
    for entry in rule.lets {
      if let alias = pattern(of: entry.expression.text) { lets[entry.name.text] = alias }
      add(entry.expression.text)
    }
    if let applies = rule.applies { add(applies.text) }
    for exception in rule.exceptions { add(exception.when.text) }
    for check in rule.checks { add(check) }
  }

  private mutating func add(_ check: CheckSource) {
    for basis in check.basis { add(basis.text) }
    if let when = check.when { add(when.text) }
    add(check.each)
    for condition in [check.whereCondition, check.that].compactMap(\.self) { add(condition.text) }
    guard let deadline = check.deadline else { return }
    readsDay = true
    for expression in [deadline.from, deadline.term.period, deadline.act] { add(expression.text) }
    for stop in deadline.excluding {
      add(stop.each)
      for expression in [stop.whereCondition, stop.when, stop.from, stop.until].compactMap(\.self) {
        add(expression.text)
      }
    }
    for more in deadline.extendedBy {
      add(more.length.expression.text)
      add(more.approvedOn.text)
      if let condition = more.whereCondition { add(condition.text) }
    }
  }

  /// Elements keep their names to the end of the rule: two lists with one name are both looked at.
  private mutating func add(_ bindings: [BindingSource]) {
    for binding in bindings {
      add(binding.list.text)
      if let list = pattern(of: binding.list.text) { lets[binding.name.text] = list + [.each] }
    }
  }

  private mutating func add(_ text: String) {
    let tree = parse(text).tree
    walk(tree.root, tree, [:])
  }

  private func pattern(of text: String) -> [FactPattern.Step]? {
    let tree = parse(text).tree
    return pattern(of: tree.root, tree, [:])
  }

  // MARK: The tree

  private func pattern(
    of node: NodeID, _ tree: SyntaxTree, _ scope: Scope
  ) -> [FactPattern.Step]? {
    switch tree[node].kind {
    case .identifier("record", _): return []
    case .identifier(let name, _):
      if let steps = scope[name] ?? lets[name] { return steps }
      return schema.section(name) == nil ? nil : [.name(name)]
    case .select(let operand, let field, _), .presence(let operand, let field?):
      return pattern(of: operand, tree, scope).map { $0 + [.name(field)] }
    case .presence(let operand, nil): return pattern(of: operand, tree, scope)
    case .index(let operand, _, _): return pattern(of: operand, tree, scope).map { $0 + [.each] }
    case .macro(let macro) where macro.kind == .filter || macro.kind == .sortBy:
      return pattern(of: macro.target, tree, scope)
    default: return nil
    }
  }

  private mutating func walk(_ node: NodeID, _ tree: SyntaxTree, _ scope: Scope) {
    if let steps = pattern(of: node, tree, scope) { note(steps) }
    switch tree[node].kind {
    case .identifier("as_of", _): readsDay = true
    case .identifier(let name, _): visitDefinition(name, [:])
    case .call(let name, nil, let arguments):
      if let definition = definitions[name], definition.arguments.count == arguments.count {
        var inner: Scope = [:]
        for (argument, node) in zip(definition.arguments, arguments) {
          inner[argument.name.text] = pattern(of: node, tree, scope)
        }
        visitDefinition(name, inner)
      }
    default: break
    }
    if case .macro(let macro) = tree[node].kind {
      walk(macro.target, tree, scope)
      var inside = scope
      let target = pattern(of: macro.target, tree, scope)
      if let variable = macro.variables.last {
        inside[variable] = macro.kind == .bind ? target : target.map { $0 + [.each] }
      }
      if let filter = macro.filter { walk(filter, tree, inside) }
      walk(macro.body, tree, inside)
      return
    }
    for child in tree[node].kind.children { walk(child, tree, scope) }
  }

  private mutating func visitDefinition(_ name: String, _ scope: Scope) {
    guard let definition = definitions[name],
      visited.insert("\(name)\(scope.keys.sorted())").inserted
    else { return }
    let tree = parse(definition.expression.text).tree
    walk(tree.root, tree, scope)
  }

  /// Keeps what leads to a fact, a list or a section of the schema; what lies behind a paper or a
  /// function does not.
  private mutating func note(_ steps: [FactPattern.Step]) {
    let pattern = FactPattern(steps: steps)
    guard !steps.isEmpty, !seen.contains(pattern), let path = pattern.path,
      schema.location(of: path) != nil
    else { return }
    seen.insert(pattern)
    patterns.append(pattern)
  }
}

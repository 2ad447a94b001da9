import CEL
import CaseRecords
import Reports
import RuleCompiler
import SourceText

/// Finds what the expressions of a rule read: facts, definitions, parameters.
///
/// Names bound by `each`, by `let` and by macros are followed to the list or fact that they stand
/// for; `o.role` of an officer is `officers[].role`.
struct RuleKnowledge {
  private let schema: RecordSchema
  private let definitions: [String: DefinitionSource]
  private let parameters: [String: ParameterSource]

  init(_ rulebook: Rulebook, parameters: [ParameterSource]) {
    schema = rulebook.schema
    definitions = Dictionary(
      rulebook.definitions.map { ($0.source.name.text, $0.source) },
      uniquingKeysWith: { first, _ in first })
    self.parameters = Dictionary(
      parameters.map { ($0.name.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  struct Knowledge {
    var facts: [RuleHandbook.Fact] = []
    var definitions: [RuleHandbook.Definition] = []
    var parameters: [RuleHandbook.Parameter] = []
  }

  /// In the order in which the rule first names them.
  func knowledge(of rule: RuleSource) -> Knowledge {
    var pass = KnowledgePass(reader: self)
    for reading in rule.versions.isEmpty ? [rule] : rule.versions.map(rule.reading(in:)) {
      pass.read(reading)
    }
    return pass.knowledge
  }

  /// The fact that a path with `[0]` for every element leads to; `nil` for what is none.
  fileprivate func fact(_ path: String) -> RuleHandbook.Fact? {
    guard let location = schema.location(of: path) else { return nil }
    let labels = location.labels.map(\.label)
    let meaning: String
    switch location.target {
    case .field(let field), .scalarElement(let field): meaning = field.meaning
    case .section(let section): meaning = section.meaning
    case .recordList(let shape), .element(let shape): meaning = shape.meaning
    }
    return RuleHandbook.Fact(
      path: path.replacing("[0]", with: "[]"),
      label: BilingualText(
        zh: labels.map(\.zh).joined(separator: "·"),
        en: labels.map(\.en).joined(separator: ": ")),
      meaning: meaning)
  }

  fileprivate func isSection(_ name: String) -> Bool { schema.location(of: name) != nil }

  fileprivate func definition(_ name: String) -> RuleHandbook.Definition? {
    definitions[name].map {
      RuleHandbook.Definition(
        name: name, label: $0.label, expression: $0.expression.text, meaning: $0.meaning)
    }
  }

  fileprivate func parameter(_ name: String) -> RuleHandbook.Parameter? {
    parameters[name].map(RuleHandbook.Parameter.init)
  }
}

/// One reading of one rule.
private struct KnowledgePass {
  /// What a name that is bound stands for: the path of a fact, or nothing of the record.
  typealias Names = [String: String?]

  let reader: RuleKnowledge
  var knowledge = RuleKnowledge.Knowledge()
  private var seen: Set<String> = []

  init(reader: RuleKnowledge) { self.reader = reader }

  mutating func read(_ rule: RuleSource) {
    var names: Names = [:]
    for definition in rule.lets {
      let path = read(definition.expression, names)
      names[definition.name.text] = .some(path)
    }
    for basis in rule.effective?.basis ?? [] { read(basis, names) }
    for expression in [rule.applies, rule.value] { read(expression, names) }
    for exception in rule.exceptions { read(exception.when, names) }
    for check in rule.checks { read(check, names) }
  }

  private mutating func read(_ check: CheckSource, _ names: Names) {
    read(check.when, names)
    let names = bind(check.each, names)
    for expression in [check.whereCondition, check.that] { read(expression, names) }
    for basis in check.basis { read(basis, names) }
    guard let deadline = check.deadline else { return }
    for expression in [deadline.from, deadline.term.period, deadline.act] {
      read(expression, names)
    }
    for stop in deadline.excluding {
      read(stop.when, names)
      let names = bind(stop.each, names)
      for expression in [stop.whereCondition, stop.from, stop.until] { read(expression, names) }
    }
    for more in deadline.extendedBy {
      for expression in [more.length.expression, more.approvedOn, more.whereCondition] {
        read(expression, names)
      }
    }
  }

  private mutating func bind(_ bindings: [BindingSource], _ names: Names) -> Names {
    var names = names
    for binding in bindings {
      let list = read(binding.list, names)
      names[binding.name.text] = .some(list.map { "\($0)[0]" })
      if let at = binding.at { names[at.text] = .some(nil) }
    }
    return names
  }

  /// Reads an expression; returns the path where it is the path of a fact.
  @discardableResult
  private mutating func read(_ expression: ExpressionSource?, _ names: Names) -> String? {
    guard let expression else { return nil }
    let tree = parse(expression.text).tree
    walk(tree.root, of: tree, names)
    return path(of: tree.root, of: tree, names)
  }

  // MARK: Trees

  private mutating func walk(_ node: NodeID, of tree: SyntaxTree, _ names: Names) {
    if let path = path(of: node, of: tree, names), note(path) {
      walkKeys(of: node, of: tree, names)
      return
    }
    let kind = tree[node].kind
    switch kind {
    case .identifier(let name, _):
      if names[name] == nil, seen.insert("define.\(name)").inserted,
        let definition = reader.definition(name)
      {
        knowledge.definitions.append(definition)
      }
    case .select(let operand, let field, _), .presence(let operand, let field?):
      if case .identifier("params", _) = tree[operand].kind {
        if seen.insert("params.\(field)").inserted, let parameter = reader.parameter(field) {
          knowledge.parameters.append(parameter)
        }
        return
      }
      walk(operand, of: tree, names)
    case .call(let function, let target, let arguments):
      if target == nil, seen.insert("define.\(function)").inserted,
        let definition = reader.definition(function)
      {
        knowledge.definitions.append(definition)
      }
      for child in (target.map { [$0] } ?? []) + arguments { walk(child, of: tree, names) }
    case .macro(let macro):
      walk(macro.target, of: tree, names)
      let inner = bind(macro, of: tree, names)
      if let filter = macro.filter { walk(filter, of: tree, inner) }
      walk(macro.body, of: tree, inner)
    default:
      for child in kind.children { walk(child, of: tree, names) }
    }
  }

  /// The keys of indexes on the way of a path.
  private mutating func walkKeys(of node: NodeID, of tree: SyntaxTree, _ names: Names) {
    switch tree[node].kind {
    case .index(let operand, let key, _):
      walkKeys(of: operand, of: tree, names)
      walk(key, of: tree, names)
    case .select(let operand, _, _), .presence(let operand, _):
      walkKeys(of: operand, of: tree, names)
    case .macro: for child in tree[node].kind.children { walk(child, of: tree, names) }
    default: break
    }
  }

  /// Notes a fact; false where the path leads to none.
  private mutating func note(_ path: String) -> Bool {
    guard let fact = reader.fact(path) else { return false }
    if seen.insert(path).inserted { knowledge.facts.append(fact) }
    return true
  }

  private func bind(_ macro: Macro, of tree: SyntaxTree, _ names: Names) -> Names {
    var names = names
    let target = path(of: macro.target, of: tree, names)
    let element = macro.kind == .bind ? target : target.map { "\($0)[0]" }
    for (place, name) in macro.variables.enumerated() {
      // Of two the first is the index.
      let isElement = place == macro.variables.count - 1
      names[name] = .some(isElement ? element : nil)
    }
    return names
  }

  /// The path that a chain of names stands for, with `[0]` for every element.
  private func path(of node: NodeID, of tree: SyntaxTree, _ names: Names) -> String? {
    switch tree[node].kind {
    case .identifier(let name, _):
      if let bound = names[name] { return bound }
      return reader.isSection(name) ? name : nil
    case .select(let operand, let field, _):
      if case .identifier("record", _) = tree[operand].kind, names["record"] == nil {
        return reader.isSection(field) ? field : nil
      }
      return path(of: operand, of: tree, names).map { "\($0).\(field)" }
    case .presence(let operand, let field):
      let path = path(of: operand, of: tree, names)
      return field.map { field in path.map { "\($0).\(field)" } } ?? path
    case .index(let operand, _, _): return path(of: operand, of: tree, names).map { "\($0)[0]" }
    case .macro(let macro) where macro.kind == .filter:
      return path(of: macro.target, of: tree, names)
    default: return nil
    }
  }
}

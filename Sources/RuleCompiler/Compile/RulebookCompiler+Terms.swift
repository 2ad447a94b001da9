import CEL
import SourceText

extension RulebookCompiler {
  /// The rules in an order in which a rule comes after those whose terms it reads; circles are
  /// reported and left out.
  mutating func rulesInTermOrder() -> [RuleSource] {
    var owners: [String: Int] = [:]
    for (index, rule) in input.rules.enumerated() {
      for name in Self.termNames(of: rule) { owners[name] = owners[name] ?? index }
    }
    var state = [Int](repeating: 0, count: input.rules.count)
    var path: [Int] = []
    var order: [RuleSource] = []
    for index in input.rules.indices { visitRule(index, owners, &state, &path, &order) }
    return order
  }

  private mutating func visitRule(
    _ index: Int, _ owners: [String: Int], _ state: inout [Int], _ path: inout [Int],
    _ order: inout [RuleSource]
  ) {
    let rule = input.rules[index]
    if state[index] == 2 { return }
    if state[index] == 1 {
      let start = path.firstIndex(of: index) ?? 0
      let cycle = (path[start...] + [index]).map { input.rules[$0].id.text }
      if cycle.count > 2 { report(.termCycle(cycle, at: rule.id.range), in: rule.file) }
      return
    }
    state[index] = 1
    path.append(index)
    for name in Self.termsRead(by: rule).sorted() {
      if let owner = owners[name], owner != index {
        visitRule(owner, owners, &state, &path, &order)
      }
    }
    path.removeLast()
    state[index] = 2
    order.append(rule)
  }

  private static func checks(of rule: RuleSource) -> [CheckSource] {
    rule.checks + rule.versions.flatMap { $0.checks ?? [] }
  }

  private static func termNames(of rule: RuleSource) -> [String] {
    checks(of: rule).compactMap { $0.deadline?.name?.text }
  }

  /// The names of the terms that a rule's expressions mention.
  private static func termsRead(by rule: RuleSource) -> Set<String> {
    var texts: [String] = []
    for check in checks(of: rule) {
      texts += [
        check.when, check.whereCondition, check.that, check.deadline?.from,
        check.deadline?.term.period, check.deadline?.act,
      ].compactMap { $0?.text }
      texts += check.each.map(\.list.text)
    }
    texts += (rule.lets + rule.versions.flatMap { $0.lets ?? [] }).map(\.expression.text)
    texts += ([rule.applies] + rule.versions.map(\.applies)).compactMap { $0?.text }
    var names: Set<String> = []
    for text in texts where text.contains("terms.") {
      let tree = parse(text, options: ParserOptions()).tree
      for node in tree.nodes {
        if case .select(let operand, let field, _) = node.kind,
          case .identifier("terms", _) = tree[operand].kind
        {
          names.insert(field)
        }
      }
    }
    return names
  }

  /// Declares `terms.NAME.due` and `.base` for the rules that come after. Their slots are filled when
  /// the rule that names them has been evaluated.
  mutating func declareTerms(of rule: CompiledRule) {
    environment.reserve(through: nextSlot)
    for name in Set(Self.termNames(of: rule.source)).sorted() {
      let due = environment.declare("terms.\(name).due", .wrapper(.date))
      let base = environment.declare("terms.\(name).base", .wrapper(.date))
      terms.append(TermSlots(name: name, rule: rule.id, due: due, base: base))
    }
    nextSlot = max(nextSlot, environment.slotCount)
  }
}

import CEL
import SourceText

/// A long expression written three times in one rule.
package enum RepeatedExpression: LintCheck {
  package static let note = LintNote(
    "repeated-expression", .conditions, .info,
    summary: BilingualText(
      zh: "同一长式在一条规则里写了多遍", en: "a long expression stands in a rule three times"),
    explanation: BilingualText(
      zh: "用 `let` 给它一个名称：读起来像话，也只算一遍。",
      en: "Give it a name with `let`: the rule reads better, and it is worked out once."),
    breaking: """
      require:
        - { id: a, that: '«items.exists(i, i.v > 0 && i.k == case.mark)»' }
        - { id: b, that: 'case.n > 0 && items.exists(i, i.v > 0 && i.k == case.mark)' }
        - { id: c, that: 'case.m > 0 && items.exists(i, i.v > 0 && i.k == case.mark)' }
      """,
    sound: """
      let: { found: 'items.exists(i, i.v > 0 && i.k == case.mark)' }
      require:
        - { id: a, that: found }
        - { id: b, that: case.n > 0 && found }
        - { id: c, that: case.m > 0 && found }
      """)

  private static let shortest = 40

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let byRule = Dictionary(
      grouping: pack.expressions.filter { $0.rule != nil && $0.role != .placeholder },
      by: { $0.rule ?? "" })
    for rule in byRule.keys.sorted() {
      var uses: [String: [(expression: LintExpression, node: NodeID)]] = [:]
      for expression in byRule[rule] ?? [] {
        let canonical = CanonicalText(expression.tree)
        let bound = boundNames(expression)
        for node in expression.tree.nodes.indices
        where expression.tree[node].range.end - expression.tree[node].range.start >= shortest
          && free(node, expression).isDisjoint(with: bound)
        {
          uses[canonical(node), default: []].append((expression, node))
        }
      }
      let longest = uses.values.filter { $0.count >= 3 }.sorted {
        length($0[0]) > length($1[0])
      }
      var told: [ByteRange] = []
      for places in longest {
        guard let first = places.min(by: { start($0) < start($1) }) else { continue }
        let range = first.expression.range(of: first.expression.tree[first.node].range)
        if told.contains(where: { $0.start <= range.start && range.end <= $0.end }) { continue }
        told.append(range)
        report.add(
          first.expression, at: first.node,
          BilingualText(
            zh: "这一式在规则里写了 \(places.count) 遍",
            en: "this stands in the rule \(places.count) times"),
          help: BilingualText(zh: "用 `let` 给它一个名称。", en: "Give it a name with `let`."))
      }
    }
  }

  private static func length(_ use: (expression: LintExpression, node: NodeID)) -> UInt32 {
    let range = use.expression.tree[use.node].range
    return range.end - range.start
  }

  private static func start(_ use: (expression: LintExpression, node: NodeID)) -> UInt32 {
    use.expression.range(of: use.expression.tree[use.node].range).start
  }

  /// The variables of macros anywhere in the expression.
  private static func boundNames(_ expression: LintExpression) -> Set<String> {
    Set(
      expression.tree.nodes.flatMap { node -> [String] in
        if case .macro(let macro) = node.kind { macro.variables } else { [] }
      })
  }

  /// The names that a node takes from around it.
  private static func free(_ node: NodeID, _ expression: LintExpression) -> Set<String> {
    var names = expression.names(under: node)
    for inner in expression.nodes(under: node) {
      if case .macro(let macro) = expression.tree[inner].kind { names.subtract(macro.variables) }
    }
    return names
  }
}

import CEL
import SourceText
import YAML

extension RulebookCompiler {
  /// The rules in an order in which a rule comes after those whose terms it reads. Circles, and names
  /// that two rules give, are reported; the rules of a circle are left out.
  mutating func rulesInTermOrder() -> [RuleSource] {
    var owners: [String: Int] = [:]
    for (index, rule) in input.rules.enumerated() {
      for name in rule.termNames {
        if let owner = owners[name.text], owner != index {
          report(.nameTaken(name.text, at: name.range), in: rule.file)
        } else {
          owners[name.text] = index
        }
      }
    }
    refuseUnknownTerms(owners)
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
      report(.termCycle(cycle, at: rule.id.range), in: rule.file)
      for index in path[start...] { declareBrokenTerms(of: input.rules[index]) }
      return
    }
    state[index] = 1
    path.append(index)
    for name in Set(Self.termsRead(by: rule).map(\.name)).sorted() {
      if let owner = owners[name], owner != index {
        visitRule(owner, owners, &state, &path, &order)
      }
    }
    path.removeLast()
    state[index] = 2
    order.append(rule)
  }

  /// Declares the terms of a rule that has errors, so that what reads them is not told that they are
  /// unknown.
  mutating func declareBrokenTerms(of rule: RuleSource) {
    for name in rule.termNames {
      for day in ["due", "base"] where environment.variables["terms.\(name.text).\(day)"] == nil {
        declareBroken("terms.\(name.text).\(day)")
      }
    }
  }

  /// A place where a rule reads `terms.NAME.DAY`.
  private struct TermRead {
    var name: String
    var day: String
    var range: ByteRange
    var source: ExpressionSource
  }

  private static func termsRead(by rule: RuleSource) -> [TermRead] {
    rule.everyExpression.filter { $0.text.contains("terms.") }.flatMap { source -> [TermRead] in
      let tree = parse(source.text, options: ParserOptions()).tree
      return tree.nodes.compactMap { node in
        guard case .select(let term, let day, _) = node.kind,
          case .select(let root, let name, _) = tree[term].kind,
          case .identifier("terms", _) = tree[root].kind
        else { return nil }
        return TermRead(name: name, day: day, range: node.range, source: source)
      }
    }
  }

  /// Tells of terms that no rule names, and declares them so that it is told once.
  private mutating func refuseUnknownTerms(_ owners: [String: Int]) {
    let days = ["due", "base"]
    for rule in input.rules {
      var compiler = ExpressionCompiler(file: file(rule.file), nextSlot: nextSlot)
      for read in Self.termsRead(by: rule) {
        let name = "terms.\(read.name).\(read.day)"
        if owners[read.name] != nil, days.contains(read.day) { continue }
        let known = owners.keys.sorted().flatMap { owner in days.map { "terms.\(owner).\($0)" } }
        let isText = read.source.text == read.source.node.scalar?.text
        compiler.report(
          [.unknownTerm(name, known, at: read.range)], in: read.source, whole: !isText)
        if environment.variables[name] == nil { declareBroken(name) }
      }
      diagnostics += compiler.diagnostics.map {
        FileDiagnostic(file: rule.file, diagnostic: $0)
      }
    }
  }

  /// Sets slots aside for the days of all named deadlines: they outlast the rule that names them.
  mutating func reserveTermSlots() {
    for name in Set(input.rules.flatMap(\.termNames).map(\.text)).sorted() {
      termSlots[name] = (nextSlot, nextSlot + 1)
      nextSlot += 2
    }
  }

  /// Declares `terms.NAME.due` and `.base` for the rules that come after. Their slots are filled when
  /// the rule that names them has been evaluated.
  mutating func declareTerms(of rule: CompiledRule) {
    for name in Set(rule.source.termNames.map(\.text)).sorted() {
      guard let (due, base) = termSlots[name] else { continue }
      environment.declare("terms.\(name).due", .wrapper(.date), at: due)
      environment.declare("terms.\(name).base", .wrapper(.date), at: base)
      terms.append(TermSlots(name: name, rule: rule.id, due: due, base: base))
    }
  }
}

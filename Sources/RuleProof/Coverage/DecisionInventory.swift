internal import CEL
internal import CaseRecords
internal import Findings
internal import RuleCompiler
internal import SourceText
internal import YAML

/// A decision of a rule, a definition or a schema, and under which keys it is observed.
struct ListedDecision {
  /// The key of the expression in its file.
  var key: String
  var check: String?
  /// The name of a `let`.
  var name: String?
  var expression: ExpressionSource
  var decision: Decision
  /// The text of the expression.
  var source: String
  /// The texts of the nodes that have to be found in the file.
  var ranges: [[ByteRange]]
  var range: ByteRange
  /// Variables and definitions that it names.
  var names: [String]
  /// One for each version that reads the expression.
  var observed: [DecisionObserver.Key]

  func text() -> String { String(decoding: source.utf8[span(range)], as: UTF8.self) }

  private func span(_ range: ByteRange) -> Range<String.Index> {
    let bytes = source.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: Int(range.start))
    return start..<bytes.index(bytes.startIndex, offsetBy: Int(range.end))
  }
}

/// Lists the decisions of rules, definitions and schemas that were compiled to be observed.
struct DecisionInventory {
  private(set) var decisions: [ListedDecision] = []
  private var numbers: [Site: Int] = [:]

  /// A decision by its place: versions of a rule that share an expression have it compiled each for
  /// itself.
  private struct Site: Hashable {
    var start: UInt32
    var text: String
    var number: Int
  }

  /// The decisions of a rule, each once, in the order of its work: version, names, `applies`,
  /// `except`, checks.
  init(_ rule: CompiledRule) {
    for version in rule.versions { add(version) }
  }

  init(_ definition: CompiledDefinition) {
    add(definition.program, definition.source.expression, "is")
  }

  init(expected expression: ExpressionSource, _ program: Program) {
    add(program, expression, "expect")
  }

  private mutating func add(_ version: CompiledVersion) {
    let source = version.source
    for (expression, program) in zip(source.effective?.basis ?? [], version.basis) {
      add(program, expression, "effective")
    }
    for (name, program) in version.lets {
      guard let entry = source.lets.first(where: { $0.name.text == name }) else { continue }
      add(program, entry.expression, "let", name: name)
    }
    add(version.applies, source.applies, "applies")
    for exception in version.exceptions { add(exception.when, exception.source.when, "except") }
    for check in version.checks { add(check) }
  }

  private mutating func add(_ check: CompiledCheck) {
    let (source, id) = (check.source, check.id)
    for (expression, program) in zip(source.basis, check.basis) {
      add(program, expression, "basis", check: id)
    }
    add(check.when, source.when, "when", check: id)
    for (binding, compiled) in zip(source.each, check.bindings) {
      add(compiled.list, binding.list, "each", check: id)
    }
    add(check.whereCondition, source.whereCondition, "where", check: id)
    switch check.requirement {
    case .condition(let program): add(program, source.that, "that", check: id)
    case .deadline(let deadline): add(deadline, check: id)
    }
  }

  private mutating func add(_ deadline: CompiledDeadline, check id: String?) {
    let source = deadline.source
    add(deadline.from, source.from, "from", check: id)
    add(deadline.period, source.term.period, deadline.isWait ? "wait" : "within", check: id)
    add(deadline.act, source.act, "act", check: id)
    for stop in deadline.stops {
      add(stop.when, stop.source.when, "excluding", check: id)
      for (binding, compiled) in zip(stop.source.each, stop.bindings) {
        add(compiled.list, binding.list, "excluding", check: id)
      }
      add(stop.whereCondition, stop.source.whereCondition, "excluding", check: id)
      add(stop.from, stop.source.from, "excluding", check: id)
      add(stop.until, stop.source.until, "excluding", check: id)
    }
    for more in deadline.extensions {
      switch more.length {
      case .by(let program), .until(let program):
        add(program, more.source.length.expression, "extended_by", check: id)
      }
      add(more.approvedOn, more.source.approvedOn, "extended_by", check: id)
      add(more.whereCondition, more.source.whereCondition, "extended_by", check: id)
    }
  }

  private mutating func add(
    _ program: Program?, _ expression: ExpressionSource?, _ key: String, check: String? = nil,
    name: String? = nil
  ) {
    guard let program, let expression, let table = program.decisions else { return }
    let tree = program.checked.tree
    for (number, decision) in table.decisions.enumerated() {
      let site = Site(start: expression.range.start, text: expression.text, number: number)
      let observed = DecisionObserver.Key(table, number)
      if let listed = numbers[site] {
        decisions[listed].observed.append(observed)
        continue
      }
      numbers[site] = decisions.count
      decisions.append(
        ListedDecision(
          key: key, check: check, name: name, expression: expression, decision: decision,
          source: program.source,
          ranges: decision.conditions.map { $0.nodes.map { tree[$0].range } },
          range: tree[decision.root].range,
          names: program.checked.names(below: decision.root), observed: [observed]))
    }
  }
}

import CEL
import CaseRecords
import Findings
import RuleCompiler
import SourceText
import YAML

/// What rules and checks ask, as texts that are the same for what asks the same by its form.
enum RuleMeaning {
  static func text(of check: CheckSource) -> String {
    var parts = [canonical(check.when), canonical(check.whereCondition), canonical(check.that)]
    parts += check.each.map { "\($0.name.text) of \(canonical($0.list))" }
    parts.append("\(check.absent.map(\.rawValue) ?? "") \(check.basis.map(\.text))")
    parts.append("\(check.kind.map(\.rawValue) ?? "")")
    guard let deadline = check.deadline else { return parts.joined(separator: "; ") }
    parts += [canonical(deadline.from), canonical(deadline.term.period), canonical(deadline.act)]
    if case .wait = deadline.term { parts.append("wait") }
    parts += deadline.excluding.map { stop in
      let conditions = [stop.when, stop.whereCondition, stop.from, stop.until].map(canonical)
      return (conditions + stop.each.map { canonical($0.list) } + [stop.count.rawValue])
        .joined(separator: ", ")
    }
    parts += deadline.extendedBy.map {
      "\(canonical($0.length.expression)), \(canonical($0.approvedOn)), "
        + canonical($0.whereCondition)
    }
    parts.append("\(deadline.roll) \(deadline.lastDayCounts)")
    return parts.joined(separator: "; ")
  }

  /// Everything that decides the outcome of a rule but its days in force.
  static func text(of reading: RuleSource) -> String {
    let checks = reading.checks.map { text(of: $0) }.sorted()
    let lets = reading.lets.map { "\($0.name.text) = \(canonical($0.expression))" }
    return [canonical(reading.applies), canonical(reading.value)].joined(separator: " / ")
      + " / " + (lets + checks).joined(separator: " / ")
  }

  static func canonical(_ source: ExpressionSource?) -> String {
    guard let source else { return "" }
    let parsed = parse(source.text)
    guard parsed.isValid, parsed.tree.height < 200 else { return source.text }
    return CanonicalText(parsed.tree)(parsed.tree.root)
  }
}

/// Finds the expression of the pack that was made of a source.
struct ExpressionPlaces {
  private struct Key: Hashable {
    var file: String
    var start: UInt32
  }

  private let found: [Key: LintExpression]

  init(_ pack: LintPack) {
    found = Dictionary(
      pack.expressions.filter { $0.role != .placeholder }.map {
        (Key(file: $0.file.path, start: $0.node.range.start), $0)
      }, uniquingKeysWith: { first, _ in first })
  }

  subscript(source: ExpressionSource?, rule: LintRule) -> LintExpression? {
    source.flatMap { found[Key(file: rule.file.path, start: $0.range.start)] }
  }
}

extension LintPack {
  /// The field of the schema that a node reads.
  func field(_ node: NodeID, in expression: LintExpression) -> FieldSchema? {
    guard case .field(let type, let number)? = expression.checked?.references[node] else {
      return nil
    }
    for rulebook in loaded.rulebooks {
      if let field = rulebook.schema.field(number, of: type) { return field }
    }
    return nil
  }
}

import CEL
import CaseRecords
import Findings
import SourceText

/// Every small change to an expression, in the order of the text.
enum ExpressionMutants {
  private static let families: [@Sendable (ExpressionView) -> [ExpressionEdit]] = [
    OperatorMutants.edits, NegationMutants.edits, TermMutants.edits, BoundaryMutants.edits,
    UnitMutants.edits, WordMutants.edits, QuantifierMutants.edits, FactMutants.edits,
  ]

  /// Two changes that give one text are one.
  static func edits(of checked: CheckedExpression, schema: RecordSchema) -> [ExpressionEdit] {
    let view = ExpressionView(checked, schema: schema)
    var seen: Set<String> = [checked.tree.source]
    let all = families.flatMap { $0(view) }.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }
    return all.map(\.element).filter { seen.insert($0.applied(to: checked.tree.source)).inserted }
  }
}

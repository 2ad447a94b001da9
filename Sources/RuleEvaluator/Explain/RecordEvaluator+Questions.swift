package import CEL
package import CaseRecords
package import Findings
import RuleCompiler
import WorkCalendar

extension RecordEvaluator {
  /// A frame for the expressions of somebody who asks: it holds the record, and the days of every
  /// named deadline.
  package func questionFrame(for record: CaseRecord) -> Frame {
    var frame = frame(for: record)
    let context = context(for: record)
    for rule in rulebook.evaluationOrder.map({ rulebook.rules[$0] })
    where rulebook.termsByRule[rule.id] != nil {
      _ = evaluate(rule, in: context, &frame)
    }
    return frame
  }

  /// What an expression gave in a frame, personal data masked.
  package func masked(_ value: Value, of program: Program, in frame: Frame) -> Value {
    ExpressionTrace(schema: rulebook.schema).masked(
      value, of: program, frame, lazySlots: rulebook.environment.lazySlots)
  }

  /// Evaluates an expression and tells what it is made of, a value for each part.
  package func trace(_ program: Program, in frame: Frame) -> Explanation.Condition {
    ExpressionTrace(schema: rulebook.schema).condition(
      program, frame, lazySlots: rulebook.environment.lazySlots)
  }
}

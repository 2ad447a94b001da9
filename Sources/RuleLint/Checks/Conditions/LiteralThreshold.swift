import CEL
import SourceText

/// A sum or a term written as a number in an expression.
package enum LiteralThreshold: LintCheck {
  package static let note = LintNote(
    "literal-threshold", .conditions, .warning,
    summary: BilingualText(
      zh: "数额或期限写成了数字", en: "a sum or a term stands in a condition as a number"),
    explanation: BilingualText(
      zh: "数额和期限因地区、领域、时间而不同，也会修改；写成带依据的参数，用 `params.…` 读。",
      en:
        "Sums and terms differ by place, sector and time, and are amended. They are parameters, each "
        + "value with its source, and read as `params.…`."),
    breaking: "applies: case.sum >= «5000»", sound: "applies: case.sum >= params.threshold")

  private static let periods: Set<String> = ["workdays", "days", "months", "years", "hours"]
  private static let comparisons: Set<String> = [
    Operator.less, Operator.lessEquals, Operator.greater, Operator.greaterEquals, Operator.equals,
    Operator.notEquals,
  ]

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions where expression.rule != nil {
      guard let checked = expression.checked, expression.role != .placeholder else { continue }
      for node in expression.tree.nodes.indices {
        guard case .call(let name, nil, let arguments) = expression.tree[node].kind else {
          continue
        }
        let numbers: [NodeID]
        if periods.contains(name) {
          numbers = arguments
        } else if comparisons.contains(name),
          arguments.contains(where: { checked.types[$0].unwrapped == .money })
        {
          numbers = arguments
        } else {
          continue
        }
        for number in numbers where isAboveOne(number, expression) {
          report.add(
            expression, at: number,
            BilingualText(
              zh: "`\(expression.text(number))` 应是参数",
              en: "`\(expression.text(number))` should be a parameter"),
            help: BilingualText(
              zh: "写进 `parameters`，带上依据，用 `params.…` 读。",
              en: "Put it into `parameters` with its source, and read it as `params.…`."))
        }
      }
    }
  }

  private static func isAboveOne(_ node: NodeID, _ expression: LintExpression) -> Bool {
    switch expression.literal(node) {
    case .int(let value)?: value > 1
    case .uint(let value)?: value > 1
    case .double(let value)?: value > 1
    default: false
    }
  }
}

import CEL
import RuleCompiler
import SourceText
import WorkCalendar
import YAML

/// A term in the wrong sort of days.
package enum DayRule: LintCheck {
  package static let note = LintNote(
    "day-rule", .law, .warning,
    summary: BilingualText(
      zh: "工作日与自然日用反", en: "a term is in the wrong sort of days for the text that sets it"),
    explanation: BilingualText(
      zh:
        "登记表的 `working_days` 说明文件把哪些日数算作工作日。期限的日数与它所依据的（第一条）引用不合：应为 `workdays(…)` 而写了 `days(…)`，或者相反。",
      en:
        "The registry tells by `working_days` which terms of a text are in working days. The term "
        + "differs from what the text of its first citation says: `days(…)` where it should be "
        + "`workdays(…)`, or the other way round."),
    breaking: LintExample(
      in: "parameters/term.yaml",
      """
      term:
        label: { zh: 答复期限, en: Term to reply }
        type: period
        order: []
        values:
          - { value: «days(3)», source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }
      """),
    sound: LintExample(
      in: "parameters/term.yaml",
      """
      term:
        label: { zh: 答复期限, en: Term to reply }
        type: period
        order: []
        values:
          - { value: workdays(3), source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }
      """))

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let registry = LawRegistry(pack.loaded.source.instruments)
    let units = self.units(of: pack)
    for parameter in pack.loaded.source.parameters {
      for entry in parameter.entries {
        let period: Period?
        switch entry.value {
        case .period(let value): period = value
        case .integer(let count):
          period = units[parameter.name.text].flatMap { unit in
            Int32(exactly: count).map { Period(count: $0, unit: unit) }
          }
        default: period = nil
        }
        guard let period, let cited = entry.cites.first,
          let problem = problem(period, registry[cited.instrument.text])
        else { continue }
        report.add(pack.file(parameter.file), entry.valueNode.range, rule: nil, problem)
      }
    }
    let places = ExpressionPlaces(pack)
    for rule in pack.rules {
      for reading in rule.readings {
        for check in reading.checks {
          guard let cited = (check.cites.first ?? reading.cites.first),
            let expression = places[check.deadline?.term.period, rule],
            let period = literal(expression),
            let problem = problem(period, registry[cited.instrument.text])
          else { continue }
          report.add(expression, at: expression.tree.root, problem)
        }
      }
    }
  }

  private static func literal(_ expression: LintExpression) -> Period? {
    guard case .call(let name, nil, let arguments) = expression.tree[expression.tree.root].kind,
      let unit = Period.Unit(rawValue: name), arguments.count == 1,
      case .int(let count)? = expression.literal(arguments[0]), let count = Int32(exactly: count)
    else { return nil }
    return Period(count: count, unit: unit)
  }

  /// The unit in which rules read a parameter that is a number; none where they differ.
  private static func units(of pack: LintPack) -> [String: Period.Unit] {
    var found: [String: Set<Period.Unit>] = [:]
    for expression in pack.expressions {
      for node in expression.tree.nodes {
        guard case .call(let name, nil, let arguments) = node.kind,
          let unit = Period.Unit(rawValue: name), arguments.count == 1,
          case .select(let operand, let field, false) = expression.tree[arguments[0]].kind,
          case .identifier("params", _) = expression.tree[operand].kind
        else { continue }
        found[field, default: []].insert(unit)
      }
    }
    return found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private static func problem(_ period: Period, _ instrument: Instrument?) -> BilingualText? {
    guard let instrument, let rule = instrument.workingDays else { return nil }
    let isWorking = rule.contains(Int(period.count))
    switch period.unit {
    case .days where isWorking:
      return BilingualText(
        zh: "`\(instrument.id.text)` 把 \(period.count) 日算作工作日，这里是自然日",
        en:
          "`\(instrument.id.text)` counts a term of \(period.count) days in working days, and this "
          + "is in calendar days")
    case .workdays where !isWorking:
      return BilingualText(
        zh: "`\(instrument.id.text)` 不把 \(period.count) 日算作工作日，这里是工作日",
        en:
          "`\(instrument.id.text)` does not count a term of \(period.count) days in working days, "
          + "and this is")
    default: return nil
    }
  }
}

import CEL
import CaseRecords
import RuleCompiler
import SourceText
import WorkCalendar

/// The values at which a rule may turn: what its literals, its days in force and its parameters say.
struct RuleBoundaries {
  private(set) var days: [CivilDate] = []
  private(set) var numbers: [Int64] = []
  private(set) var amounts: [ExactDecimal] = []
  private(set) var words: [String] = []
  private(set) var periods: [Period] = []

  init(_ rule: RuleSource, _ expressions: CompiledExpressions, _ parameters: ParameterTable) {
    for effective in [rule.effective].compactMap(\.self) + rule.versions.map(\.effective) {
      for day in [effective.from, effective.until].compactMap(\.self) { add(day) }
    }
    let names = expressions.parameterNames
    for checked in expressions.all {
      for node in checked.tree.nodes {
        if case .literal(let literal) = node.kind { add(literal) }
        if case .call(let unit, nil, let arguments) = node.kind,
          let unit = Period.Unit(rawValue: unit), let argument = arguments.first,
          case .literal(.int(let count)) = checked.tree[argument].kind,
          let count = Int32(exactly: count)
        {
          periods.append(Period(count: count, unit: unit))
        }
      }
    }
    for parameter in parameters.parameters where names.contains(parameter.name.text) {
      for entry in parameter.entries { add(entry.value) }
    }
    // The compiled expressions come in no order of their own.
    days.sort()
    numbers.sort()
    amounts.sort()
    words.sort()
  }

  private mutating func add(_ day: CivilDate) { if !days.contains(day) { days.append(day) } }

  private mutating func add(_ literal: Literal) {
    switch literal {
    case .int(let number):
      if !numbers.contains(number) { numbers.append(number) }
      add(ExactDecimal(number))
    case .string(let text):
      if let day = CivilDate(text) {
        add(day)
      } else if let amount = ExactDecimal(text) {
        add(amount)
      }
      if !words.contains(text) { words.append(text) }
    default: break
    }
  }

  private mutating func add(_ amount: ExactDecimal) {
    if !amounts.contains(amount) { amounts.append(amount) }
  }

  private mutating func add(_ value: ParameterValue) {
    switch value {
    case .integer(let number): add(.int(number))
    case .money(let amount), .decimal(let amount): add(amount)
    case .date(let day): add(day)
    case .text(let text): if !words.contains(text) { words.append(text) }
    case .period(let period): if !periods.contains(period) { periods.append(period) }
    case .list(let values), .record(let values): for value in values { add(value) }
    case .null, .boolean: break
    }
  }
}

import CEL
import RuleCompiler

/// The compiled expressions of a rule by their text: what tells types and names apart in them.
///
/// One text may stand at two places and mean two things there; a mutant that fits only one of them
/// does not compile at the other.
struct CompiledExpressions {
  private var byText: [String: CheckedExpression] = [:]

  init(_ rule: CompiledRule) {
    for version in rule.versions {
      add(version.basis)
      add(version.lets.map(\.program))
      add([version.applies].compactMap(\.self) + version.exceptions.map(\.when))
      for check in version.checks { add(check) }
    }
  }

  subscript(text: String) -> CheckedExpression? { byText[text] }

  var all: some Sequence<CheckedExpression> { byText.values }

  /// The names of the parameters that they read.
  var parameterNames: Set<String> {
    var names: Set<String> = []
    for checked in all {
      for case .variable(let variable) in checked.references.values
      where variable.name.hasPrefix("params.") {
        names.insert(String(variable.name.dropFirst("params.".count)))
      }
    }
    return names
  }

  private mutating func add(_ check: CompiledCheck) {
    add(check.basis)
    add([check.when, check.whereCondition].compactMap(\.self) + check.bindings.map(\.list))
    switch check.requirement {
    case .condition(let program): add([program])
    case .deadline(let deadline):
      add([deadline.from, deadline.period, deadline.act])
      for stop in deadline.stops {
        add([stop.when, stop.whereCondition, stop.from, stop.until].compactMap(\.self))
        add(stop.bindings.map(\.list))
      }
      for more in deadline.extensions {
        switch more.length {
        case .by(let program), .until(let program): add([program])
        }
        add([more.approvedOn, more.whereCondition].compactMap(\.self))
      }
    }
  }

  private mutating func add(_ programs: [Program]) {
    for program in programs { byText[program.source] = program.checked }
  }
}

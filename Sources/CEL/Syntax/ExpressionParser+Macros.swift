internal import SourceText

/// How a comprehension macro is written.
struct MacroForm {
  var kind: Macro.Kind
  /// Numbers of arguments with one variable, and with two; both include variables.
  var single: [Int]
  var double: [Int]

  /// The comprehensions of the language and of its list extension, their two-variable forms, and both spellings of
  /// `existsOne`.
  static let named: [String: MacroForm] = [
    "all": MacroForm(kind: .all, single: [2], double: [3]),
    "exists": MacroForm(kind: .exists, single: [2], double: [3]),
    "exists_one": MacroForm(kind: .existsOne, single: [2], double: [3]),
    "existsOne": MacroForm(kind: .existsOne, single: [2], double: [3]),
    "map": MacroForm(kind: .map, single: [2, 3], double: []),
    "filter": MacroForm(kind: .filter, single: [2], double: []),
    "transformList": MacroForm(kind: .transformList, single: [], double: [3, 4]),
    "transformMap": MacroForm(kind: .transformMap, single: [], double: [3, 4]),
    "transformMapEntry": MacroForm(kind: .transformMapEntry, single: [], double: [3, 4]),
    "sortBy": MacroForm(kind: .sortBy, single: [2], double: []),
    "optMap": MacroForm(kind: .optMap, single: [2], double: []),
    "optFlatMap": MacroForm(kind: .optFlatMap, single: [2], double: []),
  ]
}

extension ExpressionParser {
  /// Makes `has(…)` of the arguments already read.
  ///
  /// `has(e.f)` as the language has it; `has(name)` is our extension for sections and lists. A
  /// selection is the last node that was added, and gives way to the presence test.
  mutating func presence(
    _ arguments: [Argument], from start: Int, to end: Int, focus: ByteRange
  ) -> Operand {
    guard arguments.count == 1, case .operand(let argument) = arguments[0] else {
      report(
        .macroArguments("has", expected: [1], found: arguments.count, at: focus))
      return invalid(start, end)
    }
    let node = nodes[argument.node]
    switch node.kind {
    case .select(let operand, let field, false):
      if argument.node == nodes.count - 1 { dropNodes(to: argument.node) }
      return add(
        .presence(operand: operand, field: field), from: start, to: end, focus: node.focus,
        over: [operand])
    case .identifier:
      return add(
        .presence(operand: argument.node, field: nil), from: start, to: end, focus: node.focus,
        over: [argument.node])
    default:
      if !isInvalid(argument) {
        report(.presenceArgument(text(argument), at: ByteRange(argument.start, argument.end)))
      }
      return invalid(start, end)
    }
  }

  /// Reads `cel.bind(name, value, body)` from its bracket on. The node of `cel` gives way.
  mutating func parseBind(_ token: Token, on target: Operand) -> Operand {
    dropNodes(to: target.node)
    let (arguments, end) = parseArguments(names: 1)
    guard arguments.count == 3 else {
      report(
        .macroArguments("cel.bind", expected: [3], found: arguments.count, at: token.range))
      return invalid(target.start, end)
    }
    guard let variables = variables(arguments.prefix(1), of: "cel.bind") else {
      return invalid(target.start, end)
    }
    let value = node(of: arguments[1])
    let body = node(of: arguments[2])
    let macro = Macro(
      kind: .bind, target: value, variables: variables.map(\.name),
      variableRanges: variables.map(\.range), filter: nil, body: body)
    return add(
      .macro(macro), from: target.start, to: end, focus: token.range, over: [value, body])
  }

  /// Reads a comprehension from its bracket on.
  mutating func parseMacro(
    _ form: MacroForm, _ name: String, _ token: Token, on target: Operand
  ) -> Operand {
    let (arguments, end) = parseArguments(names: 2)
    let count = arguments.count
    guard form.single.contains(count) || form.double.contains(count) else {
      report(
        .macroArguments(
          name, expected: form.single + form.double, found: count, at: token.range))
      return invalid(target.start, end)
    }
    let variableCount = form.single.contains(count) ? 1 : 2
    guard let variables = variables(arguments.prefix(variableCount), of: name) else {
      return invalid(target.start, end)
    }
    let rest = arguments.dropFirst(variableCount).map { node(of: $0) }
    let body = rest[rest.count - 1]
    let filter = rest.count == 2 ? rest[0] : nil
    let macro = Macro(
      kind: form.kind, target: target.node, variables: variables.map(\.name),
      variableRanges: variables.map(\.range), filter: filter, body: body)
    return add(
      .macro(macro), from: target.start, to: end, focus: token.range,
      over: [target.node] + rest)
  }

  /// The names that a macro binds, or `nil` when one is no simple name or stands twice.
  private mutating func variables(
    _ arguments: ArraySlice<Argument>, of macro: String
  ) -> [(name: String, range: ByteRange)]? {
    var found: [(name: String, range: ByteRange)] = []
    for argument in arguments {
      switch argument {
      case .name(let name, let range):
        if found.contains(where: { $0.name == name }) {
          report(.repeatedVariable(name, at: range))
          return nil
        }
        found.append((name, range))
      case .operand(let operand):
        if !isInvalid(operand) {
          report(
            .macroVariable(
              text(operand), of: macro, at: ByteRange(operand.start, operand.end)))
        }
        return nil
      }
    }
    return found
  }
}

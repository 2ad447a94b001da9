internal import CEL
internal import RuleCompiler

/// What the names of `let` and of definitions stand for.
struct NamedExpressions {
  private var texts: [String: String] = [:]
  private var names: [String: [String]] = [:]

  /// Those that every rule of a record kind may name.
  init(_ rulebooks: [Rulebook]) {
    for definition in rulebooks.flatMap(\.definitions) {
      add(definition.source.name.text, definition.program)
    }
  }

  /// These, and those that a rule gives itself, in its latest version.
  func adding(_ rule: CompiledRule) -> NamedExpressions {
    var all = self
    for (name, program) in rule.versions.flatMap(\.lets) { all.add(name, program) }
    return all
  }

  private mutating func add(_ name: String, _ program: Program) {
    texts[name] = program.source
    let tree = program.checked.tree
    names[name] = program.checked.names(below: tree.root)
  }

  /// What names stand for, and the names in that too, each once and in the order that they are met.
  func meanings(of wanted: [String]) -> [(name: String, text: String)] {
    var found: [(name: String, text: String)] = []
    var open = wanted[...]
    var seen: Set<String> = []
    while let name = open.popFirst() {
      guard seen.insert(name).inserted, let text = texts[name] else { continue }
      found.append((name, text))
      open += names[name] ?? []
    }
    return found
  }
}

extension CheckedExpression {
  /// The variables and definitions that the nodes below one name, in no order that matters to a
  /// reader but always the same.
  func names(below root: NodeID) -> [String] {
    var names: [String] = []
    var stack = [root]
    while let node = stack.popLast() {
      switch references[node] {
      case .variable(let variable): names.append(variable.name)
      case .inline(let inline): names.append(inline.name)
      default: break
      }
      stack.append(contentsOf: tree[node].kind.children.reversed())
    }
    return names
  }
}

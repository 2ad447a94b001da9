import CEL
import CaseRecords
import Findings
import RuleCompiler
import SourceText

/// A message that shows other facts than its check reads.
package enum MessageOfOtherFact: LintCheck {
  package static let note = LintNote(
    "message-of-other-fact", .texts, .warning,
    summary: BilingualText(
      zh: "文字写出的不是检查所看的事实", en: "a message shows none of the facts that its check reads"),
    explanation: BilingualText(
      zh: "文字里的占位符都不是这项检查用到的事实，评查员看到的值与问题无关。请写出检查所看的事实。",
      en:
        "No placeholder of the message is a fact that the check uses: the value that a reviewer sees "
        + "has nothing to do with what is wrong. Print what the check looks at."),
    breaking: """
      require:
        - { that: case.sum >= params.threshold }
      message: «{ zh: "{case.day|不明}测试，数额不够。", en: "Tested on {case.day|an unknown day}; the sum is too small." }»
      """,
    sound: """
      require:
        - { that: case.sum >= params.threshold }
      message: { zh: "数额{case.sum}不够。", en: "The sum of {case.sum} is too small." }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let places = ExpressionPlaces(pack)
    var definitions: [String: String] = [:]
    for kind in pack.loaded.source.kinds {
      for definition in kind.definitions {
        definitions[definition.name.text] = definition.expression.text
      }
    }
    for rule in pack.rules {
      for reading in rule.readings {
        var meanings = definitions
        for entry in reading.lets { meanings[entry.name.text] = entry.expression.text }
        for check in reading.checks where check.deadline == nil {
          guard let message = check.message ?? reading.message,
            !message.zh.placeholders.isEmpty, MessageWithoutFact.compares(check, rule, places)
          else { continue }
          let read = names(
            in: [check.when, check.whereCondition, check.that].compactMap { $0?.text }
              + check.each.map(\.list.text) + check.basis.map(\.text), meanings)
          let shown = message.zh.placeholders.map { names(in: [$0.expression], meanings) }
          guard !shown.contains(where: { !$0.isDisjoint(with: read) || isNear($0, read) }) else {
            continue
          }
          report.add(
            rule.file, message.range, rule: rule.id,
            BilingualText(
              zh: "文字写出的值，检查都不看", en: "the message shows nothing that the check reads"))
        }
      }
    }
  }

  /// True where one of the names stands inside one of the others: `officers` and `officers.name`.
  private static func isNear(_ some: Set<String>, _ others: Set<String>) -> Bool {
    some.contains { one in
      others.contains { $0.hasPrefix(one + ".") || one.hasPrefix($0 + ".") }
    }
  }

  /// The names that expressions mention, those of `let` and of definitions with what they stand for.
  private static func names(in texts: [String], _ meanings: [String: String]) -> Set<String> {
    var (found, waiting): (Set<String>, [String]) = ([], texts)
    while let text = waiting.popLast() {
      for name in names(in: text) where found.insert(name).inserted {
        if let meaning = meanings[name] { waiting.append(meaning) }
      }
    }
    return found
  }

  /// The dotted names of an expression, literals left out; of `size(officers)` only what is inside.
  private static func names(in text: String) -> [String] {
    let tree = parse(text, options: ParserOptions()).tree
    let found = tree.nodes.indices.compactMap { node -> String? in
      switch tree.nodes[node].kind {
      case .identifier(let name, _): name
      case .select: path(of: node, in: tree)
      case .call(let name, _, _): name.first?.isLetter == true ? name : nil
      default: nil
      }
    }
    // Of `case.filed_on` the section alone is no name.
    return found.filter { name in !found.contains { $0.hasPrefix(name + ".") } }
  }

  private static func path(of node: Int, in tree: SyntaxTree) -> String? {
    switch tree.nodes[node].kind {
    case .identifier(let name, _): return name
    case .select(let operand, let field, _):
      return path(of: operand, in: tree).map { "\($0).\(field)" }
    case .index(let operand, _, _): return path(of: operand, in: tree)
    default: return nil
    }
  }
}

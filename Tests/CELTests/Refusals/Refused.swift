import SourceText
import TestSupport
import Testing
import YAML

@testable import CEL

/// An expression in a YAML file that is wrong somewhere, and what is said of it.
struct Refused: Sendable, CustomTestStringConvertible {
  /// How the expression stands in the file.
  enum Carrier: CaseIterable { case block, doubleQuoted, singleQuoted }

  /// The expression, with `«…»` around the place.
  var expression: String
  var code: String

  init(_ expression: String, _ code: String) {
    self.expression = expression
    self.code = code
  }

  var testDescription: String { expression }

  /// The file with the place marked: 汉字 stand before it, in the file and in the expression.
  func file(_ carrier: Carrier) -> String {
    var whole = expression
    if code.hasPrefix("cel-") {
      whole = "case.text != \"处罚\" && dyn(\(expression))"
    } else if !expression.hasPrefix("«") {
      whole = "case.text != \"处罚\" && \(expression)"
    }
    switch carrier {
    case .block: return "说明: 本规则纯属虚构\nthat: |-\n  \(whole)\n"
    case .singleQuoted:
      return "{ 说明: 处罚决定书, that: '\(Self.replace(whole, ["'": "''"]))' }\n"
    case .doubleQuoted:
      // Escapes that are longer than what they stand for, before and within the place.
      let escaped = Self.replace(whole, ["\"": "\\\"", "\\": "\\\\", "处": "\\u5904", "\t": "\\t"])
      return "{ 说明: 处罚决定书, that: \"\(escaped)\" }\n"
    }
  }

  private static func replace(_ text: String, _ words: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.map { words[$0] ?? String($0) }.joined()
  }

  static let environment: Environment = {
    var environment = MadeUpRecord().environment
    environment.declare("params.workdays", .int)
    environment.declare("params.thresholds.fine", .wrapper(.money))
    environment.declare(
      inline: Environment.Inline(
        name: "licensed",
        parameters: [.init(name: "name", type: .string, slot: 0)], result: .bool,
        evaluator: { _ in .bool(true) }, tracedEvaluator: { _ in .bool(true) }))
    return environment
  }()

  /// What is said of the expression, at its places in the file.
  func diagnostics(_ carrier: Carrier) -> [Diagnostic] {
    let source = MarkedText(file(carrier))
    guard let node = readYAML(source.bytes).root?["that"], let scalar = node.scalar,
      let map = ScalarSourceMap(node, source: source.bytes), map.isExact
    else {
      Issue.record("no expression to read in \(source.text)")
      return []
    }
    let found = Program.compile(scalar.text, in: Self.environment, expecting: .bool).diagnostics
    return found.map { found in
      var diagnostic = found
      diagnostic.range = map.range(of: found.range)
      return diagnostic
    }
  }

  static let all = syntax + check
}

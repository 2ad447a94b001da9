import CaseRecords
import Findings
import RuleCompiler
import WorkCalendar
import YAML

/// Writes values of a rule file in YAML's flow style, on one line, as examples are written.
enum FlowText {
  static func of(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar): return of(scalar)
    case .sequence(let nodes):
      return nodes.isEmpty ? "[]" : "[" + nodes.map(of).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      if pairs.isEmpty { return "{}" }
      return "{ "
        + pairs.map { "\(key($0.key.text)): \(of($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  /// A key, or a path that stands as one.
  static func key(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  private static func of(_ scalar: Scalar) -> String {
    switch scalar.style {
    case .plain where isPlain(scalar.text) || scalar.isNull:
      return scalar.text.isEmpty ? "null" : scalar.text
    default: return quoted(scalar.text)
    }
  }

  private static func quoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }

  /// True for a text that reads as itself without quotes inside `{ }` and `[ ]`.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, first != 0x20, last != 0x20,
      last != UInt8(ascii: ":"),
      !"-?:,[]{}#&*!|>'\"%@`".utf8.contains(first)
        || first == UInt8(ascii: "-") && text.utf8.dropFirst().first.map(isDigit) ?? false
    else { return false }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 || ",[]{}".utf8.contains(byte) { return false }
      if previous == UInt8(ascii: ":"), byte == 0x20 { return false }
      if previous == 0x20, byte == UInt8(ascii: "#") { return false }
      previous = byte
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}

extension ExampleSource {
  /// The example as a line of a rule's `examples:`.
  var flowText: String {
    var parts = ["base: \(base.text)", "outcome: \(outcome.rawValue)"]
    if checks.count == 1 { parts.append("check: \(FlowText.key(checks[0].text))") }
    if checks.count > 1 {
      parts.append("check: [" + checks.map { FlowText.key($0.text) }.joined(separator: ", ") + "]")
    }
    if !with.isEmpty {
      let settings = with.map { "\(FlowText.key("\($0.path)")): \(FlowText.of($0.value))" }
      parts.append("with: { \(settings.joined(separator: ", ")) }")
    }
    for (key, mentions) in [
      ("without", without), ("unrecorded", unrecorded), ("complete", complete),
    ] where !mentions.isEmpty {
      let paths = mentions.map { FlowText.key("\($0.path)") }
      parts.append("\(key): [" + paths.joined(separator: ", ") + "]")
    }
    if let completeness { parts.append("completeness: \(FlowText.of(completeness))") }
    if let asOf { parts.append("as_of: \(asOf)") }
    return "- { " + parts.joined(separator: ", ") + " }"
  }
}

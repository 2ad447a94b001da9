import CEL
import Findings
import RuleCompiler
import SourceText
import WorkCalendar
import YAML

extension RuleVector {
  /// Returns what differs from what the vector expects; empty where nothing does.
  func differences() -> [String] {
    let unknown = unknownKeys
    if !unknown.isEmpty { return ["keys that nobody knows: \(unknown)"] }
    let expect = node["expect"]
    let refusal = expect?["load_error"]?.scalar?.bool ?? false
    do {
      let result = try run()
      if refusal { return ["expected to be refused, got \(result.outcome.rawValue)"] }
      return compare(expect, result)
    } catch {
      if case .refused = error, refusal { return [] }
      return ["\(error)"]
    }
  }

  private func compare(_ expect: Node?, _ result: RuleResult) -> [String] {
    guard let outcome = expect?["outcome"]?.scalar?.text else { return ["expects nothing"] }
    var problems: [String] = []
    if result.outcome.rawValue != outcome {
      let findings = result.findings.map {
        "\($0.check ?? "-") \($0.elements) \($0.outcome.rawValue): \($0.message.en)"
      }
      problems.append(
        "outcome \(result.outcome.rawValue), expected \(outcome); missing \(result.missing); "
          + "\(result.reason?.en ?? "") \(findings)")
    }
    if let missing = expect?["missing"]?.sequence {
      let wanted = Set(missing.compactMap { $0.scalar?.text })
      if wanted != Set(result.missing) {
        problems.append("missing \(result.missing), expected \(wanted.sorted())")
      }
    }
    if let findings = expect?["findings"]?.sequence { problems += compare(findings, result) }
    return problems
  }

  private func compare(_ expected: [Node], _ result: RuleResult) -> [String] {
    var problems: [String] = []
    // An element that stands for the rest of an open list is not counted.
    var actual = result.findings.filter { !($0.elements.last?.hasSuffix("[]") ?? false) }
    for finding in expected {
      let outcome = finding["outcome"]?.scalar?.text ?? ""
      let check = finding["check"]?.scalar?.text
      let elements =
        finding["element"]?.scalar.map { [$0.text] }
        ?? finding["element"]?.sequence?.compactMap { $0.scalar?.text }
      if outcome == "satisfied" || outcome == "not-applicable" {
        if actual.contains(where: {
          $0.check == check && (elements == nil || $0.elements == elements)
        }) {
          problems.append("\(check ?? "-") is not \(outcome)")
        }
        continue
      }
      guard
        let index = actual.firstIndex(where: {
          (check == nil || $0.check == check) && (elements == nil || $0.elements == elements)
            && $0.outcome.rawValue == outcome
        })
      else {
        problems.append("no finding \(check ?? "-") \(elements ?? []) \(outcome)")
        continue
      }
      problems += compare(finding, actual.remove(at: index))
    }
    problems += actual.map {
      "unexpected finding \($0.check ?? "-") \($0.elements) \($0.outcome.rawValue)"
    }
    return problems
  }

  private func compare(_ expected: Node, _ actual: Finding) -> [String] {
    var problems: [String] = []
    func compare(_ key: String, _ got: String?) {
      guard let wanted = expected[key]?.scalar?.text, wanted != got else { return }
      problems.append("\(key) \(got ?? "none"), expected \(wanted)")
    }
    compare("kind", actual.kind.rawValue)
    compare("days_late", actual.computed.daysLate.map { "\($0)" })
    if let due = expected["due"]?.scalar?.text {
      let got = actual.computed.dueAt ?? actual.computed.due?.description ?? "none"
      if got != due, !Self.isSameMoment(got, due) { problems.append("due \(got), expected \(due)") }
    }
    for language in Language.allCases {
      guard let wanted = expected["message"]?[language.rawValue]?.scalar?.text else { continue }
      let got = actual.message[language]
      if wanted != got { problems.append("message `\(got)`, expected `\(wanted)`") }
    }
    for lacking in expected["message_lacks"]?.sequence ?? [] {
      guard let text = lacking.scalar?.text else { continue }
      if actual.message.zh.contains(text) || actual.message.en.contains(text) {
        problems.append("message holds `\(text)`")
      }
    }
    return problems
  }

  private static func isSameMoment(_ a: String, _ b: String) -> Bool {
    guard let x = try? Timestamp(parsing: a), let y = try? Timestamp(parsing: b) else {
      return false
    }
    return x == y
  }
}

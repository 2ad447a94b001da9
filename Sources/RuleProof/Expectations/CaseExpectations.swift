internal import CaseRecords
package import Findings
package import SourceText
package import WorkCalendar
internal import YAML

/// What the review of a case folder must say: its `expected.yaml`.
///
/// ```yaml
/// as_of: 2024-12-31
/// about: { zh: …, en: … }
/// attachments: [attachment-altered]     # codes of diagnostics of a record that can be read
/// rules: { penalty.service.decision-in-seven-days: violated }
/// ```
/// A rule that is not listed is satisfied or not applicable. A record that cannot be read says
/// `unreadable: [code]` in place of `rules`.
package struct CaseExpectations: Sendable {
  /// The name of the file beside `case.yaml`.
  package static let fileName = "expected.yaml"

  /// The keys that there are; `SourceForm.expectations` says what stands behind each.
  enum Key: String, CaseIterable {
    case asOf = "as_of"
    case about, attachments, unreadable, rules
  }

  /// The path of the file in a case folder.
  package static func path(in folder: String) -> String {
    folder == "." ? fileName : "\(folder)/\(fileName)"
  }

  package var asOf: CivilDate?
  /// What the case shows, for the reader; `nil` where the file does not say it in both languages.
  package var about: BilingualText?
  /// Codes of diagnostics, sorted.
  package var attachments: [String] = []
  /// Codes of the diagnostics that make the record unreadable, sorted; `nil` for one that is read.
  package var unreadable: [String]?
  package var rules: [String: Outcome] = [:]
  /// Where each rule is listed.
  package var places: [String: ByteRange] = [:]

  /// Reads the file; all that is wrong with it is told in one pass.
  package static func read(_ file: SourceFile) -> (Self?, [Diagnostic]) {
    let (root, problems) = readYAML(file.bytes)
    guard let root, problems.isEmpty else { return (nil, problems) }
    var expectations = CaseExpectations()
    var diagnostics: [Diagnostic] = []
    guard let pairs = root.mapping else {
      return (nil, [.notExpectations(at: root.range)])
    }
    for pair in pairs {
      switch Key(rawValue: pair.key.text) {
      case .about:
        expectations.about = about(pair.value)
        for part in pair.value.mapping ?? [] where Language(rawValue: part.key.text) == nil {
          diagnostics.append(.unknownExpectation(part.key.text, at: part.keyRange))
        }
      case .asOf:
        expectations.asOf = pair.value.scalar.flatMap { CivilDate($0.text) }
        if expectations.asOf == nil { diagnostics.append(.badDay(at: pair.value.range)) }
      case .attachments: expectations.attachments = codes(pair.value)
      case .unreadable: expectations.unreadable = codes(pair.value)
      case .rules:
        for rule in pair.value.mapping ?? [] {
          guard let text = rule.value.scalar?.text, let outcome = Outcome(rawValue: text) else {
            diagnostics.append(.badOutcome(at: rule.value.range))
            continue
          }
          expectations.rules[rule.key.text] = outcome
          expectations.places[rule.key.text] = rule.keyRange
        }
      case nil: diagnostics.append(.unknownExpectation(pair.key.text, at: pair.keyRange))
      }
    }
    return (diagnostics.isEmpty ? expectations : nil, diagnostics)
  }

  private static func about(_ node: Node) -> BilingualText? {
    guard let zh = node["zh"]?.scalar, let en = node["en"]?.scalar else { return nil }
    return BilingualText(zh: zh.text, en: en.text)
  }

  private static func codes(_ node: Node) -> [String] {
    (node.sequence ?? [node]).compactMap(\.scalar?.text).sorted()
  }

  /// Returns how a review differs: what is listed first, then what is not, each by rule id.
  package func differences(from review: CaseReview) -> [Difference] {
    var differences: [Difference] = []
    let codes = review.diagnostics.map(\.diagnostic.code).sorted()
    let expectedCodes = unreadable ?? attachments
    if codes != expectedCodes {
      differences.append(.diagnostics(expected: expectedCodes, actual: codes))
    }
    if review.isUnreadable != (unreadable != nil) {
      differences.append(.readability(isUnreadable: review.isUnreadable))
      return differences
    }
    let outcomes = Dictionary(
      review.results.map { ($0.rule, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    for (rule, expected) in rules.sorted(by: { $0.key < $1.key }) where outcomes[rule] != expected {
      differences.append(.outcome(rule: rule, expected: expected, actual: outcomes[rule]))
    }
    for result in review.results where rules[result.rule] == nil {
      switch result.outcome {
      case .satisfied, .notApplicable: break
      default:
        differences.append(.outcome(rule: result.rule, expected: nil, actual: result.outcome))
      }
    }
    return differences
  }

  /// One thing that a review says and should not, or the other way round.
  package enum Difference: Hashable, Sendable {
    /// `expected` is `nil` for a rule that is not listed, `actual` for one that there is not.
    case outcome(rule: String, expected: Outcome?, actual: Outcome?)
    case diagnostics(expected: [String], actual: [String])
    case readability(isUnreadable: Bool)

    package var text: BilingualText {
      switch self {
      case .outcome(let rule, let expected, let actual):
        let (wanted, got) = (expected?.rawValue, actual?.rawValue)
        return BilingualText(
          zh: "\(rule)：应为 \(wanted ?? "satisfied 或 not-applicable")，实为 \(got ?? "没有这条规则")",
          en: "\(rule): expected \(wanted ?? "satisfied or not-applicable"), "
            + "got \(got ?? "no such rule")")
      case .diagnostics(let expected, let actual):
        let (wanted, got) = (expected.joined(separator: ", "), actual.joined(separator: ", "))
        return BilingualText(
          zh: "记录和附件的问题：应为 [\(wanted)]，实为 [\(got)]",
          en:
            "what is wrong with the record and its attachments: expected [\(wanted)], got [\(got)]")
      case .readability(let isUnreadable):
        return isUnreadable
          ? BilingualText(zh: "记录无法读取", en: "the record cannot be read")
          : BilingualText(zh: "记录可以读取，应为无法读取", en: "the record can be read and should not be")
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func notExpectations(at range: ByteRange) -> Self {
    Self(
      code: "not-a-mapping",
      message: BilingualText(
        zh: "应当写 `as_of:` 和 `rules:`", en: "it should say `as_of:` and `rules:`"),
      range: range)
  }

  fileprivate static func badDay(at range: ByteRange) -> Self {
    Self(
      code: "bad-date", message: BilingualText(zh: "这不是日期", en: "this is no date"),
      range: range,
      help: BilingualText(zh: "日期写作 `2024-12-31`。", en: "Write it as `2024-12-31`."))
  }

  fileprivate static func badOutcome(at range: ByteRange) -> Self {
    let known = Outcome.allCases.map { "`\($0.rawValue)`" }
    return Self(
      code: "unknown-outcome",
      message: BilingualText(zh: "这不是结论", en: "this is no outcome"), range: range,
      help: BilingualText(
        zh: "结论有\(known.joined(separator: "、"))。",
        en: "There are \(known.joined(separator: ", "))."))
  }

  fileprivate static func unknownExpectation(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "unknown-field",
      message: BilingualText(
        zh: "`expected.yaml` 没有 `\(key)` 这一项", en: "`expected.yaml` has no key `\(key)`"),
      range: range)
  }
}

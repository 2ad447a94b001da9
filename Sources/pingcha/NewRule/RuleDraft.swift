import CaseRecords
import Findings
import RuleCompiler
import RuleProof
import SourceText
import WorkCalendar

/// What a new rule begins with, and the file that it makes.
///
/// The file loads as it is: what the author has to fill in stands there as something that compiles,
/// or as a comment.
struct RuleDraft {
  /// A provision: `apl-2021:第六十条`.
  struct Cite: Hashable {
    var instrument: String
    var article: String
  }

  var id: RuleName
  var title: BilingualText
  var cites: [Cite]
  var severity: RuleSeverity
  var kind: RuleKind
  /// The date of the record that chooses the version.
  var basis: String
  var from: CivilDate
  /// True for the form with a term.
  var isDeadline: Bool
  /// The record that its example starts from; `nil` where the kind has none.
  var base: String?

  /// The text of the file.
  ///
  /// - Parameter outcome: What the rule comes to for the base record.
  func text(outcome: Outcome) -> String {
    var lines = [
      "id: \(id)",
      "title: { zh: \(Self.quoted(title.zh)), en: \(Self.quoted(title.en)) }",
      "cites:  # add `says:` with the few words of the law that carry the rule",
    ]
    lines += cites.map {
      "  - { instrument: \($0.instrument), article: \(Self.quoted($0.article)) }"
    }
    lines += [
      "effective: { basis: \(basis), from: \(from) }",
      "severity: \(severity.rawValue)",
      "kind: \(kind.rawValue)",
      "# applies: …  # when the rule bites, as a CEL expression; without it, to every case",
    ]
    lines += requirement
    if kind != .indicator { lines += words }
    lines.append("# reading: …  # a choice that the words of the law leave open, and whose it is")
    if let base {
      lines += [
        "examples:  # each outcome at least once, by the shortest patch that shows it",
        "  - { base: \(base), outcome: \(outcome.rawValue) }",
        "  # - { base: \(base), outcome: violated, with: { \(basis): … }, note: … }",
        "  # - { base: \(base), outcome: undetermined, unrecorded: [\(basis)] }",
        "  # - { base: \(base), outcome: not-applicable, with: { … } }",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var requirement: [String] {
    if kind == .indicator {
      return ["value: size(documents)  # the figure, as a CEL expression"]
    }
    if isDeadline {
      return [
        "deadline:",
        "  from: \(basis)  # the event; its day is not counted",
        "  within: days(1)  # workdays, days, months, years or hours; or a parameter, params.NAME",
        "  act: \(basis)  # the act that has to be in time",
      ]
    }
    return [
      "require:",
      "  - id: done",
      "    that: has(\(basis))  # the requirement, as a CEL expression",
    ]
  }

  private var words: [String] {
    isDeadline
      ? [
        "message: { zh: \"应于{due}前完成，{act|未完成}。\", en: \"Due by {due}; done on: {act|not done}.\" }",
        "remedy: { zh: 说明迟延原因。, en: Explain the delay. }",
      ]
      : [
        "message: { zh: 不符合本规则的要求。, en: The requirement is not met. }",
        "remedy: { zh: 补正。, en: Put it right. }",
      ]
  }

  /// A text in double quotes, as YAML reads it back.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{0}"..<" ", "\u{7F}": quoted += "\u{FFFD}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension RuleDraft.Cite {
  /// Reads `INSTRUMENT:ARTICLE`; `nil` where either is missing.
  init?(_ text: String) {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    instrument = String(text[..<colon])
    article = String(text[text.index(after: colon)...])
    if instrument.isEmpty || article.isEmpty { return nil }
  }
}

/// The three parts of a rule's id.
struct RuleName: Hashable, CustomStringConvertible {
  var kind: String
  var family: String
  var slug: String

  /// Reads `kind.family.slug`; `nil` for what is none.
  init?(_ text: String) {
    guard RuleID.isRuleID(text) else { return nil }
    let parts = text.split(separator: ".").map(String.init)
    (kind, family, slug) = (parts[0], parts[1], parts[2])
  }

  var description: String { "\(kind).\(family).\(slug)" }

  /// Below the rules folder.
  var file: String { "\(kind)/\(family)/\(slug).yaml" }
}

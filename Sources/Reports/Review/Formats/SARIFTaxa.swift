internal import Findings
internal import SourceText

/// The texts of law that a log refers to, each once, in the order that they were met.
struct SARIFTaxa {
  private(set) var rules: [SARIFRule] = []
  private var known: Set<String> = []

  mutating func add(_ cites: [Citation], _ language: Language) {
    for cite in cites where known.insert(cite.instrument).inserted {
      let name = cite.instrumentName[language]
      rules.append(
        SARIFRule(
          id: cite.instrument,
          short: cite.number.map { name + ReportWords.inBrackets($0, language) } ?? name))
    }
  }

  /// The ids of the texts that are cited, each once.
  static func ids(of cites: [Citation]) -> [String] {
    var ids: [String] = []
    for cite in cites where !ids.contains(cite.instrument) { ids.append(cite.instrument) }
    return ids
  }
}

extension SARIFRule {
  /// A rule of the law, with its provisions for help.
  init(_ rule: RuleSummary, _ language: Language) {
    let title = rule.title[language]
    let cites = rule.cites.map { ReportWords.citation($0, language) }
    let label = ReportWords.basis[language]
    self.init(
      id: rule.id, short: title,
      help: (
        text: ([title] + cites.map { label + ReportWords.colon[language] + $0 })
          .joined(separator: "\n"),
        markdown: "**\(MarkdownText.escaped(title))**\n"
          + cites.map { "\n- \(label)\(ReportWords.colon[language])\(MarkdownText.escaped($0))" }
          .joined()
      ),
      level: rule.kind == .violation
        ? (rule.severity == .minor ? .warning : .error) : SARIFLevel.none,
      taxa: SARIFTaxa.ids(of: rule.cites),
      tags: [rule.family, rule.severity.rawValue, rule.kind.rawValue])
  }
}

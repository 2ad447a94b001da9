internal import Findings
internal import SourceText
internal import WorkCalendar

/// How letters say things in one language, and as data that a template takes.
struct LetterPhrases {
  let settings: LetterSettings
  let language: Language
  let findings: FindingPhrases

  init(settings: LetterSettings, language: Language) {
    self.settings = settings
    self.language = language
    findings = FindingPhrases(language: language)
  }

  // MARK: Data

  static func object(_ members: [(String, PlainData)]) -> PlainData {
    .object(members.map { .init(key: $0.0, value: $0.1) })
  }

  /// A text, where there is one that says something.
  static func optional(_ text: String?) -> PlainData {
    guard let text, !text.isEmpty else { return .null }
    return .text(text)
  }

  /// The same objects with their places in the list, from 1.
  func numbered(_ objects: [[(String, PlainData)]]) -> [PlainData] {
    objects.enumerated().map { Self.object([("number", .text("\($0 + 1)"))] + $1) }
  }

  // MARK: Words

  /// `2024年12月31日`, `31 December 2024`
  func day(_ day: CivilDate) -> String { LetterWords.day(day)[language] }

  /// `20个工作日`; a text in Chinese has no blanks around its numbers.
  func term(_ period: Period) -> String {
    let text = ReportWords.period(period)[language]
    return language == .zh ? text.replacing(" ", with: "") : text
  }

  func inLine(_ names: [String]) -> String {
    names.joined(separator: LetterWords.separator[language])
  }

  /// The longest of several terms; of those whose units differ, which nobody can compare, the last.
  func longest(of terms: [Period]) -> String? {
    terms.dropFirst().reduce(terms.first) { longest, next in
      longest.flatMap { next.isShorter(than: $0) } == true ? longest : next
    }.map(term)
  }

  // MARK: Findings

  func finding(_ finding: Finding, in audited: AuditedCase) -> [(String, PlainData)] {
    let late = ReportWords.late(
      minutes: finding.computed.minutesLate, days: finding.computed.daysLate)
    return [
      ("case_number", Self.optional(LetterCase.name(of: audited)[language])),
      ("severity", .text(ReportWords.severity(finding.severity)[language])),
      ("requirement", .text(finding.title[language])),
      ("problem", .text(finding.message[language])),
      ("basis", Self.optional(basis(of: finding))),
      ("facts", Self.optional(findings.joined(findings.facts(of: finding)))),
      ("due", Self.optional(due(of: finding.computed))),
      ("late", Self.optional(late?[language])),
      ("remedy", Self.optional(finding.remedy?[language])),
      ("is_known", .bool(finding.status.comparison == .unchanged)),
    ]
  }

  func violation(_ finding: Finding, in audited: AuditedCase) -> [(String, PlainData)] {
    let term = settings.rectify[finding.severity].map(term)
    return self.finding(finding, in: audited) + [("term", Self.optional(term))]
  }

  /// Articles of one text after another, the text named once.
  private func basis(of finding: Finding) -> String {
    var told: [(instrument: String, text: String)] = []
    for cite in finding.cites {
      if let last = told.last, last.instrument == cite.instrument {
        let article = LetterWords.separator[language] + cite.article
        told[told.count - 1].text += article
      } else {
        told.append((cite.instrument, findings.article(cite)))
      }
    }
    return findings.joined(told.map(\.text))
  }

  private func due(of computed: Computed) -> String? {
    switch findings.term(of: computed) {
    case .date(let date): day(date)
    case .text(let text): text
    default: nil
    }
  }
}

package import Findings
package import SourceText

/// Writes what letters say to each office of an audit: a findings letter, and a rectification notice
/// where something has to be put right.
///
/// Cases that could not be read name no office and are in no letter.
package struct OfficeLetters {
  private let audit: Audit
  private let settings: LetterSettings
  private let language: Language
  private let phrases: LetterPhrases

  package init(_ audit: Audit, settings: LetterSettings, language: Language) {
    self.audit = audit
    self.settings = settings
    self.language = language
    phrases = LetterPhrases(settings: settings, language: language)
  }

  /// By office, in byte order of the names.
  package var letters: [Letter] {
    let cases = audit.cases.filter { !$0.isUnreadable }
    let offices = Dictionary(grouping: cases, by: \.office).sorted {
      ($0.key ?? "").utf8.lexicographicallyPrecedes(($1.key ?? "").utf8)
    }
    return offices.flatMap { name, cases -> [Letter] in
      let office = name ?? ScoreWords.noOffice[language]
      let data = data(of: office, cases)
      let kinds = LetterKind.allCases.filter {
        $0 == .findings || AuditTally(cases).violating > 0
      }
      return kinds.map { Letter(kind: $0, office: office, data: data) }
    }
  }

  private func data(of office: String, _ cases: [AuditedCase]) -> PlainData {
    let tally = AuditTally(cases)
    let told = cases.map { LetterCase($0, phrases) }
    let faulty = told.filter(\.hasSomethingToTell)
    let clean = told.filter { !$0.hasSomethingToTell }
    let violations = told.flatMap(\.violations)
    let found = RuleSeverity.allCases.filter { tally.violations($0) > 0 }
    let terms = (found.isEmpty ? RuleSeverity.allCases : found).compactMap { settings.rectify[$0] }
    return LetterPhrases.object([
      ("sender", .text(settings.sender[language])), ("number", .text(settings.number[language])),
      ("office", .text(office)), ("as_of", .text(phrases.day(audit.provenance.asOf))),
      ("case_count", .text("\(cases.count)")), ("violating_count", .text("\(tally.violating)")),
      ("violation_count", .text("\(tally.violated)")),
      ("fatal_count", .text("\(tally.violations(.fatal))")),
      ("major_count", .text("\(tally.violations(.major))")),
      ("minor_count", .text("\(tally.violations(.minor))")),
      ("signal_count", .text("\(tally.count(.signal))")),
      ("open_count", .text("\(tally.count(.undetermined))")),
      ("objection_term", .text(phrases.term(settings.object))),
      ("report_term", .text(phrases.longest(of: terms) ?? phrases.term(settings.object))),
      ("terms_source", .text(settings.source[language])),
      ("standard", standard(of: cases)),
      ("cases", .list(numbered(told))), ("faulty_cases", .list(numbered(faulty))),
      ("clean_cases", .list(numbered(clean))),
      ("clean_list", LetterPhrases.optional(phrases.inLine(clean.map(\.name)))),
      ("violations", .list(phrases.numbered(violations))),
    ])
  }

  private func numbered(_ cases: [LetterCase]) -> [PlainData] {
    cases.enumerated().map { $1.data(number: $0 + 1) }
  }

  private func standard(of cases: [AuditedCase]) -> PlainData {
    guard let sheet = audit.sheet else { return .null }
    let average = audit.average(of: cases)
    return LetterPhrases.object([
      ("name", .text(sheet.name[language])), ("number", LetterPhrases.optional(sheet.number)),
      ("is_ours", .bool(sheet.isOurs)),
      ("average", LetterPhrases.optional(average.map { ScoreWords.range($0)[language] })),
    ])
  }
}

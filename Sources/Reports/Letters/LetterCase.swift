internal import Findings
internal import SourceText

/// What a letter says of one case.
struct LetterCase {
  private let audited: AuditedCase
  private let phrases: LetterPhrases
  let violations: [[(String, PlainData)]]
  private let signals: [[(String, PlainData)]]
  private let waived: [[(String, PlainData)]]
  private let openFacts: [MissingFact]

  init(_ audited: AuditedCase, _ phrases: LetterPhrases) {
    self.audited = audited
    self.phrases = phrases
    let violated = audited.findings.filter { $0.outcome == .violated }
    let standing = violated.filter { $0.status.waiver == nil }
    violations = standing.filter { $0.kind != .signal }.map { phrases.violation($0, in: audited) }
    signals = standing.filter { $0.kind == .signal }.map { phrases.finding($0, in: audited) }
    waived = violated.filter { $0.status.waiver != nil }.map { finding in
      let waiver = phrases.findings.waiver(of: finding)
      return phrases.finding(finding, in: audited) + [("waiver", LetterPhrases.optional(waiver))]
    }
    openFacts = MissingFact.all(of: audited, phrases.findings)
  }

  var hasSomethingToTell: Bool {
    !(violations.isEmpty && signals.isEmpty && waived.isEmpty && openFacts.isEmpty)
  }

  /// What the case is called in a list.
  var name: String { Self.name(of: audited)[phrases.language] }

  static func name(of audited: AuditedCase) -> BilingualText {
    guard let name = audited.number ?? audited.title else { return ReportWords.noCaseNumber }
    return BilingualText(zh: name, en: name)
  }

  func data(number: Int) -> PlainData {
    let language = phrases.language
    let score = audited.score
    let total = score?.total.map { ScoreWords.range($0)[language] }
    let open = openFacts.map { fact -> PlainData in
      let requirements = fact.unique { $0.title[language] }
      return LetterPhrases.object([
        ("fact", .text(fact.name ?? ReportWords.outcome(.undetermined)[language])),
        ("requirements", .text(phrases.findings.joined(requirements))),
      ])
    }
    return LetterPhrases.object([
      ("number", .text("\(number)")), ("ordinal", .text(LetterWords.ordinal(number)[language])),
      ("name", .text(name)), ("case_number", LetterPhrases.optional(audited.number)),
      ("title", LetterPhrases.optional(audited.title)),
      ("decided_on", LetterPhrases.optional(audited.decidedOn.map(phrases.day))),
      ("score", LetterPhrases.optional(total)),
      ("grade", LetterPhrases.optional(score.flatMap(grade))),
      ("is_vetoed", .bool(score?.hasBrokenVeto ?? false)), ("losses", .list(losses)),
      ("violations", .list(phrases.numbered(violations))),
      ("signals", .list(phrases.numbered(signals))), ("open_facts", .list(open)),
      ("open_list", LetterPhrases.optional(phrases.inLine(openFacts.compactMap(\.name)))),
      ("waived", .list(phrases.numbered(waived))),
    ])
  }

  private func grade(of score: CaseScore) -> String? {
    guard let best = score.bestGrade, let worst = score.worstGrade else { return nil }
    let grade = best == worst ? best.name : ScoreWords.grades(best.name, worst.name)
    return grade[phrases.language]
  }

  /// Items that cost points for certain.
  private var losses: [PlainData] {
    guard let score = audited.score else { return [] }
    return (score.items + score.deductions).filter { $0.lost.least > .zero }.map { item in
      LetterPhrases.object([
        ("item", .text(item.title[phrases.language])),
        ("points", .text(item.lost.least.description)),
      ])
    }
  }
}

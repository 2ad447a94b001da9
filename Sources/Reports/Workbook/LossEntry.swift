internal import Findings
internal import SourceText

/// One line of a case's score that costs something, may cost it, or is left to a person, with the
/// findings behind it.
struct LossEntry {
  enum Kind {
    case veto, openVeto, lost, open, judged

    var words: BilingualText {
      switch self {
      case .veto: WorkbookWords.veto
      case .openVeto: WorkbookWords.openVeto
      case .lost: ScoreWords.lost
      case .open: ScoreWords.open
      case .judged: ScoreWords.judged
      }
    }
  }

  var kind: Kind
  var item: String
  var itemPoints: Points?
  /// What the item lost after its cap; only in the first entry of an item that lost something.
  var itemLost: Points?
  var line: String?
  var lineLost: PointRange?
  var findings: [Finding]
  var missingRules: [String]

  /// A row for each finding; one without where only rules are missing.
  var rows: [Finding?] { findings.isEmpty ? [nil] : findings }

  /// In the order of the standard: vetoes, items, deductions.
  static func all(of score: CaseScore, _ language: Language) -> [LossEntry] {
    score.vetoes.compactMap { LossEntry($0, language) }
      + (score.items + score.deductions).flatMap { entries(of: $0, language) }
  }

  private init?(_ veto: CaseScore.Veto, _ language: Language) {
    switch veto.standing {
    case .broken: kind = .veto
    case .open: kind = .openVeto
    case .judgement: kind = .judged
    case .clear, .notInvolved: return nil
    }
    item = "\(veto.id) \(veto.title[language])"
    findings = veto.findings
    missingRules = veto.missingRules
    if findings.isEmpty && missingRules.isEmpty { return nil }
  }

  private init(_ item: CaseScore.Item, _ kind: Kind, _ findings: [Finding], _ language: Language) {
    self.kind = kind
    self.item = "\(item.id) \(item.title[language])"
    self.findings = findings
    itemPoints = item.points
    missingRules = []
  }

  private static func entries(of item: CaseScore.Item, _ language: Language) -> [LossEntry] {
    var entries = item.losses.map { loss in
      var entry = LossEntry(item, loss.isOpen ? .open : .lost, loss.findings, language)
      entry.line = loss.title[language]
      entry.lineLost = loss.points
      entry.missingRules = loss.missingRules
      return entry
    }
    if !item.raised.isEmpty { entries.append(LossEntry(item, .judged, item.raised, language)) }
    if !entries.isEmpty, item.standing != .judgement { entries[0].itemLost = item.lost.least }
    return entries
  }

  func cells(isFirst: Bool, word: (BilingualText) -> String) -> [WorkbookCell] {
    [
      .text(word(kind.words)), .text(item), isFirst ? .points(itemPoints) : .empty,
      isFirst ? .points(itemLost) : .empty, .text(line),
      isFirst ? .points(lineLost?.least) : .empty, isFirst ? .points(lineLost?.most) : .empty,
    ]
  }
}

internal import Findings
internal import SourceText
internal import WorkCalendar

/// What the documents of an office say of a finding, one thing a text.
struct FindingPhrases {
  let language: Language

  func word(_ text: BilingualText) -> String { text[language] }

  func joined(_ parts: [String]) -> String {
    parts.joined(separator: word(ReportWords.semicolon))
  }

  /// `行政处罚法（2021）第六十条`, without the words of the text.
  func article(_ cite: Citation) -> String {
    var bare = cite
    bare.says = nil
    return ReportWords.citation(bare, language)
  }

  /// The facts at fault with their values and papers.
  func facts(of finding: Finding) -> [String] {
    finding.evidence.filter(\.isAtFault).map(fact)
  }

  /// `公开日期：2024-10-18，见卷内 d14《公示截图》第1页`
  func fact(_ fact: Evidence) -> String {
    var text = fact.label[language]
    let value = self.value(of: fact)
    if !value.isEmpty { text += word(ReportWords.colon) + value }
    if let document = fact.document {
      text += word(ReportWords.comma) + word(ReportWords.document(document))
    }
    return text
  }

  /// Empty for a whole section of a record: it would bring along what the finding is not about.
  func value(of fact: Evidence) -> String {
    switch fact.state {
    case .present:
      fact.value?.hasPrefix("{") == true ? "" : fact.shown?[language] ?? fact.value ?? ""
    case .absent: word(ReportWords.notOnFile)
    case .unrecorded: word(ReportWords.notRecorded)
    }
  }

  /// What a person calls something that is missing.
  func missing(_ path: String, in finding: Finding) -> String {
    finding.evidence.first { $0.path == path }?.label[language]
      ?? word(ReportWords.missingName(path))
  }

  /// Where in the record the first fact at fault stands, `file:line:column`.
  func place(of finding: Finding) -> String? {
    finding.evidence.first { $0.isAtFault && $0.place != nil }?.place.map {
      "\($0.file):\($0.line):\($0.column)"
    }
  }

  /// The last day in time, or for an act that has to wait the first; a text for a moment and for a
  /// day that is known as a range.
  func term(of computed: Computed) -> WorkbookCell.Value {
    // `2024-05-06T09:30:00+08:00` is `2024-05-06 09:30` to a person.
    if let moment = computed.dueAt {
      return .text(String(moment.prefix(16)).replacing("T", with: " "))
    }
    guard let (first, latest) = computed.turningDay else { return .empty }
    guard let latest else { return .date(first) }
    return .text(word(ReportWords.due("\(first)", through: "\(latest)")))
  }

  /// What somebody has decided of a finding, or a baseline knows of it.
  func standing(of finding: Finding) -> String? {
    if finding.status.waiver != nil { return word(WorkbookWords.waived) }
    return finding.status.comparison.map { word(AuditWords.comparison($0)) }
  }

  /// Why a finding is let pass, who said so, and until when.
  func waiver(of finding: Finding) -> String? {
    finding.status.waiver.map { waiver in
      let until = waiver.until.map { "\($0)" }
      return word(WorkbookWords.waiver(waiver.reason, by: waiver.approvedBy, until: until))
    }
  }
}

internal import Findings
internal import SourceText
internal import WorkCalendar

/// How grave a finding is to a reader that knows errors, warnings and notes.
enum FindingLevel: Hashable {
  case error, warning, note

  /// A fault of a rule is an error; a violation is one from `major` up. What a baseline holds, what
  /// somebody let pass, and what is no violation is a note.
  init(_ finding: Finding, unknown: UnknownPolicy) {
    guard finding.status.counts || finding.outcome == .error else {
      self = .note
      return
    }
    switch finding.outcome {
    case .error: self = .error
    case .violated where finding.kind == .violation: self = Self.of(finding.severity)
    case .undetermined where finding.kind == .violation:
      switch unknown {
      case .fail: self = Self.of(finding.severity)
      case .warn: self = .warning
      case .ok: self = .note
      }
    default: self = .note
    }
  }

  private static func of(_ severity: RuleSeverity) -> Self {
    severity == .minor ? .warning : .error
  }
}

extension Finding {
  /// The rule, and the check where there are several: `penalty.decision.within-limit#in-time`.
  var name: String { check.map { "\(rule)#\($0)" } ?? rule }

  /// `重大`, or `提示` for a signal, which is no violation and has no gravity.
  var mark: BilingualText {
    kind == .signal ? ReportWords.kind(.signal) : ReportWords.severity(severity)
  }

  /// The fact to point at: the first at fault that has a place, or else that has none.
  var target: Evidence? {
    evidence.first { $0.isAtFault && $0.place != nil } ?? evidence.first(where: \.isAtFault)
      ?? evidence.first
  }

  /// What a reader without groups has to be told before the message: what the finding is where it is
  /// no plain violation, and how it stands to waivers and a baseline.
  func standing(in language: Language) -> String {
    var words: [BilingualText] = []
    if kind == .signal { words.append(ReportWords.kind(.signal)) }
    if outcome != .violated { words.append(ReportWords.outcome(outcome)) }
    if status.waiver != nil { words.append(ReportWords.column(.waived)) }
    if let comparison = status.comparison { words.append(ReportWords.comparison(comparison)) }
    if words.isEmpty { return "" }
    let list = words.map { $0[language] }.joined(separator: ReportWords.comma[language])
    return language == .zh ? "【\(list)】" : "[\(list)] "
  }
}

extension Computed {
  /// The last day in time, or the first one of an act that has to wait; `latest` where it is known as a
  /// range only.
  var turningDay: (first: CivilDate, latest: CivilDate?)? {
    guard let due else { return nil }
    // What has to wait for the end of a day is in time from the next day on.
    let isAfter = wait == .afterLastDay
    let first = isAfter ? due.next : due
    let latest = dueLatest.map { isAfter ? $0.next : $0 }
    return (first, latest == first ? nil : latest)
  }
}

internal import Findings
internal import SourceText
internal import WorkCalendar

/// What a finding says beside its title and message, piece by piece, in both languages.
struct FindingTelling {
  struct Line {
    var label: BilingualText
    var text: BilingualText
  }

  let finding: Finding
  /// The day of the review.
  let asOf: CivilDate

  var law: [BilingualText] { finding.cites.map(ReportWords.citation) }

  /// The facts at fault, each with the line of the record where it stands.
  var facts: [BilingualText] {
    finding.evidence.filter(\.isAtFault).map { fact in
      var text = describe(fact)
      if let place = fact.place, fact.state == .present {
        text = text + AuditWords.inBrackets(AuditWords.line(place.line))
      }
      return text
    }
  }

  /// The other facts that were read, in one line; `nil` for none.
  var otherFacts: BilingualText? {
    let facts = finding.evidence.filter { !$0.isAtFault }.map(describe)
    guard !facts.isEmpty else { return nil }
    return BilingualText(
      zh: facts.map(\.zh).joined(separator: ReportWords.semicolon.zh),
      en: facts.map(\.en).joined(separator: ReportWords.semicolon.en))
  }

  private func describe(_ fact: Evidence) -> BilingualText {
    BilingualText(
      zh: ReportWords.description(of: fact, withPath: false, .zh),
      en: ReportWords.description(of: fact, withPath: false, .en))
  }

  /// The due day, and how late the act is or how many days are left.
  var due: Line? {
    let computed = finding.computed
    var parts: [BilingualText] = []
    var label = ReportWords.term
    if let moment = computed.dueAt {
      parts.append(BilingualText(zh: moment, en: moment))
      if let wait = computed.wait {
        label = wait == .onLastDay ? ReportWords.notBefore : ReportWords.notUntilAfter
      }
    } else if let (first, latest) = computed.turningDay {
      parts.append(ReportWords.due(first.description, through: latest?.description))
      if computed.wait != nil { label = ReportWords.notBefore }
    }
    if finding.outcome == .pending, let due = computed.due, due >= asOf {
      parts.append(ReportWords.left(asOf.days(through: due)))
    }
    if let late { parts.append(late) }
    guard let first = parts.first else { return nil }
    return Line(
      label: label, text: parts.dropFirst().reduce(first) { $0 + ReportWords.comma + $1 })
  }

  /// How late the act is; `nil` where it is not.
  var late: BilingualText? {
    ReportWords.late(minutes: finding.computed.minutesLate, days: finding.computed.daysLate)
  }

  /// What is missing and is not among the facts at fault.
  var missing: [BilingualText] {
    let told = Set(finding.evidence.filter { $0.isAtFault && $0.state != .present }.map(\.path))
    return finding.missing.filter { !told.contains($0) }.map { path in
      finding.evidence.first { $0.path == path }?.label ?? ReportWords.missingName(path)
    }
  }

  /// The parameters that were used, each with its source.
  var parameters: [BilingualText] {
    finding.computed.parameters.map { parameter in
      let shown = parameter.shown ?? .init(zh: parameter.value, en: parameter.value)
      var notes =
        ReportWords.source + ReportWords.colon
        + BilingualText(zh: parameter.source, en: parameter.source)
      if !parameter.isVerified { notes = notes + ReportWords.comma + ReportWords.unverified }
      let name = BilingualText(zh: "\(parameter.name) = ", en: "\(parameter.name) = ")
      return name + shown + AuditWords.inBrackets(notes)
    }
  }

  /// How the finding stands to a baseline and to waivers; `nil` where there is nothing to say.
  var status: BilingualText? {
    if let waiver = finding.status.waiver { return AuditWords.waived(waiver) }
    return finding.status.comparison.map(AuditWords.comparison)
  }
}

extension BilingualText {
  static func + (one: BilingualText, other: BilingualText) -> BilingualText {
    BilingualText(zh: one.zh + other.zh, en: one.en + other.en)
  }
}

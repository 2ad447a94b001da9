internal import Findings
internal import SourceText
internal import WorkCalendar

/// The acts and terms of a case, a line each, drawn along one scale of days.
///
/// The scale runs from the first day to the last. Stretches without any mark are drawn no longer than
/// `longestGap`, so that a term of years leaves the days around the decision readable; a note says so.
struct HTMLAuditTimeline {
  private let lines: [TimelineEntry]
  private let scale: DayScale

  init(entries: [TimelineEntry]) {
    lines = Self.joined(entries)
    scale = DayScale(
      entries.flatMap { entry in
        [entry.first, entry.last] + [entry.from, entry.act].compactMap(\.self)
      })
  }

  var html: String {
    guard let first = scale.first, let last = scale.last, first < last else { return "" }
    var html =
      "<h4>\(AuditMarkup.both(AuditWords.timeline))</h4>\n<table class=timeline>\n<thead><tr>"
    html += "<th scope=col>\(AuditMarkup.both(AuditWords.day))"
    html += "<th scope=col>\(AuditMarkup.both(AuditWords.actOrTerm))"
    html += "<th scope=col class=axis><span>\(first)</span> <span>\(last)</span>\n<tbody>\n"
    html += lines.map(row).joined()
    html += "</table>\n"
    if scale.isShortened { html += "<p class=note>\(AuditMarkup.both(AuditWords.shortened))</p>\n" }
    return html
  }

  /// The entries with the acts of one day in one line.
  private static func joined(_ entries: [TimelineEntry]) -> [TimelineEntry] {
    var lines: [TimelineEntry] = []
    for entry in entries {
      guard case .act = entry.mark, let last = lines.last, case .act = last.mark,
        (last.first, last.last) == (entry.first, entry.last)
      else {
        lines.append(entry)
        continue
      }
      lines[lines.count - 1].label = last.label + ReportWords.semicolon + entry.label
    }
    return lines
  }

  private func row(_ entry: TimelineEntry) -> String {
    var days = "\(entry.first)"
    if entry.last != entry.first { days += " – \(entry.last)" }
    var (name, label, drawn) = ("act", AuditMarkup.both(entry.label), "")
    switch entry.mark {
    case .act:
      drawn = "<path class=a d=\"M\(x(entry.first)) 10H\(x(entry.last))\"/>"
    case .due(_, _, let outcome, let daysLate):
      name = "term \(outcome.rawValue)"
      label = AuditMarkup.both(AuditWords.dueMark + entry.label) + state(outcome, daysLate)
      drawn = term(entry)
      if outcome == .violated, let act = entry.act, act > entry.last {
        drawn += "<path class=l d=\"M\(x(entry.last)) 10H\(x(act))\"/>"
      }
    case .wait(_, _, let outcome):
      name = "term \(outcome.rawValue)"
      label = AuditMarkup.both(AuditWords.waitMark + entry.label) + state(outcome, nil)
      drawn = term(entry)
    }
    if let act = entry.act { drawn += "<path class=a d=\"M\(x(act)) 10h0\"/>" }
    return "<tr class=\"\(name)\"><th scope=row>\(days)<td>\(label)<td>"
      + "\(AuditMarkup.barBeginning)\(drawn)</svg>\n"
  }

  /// The term as a thin line that ends in an upright one on its last day.
  private func term(_ entry: TimelineEntry) -> String {
    let start = entry.from ?? entry.first
    return "<path class=t d=\"M\(x(start)) 10H\(x(entry.last))M\(x(entry.last)) 3V17\"/>"
  }

  private func state(_ outcome: Outcome, _ daysLate: Int?) -> String {
    if outcome == .satisfied { return "" }
    var html = " " + AuditMarkup.tag(outcome.rawValue, ReportWords.outcome(outcome))
    if let late = ReportWords.late(minutes: nil, days: daysLate) {
      html += " <b>\(AuditMarkup.both(late))</b>"
    }
    return html
  }

  private func x(_ day: CivilDate) -> Int { scale.position(of: day) }
}

/// Where days lie along a drawing, from 0 to 1000.
struct DayScale {
  /// Days, ascending, each with its distance from the first.
  private let marks: [(day: CivilDate, distance: Int)]
  /// True where a stretch without any mark is drawn shorter than it is.
  let isShortened: Bool

  /// Calendar days.
  private static let longestGap = 30

  init(_ days: some Sequence<CivilDate>) {
    var (marks, shortened): ([(day: CivilDate, distance: Int)], Bool) = ([], false)
    for day in Set(days).sorted() {
      guard let last = marks.last else {
        marks.append((day, 0))
        continue
      }
      let gap = last.day.days(through: day)
      if gap > Self.longestGap { shortened = true }
      marks.append((day, last.distance + min(gap, Self.longestGap)))
    }
    (self.marks, isShortened) = (marks, shortened)
  }

  var first: CivilDate? { marks.first?.day }
  var last: CivilDate? { marks.last?.day }

  /// - Precondition: The day is one of those that the scale was made of.
  func position(of day: CivilDate) -> Int {
    guard let mark = marks.first(where: { $0.day == day }), let whole = marks.last?.distance else {
      preconditionFailure("a scale is made of all days that are drawn")
    }
    return whole == 0 ? 0 : (mark.distance * 980 + whole / 2) / whole + 10
  }
}

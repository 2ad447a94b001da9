internal import Findings
internal import SourceText
internal import WorkCalendar

extension ExplanationPage {
  /// Writes how a term was counted: its start, its length, the calendar of each stage, its last day
  /// and the act.
  mutating func write(_ deadline: Explanation.Deadline, indent: Int) {
    var from = "\(deadline.from.expression) = \(text(of: deadline.from.value))"
    if let unit = deadline.period?.unit, unit != .hours {
      from += ReportWords.inBrackets(page.word(ReportWords.eventDay), page.language)
    }
    page.labelled(ReportWords.from, from + Self.mark(deadline.from.place), indent: indent)
    var length = deadline.periodExpression
    if let period = deadline.period { length += " = \(page.word(ReportWords.period(period)))" }
    if !deadline.rolls {
      length += page.word(ReportWords.comma) + page.word(ReportWords.doesNotRoll)
    }
    if deadline.lastDayCounts {
      length += page.word(ReportWords.comma) + page.word(ReportWords.lastDayCounts)
    }
    page.labelled(deadline.isWait ? ReportWords.wait : ReportWords.within, length, indent: indent)
    for stop in deadline.stops {
      let days = page.word(
        ReportWords.stop(from: stop.first, through: stop.last, stop.leavesOut))
      page.labelled(
        ReportWords.excluding, stop.expression + page.word(ReportWords.colon) + days,
        indent: indent)
    }
    for stage in deadline.stages { write(stage, of: deadline, indent: indent) }
    writeLastDay(of: deadline, indent: indent)
    page.labelled(
      ReportWords.act,
      "\(deadline.act.expression) = \(text(of: deadline.act.value))"
        + Self.mark(deadline.act.place), indent: indent)
    if let late = ReportWords.late(minutes: deadline.minutesLate, days: deadline.daysLate) {
      page.paragraph("", indent: indent, lead: page.word(late), colour: .red)
    }
  }

  private mutating func writeLastDay(of deadline: Explanation.Deadline, indent: Int) {
    var parts: [String] = []
    if let moment = deadline.dueAt {
      parts.append(moment)
    } else if let due = deadline.due {
      let latest = deadline.dueLatest.flatMap { $0 == due ? nil : $0.description }
      parts.append(page.word(ReportWords.due(due.description, through: latest)))
      if let before = deadline.dueBeforeRolling, before != due {
        parts.append("\(page.word(ReportWords.beforeRolling)) \(before)")
      }
    }
    if deadline.isOpenEnded { parts.append(page.word(ReportWords.openEnded)) }
    guard !parts.isEmpty else { return }
    page.labelled(
      ReportWords.lastDay, parts.joined(separator: page.word(ReportWords.comma)), indent: indent,
      colour: .bold)
  }

  // MARK: The calendar of a stage

  private mutating func write(
    _ stage: Explanation.Stage, of deadline: Explanation.Deadline, indent: Int
  ) {
    let cause = page.word(ReportWords.stage(stage.cause, approvedOn: stage.approvedOn))
    if case .period(let period) = stage.cause {
      if period.unit == .months || period.unit == .years {
        page.paragraph(
          page.word(ReportWords.ofDays(cause, count: stage.count)), indent: indent)
      }
    } else {
      page.labelled(ReportWords.extendedBy, cause, indent: indent)
    }
    let inWorkdays = Self.countsWorkdays(stage.cause, of: deadline)
    var table = TextTable([.left, .left, .left, .right, .right])
    var running = 0
    for span in stage.spans {
      let counts = span.reason.counts
      if counts { running += span.days }
      table.add([
        .init(Self.dates(of: span)),
        .init(name(of: span.reason, in: deadline, inWorkdays: inWorkdays)),
        .init(page.word(ReportWords.isCounted(counts)), counts ? .green : .dim),
        .init(page.word(ReportWords.days(span.days))),
        .init(counts ? page.word(ReportWords.running(running)) : ""),
      ])
    }
    if !stage.spans.isEmpty { page.table(table, indent: indent + 2) }
  }

  private func name(
    of reason: DaySpan.Reason, in deadline: Explanation.Deadline, inWorkdays: Bool
  ) -> String {
    let word = page.word(ReportWords.span(reason, inWorkdays: inWorkdays))
    guard case .stopped(let place) = reason, deadline.stops.count > 1,
      deadline.stops.indices.contains(place)
    else { return word }
    return word + ReportWords.inBrackets(deadline.stops[place].expression, page.language)
  }

  private static func countsWorkdays(
    _ cause: Explanation.Stage.Cause, of deadline: Explanation.Deadline
  ) -> Bool {
    switch cause {
    case .period(let period), .extended(let period): period.unit == .workdays
    case .extendedUntil, .refused: deadline.period?.unit == .workdays
    }
  }

  private static func dates(of span: DaySpan) -> String {
    span.first == span.last ? "\(span.first)" : "\(span.first) – \(span.last)"
  }
}

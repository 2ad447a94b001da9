internal import Findings
internal import SourceText
internal import WorkCalendar

extension JSONWriter {
  mutating func explanation(_ explanation: Explanation) {
    member("as_of", explanation.asOf)
    member("rule", explanation.rule)
    member("title", explanation.title)
    member("source", explanation.source)
    member("case", explanation.caseNumber)
    member("case_title", explanation.caseTitle)
    member("outcome", explanation.outcome.rawValue)
    member("missing", explanation.missing)
    member("reason", explanation.reason)
    member("versions", explanation.versions) { writer, version in
      writer.member("number", version.number)
      writer.member("from", version.from)
      writer.member("until", version.until)
      writer.member("lighter", version.isLighter)
    }
    member("choice", explanation.choice.rawValue)
    key("basis")
    if let basis = explanation.basis {
      object {
        $0.member("expression", basis.expression)
        $0.stepValue(basis.value)
      }
    } else {
      null()
    }
    member("derivations", explanation.derivations) { $0.derivation($1) }
  }

  private mutating func derivation(_ derivation: Explanation.Derivation) {
    member("version", derivation.version)
    member("outcome", derivation.outcome.rawValue)
    member("reason", derivation.reason)
    citations(derivation.cites)
    member("parameters", derivation.parameters) { writer, parameter in
      writer.member("name", parameter.name)
      writer.member("value", parameter.value)
      writer.member("source", parameter.source)
      writer.member("verified", parameter.isVerified)
      writer.member("decided_by", parameter.decidedBy)
      writer.member("key_value", parameter.keyValue)
    }
    condition("applies", derivation.applies)
    member("except", derivation.exceptions) { writer, exception in
      writer.condition("when", exception.when)
      writer.member("checks", exception.checks)
      writer.citations(exception.cites)
      writer.member("reading", exception.reading)
    }
    member("checks", derivation.checks) { $0.check($1) }
  }

  private mutating func check(_ check: Explanation.Check) {
    member("id", check.id)
    member("elements", check.elements)
    member("severity", check.severity.rawValue)
    member("kind", check.kind.rawValue)
    member("outcome", check.outcome.rawValue)
    condition("when", check.when)
    member("exception", check.exception)
    condition("that", check.condition)
    key("deadline")
    if let deadline = check.deadline { object { $0.deadline(deadline) } } else { null() }
    member("missing", check.missing)
    member("message", check.message)
  }

  // MARK: Expressions

  mutating func condition(_ key: String, _ condition: Explanation.Condition?) {
    self.key(key)
    guard let condition else { return null() }
    object {
      $0.member("expression", condition.expression)
      $0.stepValue(condition.value)
      $0.member("steps", condition.steps) { writer, step in
        writer.member("expression", step.expression)
        writer.stepValue(step.value)
        writer.member("depth", step.depth)
        writer.key("place")
        if let place = step.place { writer.object { $0.place(place) } } else { writer.null() }
      }
    }
  }

  /// `state`, `value`, `paths` and `fault` of an expression.
  private mutating func stepValue(_ value: Explanation.StepValue) {
    let (state, text, paths, fault): (String, BilingualText?, [String], String?) =
      switch value {
      case .value(let text): ("present", text, [], nil)
      case .absent(let paths): ("absent", nil, paths, nil)
      case .unknown(let paths): ("unrecorded", nil, paths, nil)
      case .fault(let text): ("fault", nil, [], text)
      }
    member("state", state)
    member("value", text)
    member("paths", paths)
    member("fault", fault)
  }

  // MARK: Deadlines

  private mutating func deadline(_ deadline: Explanation.Deadline) {
    member("wait", deadline.isWait)
    member("last_day_counts", deadline.lastDayCounts)
    member("rolls", deadline.rolls)
    condition("from", deadline.from)
    member("period_expression", deadline.periodExpression)
    period(deadline.period)
    member("stops", deadline.stops) { writer, stop in
      writer.member("expression", stop.expression)
      writer.member("first", stop.first)
      writer.member("last", stop.last)
      writer.member("leaves_out", stop.leavesOut.rawValue)
    }
    member("stages", deadline.stages) { $0.stage($1) }
    member("due_before_rolling", deadline.dueBeforeRolling)
    member("due", deadline.due)
    member("due_latest", deadline.dueLatest)
    member("open_ended", deadline.isOpenEnded)
    member("due_at", deadline.dueAt)
    condition("act", deadline.act)
    member("days_late", deadline.daysLate)
  }

  private mutating func period(_ period: Period?) {
    key("period")
    guard let period else { return null() }
    object {
      $0.member("count", Int(period.count))
      $0.member("unit", period.unit.rawValue)
    }
  }

  private mutating func stage(_ stage: Explanation.Stage) {
    let (cause, length, until): (String, Period?, CivilDate?) =
      switch stage.cause {
      case .period(let period): ("period", period, nil)
      case .extended(let period): ("extended-by", period, nil)
      case .extendedUntil(let day): ("extended-until", nil, day)
      case .refused: ("refused", nil, nil)
      }
    member("cause", cause)
    period(length)
    member("until", until)
    member("approved_on", stage.approvedOn)
    member("start", stage.start)
    member("count", stage.count)
    member("end_before_rolling", stage.unrolledEnd)
    member("end", stage.end)
    var running = 0
    member("spans", stage.spans) { writer, span in
      if span.reason.counts { running += span.days }
      let (kind, occasion, stop) = span.reason.parts
      writer.member("first", span.first)
      writer.member("last", span.last)
      writer.member("days", span.days)
      writer.member("kind", kind)
      writer.member("occasion", occasion.map { BilingualText(zh: $0.zh, en: $0.en) })
      writer.member("stop", stop)
      writer.member("counted", span.reason.counts)
      writer.member("running", running)
    }
  }
}

extension DaySpan.Reason {
  /// The name in JSON, the occasion of a day, the place of a stop.
  fileprivate var parts: (kind: String, occasion: OfficeCalendar.Occasion?, stop: Int?) {
    switch self {
    case .counted: ("counted", nil, nil)
    case .makeUpDay(let occasion): ("make-up", occasion, nil)
    case .stopped(let place): ("stopped", nil, place)
    case .weekend: ("weekend", nil, nil)
    case .holiday(let occasion): ("holiday", occasion, nil)
    case .rolled: ("rolled", nil, nil)
    }
  }
}

import CEL
package import CaseRecords
package import Findings
import RuleCompiler
package import SourceText
import WorkCalendar

extension RecordEvaluator {
  /// Tells why a rule says of a record what it says; `nil` for a rule that the book does not have.
  ///
  /// - Parameters:
  ///   - source: What to call the record's file.
  ///   - text: What the places of the record's facts are in; without it no place is told.
  package func explain(
    _ record: CaseRecord, rule id: String, source: String, text: SourceFile? = nil
  ) -> Explanation? {
    guard let rule = rulebook.rule(id) else { return nil }
    var frame = frame(for: record)
    let context = context(for: record, keepsFrames: true)
    evaluateTerms(before: rule, in: context, &frame)
    let output = evaluate(rule, in: context, &frame)
    var builder = ExplanationBuilder(rule, in: context, text: text, frame: frame)
    return builder.explanation(of: output, source: source)
  }
}

/// Turns the output of an evaluation into its story.
struct ExplanationBuilder {
  let rule: CompiledRule
  let context: RecordContext
  let text: SourceFile?
  var frame: Frame
  let findings: FindingBuilder

  private var rulebook: Rulebook { context.rulebook }
  private var record: CaseRecord { context.record }

  init(_ rule: CompiledRule, in context: RecordContext, text: SourceFile?, frame: Frame) {
    self.rule = rule
    self.context = context
    self.text = text
    self.frame = frame
    findings = FindingBuilder(rule, in: context)
  }

  mutating func explanation(of output: RuleEvaluation.Output, source: String) -> Explanation {
    var explanation = Explanation(
      rule: rule.id, title: rule.summary.title, source: source, caseNumber: record.number,
      caseTitle: record.title, asOf: context.asOf, outcome: output.result.outcome,
      choice: choice(of: output))
    explanation.missing = output.result.missing
    explanation.reason = output.result.reason
    explanation.versions = rule.versions.map {
      Explanation.Version(
        number: $0.number + 1, from: $0.from, until: $0.until, isLighter: $0.isLighter)
    }
    explanation.basis = basis(of: output)
    explanation.derivations = output.versions.map { derivation(of: $0) }
    return explanation
  }

  private func choice(of output: RuleEvaluation.Output) -> Explanation.VersionChoice {
    switch output.basis {
    case .always: return .always
    case .none: return .noBasisDate
    case .fault: return .noBasisDate
    case .days(let bounds, _):
      if output.versions.isEmpty { return .notInForce }
      if output.versions.count > 1 { return .several }
      let version = output.versions[0].version
      return version.mayHold(bounds) ? .basisDate : .lighter
    }
  }

  private mutating func basis(of output: RuleEvaluation.Output) -> Explanation.Basis? {
    let version = output.versions.first?.version ?? rule.versions.last
    guard let programs = version?.basis, let first = programs.first else { return nil }
    for program in programs {
      let value = program.evaluate(&frame)
      if !value.isNullLike, DateBounds(value) != nil {
        return Explanation.Basis(expression: program.source, value: stepValue(value))
      }
    }
    return Explanation.Basis(
      expression: programs.map(\.source).joined(separator: ", "),
      value: stepValue(first.evaluate(&frame)))
  }

  // MARK: One version

  private mutating func derivation(
    of output: RuleEvaluation.VersionOutput
  ) -> Explanation.Derivation {
    let version = output.version
    var derivation = Explanation.Derivation(version: version.number + 1, outcome: output.outcome)
    derivation.reason = output.reason
    derivation.cites = version.cites
    derivation.applies = version.applies.map {
      condition($0, frame, lazySlots: version.lazySlots)
    }
    derivation.exceptions = version.exceptions.map { exception in
      Explanation.Exception(
        when: condition(exception.when, frame, lazySlots: version.lazySlots),
        checks: exception.checks.sorted(), cites: exception.cites,
        reading: exception.source.reading)
    }
    // Where `applies` is false no check was judged.
    let isJudged =
      output.checks.contains { $0.frame != nil || $0.exception != nil }
      || output.reason == nil || output.reason == RuleEvaluation.Reasons.noCheckApplies
    if isJudged { derivation.checks = output.checks.map { check($0, version) } }
    derivation.parameters = parameters(read: version, output)
    return derivation
  }

  private func check(
    _ result: CheckResult, _ version: CompiledVersion
  ) -> Explanation.Check {
    let compiled = result.check
    var check = Explanation.Check(
      id: compiled.id, severity: compiled.severity, kind: result.kind, outcome: result.outcome)
    check.elements = result.elements.map(\.path)
    let frame = result.frame ?? self.frame
    check.when = compiled.when.map { condition($0, self.frame, lazySlots: compiled.lazySlots) }
    if let taken = result.exception {
      check.exception = version.exceptions.firstIndex {
        $0.source.range == taken.source.range
      }
    }
    check.missing = result.missing
    check.message = result.finding?.message
    guard result.frame != nil else { return check }
    switch compiled.requirement {
    case .condition(let program):
      check.condition = condition(program, frame, lazySlots: compiled.lazySlots)
    case .deadline(let deadline):
      check.deadline = self.deadline(deadline, result, frame, lazySlots: compiled.lazySlots)
    }
    return check
  }

  // MARK: Deadlines

  private func deadline(
    _ deadline: CompiledDeadline, _ result: CheckResult, _ frame: Frame, lazySlots: [Int]
  ) -> Explanation.Deadline {
    let decided = result.deadline
    var explained = Explanation.Deadline(
      isWait: deadline.isWait, from: condition(deadline.from, frame, lazySlots: lazySlots),
      periodExpression: deadline.period.source,
      act: condition(deadline.act, frame, lazySlots: lazySlots))
    explained.lastDayCounts = deadline.source.lastDayCounts
    explained.rolls = deadline.source.roll
    explained.period = decided?.clock?.period
    explained.due = decided?.due
    explained.dueLatest = decided?.dueLatest
    explained.dueAt = decided?.dueAt.flatMap { ValueText.plain(.timestamp($0)) }
    explained.daysLate = decided?.daysLate
    explained.minutesLate = decided?.minutesLate
    guard let clock = decided?.clock, let term = decided?.term else { return explained }
    explained.isOpenEnded = term.isOpenEnded
    explained.dueBeforeRolling = term.shortest.unrolled
    let names = stopExpressions(deadline, frame)
    explained.stops = clock.stops.enumerated().map { number, stop in
      Explanation.Stop(
        expression: names.indices.contains(number) ? names[number] : "", first: stop.first,
        last: stop.last, leavesOut: stop.leavesOut)
    }
    let approvals = clock.extensions.map { more -> CivilDate? in
      if case .on(let day) = more.approval { day } else { nil }
    }
    explained.stages = term.stages.map { stage in
      let spans = (try? clock.account(of: stage, on: rulebook.calendar)) ?? []
      return Explanation.Stage(stage, spans: spans, approvals: approvals)
    }
    return explained
  }

  /// The `from` of each stop that the clock was given, in its order.
  private func stopExpressions(_ deadline: CompiledDeadline, _ frame: Frame) -> [String] {
    var names: [String] = []
    for stop in deadline.stops {
      var copy = frame
      var found = Lengthening()
      let single = CompiledDeadline(
        source: deadline.source, from: deadline.from, period: deadline.period,
        isWait: deadline.isWait, act: deadline.act, stops: [stop], extensions: [])
      DeadlineEvaluation(deadline: single, calendar: rulebook.calendar, asOf: context.asOf)
        .collectStops(&copy, &found)
      names += found.stops.map { _ in stop.from.source }
    }
    return names
  }

  // MARK: Parameters

  private mutating func parameters(
    read version: CompiledVersion, _ output: RuleEvaluation.VersionOutput
  ) -> [Explanation.Parameter] {
    var seen: Set<String> = []
    var parameters: [Explanation.Parameter] = []
    for result in output.checks {
      let check = result.check
      let frame = result.frame ?? self.frame
      let tracer = Tracer()
      var copy = frame
      for slot in check.lazySlots { copy.slots[slot] = nil }
      copy.tracer = tracer
      for program in programs(of: check, version) { _ = program.evaluateTraced(&copy) }
      for (parameter, entry) in findings.entries(read: tracer, check, frame)
      where seen.insert(parameter.name.text).inserted {
        parameters.append(explained(parameter, entry, check, frame))
      }
    }
    return parameters
  }

  private func programs(of check: CompiledCheck, _ version: CompiledVersion) -> [Program] {
    var programs = [version.applies, check.when, check.whereCondition].compactMap { $0 }
    switch check.requirement {
    case .condition(let program): programs.append(program)
    case .deadline(let deadline):
      programs += [deadline.from, deadline.period, deadline.act]
      for stop in deadline.stops { programs += [stop.when, stop.until].compactMap { $0 } }
      for more in deadline.extensions {
        switch more.length {
        case .by(let program), .until(let program): programs.append(program)
        }
        if let condition = more.whereCondition { programs.append(condition) }
      }
    }
    return programs
  }

  private func explained(
    _ parameter: ParameterSource, _ entry: ParameterSource.Entry, _ check: CompiledCheck,
    _ frame: Frame
  ) -> Explanation.Parameter {
    let keys = rulebook.binding.keys(in: frame, basisSlot: check.basisSlot)
    var decidedBy: String?
    var keyValue: String?
    if parameter.entries.count > 1 {
      for key in parameter.order {
        let state: ParameterKeyState?
        let isGiven: Bool
        switch key {
        case .law: (isGiven, state) = (entry.law != nil, keys.law)
        case .region: (isGiven, state) = (entry.region != nil, keys.region)
        case .sector: (isGiven, state) = (entry.sector != nil, keys.sector)
        case .party: (isGiven, state) = (entry.party != nil, keys.party)
        case .date:
          (isGiven, state) = (entry.from != nil || entry.until != nil, nil)
          if isGiven, case .known(let day) = keys.date { keyValue = day.description }
        }
        guard isGiven else { continue }
        decidedBy = key.rawValue
        if case .known(let text)? = state { keyValue = text }
        break
      }
    }
    let value = findings.value(of: entry)
    return Explanation.Parameter(
      name: parameter.name.text,
      value: BilingualText(
        zh: ValueText.plain(value, in: .zh) ?? "无", en: ValueText.plain(value, in: .en) ?? "none"),
      source: entry.source, isVerified: entry.isVerified, decidedBy: decidedBy,
      keyValue: keyValue)
  }

  // MARK: Expressions

  private var trace: ExpressionTrace {
    ExpressionTrace(schema: rulebook.schema, record: record, text: text)
  }

  private func condition(
    _ program: Program, _ frame: Frame, lazySlots: [Int]
  ) -> Explanation.Condition {
    trace.condition(program, frame, lazySlots: lazySlots)
  }

  private func stepValue(_ value: Value) -> Explanation.StepValue { trace.stepValue(value) }
}

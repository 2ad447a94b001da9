import CEL
import CaseRecords
import Findings
import RuleCompiler
import SourceText
import WorkCalendar

/// Evaluates one check: one result, or one for each element it runs over (semantics §3).
struct CheckEvaluation {
  let check: CompiledCheck
  let version: CompiledVersion
  let rule: CompiledRule
  let context: RecordContext
  /// `nil` where no value that the rule reads is unverified, or that is what is being looked at.
  let verified: VerifiedReading?

  init(
    _ check: CompiledCheck, of version: CompiledVersion, of rule: CompiledRule,
    in context: RecordContext, verified: VerifiedReading?
  ) {
    self.verified = verified
    self.check = check
    self.version = version
    self.rule = rule
    self.context = context
  }

  /// The result of a check that special law takes out, or may take out.
  func excepted(
    _ condition: Condition, _ exception: CompiledException, _ frame: inout Frame
  ) -> CheckResult {
    var result = CheckResult(check: check, outcome: .notApplicable)
    result.exception = exception
    switch condition {
    case .yes, .no: break
    case .open(let trail):
      result.outcome = .undetermined
      result.missing = trail.paths
    case .fault(let fault):
      result.outcome = .error
      result.fault = fault
    }
    return finished(result, &frame)
  }

  /// Adds what the check says to `results`: at least one.
  func evaluate(_ frame: inout Frame, into results: inout [CheckResult]) {
    if !check.basis.isEmpty, let decided = evaluateBasis(&frame) {
      results.append(decided)
      return
    }
    if let when = check.when {
      switch Condition(when.evaluate(&frame)) {
      case .yes: break
      case .no:
        results.append(CheckResult(check: check, outcome: .notApplicable))
        return
      case .open(let trail):
        results.append(
          finished(CheckResult(check: check, outcome: .undetermined, missing: trail.paths), &frame))
        return
      case .fault(let fault):
        results.append(failed(fault, [], &frame))
        return
      }
    }
    let before = results.count
    var dropped = Dropped()
    run(check.bindings[...], [], &frame, &results, &dropped)
    guard results.count == before else { return }
    if dropped.forAbsentFact {
      // Only where nothing is left is it asked which absent fact made `where` false.
      dropped.isAsked = true
      run(check.bindings[...], [], &frame, &results, &dropped)
    }
    results.append(CheckResult(check: check, outcome: .notApplicable, missing: dropped.missing))
  }

  /// What `where` left out.
  private struct Dropped {
    /// True where a fact that is not on file had a part in it.
    var forAbsentFact = false
    /// True to name the facts, which takes a trace of each element.
    var isAsked = false
    var missing: [String] = []
  }

  /// A check with a basis of its own is judged only where the version holds on that day.
  private func evaluateBasis(_ frame: inout Frame) -> CheckResult? {
    switch BasisDate.of(check.basis, &frame) {
    case .always: return nil
    case .fault(let fault): return failed(fault, [], &frame)
    case .none(let paths):
      switch ExpectationEvaluation(rulebook: context.rulebook, record: context.record)
        .expectation(ofOneOf: paths, &frame)
      {
      case .expected:
        return finished(
          CheckResult(check: check, outcome: .undetermined, missing: paths), &frame)
      case .open(let facts):
        return finished(
          CheckResult(check: check, outcome: .undetermined, missing: paths + facts), &frame)
      case .notExpected:
        return CheckResult(check: check, outcome: .notApplicable, missing: paths)
      }
    case .days(let bounds, let value):
      frame.slots[check.basisSlot] = value
      if !version.mayHold(bounds) { return CheckResult(check: check, outcome: .notApplicable) }
      if !version.surelyHolds(bounds) {
        return finished(
          CheckResult(check: check, outcome: .undetermined, missing: bounds.trail), &frame)
      }
      return nil
    }
  }

  // MARK: Elements

  private func run(
    _ bindings: ArraySlice<CompiledBinding>, _ elements: [CheckResult.Element],
    _ frame: inout Frame, _ results: inout [CheckResult], _ dropped: inout Dropped
  ) {
    guard let binding = bindings.first else {
      switch selects(&frame, elements, &dropped) {
      case .selected: results.append(judge(&frame, elements))
      case .dropped: break
      case .undecided(let result): results.append(result)
      }
      return
    }
    switch binding.list.evaluate(&frame) {
    case .list(let list):
      for (index, value) in list.elements.enumerated() {
        frame.slots[binding.elementSlot] = value
        if let slot = binding.indexSlot { frame.slots[slot] = .int(Int64(index)) }
        run(
          bindings.dropFirst(), elements + [.init(list: list, index: index)], &frame, &results,
          &dropped)
      }
      if list.isOpen {
        var rest = CheckResult(
          check: check, elements: elements + [.init(list: list, index: nil)],
          outcome: .undetermined, missing: [list.path])
        rest.isRestOfList = true
        frame.slots[binding.elementSlot] = .unknown(Trail([list.path]))
        results.append(finished(rest, &frame))
      }
    case .unknown(let trail):
      var open = CheckResult(
        check: check, elements: elements, outcome: .undetermined, missing: trail.paths)
      open.isRestOfList = true
      results.append(finished(open, &frame))
    case .fault(let fault): results.append(failed(fault, elements, &frame))
    case let value:
      results.append(absent(Self.paths(of: value), elements, &frame))
    }
  }

  private enum Selection {
    case selected
    case dropped
    case undecided(CheckResult)
  }

  private func selects(
    _ frame: inout Frame, _ elements: [CheckResult.Element], _ dropped: inout Dropped
  ) -> Selection {
    guard let whereCondition = check.whereCondition else { return .selected }
    frame.metAbsentFact = false
    switch Condition(whereCondition.evaluate(&frame)) {
    case .yes: return .selected
    case .no:
      guard frame.metAbsentFact else { return .dropped }
      dropped.forAbsentFact = true
      if dropped.isAsked {
        for path in trace([whereCondition], &frame).absentInEquality
        where !dropped.missing.contains(path) {
          dropped.missing.append(path)
        }
      }
      return .dropped
    case .open(let trail):
      return .undecided(
        finished(
          CheckResult(
            check: check, elements: elements, outcome: .undetermined, missing: trail.paths), &frame)
      )
    case .fault(let fault): return .undecided(failed(fault, elements, &frame))
    }
  }

  // MARK: Judging

  private func judge(_ frame: inout Frame, _ elements: [CheckResult.Element]) -> CheckResult {
    var result =
      switch check.requirement {
      case .condition(let program): judge(program, &frame, elements)
      case .deadline(let deadline): judge(deadline, &frame, elements)
      }
    if context.keepsFrames { result.frame = frame }
    return result
  }

  private func judge(
    _ program: Program, _ frame: inout Frame, _ elements: [CheckResult.Element]
  ) -> CheckResult {
    let value = program.evaluate(&frame)
    switch value {
    case .bool(true): return CheckResult(check: check, elements: elements, outcome: .satisfied)
    case .bool(false):
      let tracer = trace([program], &frame)
      let result = CheckResult(
        check: check, elements: elements, outcome: .violated, missing: tracer.absentInEquality)
      return finished(result, &frame, traced: tracer)
    case .unknown(let trail):
      return finished(
        CheckResult(
          check: check, elements: elements, outcome: .undetermined, missing: trail.paths), &frame)
    case .range(let range):
      return finished(
        CheckResult(
          check: check, elements: elements, outcome: .undetermined, missing: range.trail.paths),
        &frame)
    case .fault(let fault): return failed(fault, elements, &frame)
    default: return absent(Self.paths(of: value), elements, &frame)
    }
  }

  private func judge(
    _ deadline: CompiledDeadline, _ frame: inout Frame, _ elements: [CheckResult.Element]
  ) -> CheckResult {
    let evaluation = DeadlineEvaluation(
      deadline: deadline, calendar: context.rulebook.calendar, asOf: context.asOf)
    switch evaluation.evaluate(&frame) {
    case .absent(let paths): return absent(paths, elements, &frame)
    case .decided(let decided):
      var result = CheckResult(
        check: check, elements: elements, outcome: decided.outcome, missing: decided.missing)
      result.deadline = decided
      result.fault = decided.fault
      return finished(result, &frame)
    }
  }

  /// What an absent fact means: as the check says, or else by whether the schema expects it.
  private func absent(
    _ paths: [String], _ elements: [CheckResult.Element], _ frame: inout Frame
  ) -> CheckResult {
    let outcome: Outcome
    switch check.absent {
    case .violated?: outcome = .violated
    case .undetermined?: outcome = .undetermined
    case .notApplicable?: outcome = .notApplicable
    case nil:
      let expectations = ExpectationEvaluation(rulebook: context.rulebook, record: context.record)
      outcome =
        paths.contains { expectations.isExpected($0, &frame) } ? .violated : .undetermined
    }
    return finished(
      CheckResult(check: check, elements: elements, outcome: outcome, missing: paths), &frame)
  }

  private static func paths(of value: Value) -> [String] {
    switch value {
    case .absent(let trail): trail.paths
    case .absentFact(let fact): [fact.path]
    case .structure(let structure): [structure.path]
    default: []
    }
  }

  private func failed(
    _ fault: Fault, _ elements: [CheckResult.Element], _ frame: inout Frame
  ) -> CheckResult {
    var result = CheckResult(check: check, elements: elements, outcome: .error)
    result.fault = fault
    return finished(result, &frame)
  }

  // MARK: Findings

  /// Adds the finding to a result that needs one.
  ///
  /// - Parameter tracer: What the requirement reads, where that is known already.
  private func finished(
    _ result: CheckResult, _ frame: inout Frame, traced tracer: Tracer? = nil
  ) -> CheckResult {
    guard result.outcome != .satisfied, result.outcome != .notApplicable else { return result }
    var result = result
    if result.outcome == .violated, let verified {
      switch verified.standing(of: result, frame) {
      case .holds: break
      case .restsOnUnverified: result.isUnverified = true
      case .open(let facts):
        result.outcome = .undetermined
        result.missing = facts
      }
    }
    result.finding = FindingBuilder(rule, in: context).finding(
      for: result, version, tracer ?? traceRequirement(&frame), &frame)
    return result
  }

  private func traceRequirement(_ frame: inout Frame) -> Tracer {
    switch check.requirement {
    case .condition(let program): trace([program], &frame)
    case .deadline(let deadline): trace([deadline.from, deadline.period, deadline.act], &frame)
    }
  }

  /// Evaluates programs once more from the start, noting what they read. The variables that fill
  /// themselves are emptied for it and get back what they held.
  private func trace(_ programs: [Program], _ frame: inout Frame) -> Tracer {
    let held = check.lazySlots.map { frame.slots[$0] }
    for slot in check.lazySlots { frame.slots[slot] = nil }
    let tracer = Tracer(keepsSteps: false)
    frame.tracer = tracer
    for program in programs { _ = program.evaluateTraced(&frame) }
    frame.tracer = nil
    for (slot, value) in zip(check.lazySlots, held) { frame.slots[slot] = value }
    return tracer
  }
}

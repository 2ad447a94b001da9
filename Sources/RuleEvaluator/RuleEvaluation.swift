import CEL
import CaseRecords
import Findings
import RuleCompiler
import SourceText
import WorkCalendar

/// Evaluates one rule for the record in a frame: version, `applies`, `except`, checks (semantics §4).
struct RuleEvaluation {
  let rule: CompiledRule
  let context: RecordContext

  init(_ rule: CompiledRule, in context: RecordContext) {
    self.rule = rule
    self.context = context
  }

  /// What a rule comes to in one of its versions.
  struct VersionOutput {
    var version: CompiledVersion
    var outcome: Outcome
    var missing: [String] = []
    var checks: [CheckResult] = []
    var reason: BilingualText?
    /// The part of `applies` that is false.
    var clause: String?
  }

  struct Output {
    var result: RuleResult
    /// The version that was evaluated first; the only one where the basis date decides.
    var first: VersionOutput?
    var others: [VersionOutput] = []
    var basis: BasisDate
    /// The facts that would tell the basis date, and by it the version, better.
    var trail: [String] = []

    /// The versions that were evaluated.
    var versions: [VersionOutput] { (first.map { [$0] } ?? []) + others }
  }

  func evaluate(_ frame: inout Frame) -> Output {
    for slot in rule.lazySlots { frame.slots[slot] = nil }
    let isOnly = rule.versions.count == 1
    if isOnly, let output = evaluateOnOneDay(rule.versions[0], &frame) { return output }
    var candidates: [(version: CompiledVersion, basis: BasisDate)] = []
    var mayBeOutside = true
    var trail: [String] = []
    var none: [String]?
    var lastBasis = BasisDate.always
    for version in rule.versions {
      let basis = BasisDate.of(version.basis, &frame)
      lastBasis = basis
      switch basis {
      case .fault(let fault):
        return output(.error, reason: Reasons.fault(fault), basis: basis)
      case .always where isOnly: return inForce(version, basis, &frame)
      case .days(let bounds, let value) where isOnly && version.surelyHolds(bounds):
        frame.slots[version.basisSlot] = value
        return inForce(version, basis, &frame)
      case .always:
        candidates.append((version, basis))
        mayBeOutside = false
      case .none(let paths): none = (none ?? []) + paths
      case .days(let bounds, _):
        trail += bounds.trail
        if version.surelyHolds(bounds) { mayBeOutside = false }
        if version.mayHold(bounds) { candidates.append((version, basis)) }
      }
    }
    if candidates.isEmpty {
      guard let none else {
        return output(.notApplicable, reason: Reasons.notInForce, basis: lastBasis)
      }
      switch ExpectationEvaluation(rulebook: context.rulebook, record: context.record)
        .expectation(ofOneOf: none, &frame)
      {
      case .expected:
        return output(
          .undetermined, missing: unique(none), reason: Reasons.noBasis, basis: lastBasis)
      case .open(let paths):
        return output(
          .undetermined, missing: unique(none + paths), reason: Reasons.noBasis, basis: lastBasis)
      case .notExpected:
        return output(
          .notApplicable, missing: unique(none), reason: Reasons.noBasis, basis: lastBasis)
      }
    }
    if mayBeOutside, candidates.count > 1, versionsCover(candidates) { mayBeOutside = false }
    if rule.source.isRetroactiveWhereLenient {
      addLaterVersions(&candidates, &trail, &frame)
    }
    var outputs: [VersionOutput] = []
    for (version, basis) in candidates {
      if case .days(_, let value) = basis { frame.slots[version.basisSlot] = value }
      outputs.append(evaluate(version, &frame))
    }
    return decide(outputs, mayBeOutside: mayBeOutside, trail: trail, basis: lastBasis)
  }

  /// The way that nearly every rule goes: one text, and one basis date that is known to the day and
  /// lies in it. `nil` where it is not so.
  private func evaluateOnOneDay(_ version: CompiledVersion, _ frame: inout Frame) -> Output? {
    guard version.basis.count == 1 else { return nil }
    let value = version.basis[0].evaluate(&frame)
    guard case .date(let day) = value, version.holds(on: day) else { return nil }
    frame.slots[version.basisSlot] = value
    return inForce(version, .days(DateBounds(earliest: day, latest: day), value: value), &frame)
  }

  private func inForce(
    _ version: CompiledVersion, _ basis: BasisDate, _ frame: inout Frame
  ) -> Output {
    decided(evaluate(version, &frame), basis: basis)
  }

  // MARK: Versions

  /// True where the versions leave no day between the bounds of the basis date out.
  private func versionsCover(
    _ candidates: [(version: CompiledVersion, basis: BasisDate)]
  ) -> Bool {
    guard case .days(let bounds, _)? = candidates.first?.basis else { return false }
    let sorted = candidates.map(\.version).sorted {
      ($0.from ?? .first) < ($1.from ?? .first)
    }
    if let from = sorted[0].from {
      guard let earliest = bounds.earliest, from <= earliest else { return false }
    }
    if let until = sorted[sorted.count - 1].until {
      guard let latest = bounds.latest, latest <= until else { return false }
    }
    return zip(sorted, sorted.dropFirst()).allSatisfy { earlier, later in
      guard let end = earlier.until, let start = later.from else { return true }
      return start <= end.next
    }
  }

  /// Adds the versions that came into force after the conduct, up to the decision. Of those that say
  /// so, the latest lighter one remains alone where it surely was in force by then; one that only may
  /// have been has to agree with what else may hold.
  private func addLaterVersions(
    _ candidates: inout [(version: CompiledVersion, basis: BasisDate)], _ trail: inout [String],
    _ frame: inout Frame
  ) {
    guard let first = candidates.first, case .days(let conduct, let value) = first.basis else {
      return
    }
    let rulebook = context.rulebook
    let decision = rulebook.schema.decisionDate(
      in: frame, rulebook.slots.sections, asOf: context.asOf)
    for version in rule.versions
    where !candidates.contains(where: { $0.version.number == version.number }) {
      if decision.mayBe(onOrAfter: version.from), conduct.mayBe(onOrBefore: version.until) {
        candidates.append((version, .days(conduct, value: value)))
      }
    }
    if candidates.count > 1 { trail += decision.trail }
    let lighter = candidates.filter(\.version.isLighter)
    if let sure = lighter.lastIndex(where: { candidate in
      candidate.version.surelyHolds(conduct)
        || decision.isSurely(onOrAfter: candidate.version.from)
          && conduct.isSurely(onOrBefore: candidate.version.until)
    }) {
      candidates = Array(lighter[sure...])
    }
  }

  private func decide(
    _ outputs: [VersionOutput], mayBeOutside: Bool, trail: [String], basis: BasisDate
  ) -> Output {
    let first = outputs[0]
    if outputs.allSatisfy({ $0.outcome == first.outcome }),
      !mayBeOutside || first.outcome == .notApplicable
    {
      return decided(first, Array(outputs.dropFirst()), trail: trail, basis: basis)
    }
    // The outcome depends on a basis date that nobody knows well enough, or on which text is the
    // lighter one.
    let missing = unique(trail)
    var result = RuleResult(
      rule: rule.id, outcome: .undetermined, missing: missing, reason: Reasons.versionsDiffer)
    let builder = FindingBuilder(rule, in: context)
    result.findings = [builder.undecidedVersion(missing: missing, first.version)]
    return Output(
      result: result, first: first, others: Array(outputs.dropFirst()), basis: basis,
      trail: missing)
  }

  private func decided(
    _ decisive: VersionOutput, _ others: [VersionOutput] = [], trail: [String] = [],
    basis: BasisDate
  ) -> Output {
    var result = RuleResult(
      rule: rule.id, outcome: decisive.outcome, missing: unique(decisive.missing),
      reason: decisive.reason)
    result.clause = decisive.clause
    for index in decisive.checks.indices {
      if let finding = decisive.checks[index].finding { result.findings.append(finding) }
    }
    return Output(
      result: result, first: decisive, others: others, basis: basis, trail: unique(trail))
  }

  private func output(
    _ outcome: Outcome, missing: [String] = [], reason: BilingualText, basis: BasisDate
  ) -> Output {
    var result = RuleResult(rule: rule.id, outcome: outcome, missing: missing, reason: reason)
    if outcome == .undetermined || outcome == .error, let version = rule.versions.last {
      let builder = FindingBuilder(rule, in: context)
      result.findings = [builder.ofRule(outcome, missing: missing, reason: reason, version)]
    }
    return Output(result: result, basis: basis)
  }

  // MARK: One version

  private func evaluate(_ version: CompiledVersion, _ frame: inout Frame) -> VersionOutput {
    guard version.mayRestOnUnverified else { return evaluate(version, &frame, verified: nil) }
    let reading = VerifiedReading { frame in
      var second = frame
      for slots in [version.lazySlots, rule.lazySlots] {
        for slot in slots { second.slots[slot] = nil }
      }
      second.withholdsUnverified = true
      return evaluate(version, &second, verified: nil)
    }
    return evaluate(version, &frame, verified: reading)
  }

  private func evaluate(
    _ version: CompiledVersion, _ frame: inout Frame, verified: VerifiedReading?
  ) -> VersionOutput {
    func whole(_ outcome: Outcome, _ missing: [String], _ reason: BilingualText) -> VersionOutput {
      var output = VersionOutput(
        version: version, outcome: outcome, missing: missing, reason: reason)
      if outcome == .undetermined || outcome == .error, let check = version.checks.first {
        var result = CheckResult(check: check, outcome: outcome, missing: missing)
        result.finding = FindingBuilder(rule, in: context).ofRule(
          outcome, missing: missing, reason: reason, version)
        output.checks = [result]
      }
      return output
    }
    if let applies = version.applies {
      let (value, falseClause) = applies.evaluateByClause(&frame)
      switch Condition(value) {
      case .yes: break
      case .no:
        return VersionOutput(
          version: version, outcome: .notApplicable, reason: Reasons.doesNotApply,
          clause: falseClause.map { version.clauses[$0] } ?? applies.source)
      case .open(let trail): return whole(.undetermined, trail.paths, Reasons.appliesIsOpen)
      case .fault(let fault): return whole(.error, [], Reasons.fault(fault))
      }
    }
    var excepted: [String: (condition: Condition, exception: CompiledException)] = [:]
    for exception in version.exceptions {
      let condition = Condition(exception.when.evaluate(&frame))
      if case .no = condition { continue }
      for id in exception.checks {
        // An exception that holds settles it, whatever another comes to.
        if case .yes? = excepted[id]?.condition { continue }
        excepted[id] = (condition, exception)
      }
    }
    var output = VersionOutput(version: version, outcome: .notApplicable)
    output.checks.reserveCapacity(version.checks.count)
    for check in version.checks {
      let evaluation = CheckEvaluation(
        check, of: version, of: rule, in: context, verified: verified)
      if !excepted.isEmpty, let id = check.id, let (condition, exception) = excepted[id] {
        output.checks.append(evaluation.excepted(condition, exception, &frame))
      } else {
        evaluation.evaluate(&frame, into: &output.checks)
      }
    }
    addUp(&output)
    return output
  }

  /// A rule is the worst of its checks; signals count only where there is nothing else.
  private func addUp(_ output: inout VersionOutput) {
    var (worst, worstSignal) = (Outcome?.none, Outcome.notApplicable)
    for index in output.checks.indices {
      let outcome = output.checks[index].outcome
      if output.checks[index].kind == .signal {
        worstSignal = max(worstSignal, outcome)
      } else {
        worst = worst.map { max($0, outcome) } ?? outcome
      }
    }
    let outcome = worst ?? worstSignal
    output.outcome = outcome
    // What is satisfied misses nothing.
    if outcome != .satisfied { collectMissing(&output, ofSignals: worst == nil) }
    if outcome == .notApplicable, output.reason == nil { output.reason = Reasons.noCheckApplies }
  }

  private func collectMissing(_ output: inout VersionOutput, ofSignals: Bool) {
    for index in output.checks.indices where output.checks[index].outcome == output.outcome {
      guard ofSignals || output.checks[index].kind != .signal else { continue }
      for path in output.checks[index].missing where !output.missing.contains(path) {
        output.missing.append(path)
      }
    }
  }

  private func unique(_ paths: [String]) -> [String] {
    guard paths.count > 1 else { return paths }
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }
}

extension RuleEvaluation {
  /// Texts of the engine for what no check's message says.
  enum Reasons {
    static let notInForce = BilingualText(
      zh: "依据日期不在规则施行期间内。", en: "The rule was not in force on its basis date.")
    static let noBasis = BilingualText(
      zh: "卷内没有决定适用哪一版规定的日期。",
      en: "The date that chooses the text of the rule is not on file.")
    static let doesNotApply = BilingualText(
      zh: "本案不属于规则的适用范围。", en: "The case is not one that the rule is about.")
    static let appliesIsOpen = BilingualText(
      zh: "不能确定规则是否适用。", en: "Whether the rule applies cannot be told.")
    static let noCheckApplies = BilingualText(
      zh: "规则的各项检查均不适用。", en: "None of the rule's checks applies.")
    static let versionsDiffer = BilingualText(
      zh: "可能适用的几版规定结论不同。", en: "The texts that may apply come to different outcomes.")

    static func fault(_ fault: Fault) -> BilingualText {
      BilingualText(
        zh: "规则本身出错：\(fault.code)（\(fault.detail)）。",
        en: "The rule itself failed: \(fault.code) (\(fault.detail)).")
    }
  }
}

package import Findings
internal import SourceText
package import WorkCalendar

/// Says of every finding how it stands to the waivers and to a baseline, case by case as a run goes
/// by: `mark` for each case, then what is left over.
package struct FindingMarker: Sendable {
  /// The waivers of the project file, with what came of them.
  private struct Standing: Sendable {
    var entry: WaiverEntry
    var isUsed = false
  }

  private let asOf: CivilDate
  private let rules: Set<String>
  private let baseline: Baseline?
  /// False where neither a baseline is compared with nor one is written: keys cost time.
  private let keepsKeys: Bool
  private var standing: [Standing]
  private var seen: Set<String> = []
  private var found: [FindingKey: Int] = [:]
  private var written: [FindingKey: Int] = [:]

  /// - Parameters:
  ///   - rules: Ids of the rules of the run; of others nothing is said to be unused or resolved.
  ///   - waivers: Those of the project file.
  ///   - baseline: `nil` for a run without one.
  ///   - writesBaseline: Whether `nextBaseline` will be asked for.
  package init(
    asOf: CivilDate, rules: Set<String>, waivers: [WaiverEntry] = [], baseline: Baseline? = nil,
    writesBaseline: Bool = false
  ) {
    keepsKeys = baseline != nil || writesBaseline
    self.asOf = asOf
    self.rules = rules
    self.baseline = baseline
    standing = waivers.map { Standing(entry: $0) }
  }

  /// Fills the status of every finding of a case, and adds what is to be told of the waivers in its
  /// folder to its diagnostics.
  package mutating func mark(_ review: inout CaseReview, waivers: CaseWaivers = CaseWaivers()) {
    if let problem = waivers.problem {
      review.diagnostics.append(Self.located(problem.diagnostic, in: problem.file))
    }
    // Of a record that cannot be read nobody knows what it would have said.
    if review.isUnreadable { return }
    let name = review.name
    seen.insert(name)
    var used: Set<Int> = []
    for result in review.results.indices {
      for number in review.results[result].findings.indices {
        let finding = review.results[result].findings[number]
        let waiver = waiver(for: finding, of: name, waivers.entries, &used)
        review.results[result].findings[number].status = FindingStatus(
          comparison: comparison(of: finding, of: name, isWaived: waiver != nil), waiver: waiver)
      }
    }
    review.diagnostics += waivers.entries.enumerated().compactMap { number, entry in
      idle(entry, isUsed: used.contains(number), in: name)
    }
  }

  private static func located(
    _ diagnostic: Diagnostic, in file: SourceFile
  ) -> LocatedDiagnostic {
    LocatedDiagnostic(
      diagnostic: diagnostic, place: Place(of: diagnostic.range, in: file), file: file.path)
  }

  // MARK: Waivers

  private mutating func waiver(
    for finding: Finding, of name: String, _ own: [WaiverEntry], _ used: inout Set<Int>
  ) -> Waiver? {
    var waiver: Waiver?
    for (number, entry) in own.enumerated()
    where entry.isAbout(finding) && (entry.caseName == nil || entry.caseName == name) {
      used.insert(number)
      if waiver == nil, !entry.hasPassed(on: asOf) { waiver = entry.waiver }
    }
    for number in standing.indices {
      let entry = standing[number].entry
      guard entry.caseName == name, entry.isAbout(finding) else { continue }
      standing[number].isUsed = true
      if waiver == nil, !entry.hasPassed(on: asOf) { waiver = entry.waiver }
    }
    return waiver
  }

  /// What is to be told of an entry; `nil` where it does what it should, or this run cannot tell.
  private func idle(_ entry: WaiverEntry, isUsed: Bool, in name: String) -> LocatedDiagnostic? {
    guard rules.contains(entry.rule) else { return nil }
    let diagnostic: Diagnostic
    if let until = entry.until, entry.hasPassed(on: asOf) {
      diagnostic = .waiverExpired(entry, until: until)
    } else if !isUsed {
      diagnostic = .waiverUnused(entry, in: entry.caseName ?? name)
    } else {
      return nil
    }
    return LocatedDiagnostic(diagnostic: diagnostic, place: entry.place, file: entry.place.file)
  }

  /// After the last case: what is to be told of the waivers of the project file, in its order. One
  /// whose case was not among those that were reviewed is left alone.
  package var diagnostics: [LocatedDiagnostic] {
    standing.compactMap { standing in
      guard let name = standing.entry.caseName, seen.contains(name) else { return nil }
      return idle(standing.entry, isUsed: standing.isUsed, in: name)
    }
  }

  // MARK: Baseline

  private mutating func comparison(
    of finding: Finding, of name: String, isWaived: Bool
  ) -> FindingStatus.Comparison? {
    if finding.outcome == .error || !keepsKeys { return nil }
    let key = FindingKey(finding, of: name)
    found[key, default: 0] += 1
    if !isWaived { written[key, default: 0] += 1 }
    guard let baseline else { return nil }
    return found[key, default: 0] <= baseline.counts[key, default: 0] ? .unchanged : .new
  }

  /// After the last case: what the baseline holds of the rules and cases of this run and this run did
  /// not find, in the order of the keys; `nil` for a run without a baseline.
  package var resolved: [ResolvedFindings]? {
    guard let baseline else { return nil }
    return baseline.counts.compactMap { key, count in
      let left = count - found[key, default: 0]
      return left > 0 && isInScope(key) ? ResolvedFindings(key: key, count: left) : nil
    }.sorted { $0.key < $1.key }
  }

  private func isInScope(_ key: FindingKey) -> Bool {
    rules.contains(key.rule) && seen.contains(key.caseName)
  }

  /// After the last case: a baseline that holds every finding of this run but those that are waived,
  /// and what the run's own baseline holds of rules and cases that were not reviewed.
  package var nextBaseline: Baseline {
    let kept = (baseline?.counts ?? [:]).filter { !isInScope($0.key) }
    return Baseline(counts: kept.merging(written) { _, new in new })
  }
}

import Findings
import RuleCompiler
import SourceText
import WorkCalendar
import YAML

/// The days of a text a day earlier or later, the order of basis dates, an exception dropped.
struct VersionMutants {
  let rule: RuleSource
  let document: RuleDocument

  func mutants() -> [MutantDraft] { days() + borders() + bases() + exceptions() }

  // MARK: Days in force

  private func days() -> [MutantDraft] {
    var drafts: [MutantDraft] = []
    if let effective = rule.effective {
      drafts += shifts(of: effective, "", isFirst: true, isLast: true) { changed, rule in
        rule.effective = changed
      }
    }
    for (index, version) in rule.versions.enumerated() {
      drafts += shifts(
        of: version.effective, ExpressionVisitor.prefix(of: version), isFirst: index == 0,
        isLast: index == rule.versions.count - 1
      ) { changed, rule in rule.versions[index].effective = changed }
    }
    return drafts
  }

  private func shifts(
    of effective: EffectiveSource, _ prefix: String, isFirst: Bool, isLast: Bool,
    _ put: (EffectiveSource, inout RuleSource) -> Void
  ) -> [MutantDraft] {
    let keys: [(String, WritableKeyPath<EffectiveSource, CivilDate?>)] =
      (isFirst ? [("from", \.from)] : []) + (isLast ? [("until", \.until)] : [])
    return keys.flatMap { key, path -> [MutantDraft] in
      guard let day = effective[keyPath: path],
        let node = document.value(of: key, inMappingAt: effective.range)
      else { return [] }
      return [-1, 1].map { step in
        let moved = day.moved(by: step)
        var changed = effective
        changed[keyPath: path] = moved
        var rule = rule
        put(changed, &rule)
        return MutantDraft(
          .inForce, "\(prefix)effective.\(key)", "`\(day)` → `\(moved)`", node.range, "\(moved)",
          rule)
      }
    }
  }

  /// The day between two versions moves for both.
  private func borders() -> [MutantDraft] {
    rule.versions.indices.dropFirst().flatMap { index -> [MutantDraft] in
      let effective = rule.versions[index].effective
      guard let day = effective.from, let end = rule.versions[index - 1].effective.until,
        let node = document.value(of: "from", inMappingAt: effective.range)
      else { return [] }
      return [-1, 1].map { step in
        var changed = rule
        changed.versions[index].effective.from = day.moved(by: step)
        changed.versions[index - 1].effective.until = end.moved(by: step)
        return MutantDraft(
          .inForce, ExpressionVisitor.prefix(of: rule.versions[index]) + "effective.from",
          "`\(day)` → `\(day.moved(by: step))`, and the version before it to the day before",
          node.range, "\(day.moved(by: step))", changed)
      }
    }
  }

  // MARK: Basis

  private func bases() -> [MutantDraft] {
    var drafts: [MutantDraft] = []
    func swapped(_ basis: [ExpressionSource]) -> [ExpressionSource]? {
      guard basis.count > 1 else { return nil }
      return [basis[1], basis[0]] + basis[2...]
    }
    func add(
      _ basis: [ExpressionSource], _ place: String,
      _ put: ([ExpressionSource], inout RuleSource) -> Void
    ) {
      guard let other = swapped(basis) else { return }
      var rule = rule
      put(other, &rule)
      drafts.append(
        MutantDraft(
          .basis, place, "`\(basis[0].text)` and `\(basis[1].text)` swapped",
          basis[0].range.union(basis[1].range), "\(basis[1].text), \(basis[0].text)", rule))
    }
    if let effective = rule.effective {
      add(effective.basis, "effective.basis") { $1.effective?.basis = $0 }
    }
    for (index, version) in rule.versions.enumerated() {
      add(version.effective.basis, ExpressionVisitor.prefix(of: version) + "effective.basis") {
        $1.versions[index].effective.basis = $0
      }
    }
    for (address, check, label) in rule.addressedChecks {
      add(check.basis, label + "basis") { basis, rule in
        rule = rule.changing(address) { $0.basis = basis }
      }
    }
    return drafts
  }

  // MARK: Exceptions

  private func exceptions() -> [MutantDraft] {
    var drafts: [MutantDraft] = []
    func add(
      _ exceptions: [ExceptionSource], _ prefix: String,
      _ put: ([ExceptionSource], inout RuleSource) -> Void
    ) {
      for number in exceptions.indices {
        var (rest, rule) = (exceptions, rule)
        rest.remove(at: number)
        put(rest, &rule)
        drafts.append(
          MutantDraft(
            .exception, "\(prefix)except \(number + 1)", "drop the exception",
            exceptions[number].range, "", rule))
      }
    }
    add(rule.exceptions, "") { $1.exceptions = $0 }
    for (index, version) in rule.versions.enumerated() {
      guard let own = version.exceptions else { continue }
      add(own, ExpressionVisitor.prefix(of: version)) { $1.versions[index].exceptions = $0 }
    }
    return drafts
  }
}

extension CivilDate {
  /// The day so many days later, or earlier.
  func moved(by days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + Int32(days)) }
}

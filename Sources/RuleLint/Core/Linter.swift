package import Findings
package import RuleCompiler
import SourceText
package import WorkCalendar

/// Runs every check over a rules folder, and applies the project's settings to what they find.
package struct Linter: Sendable {
  private let settings: LintSettings
  /// The day by which an `until:` of the settings has passed.
  private let day: CivilDate

  package init(settings: LintSettings, day: CivilDate) {
    self.settings = settings
    self.day = day
  }

  /// What lint has to say.
  package struct Result: Sendable {
    /// By file and place, those of loading and of the settings included.
    package var diagnostics: [LocatedDiagnostic]
    /// The findings among them that can be put right.
    package var fixable: [LintFinding]
  }

  /// Looks at everything.
  ///
  /// - Parameter others: What other stages found in files of the folder, such as the examples.
  package func run(on loaded: LoadedRules, others: [FileDiagnostic] = []) -> Result {
    let pack = LintPack(loaded)
    var findings = LintChecks.all.flatMap { check in
      var report = LintReport(check.note)
      check.run(on: pack, &report)
      return report.findings
    }
    findings += (Self.below(loaded) + others).map { found in
      LintFinding(
        file: found.file, rule: pack.rule(of: found), diagnostic: found.diagnostic, fix: nil)
    }
    let (told, ofSettings) = apply(to: findings)
    let sorted = told.enumerated().sorted { Self.isBefore($0, $1) }.map(\.element)
    var diagnostics = sorted.map { finding in
      loaded.source.located(
        FileDiagnostic(file: finding.file, diagnostic: finding.diagnostic), below: loaded.folder)
    }
    if let file = settings.file {
      diagnostics += ofSettings.map {
        LocatedDiagnostic(
          diagnostic: $0, place: Place(of: $0.range, in: file), file: file.path)
      }
    }
    return Result(diagnostics: diagnostics, fixable: sorted.filter { $0.fix != nil })
  }

  /// What loading told, with paths below the folder.
  private static func below(_ loaded: LoadedRules) -> [FileDiagnostic] {
    let prefix = "\(loaded.folder)/"
    return loaded.diagnostics.map { located in
      let isBelow = located.file.utf8.starts(with: prefix.utf8)
      let path = isBelow ? String(located.file.dropFirst(prefix.count)) : ""
      return FileDiagnostic(file: path, diagnostic: located.diagnostic)
    }
  }

  private static func isBefore(
    _ a: (offset: Int, element: LintFinding), _ b: (offset: Int, element: LintFinding)
  ) -> Bool {
    let (left, right) = (a.element, b.element)
    if left.file != right.file {
      return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
    let (one, other) = (left.diagnostic.range, right.diagnostic.range)
    if one != other { return (one.start, one.end) < (other.start, other.end) }
    if left.diagnostic.code != right.diagnostic.code {
      return left.diagnostic.code < right.diagnostic.code
    }
    return a.offset < b.offset
  }

  /// Gives findings the severity that the project wants, leaves out those that it keeps, and tells of
  /// entries that keep nothing or have passed. What stops a rule from loading is always told.
  private func apply(to findings: [LintFinding]) -> (told: [LintFinding], ofSettings: [Diagnostic])
  {
    let configurable = Set(LintChecks.notes.map(\.code))
    var used: Set<LintSettings.Ignore> = []
    var told: [LintFinding] = []
    for var finding in findings {
      let code = finding.diagnostic.code
      guard configurable.contains(code) else {
        told.append(finding)
        continue
      }
      guard
        let severity = settings.severity(of: code, otherwise: finding.diagnostic.severity)
      else { continue }
      finding.diagnostic.severity = severity
      let matching = settings.ignores.filter { keeps($0, finding) }
      used.formUnion(matching)
      if matching.contains(where: { !hasPassed($0) }) { continue }
      told.append(finding)
    }
    let ofSettings = settings.ignores.compactMap { ignore -> Diagnostic? in
      guard used.contains(ignore) else {
        return .ignoreNeedless(
          ignore.code, of: ignore.rule ?? ignore.file ?? "", at: ignore.range)
      }
      guard let until = ignore.until, hasPassed(ignore) else { return nil }
      return .ignoreExpired(until, at: ignore.range)
    }
    return (told, ofSettings)
  }

  private func keeps(_ ignore: LintSettings.Ignore, _ finding: LintFinding) -> Bool {
    guard ignore.code == finding.diagnostic.code else { return false }
    if let rule = ignore.rule { return finding.rule == rule }
    return ignore.file == finding.file
  }

  private func hasPassed(_ ignore: LintSettings.Ignore) -> Bool {
    ignore.until.map { $0 < day } ?? false
  }
}

extension LintPack {
  /// The rule that a place of loading lies in.
  fileprivate func rule(of found: FileDiagnostic) -> String? {
    loaded.source.rules.first { rule in
      rule.file == found.file && rule.range.start <= found.diagnostic.range.start
        && found.diagnostic.range.end <= rule.range.end
    }?.id.text
  }
}

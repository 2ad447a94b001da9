import Findings
package import RuleCompiler
package import SourceText
import WorkCalendar
import YAML

/// Puts right what can be, in memory: the caller shows it or writes it.
package struct FixedFolder: Sendable {
  /// A file before and after.
  package struct Change: Sendable {
    package var before: SourceFile
    package var after: SourceFile
  }

  /// The files that changed, by path.
  package let changes: [Change]
  /// Findings that were put right.
  package let count: Int

  /// One pass may free the way for another; more than this nobody needs.
  private static let maximumPasses = 8

  /// Applies fixes until nothing is left that can be put right.
  ///
  /// A fix that touches another waits for the next pass. A file that could be read before and cannot
  /// after, or a rule that compiled and does not, keeps its text.
  package init(_ loaded: LoadedRules, by linter: Linter) {
    var files = Dictionary(
      loaded.source.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let before = files
    var (current, refused, count): (LoadedRules, Set<String>, Int) = (loaded, [], 0)
    for _ in 0..<Self.maximumPasses {
      let errors = Self.errors(of: current)
      let findings = linter.run(on: current).fixable.filter { !refused.contains($0.file) }
      guard !findings.isEmpty else { break }
      var next = files
      var made: [String: Int] = [:]
      for (path, ofFile) in Dictionary(grouping: findings, by: \.file) {
        guard let file = files[path] else { continue }
        let (fix, number) = Self.joined(ofFile.compactMap(\.fix))
        next[path] = SourceFile(path: path, bytes: fix.applied(to: file.bytes))
        made[path] = number
      }
      var reloaded = Self.load(next, like: loaded)
      let worse = Self.errors(of: reloaded).filter { $0.value > errors[$0.key, default: 0] }
      if !worse.isEmpty {
        // What a file lost may show in another, so the files that were changed are given up together.
        let guilty = Set(worse.keys).intersection(made.keys)
        for path in guilty.isEmpty ? Set(made.keys) : guilty {
          refused.insert(path)
          next[path] = files[path]
          made[path] = nil
        }
        reloaded = Self.load(next, like: loaded)
      }
      count += made.values.reduce(0, +)
      (files, current) = (next, reloaded)
    }
    changes = before.keys.sorted().compactMap { path in
      guard let old = before[path], let new = files[path], old.bytes != new.bytes else {
        return nil
      }
      return Change(before: old, after: new)
    }
    self.count = count
  }

  private static func load(_ files: [String: SourceFile], like loaded: LoadedRules) -> LoadedRules {
    RulebookLoader.compile(
      RulebookSource(reading: Array(files.values)), folder: loaded.folder)
  }

  private static func errors(of loaded: LoadedRules) -> [String: Int] {
    let prefix = "\(loaded.folder)/"
    return loaded.diagnostics.filter { $0.diagnostic.severity == .error }.reduce(into: [:]) {
      $0[String($1.file.dropFirst(prefix.count)), default: 0] += 1
    }
  }

  /// One fix of several, without those that touch one before them.
  private static func joined(_ fixes: [LintFix]) -> (fix: LintFix, count: Int) {
    var (edits, count): ([TextEdit], Int) = ([], 0)
    for fix in fixes.sorted(by: {
      ($0.edits.first?.range.start ?? 0) < ($1.edits.first?.range.start ?? 0)
    }) {
      let isFree = fix.edits.allSatisfy { edit in
        edits.allSatisfy { edit.range.end < $0.range.start || $0.range.end < edit.range.start }
      }
      guard isFree else { continue }
      edits += fix.edits
      count += 1
    }
    return (LintFix(edits: edits.sorted { $0.range.start < $1.range.start }), count)
  }
}

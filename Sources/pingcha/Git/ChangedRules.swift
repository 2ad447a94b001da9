import RuleCompiler
import SourceText

/// Which rules read differently than at a revision of the git repository that holds the rules folder.
struct ChangedRules {
  private let repository: RulesRepository
  private let revision: String

  /// - Parameter folder: The rules folder.
  init(folder: String, revision: String) {
    repository = RulesRepository(folder: folder)
    self.revision = revision
  }

  /// Returns the rules that are new or whose text has changed, their examples included.
  ///
  /// - Throws: Where the folder is in no repository, or git does not know the revision.
  func among(_ rules: [RuleSource], of source: RulebookSource) throws -> [RuleSource] {
    guard let commit = try repository.commit(revision),
      let changed = repository.changed(since: commit),
      let new = repository.untracked(ignored: false)
    else { throw UsageProblem.noRevision(revision) }
    let paths = changed.union(new)
    var before: [String: [String: String]] = [:]
    return rules.filter { rule in
      guard paths.contains(rule.file) else { return false }
      let old = before[rule.file] ?? texts(of: rule.file, at: commit)
      before[rule.file] = old
      return old[rule.id.text] != source.text(of: rule)
    }
  }

  /// The texts of the rules of a file at a commit, by id; none where it was not there.
  private func texts(of path: String, at commit: String) -> [String: String] {
    guard let file = repository.file(path, at: commit) else { return [:] }
    let old = RulebookSource(reading: [file])
    return Dictionary(
      old.rules.map { ($0.id.text, old.text(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension RulebookSource {
  fileprivate func text(of rule: RuleSource) -> String {
    files.first { $0.path == rule.file }?.text(in: rule.range) ?? ""
  }
}

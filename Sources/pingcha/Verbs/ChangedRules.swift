import RuleCompiler
import RuleProof
import SourceText

/// Which rules read differently than at a revision of the git repository that holds the rules folder.
struct ChangedRules {
  /// The rules folder.
  let folder: String
  let revision: String

  /// Returns the rules that are new or whose text has changed, their examples included.
  ///
  /// - Throws: Where the folder is in no repository, or git does not know the revision.
  func among(_ rules: [RuleSource], of source: RulebookSource) throws -> [RuleSource] {
    guard git(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"]) != nil else {
      throw git(["rev-parse", "--git-dir"]) == nil
        ? UsageProblem.noRepository(folder) : UsageProblem.noRevision(revision)
    }
    guard
      let changed = git(["diff", "--name-only", "--relative", "-z", revision, "--", "."]),
      let new = git(["ls-files", "--others", "--exclude-standard", "-z", "--", "."])
    else { throw UsageProblem.noRevision(revision) }
    let paths = Set(
      (changed + new).split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    var before: [String: [String: String]] = [:]
    return rules.filter { rule in
      guard paths.contains(rule.file) else { return false }
      let old = before[rule.file] ?? texts(of: rule.file)
      before[rule.file] = old
      return old[rule.id.text] != source.text(of: rule)
    }
  }

  /// The texts of the rules of a file at the revision, by id; none where it was not there.
  private func texts(of path: String) -> [String: String] {
    guard let bytes = git(["show", "\(revision):./\(path)"]) else { return [:] }
    let old = RulebookSource(reading: [SourceFile(path: path, bytes: bytes)])
    return Dictionary(
      old.rules.map { ($0.id.text, old.text(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  private func git(_ arguments: [String]) -> [UInt8]? {
    OtherProgram.output(of: ["git", "-C", folder] + arguments)
  }
}

extension RulebookSource {
  fileprivate func text(of rule: RuleSource) -> String {
    files.first { $0.path == rule.file }?.text(in: rule.range) ?? ""
  }
}

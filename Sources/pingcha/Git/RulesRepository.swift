import RuleCompiler
import SourceText

/// The git repository that a rules folder lies in.
struct RulesRepository {
  let folder: String

  /// The commit that a name stands for; `nil` where git knows none.
  ///
  /// - Throws: Where the folder is in no repository.
  func commit(_ name: String) throws -> String? {
    guard git(["rev-parse", "--git-dir"]) != nil else { throw UsageProblem.noRepository(folder) }
    let output = git(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
    return output.map { String(decoding: $0.filter { $0 > 0x20 }, as: UTF8.self) }
  }

  /// Paths below the folder of the files that git tracks and that are not as they were at a commit.
  func changed(since commit: String) -> Set<String>? {
    paths(["diff", "--name-only", "--relative", "--no-renames", "-z", commit, "--", "."])
  }

  /// Paths below the folder of the files that git does not track.
  ///
  /// - Parameter ignored: Whether those that git is told to ignore count.
  func untracked(ignored: Bool) -> Set<String>? {
    paths(["ls-files", "--others", "-z"] + (ignored ? [] : ["--exclude-standard"]) + ["--", "."])
  }

  /// A file as it was at a commit; `nil` where it was not there.
  func file(_ path: String, at commit: String) -> SourceFile? {
    git(["show", "\(commit):./\(path)"]).map { SourceFile(path: path, bytes: $0) }
  }

  /// The rules as they were at a commit: the files on disk, with those that have changed since taken
  /// from there.
  func source(at commit: String, called name: String) throws -> RulebookSource {
    guard let changed = changed(since: commit), let untracked = untracked(ignored: true) else {
      throw UsageProblem.noRevision(name)
    }
    let kept = RulebookSource.files(in: folder).files.filter {
      !changed.contains($0.path) && !untracked.contains($0.path)
    }
    let earlier = changed.sorted().filter(RulebookSource.isRulesFile)
      .compactMap { file($0, at: commit) }
    return RulebookSource(reading: kept + earlier)
  }

  /// The messages of the commits between two.
  func messages(from old: String, to new: String) -> String {
    String(decoding: git(["log", "--format=%B", "\(old)..\(new)"]) ?? [], as: UTF8.self)
  }

  private func paths(_ arguments: [String]) -> Set<String>? {
    git(arguments).map { output in
      Set(output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    }
  }

  private func git(_ arguments: [String]) -> [UInt8]? {
    OtherProgram.output(of: ["git", "-C", folder] + arguments)
  }
}

import FoundationEssentials
import RuleCompiler
import SourceText

/// The two readings of the rules that a command line names.
struct RuleSides {
  let old: RuleSide
  let new: RuleSide
  private let repository: RulesRepository?

  /// - Parameters:
  ///   - old: A folder, a revision, or two of them with `..` between.
  ///   - new: `nil` for the rules folder as it is on disk.
  init(old: String, new: String?, rules: RulesOptions) throws {
    var (first, second) = (old, new)
    if new == nil, !Self.isFolder(old), let dots = old.firstRange(of: "..") {
      first = String(old[..<dots.lowerBound])
      // `main..` is what it is to git: up to the head.
      let rest = String(old[dots.upperBound...])
      second = rest.isEmpty ? "HEAD" : rest
    }
    let needsRepository = !Self.isFolder(first) || second.map { !Self.isFolder($0) } ?? false
    repository =
      needsRepository || second == nil ? RulesRepository(folder: try rules.find()) : nil
    self.old = try Self.side(first, repository)
    if let second {
      self.new = try Self.side(second, repository)
    } else {
      self.new = .folder(try rules.find())
    }
  }

  private static func side(_ name: String, _ repository: RulesRepository?) throws -> RuleSide {
    if isFolder(name) { return .folder(name) }
    guard let repository, let commit = try repository.commit(name) else {
      throw UsageProblem.noSide(name)
    }
    return .revision(name, commit: commit, repository)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: "\(path)/records", isDirectory: &isFolder)
      && isFolder
  }

  /// The messages of the commits between the two; empty where one is no revision.
  func messages() -> String {
    guard case .revision(_, let first, let repository) = old else { return "" }
    switch new {
    case .revision(_, let second, _): return repository.messages(from: first, to: second)
    case .folder: return repository.messages(from: first, to: "HEAD")
    }
  }
}

/// One reading of the rules.
enum RuleSide {
  case folder(String)
  case revision(String, commit: String, RulesRepository)

  /// Reads and compiles it.
  func load() throws -> LoadedRules {
    switch self {
    case .folder(let path): return RulebookLoader.load(folder: path)
    case .revision(let name, let commit, let repository):
      return RulebookLoader.compile(
        try repository.source(at: commit, called: name), folder: "\(name):\(repository.folder)")
    }
  }
}

/// The git repository that a rules folder lies in.
struct RulesRepository {
  let folder: String

  /// The commit that a name stands for; `nil` where git knows none.
  func commit(_ name: String) throws -> String? {
    guard git(["rev-parse", "--git-dir"]) != nil else { throw UsageProblem.noRepository(folder) }
    let output = git(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
    return output.map { String(decoding: $0.filter { $0 > 0x20 }, as: UTF8.self) }
  }

  /// The rules as they were at a commit: the files on disk, with those that have changed since taken
  /// from there.
  func source(at commit: String, called name: String) throws -> RulebookSource {
    guard
      let changed = git([
        "diff", "--name-only", "--relative", "--no-renames", "-z", commit, "--", ".",
      ]),
      let untracked = git(["ls-files", "--others", "-z", "--", "."])
    else { throw UsageProblem.noRevision(name) }
    let (others, newer) = (Self.paths(changed), Self.paths(untracked))
    let current = RulebookSource.load(folder: folder)
    var files = current.files.filter { !others.contains($0.path) && !newer.contains($0.path) }
    for path in others.sorted() where path.hasSuffix(".yaml") {
      // One that is new since is not there.
      guard let bytes = git(["show", "\(commit):./\(path)"]) else { continue }
      files.append(SourceFile(path: path, bytes: bytes))
    }
    return RulebookSource(reading: files)
  }

  func messages(from old: String, to new: String) -> String {
    let output = git(["log", "--format=%B", "\(old)..\(new)"]) ?? []
    return String(decoding: output, as: UTF8.self)
  }

  private static func paths(_ output: [UInt8]) -> Set<String> {
    Set(output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
  }

  private func git(_ arguments: [String]) -> [UInt8]? {
    OtherProgram.output(of: ["git", "-C", folder] + arguments)
  }
}

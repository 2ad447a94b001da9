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
enum RuleSide: Sendable {
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

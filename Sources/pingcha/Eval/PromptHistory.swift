import FoundationEssentials

/// What was typed at the prompt in this conversation and those before it, kept in a file of the
/// user's: at most twice `limit` lines, of which the last `limit` come back.
///
/// Nobody is told when the file cannot be read or written; then there is no history of other days.
struct PromptHistory {
  static let limit = 1000
  /// Longer lines are not kept for other days.
  private static let longestLine = 4096

  /// The oldest first.
  private(set) var lines: [String]
  private let path: String?
  /// Lines in the file.
  private var written: Int

  /// - Parameter path: `nil` keeps nothing.
  init(path: String?) {
    self.path = path
    let all = path.map(Self.read) ?? []
    lines = all.suffix(Self.limit)
    written = all.count
    if written > Self.limit { shorten() }
  }

  /// The file below the folder for what programs remember (XDG Base Directory Specification 0.8:
  /// `XDG_STATE_HOME`, else `.local/state` in the home folder; a relative path counts as none);
  /// `nil` where there is no such folder and none can be made.
  static func path(environment: (String) -> String?) -> String? {
    func absolute(_ name: String) -> String? {
      environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let state = absolute("XDG_STATE_HOME") ?? absolute("HOME").map { $0 + "/.local/state" }
    guard let folder = state.map({ $0 + "/pingcha" }) else { return nil }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      return nil
    }
    return folder + "/eval-history"
  }

  /// Adds a line, unless it is the one before it once more; false where it was not added.
  mutating func add(_ line: String) -> Bool {
    if line.isEmpty || line == lines.last { return false }
    lines.append(line)
    guard let path, line.utf8.count <= Self.longestLine,
      let file = OutputFile(privatelyAppendingTo: path), file.write(line + "\n")
    else { return true }
    written += 1
    if written >= 2 * Self.limit { shorten() }
    return true
  }

  private static func read(_ path: String) -> [String] {
    guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Leaves the last lines in the file, those of other conversations that go on included.
  private mutating func shorten() {
    guard let path else { return }
    let last = Self.read(path).suffix(Self.limit)
    // A name of its own keeps two conversations from writing one file.
    let draft = "\(path).\(Streams.processNumber)"
    guard let file = OutputFile(privatelyAppendingTo: draft),
      file.write(last.map { $0 + "\n" }.joined()), Streams.rename(draft, to: path)
    else { return }
    written = last.count
  }
}

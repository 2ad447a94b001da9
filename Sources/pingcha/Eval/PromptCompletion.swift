import CEL
import FoundationEssentials

extension Completion {
  /// Completes a line at the prompt: an expression, a command, or what a command is followed by.
  ///
  /// - Parameters:
  ///   - line: Up to the cursor.
  ///   - earlier: The lines before it that belong to the same expression.
  init(ofLine line: String, after earlier: String, in environment: Environment) {
    let text = earlier + line
    guard text.hasPrefix(":") else {
      self.init(of: text, in: environment)
      return
    }
    let command = text.prefix { $0 != " " }
    let rest = String(text.dropFirst(command.count).drop { $0 == " " })
    if command.count == text.count {
      self.init(of: text, among: EvalWords.commands.map { Candidate($0) })
      return
    }
    switch command {
    case ":type", ":explain": self.init(of: rest, in: environment)
    case ":lang":
      self.init(of: rest, among: LanguageChoice.allCases.map { Candidate($0.rawValue) })
    case ":case": self.init(ofPath: rest)
    default: self.init(of: rest, among: [])
    }
  }

  /// Completes a path: folders and files, but not those whose name begins with a dot.
  private init(ofPath path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    self.init(
      of: String(parts.last ?? ""),
      among: names.filter { !$0.hasPrefix(".") }.map { name in
        var isFolder = false
        _ = files.fileExists(atPath: folder + name, isDirectory: &isFolder)
        return Candidate(name, tail: isFolder ? "/" : "")
      })
  }
}

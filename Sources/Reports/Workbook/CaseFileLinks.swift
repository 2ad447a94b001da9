/// Says how a workbook leads to the file of a case.
///
/// A link is the path from the workbook's folder, so that both can be moved together and the bytes
/// do not tell on which machine it was written. There is none where only one of the two was named by
/// an absolute path, and none to standard input.
package struct CaseFileLinks: Sendable {
  private let isAbsolute: Bool
  /// The folder of the workbook, by its parts; `nil` where nobody can say where it will lie.
  private let folder: [Substring]?

  /// - Parameter workbook: The path that the workbook is written to; `nil` for standard output.
  package init(workbook: String?) {
    isAbsolute = workbook?.hasPrefix("/") ?? false
    folder = workbook.flatMap { Self.parts(of: $0) }.map { $0.dropLast() }.map(Array.init)
  }

  /// Returns the path of a record's file from the folder of the workbook.
  ///
  /// - Parameter source: A file, or `file:line` for a line of a stream.
  package func path(to source: String) -> String? {
    let file = Self.withoutLine(source)
    guard let folder, file != "-", file.hasPrefix("/") == isAbsolute,
      let parts = Self.parts(of: file), !parts.isEmpty
    else { return nil }
    let shared = zip(folder, parts).prefix { $0 == $1 }.count
    let up = folder.dropFirst(shared)
    // Nobody can say what a folder above the working one is called from inside.
    if up.contains("..") { return nil }
    let steps = up.map { _ in ".." as Substring } + parts.dropFirst(shared)
    return steps.joined(separator: "/")
  }

  private static func withoutLine(_ source: String) -> String {
    guard let colon = source.utf8.lastIndex(of: UInt8(ascii: ":")) else { return source }
    let line = source[source.utf8.index(after: colon)...]
    let isNumber =
      !line.isEmpty && line.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isNumber ? String(source[..<colon]) : source
  }

  /// The parts of a path without `.`, and with `..` only at the beginning; `nil` where an absolute
  /// path would leave the root.
  private static func parts(of path: String) -> [Substring]? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part == "..", path.hasPrefix("/") {
        return nil
      } else {
        parts.append(part)
      }
    }
    return parts
  }
}

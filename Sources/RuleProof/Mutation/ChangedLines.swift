import SourceText

/// The lines of a rule file that a mutant touches.
enum ChangedLines {
  /// Of a change over many lines so many are shown.
  private static let limit = 4

  /// - Returns: The lines as they are and as they would be, without the blanks that all of them begin
  ///   with; `after` is empty where the change takes something away that has lines of its own.
  static func of(_ mutant: Mutant, in file: SourceFile) -> (before: [String], after: [String]) {
    let (start, end) = (Int(mutant.range.start), Int(mutant.range.end))
    guard start <= end, end <= file.bytes.count else { return ([], []) }
    let first = file.lines.content(ofLine: file.lines.line(at: start), in: file.bytes)
    let last = file.lines.content(
      ofLine: file.lines.line(at: max(start, end - 1)), in: file.bytes)
    let head = file.bytes[first.lowerBound..<max(first.lowerBound, start)]
    let tail = file.bytes[min(end, last.upperBound)..<last.upperBound]
    let before = lines(Array(file.bytes[first.lowerBound..<last.upperBound]))
    let isWhole = mutant.replacement.isEmpty && isOnlyMark(head) && isOnlyMark(tail)
    let after = isWhole ? [] : lines(Array(head) + Array(mutant.replacement.utf8) + Array(tail))
    return trimmed(before, after)
  }

  private static func isOnlyMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    let all = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    return all.count > limit ? Array(all.prefix(limit)) + ["…"] : all
  }

  private static func trimmed(
    _ before: [String], _ after: [String]
  ) -> (before: [String], after: [String]) {
    let indents = (before + after).filter { $0 != "…" && !$0.isEmpty }
      .map { $0.utf8.prefix { $0 == 0x20 }.count }
    let indent = indents.min() ?? 0
    func cut(_ line: String) -> String { line == "…" ? line : String(line.dropFirst(indent)) }
    return (before.map(cut), after.map(cut))
  }
}

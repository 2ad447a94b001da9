package import YAML

/// Reads NDJSON line by line, from a file or standard input, in memory that does not grow with it.
package struct LineReader: ~Copyable {
  package struct Line: Sendable {
    /// From 1, empty lines counted.
    package var number: Int
    /// Without the line break; empty where it is too long.
    package var bytes: [UInt8]
    /// True for a line over the limit, which is skipped.
    package var isTooLong: Bool

    package init(number: Int, bytes: [UInt8], isTooLong: Bool) {
      self.number = number
      self.bytes = bytes
      self.isTooLong = isTooLong
    }
  }

  private let file: OpenFile
  private let limit: Int
  private var buffer: [UInt8] = []
  /// Where the next line begins in `buffer`, and up to where no line break was found yet.
  private var start = 0
  private var searched = 0
  private var isAtEnd = false
  private var number = 0

  /// - Throws: Where the file cannot be opened.
  package init(_ source: RecordSource, limits: ReadingLimits = .standard) throws(FileProblem) {
    limit = limits.bytes
    file =
      source.isStandardInput ? .standardInput : try OpenFile.regular(source.path)
  }

  /// Returns the next line that is not blank; `nil` at the end.
  package mutating func next() throws(FileProblem) -> Line? {
    while let line = try nextLine() {
      if line.isTooLong || line.bytes.contains(where: { !$0.isBlank }) { return line }
    }
    return nil
  }

  private mutating func nextLine() throws(FileProblem) -> Line? {
    var isTooLong = false
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = isTooLong || end - start > limit ? nil : Array(buffer[start..<end])
        start = end + 1
        searched = start
        number += 1
        return Line(number: number, bytes: line ?? [], isTooLong: line == nil)
      }
      searched = buffer.count
      if searched - start > limit {
        isTooLong = true
        start = searched
      }
      if isAtEnd {
        if start == buffer.count && !isTooLong { return nil }
        let line = isTooLong ? [] : Array(buffer[start...])
        start = buffer.count
        number += 1
        return Line(number: number, bytes: line, isTooLong: isTooLong)
      }
      if start > 0 {
        buffer.removeFirst(start)
        searched -= start
        start = 0
      }
      isAtEnd = !(try file.read(onto: &buffer, atMost: 1 << 18))
    }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}

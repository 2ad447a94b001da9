/// A stretch of a text as UTF-8 offsets, from 0; `end` is the offset just past the last byte.
package struct ByteRange: Hashable, Sendable {
  package var start: UInt32
  package var end: UInt32

  package init(start: UInt32, end: UInt32) {
    precondition(start <= end, "a range cannot end before it starts")
    self.start = start
    self.end = end
  }

  package init(_ start: Int, _ end: Int) {
    self.init(start: UInt32(start), end: UInt32(end))
  }

  package static let none = ByteRange(start: 0, end: 0)

  /// Returns the smallest range that holds both.
  package func union(_ other: ByteRange) -> ByteRange {
    ByteRange(start: min(start, other.start), end: max(end, other.end))
  }
}

package import SourceText

/// Finds for a stretch of a scalar's text the stretch of the file that it was written as.
///
/// A scalar's text is what is left after unquoting, unescaping and unfolding, so an offset in an
/// expression is not an offset in the file. The map reads the source again, in the scalar's style,
/// and notes which bytes became which; where the outcome is not the scalar's text (the node of an
/// alias, whose source is elsewhere) it falls back to the whole range and says so in `isExact`.
package struct ScalarSourceMap: Sendable {
  /// Whether every offset maps to its own place.
  package let isExact: Bool
  private let whole: ByteRange
  private let start: Int
  // Invariant: ascending and without gaps in `text`; the source may have gaps.
  private let runs: [Run]

  /// Bytes of the text and the bytes of the source they came from.
  struct Run {
    var text: Range<Int>
    var source: Range<Int>
    /// Whether each byte stands for itself; else the run is one escape or one fold.
    var isVerbatim: Bool
  }

  /// - Parameters:
  ///   - range: The scalar's range in the file, as its node has it.
  ///   - source: The file, or the part of it that starts at the offset `sourceStart`.
  package init(_ scalar: Scalar, range: ByteRange, source: [UInt8], sourceStart: Int = 0) {
    whole = range
    start = sourceStart
    let (low, high) = (Int(range.start) - sourceStart, Int(range.end) - sourceStart)
    guard low >= 0, high <= source.count else {
      (isExact, runs) = (false, [])
      return
    }
    var builder = ScalarMapBuilder(
      text: Array(scalar.text.utf8), source: source, at: low, end: high)
    isExact = builder.build(scalar.style)
    runs = isExact ? builder.runs : []
  }

  /// Makes the map of a node; `nil` when it is no scalar.
  package init?(_ node: Node, source: [UInt8], sourceStart: Int = 0) {
    guard let scalar = node.scalar else { return nil }
    self.init(scalar, range: node.range, source: source, sourceStart: sourceStart)
  }

  /// Returns the range in the file of a range of UTF-8 offsets in the scalar's text.
  ///
  /// An escape or a fold that is touched is included whole. An empty range gives an empty one, at
  /// the end of the text the one just past its last character.
  package func range(of text: ByteRange) -> ByteRange {
    guard isExact, !runs.isEmpty else { return whole }
    let first = place(startingAt: Int(text.start))
    if text.end <= text.start { return ByteRange(first, first) }
    return ByteRange(first, max(first, place(endingAt: Int(text.end))))
  }

  private func place(startingAt offset: Int) -> Int {
    guard let run = runs.first(where: { $0.text.upperBound > offset }) else {
      return start + (runs.last?.source.upperBound ?? 0)
    }
    let inside = run.isVerbatim ? max(offset - run.text.lowerBound, 0) : 0
    return start + run.source.lowerBound + inside
  }

  private func place(endingAt offset: Int) -> Int {
    guard let run = runs.first(where: { $0.text.upperBound >= offset }) else {
      return start + (runs.last?.source.upperBound ?? 0)
    }
    guard run.isVerbatim else { return start + run.source.upperBound }
    return start + run.source.lowerBound + max(offset - run.text.lowerBound, 0)
  }
}

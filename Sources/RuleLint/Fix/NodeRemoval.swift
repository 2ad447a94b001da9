import SourceText
import YAML

/// Takes an entry out of a mapping or a sequence, with the comma or the line that belongs to it.
struct NodeRemoval {
  let file: SourceFile

  /// Takes the entry with a key out; `nil` where it stands so that this cannot be done by whole lines,
  /// and where it is the only one.
  func removing(_ key: String, from mapping: Node) -> LintFix? {
    guard let pairs = mapping.mapping, pairs.count > 1,
      let place = pairs.firstIndex(where: { $0.key.text == key })
    else { return nil }
    let entries = pairs.map { $0.keyRange.union(end(of: $0.value)) }
    return removing(place, of: entries, isFlow: isFlow(mapping), lead: [])
  }

  /// Takes an element out of a sequence; `nil` where it is the only one.
  func removing(_ place: Int, from sequence: Node) -> LintFix? {
    guard let nodes = sequence.sequence, nodes.count > 1 else { return nil }
    let entries = nodes.map { $0.range.union(end(of: $0)) }
    return removing(
      place, of: entries, isFlow: isFlow(sequence), lead: [UInt8(ascii: "-"), UInt8(ascii: " ")])
  }

  private func isFlow(_ node: Node) -> Bool {
    let first = file.bytes[Int(node.range.start)]
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// The range of a node as it is written, without the lines that the end of a block may reach to.
  private func end(of node: Node) -> ByteRange {
    var (start, end) = (Int(node.range.start), Int(node.range.end))
    while end > start, [0x20, 0x0A, 0x0D].contains(file.bytes[end - 1]) { end -= 1 }
    start = min(start, end)
    return ByteRange(start, end)
  }

  private func removing(
    _ place: Int, of entries: [ByteRange], isFlow: Bool, lead: [UInt8]
  ) -> LintFix? {
    if isFlow {
      let range =
        place + 1 < entries.count
        ? ByteRange(start: entries[place].start, end: entries[place + 1].start)
        : ByteRange(start: entries[place - 1].end, end: entries[place].end)
      let lost = file.bytes[Int(range.start)..<Int(range.end)]
      // A comment would go too.
      if lost.contains(UInt8(ascii: "#")), lost.contains(0x0A) { return nil }
      return LintFix(edits: [TextEdit(range, "")])
    }
    let bytes = file.bytes
    let first = file.lines.content(
      ofLine: file.lines.line(at: Int(entries[place].start)), in: bytes)
    let blank = bytes[first.lowerBound..<Int(entries[place].start)].drop { $0 == 0x20 }
    guard blank.elementsEqual(lead) else { return nil }
    let lastLine = file.lines.line(at: Int(entries[place].end) - 1)
    let last = file.lines.content(ofLine: lastLine, in: bytes)
    // Only a comment may follow on the line.
    let rest = bytes[Int(entries[place].end)..<last.upperBound].drop { $0 == 0x20 }
    guard rest.isEmpty || rest.first == UInt8(ascii: "#") else { return nil }
    let next =
      lastLine < file.lines.lineCount
      ? file.lines.content(ofLine: lastLine + 1, in: bytes).lowerBound : last.upperBound
    return LintFix(edits: [TextEdit(ByteRange(first.lowerBound, next), "")])
  }
}

import SourceText
import YAML

/// Blanks at the end of a line.
package enum TrailingSpace: LintCheck {
  package static let note = LintNote(
    "trailing-space", .shape, .warning, hasFix: true,
    summary: BilingualText(zh: "行末有空格", en: "a line ends with blanks"),
    explanation: BilingualText(
      zh: "行末的空格看不见，却让比较文件时多出改动。修复时删去；块状文字里的不动。",
      en:
        "They cannot be seen and make for changes that are none. The fix takes them out, but for those "
        + "inside of block scalars."),
    breaking: "severity: minor«  »\nkind: violation", sound: "severity: minor\nkind: violation")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for path in pack.files.keys.sorted() {
      guard let file = pack.files[path] else { continue }
      let blocks = (pack.documents[path]?.blockScalars ?? []).map(\.range)
      for line in 1...file.lines.lineCount {
        let content = file.lines.content(ofLine: line, in: file.bytes)
        var end = content.upperBound
        while end > content.lowerBound, [0x20, 0x09].contains(file.bytes[end - 1]) { end -= 1 }
        guard end < content.upperBound,
          !blocks.contains(where: { Int($0.start) <= end && end < Int($0.end) })
        else { continue }
        let range = ByteRange(end, content.upperBound)
        report.add(
          file, range, rule: nil,
          BilingualText(zh: "行末有空格", en: "the line ends with blanks"),
          fix: LintFix(edits: [TextEdit(range, "")]))
      }
    }
  }
}

/// A comment that says that something is still to be done.
package enum OpenNote: LintCheck {
  package static let note = LintNote(
    "open-note", .shape, .warning,
    summary: BilingualText(
      zh: "注释里留着没做完的事", en: "a comment says that something is still to be done"),
    explanation: BilingualText(
      zh: "`TODO`、`FIXME`、`XXX`、`待办`、`待核`：规则施行前应当做完，或写成 `reading` 和 `confidence`。",
      en:
        "`TODO`, `FIXME`, `XXX`, 待办, 待核: finish it before the rule is in force, or say it where reports "
        + "can: in `reading` or `confidence`."),
    breaking: "severity: minor # «TODO» look again\nkind: violation",
    sound: "severity: minor\nkind: violation")

  private static let words = ["TODO", "FIXME", "XXX", "待办", "待核"].map { Array($0.utf8) }

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for path in pack.files.keys.sorted() {
      guard let file = pack.files[path], let document = pack.documents[path] else { continue }
      let scalars = document.scalarRanges.sorted { $0.start < $1.start }
      for word in words {
        var at = 0
        while let start = file.bytes.firstIndex(of: word, from: at) {
          at = start + word.count
          guard !scalars.contains(where: { Int($0.start) <= start && start < Int($0.end) }),
            file.isInComment(start)
          else { continue }
          report.add(
            file, ByteRange(start, at), rule: nil,
            BilingualText(zh: "还有事没做完", en: "something is still to be done"))
        }
      }
    }
  }
}

extension Node {
  fileprivate var blockScalars: [Node] {
    var (found, stack): ([Node], [Node]) = ([], [self])
    while let node = stack.popLast() {
      switch node.content {
      case .scalar(let scalar):
        if scalar.style == .literal || scalar.style == .folded { found.append(node) }
      case .sequence(let nodes): stack += nodes
      case .mapping(let pairs): stack += pairs.map(\.value)
      }
    }
    return found
  }

  fileprivate var scalarRanges: [ByteRange] {
    var (found, stack): ([ByteRange], [Node]) = ([], [self])
    while let node = stack.popLast() {
      switch node.content {
      case .scalar: found.append(node.range)
      case .sequence(let nodes): stack += nodes
      case .mapping(let pairs):
        found += pairs.map(\.keyRange)
        stack += pairs.map(\.value)
      }
    }
    return found
  }
}

extension SourceFile {
  /// True where a `#` that begins a comment stands before the offset on its line.
  fileprivate func isInComment(_ offset: Int) -> Bool {
    let content = lines.content(ofLine: lines.line(at: offset), in: bytes)
    return bytes[content.lowerBound..<offset].contains(UInt8(ascii: "#"))
  }
}

extension [UInt8] {
  /// The first place of some bytes at or behind an offset.
  fileprivate func firstIndex(of needle: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first else { return nil }
    var at = start
    while let place = self[at...].firstIndex(of: first), place + needle.count <= count {
      if self[place..<(place + needle.count)].elementsEqual(needle) { return place }
      at = place + 1
    }
    return nil
  }
}

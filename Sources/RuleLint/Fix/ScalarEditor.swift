import SourceText
import YAML

/// Changes parts of a scalar in its file, in the style that it is written in.
struct ScalarEditor: Sendable {
  let node: Node
  let file: SourceFile
  private let map: ScalarSourceMap?

  init(node: Node, file: SourceFile) {
    self.node = node
    self.file = file
    map = ScalarSourceMap(node, source: file.bytes)
  }

  /// The range in the file of a range in the scalar's text.
  func range(of text: ByteRange) -> ByteRange { map?.range(of: text) ?? node.range }

  /// A fix that replaces ranges of the scalar's text, in their order; `nil` where it cannot be written
  /// so that it reads back as meant. A plain scalar that has to be quoted for it is.
  func fix(_ parts: [(range: ByteRange, text: String)]) -> LintFix? {
    guard let map, map.isExact, let scalar = node.scalar, scalar.style != .folded,
      !parts.contains(where: { $0.text.contains("\n") })
    else { return nil }
    let wanted = Self.applying(parts, to: scalar.text)
    let inPlace = LintFix(
      edits: parts.map {
        TextEdit(map.range(of: $0.range), Self.escaped($0.text, for: scalar.style))
      })
    if reads(inPlace, as: wanted) { return inPlace }
    guard scalar.style == .plain, !scalar.text.contains("\n") else { return nil }
    let quoted = LintFix(
      edits: [TextEdit(node.range, "'" + Self.escaped(wanted, for: .singleQuoted) + "'")])
    return reads(quoted, as: wanted) ? quoted : nil
  }

  /// True where the file with the fix is read without complaint, and has the wanted text where the
  /// scalar stands.
  private func reads(_ fix: LintFix, as wanted: String) -> Bool {
    let (root, diagnostics) = readYAML(fix.applied(to: file.bytes))
    guard let root, diagnostics.isEmpty else { return false }
    return root.scalar(startingAt: node.range.start)?.text == wanted
  }

  private static func escaped(_ text: String, for style: Scalar.Style) -> String {
    switch style {
    case .singleQuoted: text.replacing("'", with: "''")
    case .doubleQuoted: text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    case .plain, .literal, .folded: text
    }
  }

  private static func applying(
    _ parts: [(range: ByteRange, text: String)], to text: String
  ) -> String {
    let fix = LintFix(edits: parts.map { TextEdit($0.range, $0.text) })
    return String(decoding: fix.applied(to: Array(text.utf8)), as: UTF8.self)
  }
}

extension Node {
  /// The scalar that begins at an offset.
  fileprivate func scalar(startingAt start: UInt32) -> Scalar? {
    var stack = [self]
    while let node = stack.popLast() {
      switch node.content {
      case .scalar(let scalar): if node.range.start == start { return scalar }
      case .sequence(let nodes): stack += nodes
      case .mapping(let pairs): stack += pairs.map(\.value)
      }
    }
    return nil
  }
}

extension LintFix {
  /// The bytes with the edits made.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var (result, last): ([UInt8], Int) = ([], 0)
    result.reserveCapacity(bytes.count + 64)
    for edit in edits.sorted(by: { $0.range.start < $1.range.start }) {
      let (start, end) = (Int(edit.range.start), Int(edit.range.end))
      guard start >= last, end <= bytes.count else { continue }
      result += bytes[last..<start]
      result += edit.replacement.utf8
      last = end
    }
    return result + bytes[last...]
  }
}

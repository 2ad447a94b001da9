internal import SourceText

/// Breaks paragraphs into lines by display width, the way Chinese and English are set together.
///
/// A line may break at a space, and on either side of a wide character such as a 汉字; but no line
/// starts with closing punctuation or ends with opening punctuation, a number is not parted from
/// what it counts, and a word of narrow letters is only cut where it is longer than a line.
struct LineWrapper: Sendable {
  /// Columns of a line, the indentation included.
  var columns = 100

  /// A stretch that is not broken, and how many spaces stood before it.
  private struct Unit {
    var text: String
    var width: Int
    var spaces: Int
  }

  /// Returns the lines of `text`, the first behind `lead` and the others indented by `hanging`.
  ///
  /// Line breaks within the text start a new line. Whatever could move the cursor is printed as
  /// U+FFFD.
  ///
  /// - Parameters:
  ///   - lead: Already printed or painted text; it counts `leadWidth` columns.
  ///   - hanging: Columns before every line but the first.
  func lines(_ text: String, lead: String, leadWidth: Int, hanging: Int) -> [String] {
    var lines: [String] = []
    let margin = String(repeating: " ", count: hanging)
    var (line, width, isStart) = (lead, leadWidth, true)
    func breakLine() {
      lines.append(line)
      (line, width, isStart) = (margin, hanging, true)
    }
    for (number, paragraph) in text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      if number > 0 { breakLine() }
      for unit in Self.units(of: ExcerptPrinter.safe(String(paragraph))) {
        let gap = isStart ? 0 : unit.spaces
        if !isStart && width + gap + unit.width > columns { breakLine() }
        if isStart && width + unit.width > columns {
          for scalar in Self.clusters(of: unit.text) {
            if !isStart && width + scalar.width > columns { breakLine() }
            line += scalar.text
            width += scalar.width
            isStart = false
          }
          continue
        }
        let room = isStart ? 0 : gap
        line += String(repeating: " ", count: room) + unit.text
        width += room + unit.width
        isStart = false
      }
    }
    lines.append(line)
    return lines
  }

  private static func clusters(of text: String) -> [(text: String, width: Int)] {
    var clusters: [(text: String, width: Int)] = []
    var joined = false
    for scalar in text.unicodeScalars {
      if !clusters.isEmpty, joined || DisplayWidth.extendsPrevious(scalar) {
        clusters[clusters.count - 1].text.unicodeScalars.append(scalar)
      } else {
        clusters.append((String(scalar), DisplayWidth.columns(scalar)))
      }
      joined = scalar.value == 0x200D
    }
    return clusters
  }

  private static func units(of text: String) -> [Unit] {
    var units: [Unit] = []
    var spaces = 0
    var previous: Unicode.Scalar?
    for cluster in clusters(of: text) {
      guard let scalar = cluster.text.unicodeScalars.first else { continue }
      if scalar == " " {
        spaces += 1
        previous = nil
        continue
      }
      if let previous, !mayBreak(between: previous, and: scalar) {
        units[units.count - 1].text += cluster.text
        units[units.count - 1].width += cluster.width
      } else {
        units.append(
          Unit(text: cluster.text, width: cluster.width, spaces: spaces))
      }
      spaces = 0
      previous = scalar
    }
    return units
  }

  private static func mayBreak(
    between left: Unicode.Scalar, and right: Unicode.Scalar
  ) -> Bool {
    if closing.contains(right) || opening.contains(left) { return false }
    if left == right && (left == "—" || left == "…") { return false }
    // A number stays with its measure: 7个工作日, 第1页.
    if ("0"..."9").contains(left) || left == "第" { return false }
    return isWide(left) || isWide(right)
  }

  /// Quotation marks and dashes of Chinese are narrow in a terminal and wide in this respect.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    DisplayWidth.columns(scalar) == 2 || scalar == "”" || scalar == "“" || scalar == "—"
      || scalar == "…"
  }

  private static let closing = Set("。，、；：？！）》〉」』】〕”’…—·%％,.;:?!)]}".unicodeScalars)
  private static let opening = Set("（《〈「『【〔“‘([{".unicodeScalars)
}

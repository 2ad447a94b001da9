internal import Findings
internal import SourceText

/// Pieces of markup that the parts of an HTML report share.
///
/// A report of many cases is a long file, so quotes and end tags that HTML lets out are left out.
enum AuditMarkup {
  /// A text in both languages, of which the page shows one; one that is the same in both stands once.
  static func both(_ text: BilingualText) -> String {
    if text.zh == text.en { return HTMLText.escaped(text.zh) }
    return "<span lang=zh>\(HTMLText.escaped(text.zh))</span>"
      + "<span lang=en>\(HTMLText.escaped(text.en))</span>"
  }

  /// A word set off, coloured by what it says.
  static func tag(_ name: String, _ text: BilingualText) -> String {
    "<span class=\"tag \(name)\">\(both(text))</span>"
  }

  /// An id that a line may end in behind a dot.
  static func breakable(_ id: String) -> String {
    HTMLText.escaped(id).replacing(".", with: ".<wbr>")
  }

  /// The head of a column; one that is drawn begins where its bars do.
  static func columnHead(_ title: BilingualText) -> String {
    let drawn = [AuditWords.share, AuditWords.distribution, AuditWords.violationsPerCase]
    return "<th scope=col\(drawn.contains(title) ? " class=drawn" : "")>\(both(title))"
  }

  /// A figure per case, to one decimal.
  static func perCase(_ count: Int, _ cases: Int) -> String {
    let tenths = cases == 0 ? 0 : (20 * count + cases) / (2 * cases)
    return "<small>\(tenths / 10).\(tenths % 10)</small>"
  }

  /// The anchor of a case, by its number from 1.
  static func anchor(case number: Int) -> String { "c\(number)" }

  /// The anchor of a finding of a case, both by their number from 1.
  static func anchor(case number: Int, finding: Int) -> String { "c\(number)-\(finding)" }

  /// What leads to a finding on the page that tells of its case.
  static func anchor(of row: HTMLAuditList.Row) -> String {
    "#\(anchor(case: row.number, finding: row.finding))"
  }

  /// A horizontal bar of stretches, each with the class that colours it.
  ///
  /// - Parameter whole: What the whole width stands for, above 0.
  static func bar(_ parts: [(name: String, value: Int)], of whole: Int) -> String {
    var (svg, start) = (barBeginning, 0)
    for part in parts where part.value > 0 {
      let (from, to) = (thousandths(start, of: whole), thousandths(start + part.value, of: whole))
      svg += "<path class=\(part.name) d=\"M\(from) 10H\(max(to, from + 1))\"/>"
      start += part.value
    }
    return svg + "</svg>"
  }

  static let barBeginning =
    "<svg class=bar viewBox=\"0 0 1000 20\" preserveAspectRatio=none aria-hidden=true>"

  private static func thousandths(_ part: Int, of whole: Int) -> Int {
    (part * 1000 + whole / 2) / whole
  }
}

extension FindingGroup {
  /// The name of its class in the style sheet, and of its tag.
  func className(_ severity: RuleSeverity) -> String {
    self == .violated ? severity.rawValue : name
  }
}

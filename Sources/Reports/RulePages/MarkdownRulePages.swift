internal import Findings
internal import SourceText

/// The rules as a folder of Markdown: an index by family, one by law, a page a rule, each in both
/// languages.
package struct MarkdownRulePages {
  private let handbook: RuleHandbook

  package init(_ handbook: RuleHandbook) { self.handbook = handbook }

  /// The files, by name. The same rules give the same bytes.
  package func pages() -> [WrittenPage] {
    let index = IndexPages(handbook: handbook)
    let instruments = Dictionary(
      handbook.instruments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var contents = [index.byFamily(), index.byLaw()]
    contents += handbook.rules.map { RulePageBuilder($0, instruments: instruments).page() }
    return contents.map { content in
      WrittenPage(
        name: Self.path(of: content.place), text: MarkdownPageWriter(page: content).text)
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  static func path(of place: PageContent.Place) -> String {
    switch place {
    case .families: "README.md"
    case .laws: "laws.md"
    case .rule(let id): "rules/\(id).md"
    }
  }
}

/// Writes one page, in the Markdown of GitHub.
private struct MarkdownPageWriter {
  let page: PageContent

  private var up: String { if case .rule = page.place { "../" } else { "" } }

  var text: String {
    var text = "<!-- \(GeneratedMark.text) -->\n"
    let links: [PageInline] = [
      .link(.families, [.words(RulePageWords.families)]), .plain(" · "),
      .link(.laws, [.words(RulePageWords.laws)]),
    ]
    text += line(links) + "\n\n"
    for block in page.blocks { text += self.text(block) + "\n" }
    while text.utf8.last == UInt8(ascii: "\n") { text.removeLast() }
    return text + "\n"
  }

  private func text(_ block: PageBlock) -> String {
    switch block {
    case .heading(let level, let title, let anchor):
      let id = anchor.map { "<a id=\"\(HTMLText.escaped($0))\"></a>\n\n" } ?? ""
      return id + String(repeating: "#", count: level) + " " + line(title) + "\n"
    case .paragraph(let line): return self.line(line) + "\n"
    case .facts(let facts): return facts.map(text).joined()
    case .list(let lines): return lines.map { "- \(line($0))\n" }.joined()
    case .table(let head, let rows):
      var text = "| " + head.map { cell([.words($0)]) }.joined(separator: " | ") + " |\n"
      text += "|" + head.map { _ in " --- |" }.joined() + "\n"
      for row in rows { text += "| " + row.map(cell).joined(separator: " | ") + " |\n" }
      return text
    case .card(let blocks): return blocks.map(text).joined(separator: "\n")
    }
  }

  private func text(_ fact: PageFact) -> String {
    let label = "- **\(line([.words(fact.label)]))**"
    if fact.lines.count == 1 { return "\(label): \(line(fact.lines[0]))\n" }
    return label + "\n" + fact.lines.map { "  - \(line($0))\n" }.joined()
  }

  // MARK: Lines

  private func line(_ parts: [PageInline]) -> String { parts.map(text).joined() }

  /// A bar would end the cell, in code too.
  private func cell(_ parts: [PageInline]) -> String {
    parts.map(text).joined().replacing("|", with: "\\|")
  }

  private func text(_ part: PageInline) -> String {
    switch part {
    case .words(let text): MarkdownText.escaped(both(text))
    case .plain(let text): MarkdownText.escaped(text)
    case .code(let text): MarkdownText.code(text)
    case .tag(_, let text): "*\(MarkdownText.escaped(both(text)))*"
    case .link(let target, let parts): "[\(line(parts))](\(address(of: target)))"
    }
  }

  private func both(_ text: BilingualText) -> String {
    if text.zh == text.en || text.isPunctuation { return text.en }
    var chinese = MarkdownText.trimmed(text.zh)
    // Of two colons the second leads on.
    if chinese.last == "：", text.en.hasSuffix(": ") { chinese.removeLast() }
    return "\(chinese) / \(text.en)"
  }

  private func address(of target: PageTarget) -> String {
    switch target {
    case .rule(let id): up + MarkdownRulePages.path(of: .rule(id))
    case .instrument(let id): "\(up)laws.md#\(id)"
    case .family(let name): "\(up)README.md#\(name)"
    case .families: "\(up)README.md"
    case .laws: "\(up)laws.md"
    case .address(let address):
      "<" + address.filter { $0 != "<" && $0 != ">" && !$0.isNewline } + ">"
    }
  }
}

/// Text for a page in Markdown.
enum MarkdownText {
  /// Returns a text in one line that stands for itself.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in inLine(text) {
      if "\\`*_[]<>#&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// Returns an expression as code, between as many backticks as it takes.
  static func code(_ text: String) -> String {
    let text = trimmed(inLine(text))
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return longest == 0 ? fence + text + fence : "\(fence) \(text) \(fence)"
  }

  /// Without blanks at its ends.
  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace ?? false { rest = rest.dropFirst() }
    while rest.last?.isWhitespace ?? false { rest = rest.dropLast() }
    return String(rest)
  }

  /// With every stretch of line ends a blank.
  private static func inLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

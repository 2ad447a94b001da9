internal import Findings
package import SourceText

/// The rules as a static site: an index by family, one by law, a page a rule, one style sheet, and a
/// search that works from a folder on disk.
///
/// Every page holds both languages; which of them is seen is a choice on the page that needs no
/// script. With one the choice is kept from page to page.
package struct HTMLRuleSite {
  private let handbook: RuleHandbook
  /// The language that is seen before anybody has chosen.
  private let language: Language

  package init(_ handbook: RuleHandbook, language: Language) {
    self.handbook = handbook
    self.language = language
  }

  /// The files, by name. The same rules give the same bytes.
  package func pages() -> [WrittenPage] {
    let index = IndexPages(handbook: handbook)
    let instruments = Dictionary(
      handbook.instruments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var pages = [
      WrittenPage(name: "index.html", text: html(index.byFamily())),
      WrittenPage(name: "laws.html", text: html(index.byLaw())),
      WrittenPage(name: "search-index.js", text: SearchIndex(handbook).script),
      WrittenPage(name: "site.js", text: HTMLRuleSiteFiles.script),
      WrittenPage(name: "style.css", text: HTMLRuleSiteFiles.style),
    ]
    for entry in handbook.rules {
      let page = RulePageBuilder(entry, instruments: instruments).page()
      pages.append(
        WrittenPage(name: Self.path(of: .rule(entry.rule.summary.id)), text: html(page)))
    }
    return pages.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  static func path(of place: PageContent.Place) -> String {
    switch place {
    case .families: "index.html"
    case .laws: "laws.html"
    case .rule(let id): "rules/\(id).html"
    }
  }

  private func html(_ page: PageContent) -> String {
    HTMLPageWriter(page: page, language: language).text
  }
}

/// Writes one page.
private struct HTMLPageWriter {
  let page: PageContent
  let language: Language

  /// What leads from the page to the folder of the site.
  private var up: String { if case .rule = page.place { "../" } else { "" } }

  var text: String {
    var html = """
      <!DOCTYPE html>
      <!-- \(GeneratedMark.text) -->
      <html lang="\(language == .zh ? "zh-CN" : "en")" data-lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <link rel="stylesheet" href="\(up)style.css">
      <script src="\(up)search-index.js" defer></script>
      <script src="\(up)site.js" defer></script>
      </head>
      <body>

      """
    html += HTMLLanguages.inputs([.zh, .en, .both], chosen: language) + navigation + "<main>\n"
    for block in page.blocks { html += self.html(block) }
    return html + "</main>\n</body>\n</html>\n"
  }

  private var title: String {
    var parts = [language == .zh ? page.title.zh : page.title.en]
    if case .rule(let id) = page.place { parts.append(id) }
    return HTMLText.escaped(parts.joined(separator: " — "))
  }

  // MARK: Around the page

  private var navigation: String {
    let hint = HTMLText.escaped(
      "\(RulePageWords.searchHint.zh) / \(RulePageWords.searchHint.en)")
    let label = HTMLText.escaped("\(RulePageWords.search.zh) / \(RulePageWords.search.en)")
    return """
      <nav>
      <a href="\(up)index.html">\(both(RulePageWords.families))</a>
      <a href="\(up)laws.html">\(both(RulePageWords.laws))</a>
      <input type="search" id="search" placeholder="\(hint)" aria-label="\(label)" data-up="\(up)" hidden>
      \(HTMLLanguages.labels([.zh, .en, .both]))
      </nav>
      <div id="matches" hidden><p class="none" hidden>\(both(RulePageWords.noMatch))</p><ol></ol></div>

      """
  }

  // MARK: Blocks

  private func html(_ block: PageBlock) -> String {
    switch block {
    case .heading(let level, let title, let anchor):
      let id = anchor.map { " id=\"\(HTMLText.escaped($0))\"" } ?? ""
      return "<h\(level)\(id)>\(html(title))</h\(level)>\n"
    case .paragraph(let line): return "<p>\(html(line))</p>\n"
    case .facts(let facts):
      return "<dl>\n" + facts.map(html).joined() + "</dl>\n"
    case .list(let lines):
      return "<ul>\n" + lines.map { "<li>\(html($0))</li>\n" }.joined() + "</ul>\n"
    case .table(let head, let rows):
      let heads = head.map { "<th>\(both($0))</th>" }.joined()
      let lines = rows.map { row in
        "<tr>" + row.map { "<td>\(html($0))</td>" }.joined() + "</tr>\n"
      }
      return "<div class=\"table\"><table>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n"
        + lines.joined() + "</tbody>\n</table></div>\n"
    case .card(let blocks):
      return "<section class=\"card\">\n" + blocks.map(html).joined() + "</section>\n"
    }
  }

  private func html(_ fact: PageFact) -> String {
    let value =
      fact.lines.count == 1
      ? html(fact.lines[0])
      : "<ul>" + fact.lines.map { "<li>\(html($0))</li>" }.joined() + "</ul>"
    return "<dt>\(both(fact.label))</dt><dd>\(value)</dd>\n"
  }

  // MARK: Lines

  private func html(_ line: [PageInline]) -> String { line.map(html).joined() }

  private func html(_ part: PageInline) -> String {
    switch part {
    case .words(let text): return both(text)
    case .plain(let text): return HTMLText.escaped(text)
    case .code(let text): return "<code>\(breakable(text))</code>"
    case .tag(let name, let text):
      return "<span class=\"tag \(HTMLText.escaped(name))\">\(both(text))</span>"
    case .link(let target, let line):
      let isOutside = if case .address = target { " rel=\"noreferrer\"" } else { "" }
      return "<a href=\"\(HTMLText.escaped(address(of: target)))\"\(isOutside)>\(html(line))</a>"
    }
  }

  /// A text in both languages; one that is the same in both stands once.
  private func both(_ text: BilingualText) -> String {
    if text.zh == text.en { return HTMLText.escaped(text.zh) }
    // Where both languages are seen, one comma is enough.
    let english = text.isPunctuation ? "en point" : "en"
    return "<span class=\"zh\" lang=\"zh-CN\">\(HTMLText.escaped(text.zh))</span>"
      + "<span class=\"\(english)\" lang=\"en\">\(HTMLText.escaped(text.en))</span>"
  }

  /// An expression that a line may end in behind a dot or a low line.
  private func breakable(_ text: String) -> String {
    HTMLText.escaped(text).replacing(".", with: ".<wbr>").replacing("_", with: "_<wbr>")
  }

  private func address(of target: PageTarget) -> String {
    switch target {
    case .rule(let id): up + HTMLRuleSite.path(of: .rule(id))
    case .instrument(let id): "\(up)laws.html#\(id)"
    case .family(let name): "\(up)index.html#\(name)"
    case .families: "\(up)index.html"
    case .laws: "\(up)laws.html"
    case .address(let address): address
    }
  }
}

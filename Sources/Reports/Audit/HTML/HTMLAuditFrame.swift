internal import SourceText
internal import WorkCalendar

/// What stands around the content of a page: its head, the navigation, the choice of language.
struct HTMLAuditFrame {
  /// Where the style sheet and the script are.
  enum Files {
    /// On the page itself, which then asks for nothing from anywhere.
    case inside
    /// In files of their own, below this path, empty or with a slash at its end.
    case beside(String)
  }

  let language: Language
  let files: Files

  func head(title: BilingualText, asOf: CivilDate) -> String {
    """
    <!DOCTYPE html>
    <!-- \(AuditMark.text) -->
    <html lang="\(language == .zh ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <title>\(HTMLText.escaped(title[language])) \(asOf)</title>
    \(style)
    </head>
    <body>
    \(HTMLLanguages.inputs([.zh, .en], chosen: language))
    """
  }

  private var style: String {
    switch files {
    case .inside:
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
      <style>
      \(HTMLAuditFiles.style)</style>
      """
    case .beside(let path): "<link rel=\"stylesheet\" href=\"\(path)style.css\">"
    }
  }

  /// Links, and the buttons of the languages; then the beginning of the content.
  func navigation(to links: [(address: String, title: BilingualText)]) -> String {
    let label = HTMLText.escaped("\(AuditWords.contents.zh) / \(AuditWords.contents.en)")
    var html = "<a class=skip href=#main>\(AuditMarkup.both(AuditWords.skip))</a>\n"
    html += "<nav aria-label=\"\(label)\">\n"
    for link in links {
      html += "<a href=\"\(HTMLText.escaped(link.address))\">\(AuditMarkup.both(link.title))</a>\n"
    }
    return html + HTMLLanguages.labels([.zh, .en]) + "\n</nav>\n<main id=main>\n"
  }

  var end: String {
    let script =
      switch files {
      case .inside: "<script>\n\(HTMLAuditFiles.script)</script>"
      case .beside(let path): "<script src=\"\(path)report.js\"></script>"
      }
    return "</main>\n\(script)\n</body>\n</html>\n"
  }
}

/// What every page of a report says near its beginning, so that one that is left over from a longer
/// report can be told from a file of somebody else.
package enum AuditMark {
  package static let text = "written by pingcha report"
}

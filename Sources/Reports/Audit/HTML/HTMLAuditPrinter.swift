package import Findings
package import SourceText

/// An audit as one page that is complete in its file: figures, groups, the list of findings, and each
/// case with its findings, timeline and score.
///
/// The page holds both languages and reads without a script. The list and the cases stand in
/// `noscript` elements: a browser without scripts shows them as they are, one with scripts takes them
/// as text and draws of them what is looked at, so that thousands of cases open at once.
package struct HTMLAuditPrinter {
  /// The language that is seen before anybody has chosen.
  let language: Language
  let groupings: [AuditGrouping]

  package init(language: Language, groupings: [AuditGrouping]) {
    self.language = language
    self.groupings = groupings
  }

  package func print(_ audit: Audit, to stream: some AuditStream) {
    stream.write(head(of: audit))
    stream.write(HTMLAuditCover(audit: audit, groupings: groupings).html)
    HTMLAuditList(audit: audit).print(to: stream)
    stream.write("<section id=cases aria-labelledby=cases-h>\n")
    stream.write(AuditPart.cases.heading)
    for (number, audited) in audit.cases.enumerated() {
      stream.write(HTMLAuditCase(audit: audit, audited: audited, number: number + 1).html)
    }
    stream.write("</section>\n")
    stream.write(HTMLAuditProvenance(audit: audit).html)
    let rest = "</dl>\n</section>\n</main>\n<script>\n\(HTMLAuditFiles.script)</script>\n</html>\n"
    stream.seal(rest: rest) { digest in
      "<dt>\(AuditMarkup.both(AuditWords.digest))<dd><code>\(digest)</code>"
    }
  }

  private func head(of audit: Audit) -> String {
    let title = HTMLText.escaped(AuditWords.title[language])
    let links = AuditPart.allCases.map {
      "<a href=#\($0.rawValue)>\(AuditMarkup.both($0.title))</a>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
      <link rel="icon" href="data:,">
      <title>\(title) \(audit.provenance.asOf)</title>
      <style>
      \(HTMLAuditFiles.style)</style>
      </head>
      <body>
      \(HTMLLanguages.inputs([.zh, .en], chosen: language))\
      <a class=skip href=#findings>\(AuditMarkup.both(AuditWords.skip))</a>
      <nav aria-label="\(HTMLText.escaped(AuditWords.contents[language]))">
      \(links.joined())\(HTMLLanguages.labels([.zh, .en]))
      </nav>
      <main>

      """
  }
}

/// The parts of the page, in their order; the anchors are their names.
enum AuditPart: String, CaseIterable {
  case overview, groups, findings, cases, provenance

  var title: BilingualText {
    switch self {
    case .overview: AuditWords.overview
    case .groups: AuditWords.groups
    case .findings: AuditWords.findings
    case .cases: AuditWords.casesShort
    case .provenance: AuditWords.provenanceShort
    }
  }

  /// The heading that names the part's section.
  var heading: String { "<h2 id=\(rawValue)-h>\(AuditMarkup.both(title))</h2>\n" }
}

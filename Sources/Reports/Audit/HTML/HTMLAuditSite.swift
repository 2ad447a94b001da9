package import Findings
package import SourceText
internal import WorkCalendar

/// An audit as a folder: a page with figures, groups and the list of findings, and a page a case, for
/// more cases than one file can hold and open at once.
package struct HTMLAuditSite {
  let language: Language
  let groupings: [AuditGrouping]

  package init(language: Language, groupings: [AuditGrouping]) {
    self.language = language
    self.groupings = groupings
  }

  /// The folder of the pages of cases, below that of the report.
  package static let caseFolder = "cases"
  package static let index = "index.html"

  /// The style sheet and the script.
  package var files: [WrittenPage] {
    [
      WrittenPage(name: "style.css", text: HTMLAuditFiles.style),
      WrittenPage(name: "report.js", text: HTMLAuditFiles.script),
    ]
  }

  /// The page of a case, by its number from 1.
  package static func name(ofCase number: Int) -> String {
    let digits = String(number)
    return "\(caseFolder)/\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits).html"
  }

  package func page(of number: Int, in audit: Audit) -> WrittenPage {
    let audited = audit.cases[number - 1]
    let frame = HTMLAuditFrame(language: language, files: .beside("../"))
    let name = audited.number.map { BilingualText(zh: $0, en: $0) } ?? ReportWords.noCaseNumber
    var links = [("../\(Self.index)", AuditWords.overview)]
    links.append(("../\(Self.index)#findings", AuditWords.findings))
    func link(_ other: Int, _ words: BilingualText) {
      guard audit.cases.indices.contains(other - 1) else { return }
      links.append((String(Self.name(ofCase: other).dropFirst(Self.caseFolder.count + 1)), words))
    }
    link(number - 1, AuditWords.previousCase)
    link(number + 1, AuditWords.nextCase)
    let text =
      frame.head(title: name, asOf: audit.provenance.asOf) + frame.navigation(to: links)
      + HTMLAuditCase(audit: audit, audited: audited, number: number).whole + frame.end
    return WrittenPage(name: Self.name(ofCase: number), text: text)
  }

  /// Writes the page that all begins with.
  ///
  /// - Parameter pagesDigest: The SHA-256 over the pages of the cases, in lower-case hex.
  package func printIndex(_ audit: Audit, pagesDigest: String, to stream: some AuditStream) {
    let frame = HTMLAuditFrame(language: language, files: .beside(""))
    stream.write(frame.head(title: AuditWords.title, asOf: audit.provenance.asOf))
    stream.write(frame.navigation(to: AuditPart.allCases.map { ("#\($0.rawValue)", $0.title) }))
    stream.write(HTMLAuditCover(audit: audit, groupings: groupings).html)
    HTMLAuditList(audit: audit) { row in
      Self.name(ofCase: row.number) + AuditMarkup.anchor(of: row)
    }.print(to: stream)
    stream.write(cases(of: audit))
    stream.write(HTMLAuditProvenance(audit: audit, pagesDigest: pagesDigest).html)
    stream.seal(rest: HTMLAuditProvenance.end + frame.end, line: HTMLAuditProvenance.digest)
  }

  private func cases(of audit: Audit) -> String {
    var html = "<section id=cases aria-labelledby=cases-h>\n\(AuditPart.cases.heading)"
    html += "<div class=table role=region tabindex=0 aria-labelledby=cases-h>"
    html += "<table class=\"numbers cases\">\n<thead><tr>"
    var head = [AuditWords.caseHeading, AuditWords.column(.office), AuditWords.decidedOn]
    head += [AuditWords.violations, AuditWords.heading(.undetermined)]
    if audit.sheet != nil { head.append(AuditWords.score) }
    html += head.map(AuditMarkup.columnHead).joined() + "\n<tbody>\n"
    for (place, audited) in audit.cases.enumerated() {
      let tally = AuditTally([audited])
      let name = HTMLText.escaped(audited.number ?? audited.source)
      html += "<tr><th scope=row><a href=\(Self.name(ofCase: place + 1))>\(name)</a>"
      html += "<td>\(HTMLText.escaped(audited.office ?? "–"))"
      html += "<td>\(audited.decidedOn.map(\.description) ?? "–")"
      if audited.isUnreadable {
        html += "<td>–<td>\(AuditMarkup.both(AuditWords.unreadable))"
      } else {
        html += "<td>\(tally.violated)<td>\(tally.count(.undetermined))"
      }
      if audit.sheet != nil {
        html += "<td>\(audited.score?.total.map { AuditMarkup.both(ScoreWords.range($0)) } ?? "–")"
      }
      html += "\n"
    }
    return html + "</table></div>\n</section>\n"
  }
}

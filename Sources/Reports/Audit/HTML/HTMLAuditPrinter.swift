package import Findings
package import SourceText

/// An audit as one page that is complete in its file: figures, groups, the list of findings, and each
/// case with its findings, timeline and score.
///
/// The page holds both languages and reads without a script. The list and the cases stand in
/// `noscript` elements: a browser without scripts shows them as they are, one with scripts takes them
/// as text and draws of them what is looked at. For thousands of cases see `HTMLAuditSite`.
package struct HTMLAuditPrinter {
  /// The language that is seen before anybody has chosen.
  let language: Language
  let groupings: [AuditGrouping]

  package init(language: Language, groupings: [AuditGrouping]) {
    self.language = language
    self.groupings = groupings
  }

  package func print(_ audit: Audit, to stream: some AuditStream) {
    let frame = HTMLAuditFrame(language: language, files: .inside)
    stream.write(frame.head(title: AuditWords.title, asOf: audit.provenance.asOf))
    stream.write(frame.navigation(to: AuditPart.allCases.map { ("#\($0.rawValue)", $0.title) }))
    stream.write(HTMLAuditCover(audit: audit, groupings: groupings).html)
    HTMLAuditList(audit: audit) { AuditMarkup.anchor(of: $0) }.print(to: stream)
    stream.write("<section id=cases aria-labelledby=cases-h>\n")
    stream.write(AuditPart.cases.heading)
    for (number, audited) in audit.cases.enumerated() {
      stream.write(HTMLAuditCase(audit: audit, audited: audited, number: number + 1).folded)
    }
    stream.write("</section>\n")
    stream.write(HTMLAuditProvenance(audit: audit).html)
    stream.seal(rest: HTMLAuditProvenance.end + frame.end, line: HTMLAuditProvenance.digest)
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

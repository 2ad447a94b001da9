internal import Findings
internal import SourceText

/// What the report was made with. The list of its last part is left open for the report's own digest.
struct HTMLAuditProvenance {
  let audit: Audit
  /// Over the pages of the cases, where they have pages of their own.
  var pagesDigest: String?

  /// The line of the report's own digest.
  static func digest(_ digest: String) -> String {
    "<dt>\(AuditMarkup.both(AuditWords.digest))<dd><code>\(digest)</code>"
  }

  /// What closes the part behind that line.
  static let end = "</dl>\n</section>\n"

  var html: String {
    let provenance = audit.provenance
    var html = "<section id=provenance aria-labelledby=provenance-h>\n"
    html += "<h2 id=provenance-h>\(AuditMarkup.both(AuditWords.provenance))</h2>\n"
    html += instruments
    html += "<dl class=facts>\n"
    func add(_ label: BilingualText, _ text: String) {
      html += "<dt>\(AuditMarkup.both(label))<dd>\(text)\n"
    }
    for located in audit.diagnostics {
      add(
        AuditWords.diagnostics,
        "<code>\(HTMLText.escaped(located.file))</code> "
          + AuditMarkup.both(located.diagnostic.message))
    }
    add(AuditWords.asOf, "\(provenance.asOf)")
    if let sheet = audit.sheet {
      add(AuditWords.standard, "\(AuditMarkup.both(sheet.name)) <code>\(sheet.id)</code>")
      if sheet.isOurs { add(AuditWords.note, AuditMarkup.both(ScoreWords.ours)) }
    }
    add(AuditWords.calendarYears, AuditMarkup.both(AuditWords.years(provenance.calendarYears)))
    if !provenance.choices.isEmpty {
      add(
        AuditWords.choices,
        provenance.choices.map { "<code>\(HTMLText.escaped($0))</code>" }.joined(separator: " "))
    }
    add(
      AuditWords.personal,
      AuditMarkup.both(
        provenance.showsPersonalData ? AuditWords.personalShown : AuditWords.personalMasked))
    add(AuditWords.rulesDigest, "<code>\(provenance.rulesDigest)</code>")
    add(AuditWords.recordsDigest, "<code>\(provenance.recordsDigest)</code>")
    if let pagesDigest { add(AuditWords.pagesDigest, "<code>\(pagesDigest)</code>") }
    return html
  }

  private var instruments: String {
    if audit.provenance.instruments.isEmpty { return "" }
    var html = "<h3>\(AuditMarkup.both(AuditWords.instruments))</h3>\n<table>\n<thead><tr>"
    for head in [AuditWords.name, AuditWords.number, AuditWords.inForce] {
      html += "<th scope=col>\(AuditMarkup.both(head))"
    }
    html += "\n<tbody>\n"
    for instrument in audit.provenance.instruments {
      let days = ReportWords.inForce(from: instrument.inForceFrom, until: instrument.inForceUntil)
      html += "<tr><th scope=row>\(AuditMarkup.both(instrument.name))"
      html += "<td>\(HTMLText.escaped(instrument.number ?? "–"))<td>\(AuditMarkup.both(days))\n"
    }
    return html + "</table>\n"
  }
}

internal import Findings
internal import SourceText

/// The list of all findings, the gravest first, and what it can be filtered by.
///
/// Each finding is one line that begins with the numbers that the filter goes by, in a fixed order:
/// the script reads them there instead of having them twice.
struct HTMLAuditList {
  let audit: Audit
  /// Where a finding is told in full.
  let address: (Row) -> String

  /// A finding by the numbers of its case and in it, both from 1.
  struct Row {
    var number: Int
    var finding: Int
    var group: FindingGroup
    var severity: RuleSeverity
  }

  func print(to stream: some AuditStream) {
    let rows = rows
    let rules = Dictionary(
      audit.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let offices = offices
    stream.write("<section id=findings aria-labelledby=findings-h>\n" + AuditPart.findings.heading)
    if rows.isEmpty {
      stream.write("<p>\(AuditMarkup.both(ReportWords.noFindings))\n</section>\n")
      return
    }
    stream.write(filter)
    stream.write("<div id=list class=table role=region tabindex=0 aria-labelledby=findings-h>")
    stream.write("<noscript><table class=list>\n<thead><tr>")
    for head in [
      AuditWords.caseHeading, AuditWords.column(.office), AuditWords.severity,
      AuditWords.requirement, AuditWords.whatWasFound,
    ] {
      stream.write("<th scope=col>\(AuditMarkup.both(head))")
    }
    stream.write("\n<tbody>\n")
    for row in rows { stream.write(html(row, rules, offices.numbers)) }
    stream.write("</table></noscript></div>\n")
    stream.write("<script type=\"application/json\" id=names>")
    stream.write(names(rows, offices.names))
    stream.write("</script>\n</section>\n")
  }

  private var rows: [Row] {
    var rows: [Row] = []
    for (number, audited) in audit.cases.enumerated() {
      for (finding, value) in audited.findings.enumerated() {
        guard let group = FindingGroup(value) else { continue }
        rows.append(
          Row(
            number: number + 1, finding: finding + 1, group: group, severity: value.severity))
      }
    }
    func weight(_ row: Row) -> (Int, Int, Int, Int) {
      let order: [FindingGroup] = [.violated, .error, .signal, .pending, .undetermined, .waived]
      return (order.firstIndex(of: row.group) ?? 0, -row.severity.weight, row.number, row.finding)
    }
    return rows.sorted { weight($0) < weight($1) }
  }

  private var offices: (names: [String], numbers: [String: Int]) {
    let names = Set(audit.cases.compactMap(\.office)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return (
      names,
      Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    )
  }

  private func html(_ row: Row, _ rules: [String: Int], _ offices: [String: Int]) -> String {
    let audited = audit.cases[row.number - 1]
    let finding = audited.findings[row.finding - 1]
    let office = audited.office.flatMap { offices[$0] } ?? -1
    let name = audited.number ?? audited.source
    var html = "<tr data-c=\(row.number) data-o=\(office) data-r=\(rules[finding.rule] ?? -1)"
    html += " data-s=\(row.severity.rawValue) data-g=\(row.group.name)>"
    html += "<td><a href=\(address(row))>\(HTMLText.escaped(name))</a>"
    html += "<td>\(HTMLText.escaped(audited.office ?? "–"))<td>"
    html += HTMLAuditCase.tags(of: finding, in: row.group)
    html += "<td>\(AuditMarkup.both(finding.title))<td>\(AuditMarkup.both(finding.message))"
    return html + "\n"
  }

  // MARK: The filter

  private var filter: String {
    func select(_ name: String, _ label: BilingualText) -> String {
      "<label>\(AuditMarkup.both(label)) <select name=\(name)></select></label>\n"
    }
    func field(_ name: String, _ label: BilingualText) -> String {
      "<label>\(AuditMarkup.both(label)) <input type=search name=\(name)></label>\n"
    }
    var html = "<form class=filter role=search hidden>\n"
    html += field("text", AuditWords.text) + field("case", AuditWords.caseHeading)
    html += select("group", AuditWords.outcome) + select("severity", AuditWords.severity)
    html += select("office", AuditWords.column(.office)) + select("rule", AuditWords.requirement)
    html += "<button type=reset>\(AuditMarkup.both(AuditWords.reset))</button>\n"
    return html + "</form>\n<p id=count role=status></p>\n"
  }

  /// The words of the selections, in JSON: `[zh, en]`, or a text alone.
  private func names(_ rows: [Row], _ offices: [String]) -> String {
    func pair(_ text: BilingualText) -> JSONTree { .list([.text(text.zh), .text(text.en)]) }
    let used = Set(rows.map { audit.cases[$0.number - 1].findings[$0.finding - 1].rule })
    let groups = FindingGroup.allCases.filter { group in rows.contains { $0.group == group } }
    let severities = RuleSeverity.allCases.sorted(by: >).filter { severity in
      rows.contains { $0.severity == severity }
    }
    let tree: JSONTree = .object([
      .init("offices", .list(offices.map { .text($0) })),
      .init(
        "rules",
        .list(audit.rules.map { used.contains($0.id) ? pair($0.title) : .null })),
      .init("groups", .object(groups.map { .init($0.name, pair(AuditWords.heading($0))) })),
      .init(
        "severities",
        .object(severities.map { .init($0.rawValue, pair(ReportWords.severity($0))) })),
      .init("all", pair(AuditWords.all)), .init("shown", pair(AuditWords.shown)),
      .init("more", pair(AuditWords.more)), .init("none", pair(AuditWords.noMatch)),
    ])
    // Nothing in a script element ends it but this.
    return tree.document.replacing("<", with: "\\u003c")
  }
}

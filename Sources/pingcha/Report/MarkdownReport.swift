import Reports

/// `md`: for a message, a wiki, a merge request.
struct MarkdownReport: ReportFormat {
  let name = "md"
  let goesToStandardOutput = true

  func write(_ report: Report, to destination: String?) throws {
    let stream = try DigestedSink(destination)
    MarkdownAuditPrinter(language: report.language, groupings: report.groupings)
      .print(report.audit, to: stream)
    try stream.close()
  }
}

import Reports

/// `html`: one page to read, filter and print.
struct HTMLReport: ReportFormat {
  let name = "html"
  let goesToStandardOutput = true

  func write(_ report: Report, to destination: String?) throws {
    let stream = try DigestedSink(destination)
    HTMLAuditPrinter(language: report.language, groupings: report.groupings)
      .print(report.audit, to: stream)
    try stream.close()
  }
}

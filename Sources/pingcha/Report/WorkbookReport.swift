import OfficeFiles
import Reports

/// `xlsx`: for who filters, sorts and counts.
struct WorkbookReport: ReportFormat {
  let name = "xlsx"
  let goesToStandardOutput = false

  func write(_ report: Report, to destination: String?) throws {
    guard let destination else { throw UsageProblem.formatNeedsFile(name) }
    let workbook = AuditWorkbook(
      report.audit, language: report.language, groupings: report.groupings,
      links: CaseFileLinks(workbook: destination)
    ).workbook()
    let bytes: [UInt8]
    do {
      bytes = try XLSXFile.bytes(of: workbook)
    } catch {
      throw UsageProblem(error.located)
    }
    try WrittenBytes.write(bytes, to: destination)
  }
}

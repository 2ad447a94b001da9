import CaseRecords
import Findings
import FoundationEssentials
import Reports

/// `html`: one page to read, filter and print; or, where the name ends in a slash, a folder of pages.
struct HTMLReport: ReportFormat {
  let name = "html"
  let goesToStandardOutput = true

  func write(_ report: Report, to destination: String?) throws {
    if let destination, destination.utf8.last == UInt8(ascii: "/") {
      return try write(report, in: try WrittenFolder(destination))
    }
    let stream = try DigestedSink(destination)
    HTMLAuditPrinter(language: report.language, groupings: report.groupings)
      .print(report.audit, to: stream)
    try stream.close()
  }

  /// Writes the pages of the cases, and last the one that leads to them. Pages of an earlier and longer
  /// report go.
  private func write(_ report: Report, in folder: WrittenFolder) throws {
    let site = HTMLAuditSite(language: report.language, groupings: report.groupings)
    var digest = RunningDigest()
    for file in site.files { try folder.write(file.name, file.text) }
    for number in 1..<(report.audit.cases.count + 1) {
      let page = site.page(of: number, in: report.audit)
      try folder.write(page.name, page.text)
      digest.add(Array("\(page.name) \(sha256(of: Array(page.text.utf8)))\n".utf8))
    }
    let stream = try DigestedSink(folder.file(HTMLAuditSite.index))
    site.printIndex(report.audit, pagesDigest: digest.hex, to: stream)
    try stream.close()
    try removeLeftOver(in: folder, cases: report.audit.cases.count)
  }

  private func removeLeftOver(in folder: WrittenFolder, cases: Int) throws {
    let mark = Array(AuditMark.text.utf8)
    var number = cases + 1
    while let bytes = folder.bytes(HTMLAuditSite.name(ofCase: number)),
      bytes.prefix(100).contains(mark)
    {
      try folder.remove(HTMLAuditSite.name(ofCase: number))
      number += 1
    }
  }
}

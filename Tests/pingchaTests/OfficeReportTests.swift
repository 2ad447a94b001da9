import Foundation
import TestSupport
import Testing

/// `report` with the formats of an office: workbook and letters.
@Suite struct OfficeReportTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private static let settings = """
    sender: { zh: 某县司法局, en: The justice bureau }
    number: { zh: 〔　〕号, en: No. }
    rectify: { fatal: workdays(5), major: days(15), minor: months(1) }
    object: workdays(10)
    source: { zh: 某办法, en: measures }
    """

  /// Gives the folder the templates of this repository, and settings.
  private func addTemplates(settings: String = settings) throws {
    try folder.write("Rules/templates/letters.yaml", settings)
    for name in ["findings-letter", "rectification-notice"] {
      let path = "Rules/templates/\(name).en.docx"
      try folder.write(
        path, bytes: try #require(ProjectFolder.bytes(atPath: "\(ProjectFolder.root)/\(path)")))
    }
  }

  private func report(_ formats: String...) throws -> Program.Run {
    try Program.run(
      ["report", "Cases", "--as-of", "2024-12-31", "--lang", "en", "--quiet"]
        + formats.flatMap { ["--format", $0] }, in: folder)
  }

  private func bytes(_ name: String) -> [UInt8]? {
    ProjectFolder.bytes(atPath: "\(folder.path)/\(name)")
  }

  @Test func `the same review is the same workbook`() throws {
    for name in ["a.xlsx", "b.xlsx"] {
      let run = try report("xlsx=\(name)")
      #expect(run.status == 1 && run.errors == "" && run.output == "")
    }
    let workbook = try #require(bytes("a.xlsx"))
    #expect(workbook.starts(with: "PK".utf8))
    #expect(bytes("b.xlsx") == workbook)
  }

  @Test func `each office gets its letters`() throws {
    try addTemplates()
    let run = try report("docx=out/letters", "xlsx=out.xlsx")
    #expect(run.status == 1 && run.errors == "", "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: "\(folder.path)/out/letters")
    #expect(
      names.sorted() == [
        "findings letter-(no office on file).docx",
        "rectification notice-(no office on file).docx",
      ])
  }

  @Test("a workbook or letters need a place to go to", arguments: ["xlsx", "docx"])
  func place(format: String) throws {
    let run = try report(format)
    #expect(run.status == 2 && run.errors.contains("`--format \(format)=FILE`"))
  }

  @Test func `missing settings or templates are told, and nothing is written`() throws {
    let bare = try report("docx=letters")
    #expect(bare.status == 2 && bare.errors.contains("`Rules/templates/letters.yaml`"))
    try folder.write("Rules/templates/letters.yaml", Self.settings)
    let settled = try report("docx=letters")
    #expect(
      settled.status == 2
        && settled.errors.contains("no template `Rules/templates/findings-letter.en.docx`"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/letters"))
  }

  @Test func `a template that is no document is told`() throws {
    try addTemplates()
    try folder.write("Rules/templates/findings-letter.en.docx", "plain text")
    let run = try report("docx=letters")
    #expect(run.status == 2 && run.errors.contains("is no DOCX file"))
  }

  @Test(
    "rules lint tells what is wrong with the settings",
    arguments: [
      (from: "workdays(10)", to: "ten days", place: "letters.yaml:4:9: ", code: "no-period"),
      ("workdays(5)", "workdays(0)", "letters.yaml:3:19: ", "no-period"),
      ("object", "objekt", "letters.yaml:4:1: ", "unknown-key"),
      (", minor: months(1)", "", "letters.yaml:3:10: ", "missing-key"),
      (", en: The justice bureau", "", "letters.yaml:1:9: ", "language-missing"),
    ])
  func settings(from: String, to: String, place: String, code: String) throws {
    try addTemplates(settings: Self.settings.replacing(from, with: to))
    let run = try Program.run(["rules", "lint", "--lang", "en"], in: folder)
    #expect(run.status == 2)
    #expect(run.output.contains(place), "\(run.output)")
    #expect(run.output.contains(code), "\(run.output)")
  }
}

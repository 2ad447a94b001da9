import Findings
import Reports
import SourceText
import TestSupport
import Testing

@Suite struct ScorePrinterTests {
  private func text(
    _ cases: [ScoredCase], _ language: Language, colour: Bool = false,
    sheet: ScoreSheet = ScoreFixture.sheet
  ) -> String {
    var text = ""
    var printer = ScoreTextPrinter(
      sheet, language: language, colour: colour, sources: Fixture.sources
    ) { text += $0 }
    printer.begin(asOf: Fixture.day("2024-12-31"), cases: cases.count)
    for scored in cases { printer.add(scored) }
    printer.end()
    return text
  }

  @Test("prints one of everything", arguments: Language.allCases)
  func everything(language: Language) {
    expectGolden(
      text(ScoreFixture.cases, language), named: "score.\(language.rawValue).txt")
  }

  @Test func `prints one of everything as JSON`() {
    var text = ""
    var printer = ScoreJSONPrinter(ScoreFixture.sheet) { text += $0 }
    printer.begin(asOf: Fixture.day("2024-12-31"))
    for scored in ScoreFixture.cases { printer.add(scored) }
    printer.end()
    expectGolden(text, named: "score.json")
  }

  @Test func `a sheet of ours says so`() {
    var sheet = ScoreFixture.sheet
    sheet.isOurs = true
    #expect(text([], .zh, sheet: sheet).contains("本系统自拟，不是官方标准。"))
    #expect(text([], .en, sheet: sheet).contains("Ours, and no official standard."))
  }

  @Test func `the columns of the table stand under one another`() throws {
    let lines = text(ScoreFixture.cases, .zh).split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.contains("项目") && $0.contains("分值") })
    let heading = lines[start]
    let right = DisplayWidth.columns(
      of: heading[..<(try #require(heading.firstRange(of: "分值")).upperBound)])
    for line in lines[(start + 1)...(start + 5)] {
      // The points end where their heading does.
      var width = 0
      var last: Character = " "
      for character in line where width < right {
        width += DisplayWidth.columns(of: String(character))
        last = character
      }
      #expect(width == right && last.isNumber, "\(line)")
    }
  }

  @Test func `colours only where it is told to`() {
    #expect(!text(ScoreFixture.cases, .zh).utf8.contains(0x1B))
    #expect(text(ScoreFixture.cases, .zh, colour: true).utf8.contains(0x1B))
  }

  // MARK: Ranking

  private func ranking(_ scores: [CaseScore], sheet: ScoreSheet = ScoreFixture.sheet) -> [String] {
    let cases = scores.map { ScoredCase(review: Fixture.clean, score: $0) }
    let lines = text(cases, .en, sheet: sheet).split(separator: "\n").map(String.init)
    guard let start = lines.firstIndex(of: "Offices") else { return [] }
    return lines[(start + 2)...].map {
      $0.split(separator: " ").joined(separator: " ")
    }
  }

  @Test func `offices are ranked by their averages`() {
    #expect(
      ranking([
        ScoreFixture.simple("乙", "70"), ScoreFixture.simple("甲", "90"),
        ScoreFixture.simple("乙", "80.01"), ScoreFixture.simple("丙", "60"),
      ]) == ["1 甲 1 90 90 0", "2 乙 2 75.01 70 0", "3 丙 1 60 60 0"])
  }

  @Test func `equal averages share a rank, in byte order of the names`() {
    #expect(
      ranking([
        ScoreFixture.simple("丙", "80"), ScoreFixture.simple("乙", "90"),
        ScoreFixture.simple("甲", "90"),
      ]) == ["1 乙 1 90 90 0", "1 甲 1 90 90 0", "3 丙 1 80 80 0"])
  }

  @Test func `nobody is put before another by what is not known`() {
    #expect(
      ranking([
        ScoreFixture.simple("甲", "50", "90"), ScoreFixture.simple("乙", "80"),
        ScoreFixture.simple("丙", "40"),
      ]) == ["1–2 乙 1 80 80 0", "1–2 甲 1 50–90 50–90 0", "3 丙 1 40 40 0"])
  }

  @Test func `a vetoed case counts what the sheet says`() {
    let scores = [
      ScoreFixture.simple("甲", "100", isVetoed: true), ScoreFixture.simple("甲", "80"),
      ScoreFixture.simple("乙", "70"),
    ]
    #expect(ranking(scores) == ["1 乙 1 70 70 0", "2 甲 2 40 0 1"])
    var sheet = ScoreFixture.sheet
    sheet.vetoInAverage = nil
    #expect(ranking(scores, sheet: sheet) == ["1 甲 2 90 80 1", "2 乙 1 70 70 0"])
  }

  @Test func `one case is not ranked, nor is nothing`() {
    #expect(ranking([ScoreFixture.simple("甲", "90")]).isEmpty)
    #expect(
      ranking([
        CaseScore(office: "甲", scope: .doesNotApply),
        CaseScore(office: "乙", scope: .doesNotApply),
      ]).isEmpty)
  }

  @Test func `cases without an office are one group`() {
    #expect(
      ranking([ScoreFixture.simple(nil, "90"), ScoreFixture.simple(nil, "80")])
        == ["1 (no office on file) 2 85 80 0"])
  }
}

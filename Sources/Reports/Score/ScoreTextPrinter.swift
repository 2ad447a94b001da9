package import Findings
package import SourceText
package import WorkCalendar

/// Prints scores for a person: case by case the total, the table of items, and each point lost with
/// the finding that cost it; a ranking of offices at the end where there are several cases.
///
/// Text goes to the sink case by case: `begin`, `add` for each case in order, `end`.
package struct ScoreTextPrinter {
  var page: TextPage
  let sheet: ScoreSheet
  private let sources: (String) -> SourceFile?
  private let sink: (String) -> Void
  private var ranking: OfficeRanking
  private var number = 0
  private var scored = 0

  package init(
    _ sheet: ScoreSheet, language: Language, colour: Bool,
    sources: @escaping (String) -> SourceFile? = { _ in nil }, sink: @escaping (String) -> Void
  ) {
    self.sheet = sheet
    ranking = OfficeRanking(sheet)
    page = TextPage(language: language, colour: colour)
    self.sources = sources
    self.sink = sink
  }

  /// Prints the head: the day, and what the sheet is and is not.
  package mutating func begin(asOf: CivilDate, cases: Int?) {
    let header = ScoreWords.header(asOf: asOf, cases: cases)
    page.paragraph("", indent: 0, lead: page.word(header), colour: .bold)
    let number = sheet.number.map { "  \($0)" } ?? ""
    page.labelled(
      ScoreWords.standard, page.word(sheet.name) + number + "  " + sheet.id, indent: 0)
    var notes = [sheet.isOurs ? ScoreWords.ours : ScoreWords.confidence(sheet.confidence)]
    if !sheet.gradesAreStated { notes.append(ScoreWords.gradesNotStated) }
    if sheet.unseen > .zero { notes.append(ScoreWords.unseen(sheet.unseen)) }
    for note in notes { page.paragraph(page.word(note), indent: 2) }
    for (label, text) in [
      (ScoreWords.formula, sheet.formula), (ScoreWords.source, sheet.source),
      (ScoreWords.note, sheet.note),
    ] {
      if let text { page.labelled(label, page.word(text), indent: 2) }
    }
    flush()
  }

  package mutating func add(_ scored: ScoredCase) {
    number += 1
    let review = scored.review
    page.blank()
    let lead = "\(number). "
    let indent = lead.utf8.count
    let name = review.caseNumber ?? page.word(ReportWords.noCaseNumber)
    let heading = review.caseTitle.map { "\(name)  \($0)" } ?? name
    page.paragraph("", indent: 0, lead: lead + ExcerptPrinter.safe(heading), colour: .bold)
    page.paragraph(
      [review.source, scored.score?.office].compactMap { $0 }.joined(separator: "  "),
      indent: indent)
    for located in review.diagnostics {
      let file = located.file == review.source || located.place != nil
      page.diagnostic(located, in: file ? sources(review.source) : nil, indent: indent)
    }
    if review.isUnreadable {
      page.paragraph("", indent: indent, lead: page.word(ReportWords.unreadable), colour: .red)
    } else if let score = scored.score {
      print(score, indent: indent)
    } else {
      page.paragraph(page.word(ScoreWords.otherKind), indent: indent)
    }
    flush()
  }

  private mutating func print(_ score: CaseScore, indent: Int) {
    switch score.scope {
    case .applies: break
    case .doesNotApply:
      page.paragraph(page.word(ScoreWords.doesNotApply), indent: indent)
      return
    case .open(let facts):
      let list = facts.joined(separator: page.word(ReportWords.listSeparator))
      page.paragraph(
        "", indent: indent, lead: page.word(ScoreWords.scopeOpen(list)), colour: .yellow)
    }
    if score.total != nil { scored += 1 }
    ranking.add(score)
    printTotal(score, indent: indent)
    printTable(score, indent: indent)
    printParts(score, indent: indent)
  }

  /// `得分：92.31（满分 100）  等次：优秀`
  private mutating func printTotal(_ score: CaseScore, indent: Int) {
    guard let total = score.total else {
      page.paragraph(page.word(ScoreWords.noItems), indent: indent)
      return
    }
    var text =
      page.word(ScoreWords.total) + page.word(ReportWords.colon)
      + page.word(ScoreWords.range(total))
    var notes = page.word(ScoreWords.outOf(sheet.highest))
    if let before = score.totalBeforeVeto, before != total {
      let words = ScoreWords.beforeVeto(page.word(ScoreWords.range(before)))
      notes += page.word(ReportWords.comma) + page.word(words)
    }
    text += ReportWords.inBrackets(notes, page.language)
    if let best = score.bestGrade, let worst = score.worstGrade {
      let grade = best == worst ? best.name : ScoreWords.grades(best.name, worst.name)
      text +=
        "  " + page.word(ScoreWords.grade) + page.word(ReportWords.colon) + page.word(grade)
    }
    if score.hasBrokenVeto {
      text += ReportWords.inBrackets(page.word(ScoreWords.vetoed), page.language)
    }
    page.paragraph("", indent: indent, lead: text, colour: score.hasBrokenVeto ? .red : .bold)
  }

  /// Prints the ranking, where it compares anything.
  package mutating func end() {
    if number > 1, scored > 0 {
      page.blank()
      page.paragraph("", indent: 0, lead: page.word(ScoreWords.ranking), colour: .bold)
      var table = TextTable([.right, .left, .right, .right, .right, .right])
      table.add(
        [
          ScoreWords.rank, ScoreWords.office, ScoreWords.cases, ScoreWords.average,
          ScoreWords.lowest, ScoreWords.vetoedCases,
        ].map { .init(page.word($0), .dim) })
      for ranked in ranking.ranked {
        let office = ranked.office
        table.add([
          .init(page.word(ScoreWords.rank(ranked.best, ranked.worst))),
          .init(office.name ?? page.word(ScoreWords.noOffice)),
          .init(String(office.totals.count)),
          .init(page.word(ScoreWords.range(office.average)), .bold),
          .init(page.word(ScoreWords.range(office.lowest))),
          .init(String(office.vetoed), office.vetoed == 0 ? .dim : .red),
        ])
      }
      page.table(table, indent: 2)
    }
    flush()
  }

  private mutating func flush() { sink(page.take()) }
}

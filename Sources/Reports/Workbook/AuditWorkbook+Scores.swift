internal import Findings
internal import SourceText

extension AuditWorkbook {
  /// A row for each case: its total and grade, and what each item of the standard lost.
  func scores(_ standard: ScoreSheet) -> WorkbookSheet {
    let items = standard.items + standard.deductions
    var sheet = WorkbookSheet(
      word(WorkbookWords.scoresSheet),
      [
        column(WorkbookWords.number, 5), column(WorkbookWords.caseNumber, 20),
        column(WorkbookWords.office, 14), column(ScoreWords.total, 8),
        column(WorkbookWords.highestTotal, 8), column(ScoreWords.grade, 8),
        column(WorkbookWords.lowestGrade, 8), column(WorkbookWords.vetoes, 6),
        column(ScoreWords.sum, 6), column(ScoreWords.lost, 6), column(ScoreWords.open, 6),
      ]
        + items.map { item in
          let points = item.points.map { ReportWords.inBrackets("\($0)", language) } ?? ""
          return .init("\(item.id) \(word(item.title))\(points)", width: 8)
        } + [column(WorkbookWords.caseTitle, 36)])
    sheet.frozenColumns = 2
    sheet.printedColumns = 11 + items.count
    for audited in audit.cases {
      var row = [.count(sheet.rows.count + 1), number(of: audited), .text(audited.office)]
      if let score = audited.score, score.total != nil {
        row += totals(of: score) + items.map { cell(for: $0, in: score) }
      } else {
        row.append(text(whyUnscored(audited)))
        row += Array(repeating: .empty, count: 7 + items.count)
      }
      sheet.rows.append(row + [.text(audited.title)])
    }
    sheet.shades = [.init(column: 7, .above(0), .grave)]
    sheet.shades += (11..<11 + items.count).map {
      .init(column: $0, .equals(word(ScoreWords.judged)), .remark)
    }
    sheet.shades += (11..<11 + items.count).map { .init(column: $0, .above(0), .serious) }
    return sheet
  }

  private func totals(of score: CaseScore) -> [WorkbookCell] {
    [
      .points(score.total?.least), .points(score.total?.most),
      .text(score.bestGrade?.name[language]), .text(score.worstGrade?.name[language]),
      .count(score.vetoes.count { $0.standing == .broken }), .points(score.inPlay),
      .points(score.lost.least), .points(score.lost.most - score.lost.least),
    ]
  }

  /// What an item lost for certain, or why there is nothing to lose.
  private func cell(for item: ScoreSheet.Item, in score: CaseScore) -> WorkbookCell {
    guard let scored = (score.items + score.deductions).first(where: { $0.id == item.id }) else {
      return .empty
    }
    return switch scored.standing {
    case .notInvolved: text(ScoreWords.notInvolved)
    case .judgement: text(ScoreWords.judged)
    case .clear, .broken, .open: .points(scored.lost.least)
    }
  }

  private func whyUnscored(_ audited: AuditedCase) -> BilingualText {
    if audited.isUnreadable { return ReportWords.unreadable }
    guard let score = audited.score else { return ScoreWords.otherKind }
    if case .doesNotApply = score.scope { return ScoreWords.doesNotApply }
    return ScoreWords.noItems
  }

  /// A row for each finding that costs points, may cost them, breaks a veto, or is to be looked at
  /// by who judges an item.
  ///
  /// The points of a line stand in its first row and those of an item in the item's, so that a
  /// column adds up to what the case lost.
  func losses(_ standard: ScoreSheet) -> WorkbookSheet {
    var sheet = WorkbookSheet(
      word(WorkbookWords.lossesSheet),
      [
        column(WorkbookWords.caseNumber, 20), column(WorkbookWords.office, 14),
        column(WorkbookWords.lossKind, 9), column(ScoreWords.item, 22),
        column(ScoreWords.points, 6), column(WorkbookWords.itemLost, 7),
        column(WorkbookWords.line, 22), column(WorkbookWords.lineLost, 7),
        column(WorkbookWords.lineMost, 6), column(WorkbookWords.problem, 36),
        column(ReportWords.basis, 28), column(ReportWords.fact, 28),
        column(WorkbookWords.rule, 44),
      ])
    sheet.frozenColumns = 1
    sheet.printedColumns = 12
    for audited in audit.cases {
      guard let score = audited.score else { continue }
      let lead = [number(of: audited), WorkbookCell.text(audited.office)]
      for entry in LossEntry.all(of: score, language) {
        for (place, finding) in entry.rows.enumerated() {
          sheet.rows.append(
            lead + entry.cells(isFirst: place == 0, word: word) + reason(finding, entry))
        }
      }
    }
    sheet.shades = [
      .init(column: 2, .equals(word(LossEntry.Kind.veto.words)), .grave),
      .init(column: 2, .equals(word(LossEntry.Kind.lost.words)), .serious),
      .init(column: 2, .equals(word(LossEntry.Kind.open.words)), .open),
      .init(column: 2, .equals(word(LossEntry.Kind.judged.words)), .remark),
    ]
    return sheet
  }

  private func reason(_ finding: Finding?, _ entry: LossEntry) -> [WorkbookCell] {
    guard let finding else {
      let missing = entry.missingRules.joined(separator: ", ")
      return [
        text(ScoreWords.missingRules), .empty, .empty, .text(missing),
      ]
    }
    return [
      .text(finding.message[language]),
      .text(phrases.joined(finding.cites.map(phrases.article))),
      .text(phrases.joined(phrases.facts(of: finding))),
      .text(finding.name),
    ]
  }

  /// The ranking of offices by the average of their cases.
  func offices(_ standard: ScoreSheet) -> WorkbookSheet {
    var sheet = WorkbookSheet(
      word(WorkbookWords.officesSheet),
      [
        column(ScoreWords.rank, 8), column(WorkbookWords.lowestRank, 10),
        column(ScoreWords.office, 36), column(WorkbookWords.cases, 8),
        column(ScoreWords.average, 10), column(WorkbookWords.highestAverage, 12),
        column(ScoreWords.lowest, 10), column(ScoreWords.vetoedCases, 10),
        column(ReportWords.column(.violated), 10), column(ReportWords.column(.undetermined), 14),
      ])
    var ranking = OfficeRanking(standard)
    for audited in audit.cases { if let score = audited.score { ranking.add(score) } }
    for ranked in ranking.ranked {
      let office = ranked.office
      let tally = AuditTally(
        audit.cases.filter { $0.score != nil && $0.score?.office == office.name })
      sheet.rows.append([
        .count(ranked.best), .count(ranked.worst),
        .text(office.name ?? word(ScoreWords.noOffice)), .count(office.totals.count),
        .points(office.average.least), .points(office.average.most), .points(office.lowest.least),
        .count(office.vetoed), .count(tally.violated),
        .count(tally.count(.undetermined)),
      ])
    }
    sheet.shades = [.init(column: 7, .above(0), .grave)]
    return sheet
  }
}

internal import Findings
internal import SourceText

extension ScoreTextPrinter {
  // MARK: Table

  mutating func printTable(_ score: CaseScore, indent: Int) {
    let items = score.items
    let deductions = score.deductions.filter { !$0.lost.isZero || !$0.losses.isEmpty }
    if items.isEmpty && deductions.isEmpty { return }
    page.blank()
    var table = TextTable([.left, .left, .right, .right, .right, .right])
    table.add(
      [
        "", page.word(ScoreWords.item), page.word(ScoreWords.points), page.word(ScoreWords.lost),
        page.word(ScoreWords.open), page.word(ScoreWords.left),
      ].map { .init($0, .dim) })
    for item in items { table.add(row(of: item, keeps: true)) }
    if !items.isEmpty {
      let kept = PointRange(
        score.inPlay - score.lost.most, score.inPlay - score.lost.least)
      table.add([
        .init(""), .init(page.word(ScoreWords.sum), .bold), .init(score.inPlay.description, .bold),
        .init(score.lost.least.description), .init(open(score.lost)),
        .init(page.word(ScoreWords.range(kept)), .bold),
      ])
    }
    if !deductions.isEmpty {
      table.add(
        ["", page.word(ScoreWords.deductions), "", "", "", ""].map { .init($0, .dim) })
      for item in deductions { table.add(row(of: item, keeps: false)) }
    }
    page.table(table, indent: indent)
  }

  private func row(of item: CaseScore.Item, keeps: Bool) -> [TextTable.Cell] {
    let points = item.points?.description ?? ""
    func row(_ lost: TextTable.Cell, _ open: String, _ left: String, _ colour: Ink.Colour?)
      -> [TextTable.Cell]
    {
      [
        .init(item.id, colour), .init(page.word(item.title), colour), .init(points, colour), lost,
        .init(open, .yellow), .init(left, colour),
      ]
    }
    switch item.standing {
    case .notInvolved:
      return row(.init(page.word(ScoreWords.notInvolved), .dim), "", "", .dim)
    case .judgement:
      return row(.init(page.word(ScoreWords.judged), .magenta), "", keeps ? points : "", nil)
    case .clear, .broken, .open:
      let left = item.points.map { cap in
        page.word(ScoreWords.range(PointRange(cap - item.lost.most, cap - item.lost.least)))
      }
      return row(
        .init(item.lost.least.description, item.lost.least > .zero ? .red : .dim),
        open(item.lost), keeps ? left ?? "" : "", nil)
    }
  }

  /// What may still be lost.
  private func open(_ lost: PointRange) -> String {
    lost.isExact ? "" : (lost.most - lost.least).description
  }

  // MARK: Parts

  mutating func printParts(_ score: CaseScore, indent: Int) {
    printVetoes(score, indent: indent)
    let entries = score.items + score.deductions
    let lost = entries.filter { $0.losses.contains { !$0.violations.isEmpty } }
    if !lost.isEmpty {
      page.blank()
      heading(ScoreWords.lossesHeading, .red, indent: indent)
      for item in lost { printLosses(item, indent: indent + 2) }
    }
    let open = entries.filter { $0.losses.contains { $0.violations.isEmpty } }
    if !open.isEmpty {
      page.blank()
      heading(ScoreWords.openHeading, .yellow, indent: indent)
      for item in open {
        for loss in item.losses where loss.violations.isEmpty {
          let title =
            item.title == loss.title ? "" : page.word(ReportWords.colon) + page.word(loss.title)
          page.paragraph(
            "\(item.id)  \(page.word(item.title))\(title)  \(page.word(ScoreWords.minus(loss.points)))",
            indent: indent + 2, hanging: 2)
          printRules(loss.findings, loss.missingRules, ScoreWords.rules, indent: indent + 4)
        }
      }
    }
    printJudgements(score, indent: indent)
    if !score.unlisted.isEmpty {
      page.blank()
      heading(ScoreWords.unlisted(score.unlisted.count), .cyan, indent: indent)
      for finding in score.unlisted { print(finding, indent: indent + 2) }
    }
  }

  private mutating func heading(_ text: BilingualText, _ colour: Ink.Colour, indent: Int) {
    page.paragraph("", indent: indent, lead: page.word(text), colour: colour)
  }

  private mutating func printVetoes(_ score: CaseScore, indent: Int) {
    if score.vetoes.isEmpty { return }
    func count(_ standing: CaseScore.Standing) -> Int {
      score.vetoes.count { $0.standing == standing }
    }
    page.blank()
    let words = ScoreWords.vetoes(
      clear: count(.clear), notInvolved: count(.notInvolved), judged: count(.judgement))
    page.paragraph(page.word(words), indent: indent)
    let broken = score.vetoes.filter { $0.standing == .broken }
    if !broken.isEmpty {
      heading(ScoreWords.broken(broken.count), .red, indent: indent)
      for veto in broken {
        page.paragraph("\(veto.id)  \(name(of: veto))", indent: indent + 2, hanging: 2)
        for finding in veto.findings { print(finding, indent: indent + 4) }
      }
    }
    let open = score.vetoes.filter { $0.standing == .open }
    if !open.isEmpty {
      heading(ScoreWords.openVetoes(open.count), .yellow, indent: indent)
      for veto in open {
        page.paragraph("\(veto.id)  \(name(of: veto))", indent: indent + 2, hanging: 2)
        printRules(veto.findings, veto.missingRules, ScoreWords.rules, indent: indent + 4)
      }
    }
  }

  private func name(of veto: CaseScore.Veto) -> String {
    let title = page.word(veto.title)
    return veto.group.map { "\(page.word($0))\(page.word(ReportWords.colon))\(title)" } ?? title
  }

  private mutating func printLosses(_ item: CaseScore.Item, indent: Int) {
    page.paragraph(
      "\(item.id)  \(page.word(item.title))  \(page.word(ScoreWords.minus(item.lost)))",
      indent: indent, hanging: 2)
    for loss in item.losses where !loss.violations.isEmpty {
      if loss.title != item.title {
        page.paragraph(
          "\(page.word(loss.title))  \(page.word(ScoreWords.minus(loss.points)))",
          indent: indent + 2, hanging: 2)
      }
      for finding in loss.violations { print(finding, indent: indent + 4) }
    }
    if item.isCapped, let points = item.points {
      page.paragraph(page.word(ScoreWords.capped(at: points)), indent: indent + 2)
    }
  }

  private mutating func printJudgements(_ score: CaseScore, indent: Int) {
    let vetoes = score.vetoes.filter { $0.standing == .judgement }
    let entries = (score.items + score.deductions).filter {
      $0.standing == .judgement || !$0.unseenLines.isEmpty
    }
    if vetoes.isEmpty && entries.isEmpty { return }
    page.blank()
    heading(ScoreWords.judgementHeading, .magenta, indent: indent)
    for veto in vetoes {
      page.paragraph("\(veto.id)  \(name(of: veto))", indent: indent + 2, hanging: 2)
      printRules(veto.findings, veto.missingRules, ScoreWords.clues, indent: indent + 4)
    }
    for item in entries {
      var text = "\(item.id)  \(page.word(item.title))"
      if item.standing == .judgement {
        if let points = item.points {
          text += "  " + page.word(ScoreWords.minus(PointRange(.zero, points)))
        }
      } else {
        let lines = item.unseenLines.map { page.word($0) }
        text +=
          page.word(ReportWords.colon) + lines.joined(separator: page.word(ReportWords.semicolon))
      }
      page.paragraph(text, indent: indent + 2, hanging: 2)
      printRules(item.raised, [], ScoreWords.clues, indent: indent + 4)
    }
  }

  // MARK: Findings

  /// The names of the rules and checks behind findings, each once.
  private mutating func printRules(
    _ findings: [Finding], _ missing: [String], _ label: BilingualText, indent: Int
  ) {
    var names: [String] = []
    for finding in findings {
      let name = finding.name
      if !names.contains(name) { names.append(name) }
    }
    let separator = page.word(ReportWords.listSeparator)
    if !names.isEmpty { page.labelled(label, names.joined(separator: separator), indent: indent) }
    if !missing.isEmpty {
      page.labelled(
        ScoreWords.missingRules, missing.joined(separator: separator), indent: indent)
    }
  }

  /// A finding as the reason of a loss: what, by which rule and article, and where.
  private mutating func print(_ finding: Finding, indent: Int) {
    page.paragraph(
      ([finding.name] + finding.elements.suffix(1)).joined(separator: "  "),
      indent: indent)
    page.paragraph(finding.message[page.language], indent: indent)
    for cite in finding.cites.prefix(1) {
      page.labelled(ReportWords.basis, ReportWords.citation(cite, page.language), indent: indent)
    }
    guard let fact = finding.evidence.first(where: \.isAtFault) else { return }
    var text = fact.label[page.language] + ReportWords.inBrackets(fact.path, page.language)
    if let document = fact.document {
      text += page.word(ReportWords.comma) + page.word(ReportWords.document(document))
    }
    if let place = fact.place { text += "  \(place.file):\(place.line):\(place.column)" }
    page.labelled(ReportWords.fact, text, indent: indent)
  }
}

extension CaseScore.Loss {
  /// The findings that cost points for certain.
  var violations: [Finding] { findings.filter { $0.outcome == .violated } }
}

internal import Findings
internal import SourceText

/// The score sheet of a case: the total, vetoes, and each item with what it costs and why.
struct HTMLAuditScore {
  let score: CaseScore
  let sheet: ScoreSheet
  let audited: AuditedCase
  /// Of the case, from 1.
  let number: Int

  var html: String {
    var html = "<h4>\(AuditMarkup.both(AuditWords.scoreSheet))"
    html += " <small>\(AuditMarkup.both(sheet.name))</small></h4>\n"
    guard let total = score.total else {
      return html + "<p>\(AuditMarkup.both(whyNotScored))</p>\n"
    }
    html += "<p class=total><b>\(AuditMarkup.both(ScoreWords.range(total)))</b> "
    html += AuditMarkup.both(AuditWords.inBrackets(ScoreWords.outOf(sheet.highest)))
    if let best = score.bestGrade, let worst = score.worstGrade {
      let grade = best == worst ? best.name : ScoreWords.grades(best.name, worst.name)
      html += " \(AuditMarkup.both(ScoreWords.grade + ReportWords.colon + grade))"
    }
    if score.hasBrokenVeto { html += " " + AuditMarkup.tag("fatal", ScoreWords.vetoed) }
    html += "</p>\n" + vetoes + items
    if !score.unlisted.isEmpty {
      html += "<p class=note>\(AuditMarkup.both(ScoreWords.unlisted(score.unlisted.count)))"
      html += ReportWords.colon.en + links(to: score.unlisted) + "</p>\n"
    }
    return html
  }

  private var whyNotScored: BilingualText {
    switch score.scope {
    case .applies: ScoreWords.noItems
    case .doesNotApply: ScoreWords.doesNotApply
    case .open(let facts): ScoreWords.scopeOpen(facts.joined(separator: ", "))
    }
  }

  // MARK: Vetoes

  private var vetoes: String {
    func count(_ standing: CaseScore.Standing) -> Int {
      score.vetoes.count { $0.standing == standing }
    }
    if score.vetoes.isEmpty { return "" }
    var html = ""
    for standing in [CaseScore.Standing.broken, .open] where count(standing) > 0 {
      let heading =
        standing == .broken
        ? ScoreWords.broken(count(standing)) : ScoreWords.openVetoes(count(standing))
      html += "<p>\(AuditMarkup.both(heading))</p><ul class=brief>\n"
      for veto in score.vetoes where veto.standing == standing {
        html += "<li>\(HTMLText.escaped(veto.id)) \(AuditMarkup.both(veto.title))"
        html += " \(links(to: veto.findings))\n"
      }
      html += "</ul>\n"
    }
    let rest = ScoreWords.vetoes(
      clear: count(.clear), notInvolved: count(.notInvolved), judged: count(.judgement))
    return html + "<p class=note>\(AuditMarkup.both(rest))</p>\n"
  }

  // MARK: Items

  private var items: String {
    let all = score.items + score.deductions
    let involved = all.filter { $0.standing != .notInvolved }
    var html = "<table class=numbers>\n<thead><tr>"
    for head in [ScoreWords.item, ScoreWords.points, ScoreWords.lost, AuditWords.because] {
      html += "<th scope=col>\(AuditMarkup.both(head))"
    }
    html += "\n<tbody>\n" + involved.map(row).joined() + "</table>\n"
    let left = all.filter { $0.standing == .notInvolved }
    if !left.isEmpty {
      let text = AuditWords.notInvolved(left.map { $0.title })
      html += "<p class=note>\(AuditMarkup.both(text))</p>\n"
    }
    return html
  }

  private func row(_ item: CaseScore.Item) -> String {
    var html = "<tr class=\(item.standing.rawValue)><th scope=row>\(HTMLText.escaped(item.id))"
    html += " \(AuditMarkup.both(item.title))"
    html += "<td>\(item.points.map(\.description) ?? "–")"
    html += "<td>\(item.lost.isZero ? "0" : AuditMarkup.both(ScoreWords.minus(item.lost)))<td>"
    if item.standing == .judgement {
      return html + AuditMarkup.both(ScoreWords.judged) + " \(links(to: item.raised))\n"
    }
    html += item.losses.map { loss in
      "\(AuditMarkup.both(loss.title)) \(AuditMarkup.both(ScoreWords.minus(loss.points)))"
        + " \(links(to: loss.findings))"
        + loss.missingRules.map { " <code>\(AuditMarkup.breakable($0))</code>" }.joined()
    }.joined(separator: "<br>")
    if item.isCapped, let points = item.points {
      html += "<br><small>\(AuditMarkup.both(ScoreWords.capped(at: points)))</small>"
    }
    return html + "\n"
  }

  /// Links to findings of the case; one that is not told is named.
  private func links(to findings: [Finding]) -> String {
    findings.map { finding in
      let words = finding.cites.first.map { cite in
        AuditMarkup.both(BilingualText(zh: cite.article, en: cite.article))
      }
      guard let place = place(of: finding) else {
        return "<code>\(AuditMarkup.breakable(finding.name))</code>"
      }
      let anchor = AuditMarkup.anchor(case: number, finding: place + 1)
      return "<a href=#\(anchor) title=\"\(HTMLText.escaped(finding.name))\">"
        + "\(words ?? AuditMarkup.breakable(finding.name))</a>"
    }.joined(separator: " ")
  }
  /// The score was worked out before findings were held against waivers and a baseline.
  private func place(of finding: Finding) -> Int? {
    audited.findings.firstIndex {
      $0.fingerprint == finding.fingerprint && $0.elements == finding.elements
        && $0.outcome == finding.outcome
    }
  }
}

package import Findings

/// Scores a reviewed case by a sheet: a function of the two, and of nothing else.
///
/// A violation costs what its line says, as often as the line says, and an item costs its own points
/// at most. What is undetermined or pending costs nothing yet and stays in the sums, so that the
/// total is a range down to what it would be were all of it violated. Signals cost nothing. What a
/// person has to judge is told, and takes nothing.
package struct Scoring {
  private let sheet: ScoreSheet
  private let results: [String: RuleResult]

  /// - Parameter results: With the outcomes of their checks (`RecordEvaluator.keepsChecks`).
  package init(_ results: [RuleResult], by sheet: ScoreSheet) {
    self.sheet = sheet
    self.results = Dictionary(results.map { ($0.rule, $0) }, uniquingKeysWith: { a, _ in a })
  }

  package func score(office: String?, scope: CaseScore.Scope) -> CaseScore {
    var score = CaseScore(office: office, scope: scope)
    if scope == .doesNotApply { return score }
    score.vetoes = sheet.vetoes.map(veto)
    score.items = sheet.items.map(item)
    score.deductions = sheet.deductions.map(item)
    score.unlisted = unlisted()
    addUp(&score)
    return score
  }

  // MARK: Sums

  private func addUp(_ score: inout CaseScore) {
    for item in score.items where counts(item) {
      score.inPlay = score.inPlay + (item.points ?? .zero)
      score.lost = score.lost + item.lost
    }
    // A sheet of items none of which counts says nothing of the case.
    if sheet.scale > .zero, score.inPlay == .zero { return }
    let off = score.deductions.reduce(PointRange.none) { $0 + $1.lost }
    func total(lost: Points, off: Points) -> Points {
      let kept = sheet.scale.scaled(by: score.inPlay - lost, of: score.inPlay)
      return max(.zero, sheet.base + kept - off)
    }
    let whole = PointRange(
      total(lost: score.lost.most, off: off.most), total(lost: score.lost.least, off: off.least))
    score.totalBeforeVeto = whole
    score.total = afterVeto(whole, score)
    grade(&score)
  }

  /// True where an item is in both sums.
  private func counts(_ item: CaseScore.Item) -> Bool {
    item.standing != .notInvolved || !sheet.leavesOutNotInvolved
  }

  private func afterVeto(_ whole: PointRange, _ score: CaseScore) -> PointRange {
    guard let vetoTotal = sheet.vetoTotal else { return whole }
    if score.hasBrokenVeto { return PointRange(vetoTotal) }
    guard score.vetoes.contains(where: { $0.standing == .open }) else { return whole }
    return PointRange(min(whole.least, vetoTotal), whole.most)
  }

  private func grade(_ score: inout CaseScore) {
    guard let total = score.total else { return }
    let vetoGrade = sheet.vetoGrade.flatMap { id in sheet.grades.first { $0.id == id } }
    score.bestGrade = sheet.grade(of: total.most)
    score.worstGrade = sheet.grade(of: total.least)
    guard let vetoGrade else { return }
    if score.hasBrokenVeto {
      score.bestGrade = vetoGrade
      score.worstGrade = vetoGrade
    } else if score.vetoes.contains(where: { $0.standing == .open }) {
      score.worstGrade = vetoGrade
    }
  }

  // MARK: Entries

  private func veto(_ veto: ScoreSheet.Veto) -> CaseScore.Veto {
    let view = FeederView(veto.feeders, results)
    let standing: CaseScore.Standing =
      if veto.feeders.isEmpty { .judgement } else if !view.isInvolved {
        .notInvolved
      } else if veto.isJudgement {
        .judgement
      } else if !view.violated.isEmpty {
        .broken
      } else if view.isOpen {
        .open
      } else {
        .clear
      }
    let findings =
      switch standing {
      case .broken: view.violated
      case .open: view.open
      case .judgement: view.violated + view.open
      case .clear, .notInvolved: [Finding]()
      }
    return CaseScore.Veto(
      id: veto.id, group: veto.group, title: veto.title, standing: standing, findings: findings,
      missingRules: view.missingRules)
  }

  private func item(_ item: ScoreSheet.Item) -> CaseScore.Item {
    var scored = CaseScore.Item(
      id: item.id, group: item.group, title: item.title, points: item.points, standing: .clear,
      lost: .none, losses: [], unseenLines: [], raised: [])
    let fed = item.lines.filter { !$0.feeders.isEmpty }
    let views = fed.map { FeederView($0.feeders, results) }
    if fed.isEmpty {
      scored.standing = .judgement
      return scored
    }
    guard views.contains(where: \.isInvolved) else {
      scored.standing = .notInvolved
      return scored
    }
    if item.isJudgement {
      scored.standing = .judgement
      scored.raised = views.flatMap { $0.violated + $0.open }
      return scored
    }
    scored.unseenLines = item.lines.filter(\.feeders.isEmpty).map(\.title)
    scored.losses = zip(fed, views).compactMap { line, view in loss(line, view) }
    var lost = scored.losses.reduce(PointRange.none) { $0 + $1.points }
    if let cap = item.points { lost = lost.capped(at: cap) }
    scored.lost = lost
    if lost.least > .zero {
      scored.standing = .broken
    } else if !scored.losses.isEmpty {
      scored.standing = .open
    }
    return scored
  }

  private func loss(_ line: ScoreSheet.Line, _ view: FeederView) -> CaseScore.Loss? {
    let open = view.open.count + view.missingRules.count
    if view.violated.isEmpty, open == 0 { return nil }
    let points: PointRange =
      switch line.per {
      case .whole:
        PointRange(view.violated.isEmpty ? .zero : line.points.least, line.points.most)
      case .finding:
        PointRange(
          line.points.least * view.violated.count,
          line.points.most * (view.violated.count + open))
      }
    // Once the points of a case are lost for certain, what is open changes nothing.
    let isSettled = line.per == .whole && !view.violated.isEmpty
    return CaseScore.Loss(
      title: line.title, points: points,
      findings: view.violated + (isSettled ? [] : view.open),
      missingRules: isSettled ? [] : view.missingRules)
  }

  /// Violations that nothing in the sheet is fed by.
  private func unlisted() -> [Finding] {
    let feeders =
      sheet.vetoes.flatMap(\.feeders)
      + (sheet.items + sheet.deductions).flatMap { $0.lines.flatMap(\.feeders) }
    let whole = Set(feeders.filter { $0.check == nil }.map(\.rule))
    let checks = Set(feeders)
    return results.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .flatMap { results[$0]?.findings ?? [] }
      .filter { finding in
        finding.outcome == .violated && finding.kind == .violation
          && !whole.contains(finding.rule)
          && !checks.contains(ScoreSheet.Feeder(rule: finding.rule, check: finding.check))
      }
  }
}

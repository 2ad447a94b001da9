package import Findings
internal import SourceText
package import WorkCalendar

/// Prints scores as one JSON document. `Documentation/score-json.md` explains every member.
///
/// Text goes to the sink case by case: `begin`, `add` for each case in order, `end`.
package struct ScoreJSONPrinter {
  /// The version goes up when a member changes its meaning or goes away.
  package static let format = "pingcha.score"
  package static let version = 1

  private let sheet: ScoreSheet
  private let sink: (String) -> Void
  private var writer = JSONWriter()
  private var ranking: OfficeRanking

  package init(_ sheet: ScoreSheet, sink: @escaping (String) -> Void) {
    self.sheet = sheet
    ranking = OfficeRanking(sheet)
    self.sink = sink
  }

  package mutating func begin(asOf: CivilDate) {
    writer.beginObject()
    writer.header(format: Self.format, version: Self.version)
    writer.member("as_of", asOf)
    writer.member("standard") { [sheet] in $0.sheet(sheet) }
    writer.key("cases")
    writer.beginArray()
    flush()
  }

  package mutating func add(_ scored: ScoredCase) {
    if let score = scored.score { ranking.add(score) }
    writer.object {
      $0.member("source", scored.review.source)
      $0.member("case", scored.review.caseNumber)
      $0.member("title", scored.review.caseTitle)
      $0.member("unreadable", scored.review.isUnreadable)
      $0.diagnostics(scored.review.diagnostics)
      $0.score(scored.score)
    }
    flush()
  }

  package mutating func end() {
    writer.end()
    writer.member("offices", ranking.ranked) { writer, ranked in
      writer.member("rank", ranked.best)
      writer.member("rank_at_worst", ranked.worst)
      writer.member("office", ranked.office.name)
      writer.member("cases", ranked.office.totals.count)
      writer.member("average", ranked.office.average)
      writer.member("lowest", ranked.office.lowest)
      writer.member("vetoed", ranked.office.vetoed)
    }
    writer.end()
    writer.endDocument()
    flush()
  }

  private mutating func flush() { sink(writer.take()) }
}

extension JSONWriter {
  mutating func member(_ key: String, _ points: Points?) {
    self.key(key)
    if let points { number(points.description) } else { null() }
  }

  mutating func member(_ key: String, _ range: PointRange?) {
    self.key(key)
    guard let range else { return null() }
    object {
      $0.member("least", range.least)
      $0.member("most", range.most)
    }
  }

  fileprivate mutating func sheet(_ sheet: ScoreSheet) {
    member("id", sheet.id)
    member("name", sheet.name)
    member("number", sheet.number)
    member("issued", sheet.issued)
    member("ours", sheet.isOurs)
    member("confidence", sheet.confidence)
    member("source", sheet.source)
    member("note", sheet.note)
    member("formula", sheet.formula)
    member("highest", sheet.highest)
    member("unseen", sheet.unseen)
    member("grades_stated", sheet.gradesAreStated)
    member("grades", sheet.grades) { writer, grade in
      writer.member("id", grade.id)
      writer.member("name", grade.name)
      writer.member("min", grade.min)
    }
  }

  fileprivate mutating func score(_ score: CaseScore?) {
    let scope: String? =
      switch score?.scope {
      case .applies: "applies"
      case .doesNotApply: "does-not-apply"
      case .open: "open"
      case nil: nil
      }
    var missing: [String] = []
    if case .open(let facts)? = score?.scope { missing = facts }
    member("office", score?.office)
    member("scope", scope)
    member("scope_missing", missing)
    member("total", score?.total)
    member("total_before_veto", score?.totalBeforeVeto)
    member("grade", score?.bestGrade?.id)
    member("grade_at_worst", score?.worstGrade?.id)
    member("vetoed", score?.hasBrokenVeto ?? false)
    member("in_play", score?.inPlay)
    member("lost", score?.lost)
    member("vetoes", score?.vetoes ?? []) { writer, veto in
      writer.member("id", veto.id)
      writer.member("group", veto.group)
      writer.member("title", veto.title)
      writer.member("standing", veto.standing.rawValue)
      writer.member("findings", veto.findings) { $0.finding($1) }
      writer.member("missing_rules", veto.missingRules)
    }
    member("items", score?.items ?? []) { $0.item($1) }
    member("deductions", score?.deductions ?? []) { $0.item($1) }
    member("unlisted", score?.unlisted ?? []) { $0.finding($1) }
  }

  private mutating func item(_ item: CaseScore.Item) {
    member("id", item.id)
    member("group", item.group)
    member("title", item.title)
    member("points", item.points)
    member("standing", item.standing.rawValue)
    member("lost", item.lost)
    member("losses", item.losses) { writer, loss in
      writer.member("title", loss.title)
      writer.member("points", loss.points)
      writer.member("findings", loss.findings) { $0.finding($1) }
      writer.member("missing_rules", loss.missingRules)
    }
    member("for_a_person", item.unseenLines) { writer, title in
      writer.member("zh", title.zh)
      writer.member("en", title.en)
    }
    member("raised", item.raised) { $0.finding($1) }
  }
}

internal import Findings
internal import SourceText
package import YAML

/// How far a sheet was read at its source.
enum StandardConfidence: String, CaseIterable {
  case primaryText = "primary-text"
  case partialRepost = "partial-repost"
  case constructed
}

/// What becomes of an item that the case does not involve.
enum NotInvolved: String, CaseIterable {
  /// The item leaves both sums.
  case leftOut = "left-out"
  /// It counts in full.
  case counted
}

extension SourceReader {
  /// Reads a file of `standards/`: one score sheet.
  ///
  /// - Returns: `nil` for a sheet with an error anywhere, since its points would not be its own.
  package mutating func standard(_ node: Node) -> StandardSource? {
    let before = diagnostics.count
    guard let fields = fields(node, as: .standard) else { return nil }
    let id = required(fields, "id", of: .standard).flatMap { self.name($0, "id") }
    let kind = required(fields, "kind", of: .standard).flatMap { self.name($0, "kind") }
    let name = required(fields, "name", of: .standard).flatMap { bilingual($0, of: .name) }
    var sheet = ScoreSheet(id: id?.text ?? "", name: name?.text ?? BilingualText(zh: "", en: ""))
    _ = required(fields, "confidence", of: .standard)
    sheet.confidence = choice(fields, "confidence", as: StandardConfidence.self)?.rawValue ?? ""
    sheet.isOurs = flag(fields, "ours", default: false)
    sheet.number = optionalText(fields, "number")
    sheet.issued = date(fields, "issued")
    sheet.source = both(fields, "source")
    sheet.note = both(fields, "note")
    sheet.formula = both(fields, "formula")
    let isDefault = flag(fields, "default", default: false)
    let applies = optionalExpression(fields, "applies")
    readSums(of: &sheet, fields)
    sheet.grades = grades(fields)
    sheet.gradesAreStated = flag(fields, "grades_stated", default: true)
    var pass = EntryPass()
    sheet.vetoes = vetoes(fields, &pass)
    sheet.items = items(fields, &pass)
    sheet.deductions = deductions(fields, &pass)
    checkWhole(sheet, fields)
    guard let id, let kind, name != nil,
      !diagnostics[before...].contains(where: { $0.severity == .error })
    else { return nil }
    return StandardSource(
      id: id, kind: kind, isDefault: isDefault, applies: applies, sheet: sheet,
      feeders: pass.feeders, feeds: pass.feeds, file: file)
  }

  private mutating func readSums(of sheet: inout ScoreSheet, _ fields: SourceFields) {
    sheet.base = points(fields, "base") ?? .zero
    sheet.scale = points(fields, "scale") ?? .zero
    sheet.unseen = points(fields, "unseen") ?? .zero
    sheet.vetoTotal = points(fields, "veto_total")
    sheet.vetoInAverage = points(fields, "veto_in_average")
    sheet.vetoGrade = optionalText(fields, "veto_grade")
    sheet.leavesOutNotInvolved =
      (choice(fields, "not_involved", as: NotInvolved.self) ?? .leftOut) == .leftOut
  }

  // MARK: Whole

  private mutating func checkWhole(_ sheet: ScoreSheet, _ fields: SourceFields) {
    if sheet.scale == .zero, fields["items"]?.sequence?.isEmpty == false {
      report(.itemsWithoutScale(at: fields.keyRange("items")))
    }
    if sheet.scale > .zero, fields["items"]?.sequence?.isEmpty ?? true {
      report(.scaleWithoutItems(at: fields.keyRange("scale")))
    }
    if let node = fields["veto_grade"], let grade = sheet.vetoGrade {
      let known = sheet.grades.map(\.id)
      if !known.contains(grade) {
        report(
          .badValue(
            grade, of: "veto_grade", near: Suggestion.nearest(to: grade, among: known),
            allowed: known, at: node.range))
      }
    }
  }

  private mutating func grades(_ fields: SourceFields) -> [ScoreSheet.Grade] {
    var grades: [ScoreSheet.Grade] = []
    for node in list(fields, "grades") {
      guard let entry = self.fields(node, as: .grade) else { continue }
      let id = requiredText(entry, "id", of: .grade)
      let name = title(entry, of: .grade)
      _ = required(entry, "min", of: .grade)
      guard let min = points(entry, "min"), let id, let name else { continue }
      if let last = grades.last, min >= last.min {
        report(.gradesNotFalling(at: entry["min"]?.range ?? node.range))
      }
      grades.append(ScoreSheet.Grade(id: id, name: name, min: min))
    }
    if let last = grades.last, last.min > .zero {
      report(.gradesEndAbove(last.min.description, at: fields.keyRange("grades")))
    }
    return grades
  }

  // MARK: Parts

  /// `zh` and `en` of an entry.
  mutating func title(_ fields: SourceFields, of thing: SourceThing) -> BilingualText? {
    let zh = language(.zh, fields, of: thing)?.scalar?.text
    let en = language(.en, fields, of: thing)?.scalar?.text
    guard let zh, let en else { return nil }
    return BilingualText(zh: zh, en: en)
  }

  mutating func both(_ fields: SourceFields, _ key: String) -> BilingualText? {
    fields[key].flatMap { bilingual($0, of: .name) }?.text
  }

  mutating func points(_ fields: SourceFields, _ key: String) -> Points? {
    fields[key].flatMap { points($0, key) }
  }

  mutating func points(_ node: Node, _ key: String) -> Points? {
    guard let text = text(node, key) else { return nil }
    if let points = Points(text) { return points }
    report(.badPoints(text, of: key, at: node.range))
    return nil
  }
}

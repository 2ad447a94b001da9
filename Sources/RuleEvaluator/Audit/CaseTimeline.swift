import CEL
import CaseRecords
import Findings
import SourceText
import WorkCalendar

/// Puts what was done in a case and what was due in the order of the days.
struct CaseTimeline {
  private let record: CaseRecord
  private let showsPersonalData: Bool
  private var entries: [TimelineEntry] = []

  /// The dates of the record that its schema has on the timeline, and the last days of its terms.
  ///
  /// A date that is known only from one side (on or before a day) is left out, and so is a term whose
  /// last day has no upper bound: there is no stretch of days to draw. Papers have no marks of their
  /// own; what they prove has.
  ///
  /// - Parameter titles: What each rule requires, by its id.
  static func entries(
    of record: CaseRecord, _ results: [RuleResult], titles: [String: BilingualText],
    showsPersonalData: Bool
  ) -> [TimelineEntry] {
    var timeline = CaseTimeline(record: record, showsPersonalData: showsPersonalData)
    for (section, value) in zip(record.schema.sections, record.sections) {
      timeline.addActs(in: value, section.shape)
    }
    for result in results {
      for day in result.dueDays {
        timeline.add(day, of: result.rule, titles[result.rule])
      }
    }
    return timeline.entries.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      if (a.first, a.last) != (b.first, b.last) { return (a.first, a.last) < (b.first, b.last) }
      return one.offset < other.offset
    }.map(\.element)
  }

  private init(record: CaseRecord, showsPersonalData: Bool) {
    self.record = record
    self.showsPersonalData = showsPersonalData
  }

  /// Adds the dates of a section or record, or of each of a list of them.
  private mutating func addActs(in value: Value, _ shape: ShapeSchema) {
    switch value {
    case .structure(let structure) where structure.presence == .present:
      for (number, field) in shape.fields.enumerated() {
        let value = structure.slots[number]
        switch field.type {
        case .record(let inner), .list(.record(let inner)): addActs(in: value, inner)
        case .date, .datetime:
          addAct(value, of: field, at: "\(structure.path).\(field.name)")
        default: break
        }
      }
    case .list(let list):
      for element in list.elements { addActs(in: element, shape) }
    default: break
    }
  }

  private mutating func addAct(_ value: Value, of field: FieldSchema, at path: String) {
    guard field.isOnTimeline, showsPersonalData || !field.isPersonal,
      let days = DateBounds(value), let first = days.earliest, let last = days.latest
    else { return }
    entries.append(
      TimelineEntry(
        mark: .act(path: path), label: record.schema.label(of: path) ?? field.label, first: first,
        last: last))
  }

  private mutating func add(_ day: DueDay, of rule: String, _ title: BilingualText?) {
    guard let latest = day.dueLatest else { return }
    let mark: TimelineEntry.Mark =
      day.isWait
      ? .wait(rule: rule, check: day.check, outcome: day.outcome)
      : .due(rule: rule, check: day.check, outcome: day.outcome, daysLate: day.daysLate)
    var entry = TimelineEntry(
      mark: mark, label: title ?? BilingualText(zh: rule, en: rule), first: day.due, last: latest)
    entry.from = day.from
    entry.act = day.act
    // Checks of one rule often run over elements with the same days.
    if !entries.contains(entry) { entries.append(entry) }
  }
}

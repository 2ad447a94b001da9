import CEL
import CaseRecords
import Findings
import SourceText

/// Makes a case of an audit of a record that has been reviewed: who decided it, who handled it, when,
/// and what was due. Which facts these are says the schema of its kind.
struct CaseAudit {
  let record: CaseRecord
  /// What each rule requires, by its id.
  let titles: [String: BilingualText]
  let showsPersonalData: Bool

  /// Fills in what only the record knows.
  func fill(_ audited: inout AuditedCase, _ results: [RuleResult]) {
    audited.office = record.text(of: .office)
    audited.officers = officers
    audited.sector = sector
    audited.decidedOn = record.value(of: .decidedOn).flatMap { DateBounds($0)?.exact }
    audited.timeline = CaseTimeline.entries(
      of: record, results, titles: titles, showsPersonalData: showsPersonalData)
  }

  /// Each by name and by what tells the elements of the list apart, such as a licence number: two
  /// people may share the first character that a masked name keeps.
  private var officers: [String] {
    guard let slot = record.schema.roles[.officers],
      case .list(let list) = record.sections[slot.section]
    else { return [] }
    let isPersonal = record.schema.sections[slot.section].shape.fields[slot.field].isPersonal
    return list.elements.compactMap { element in
      guard case .structure(let person) = element else { return nil }
      var parts: [String] = []
      if case .string(let name) = person.slots[slot.field] {
        parts.append(isPersonal && !showsPersonalData ? PersonalData.masked(name) : name)
      }
      if let key = record.key(of: person), !parts.contains(key) { parts.append(key) }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
  }

  private var sector: BilingualText? {
    guard let slot = record.schema.roles[.sector], let id = record.text(of: .sector) else {
      return nil
    }
    let field = record.schema.sections[slot.section].shape.fields[slot.field]
    if case .enumeration(let values) = field.type, let label = values.label(of: id) {
      return label
    }
    return BilingualText(zh: id, en: id)
  }
}

import CEL
import CaseRecords
import RuleCompiler
import SourceText
import WorkCalendar
import YAML

/// Makes the single changes to an example's record that a rule may notice: each fact that it reads, at
/// the values at which it may turn.
struct ChangeMaker {
  let schema: RecordSchema
  let facts: FactFinder
  let boundaries: RuleBoundaries
  let calendar: OfficeCalendar
  /// Those that the rule reads.
  let parameters: [ParameterSource]

  /// A change with the fact that it is about.
  struct Change: Hashable {
    var change: RecordChange
    var pattern: FactPattern?
  }

  /// At most so many elements of a list are changed, and so many values of one fact tried.
  private static let elements = 2
  private static let values = 14

  /// - Parameters:
  ///   - record: The patched record.
  ///   - due: The last days of the deadlines as the record stands.
  func changes(of record: Node, due: [CivilDate]) -> [Change] {
    var all: [Change] = []
    let days = days(in: record, due: due)
    let amounts = amounts(in: record)
    for pattern in facts.patterns {
      for path in paths(of: pattern.steps[...], in: record, "") {
        guard let location = schema.location(of: path) else { continue }
        let present = record.value(at: path)
        for kind in kinds(of: location, present, days, amounts) {
          all.append(Change(change: RecordChange(path: path, kind: kind), pattern: pattern))
        }
        all += elements(of: location, at: path, pattern, days, amounts)
      }
    }
    all += parameterChanges()
    if facts.readsDay {
      for day in due.flatMap({ [$0, $0.next] }) + days.prefix(8) {
        all.append(Change(change: RecordChange(path: nil, kind: .asOf(day)), pattern: nil))
      }
    }
    return all
  }

  /// The facts by which parameters differ, at the words that their values are for.
  private func parameterChanges() -> [Change] {
    let keys: [(String, (ParameterSource.Entry) -> String?)] = [
      ("case.region", { $0.region }), ("case.sector", { $0.sector }),
      ("party.kind", { $0.party }),
    ]
    return keys.flatMap { path, word -> [Change] in
      guard let path = FactPath(path), let location = schema.location(of: path),
        case .field(let field) = location.target
      else { return [] }
      let words = Set(parameters.flatMap(\.entries).compactMap(word)).sorted()
      return words.prefix(Self.values).map {
        let kind = RecordChange.Kind.set(Self.padded($0, for: field), isQuoted: isText(field))
        return Change(change: RecordChange(path: path, kind: kind), pattern: nil)
      }
    }
  }

  /// A region has six digits; a parameter may name the first of them.
  private static func padded(_ word: String, for field: FieldSchema) -> String {
    guard case .text = field.type, word.utf8.count < 6 else { return word }
    return word + String(repeating: "0", count: 5 - word.utf8.count) + "1"
  }

  private func isText(_ field: FieldSchema) -> Bool {
    if case .text = field.type { true } else { false }
  }

  /// An element more for a list of records.
  private func elements(
    of location: FactLocation, at path: FactPath, _ pattern: FactPattern, _ days: [CivilDate],
    _ amounts: [ExactDecimal]
  ) -> [Change] {
    let shape: ShapeSchema
    switch location.target {
    case .recordList(let elements): shape = elements
    case .field(let field):
      guard case .list(.record(let elements)) = field.type else { return [] }
      shape = elements
    default: return []
    }
    let maker = ElementMaker(
      shape: shape, list: pattern, facts: facts.patterns, boundaries: boundaries, days: days,
      amounts: amounts)
    return maker.elements().map {
      Change(change: RecordChange(path: path, kind: .append($0)), pattern: pattern)
    }
  }

  // MARK: Paths

  private func paths(
    of steps: ArraySlice<FactPattern.Step>, in record: Node, _ prefix: String
  ) -> [FactPath] {
    guard let step = steps.first else { return FactPath(prefix).map { [$0] } ?? [] }
    let rest = steps.dropFirst()
    switch step {
    case .name(let name):
      return paths(of: rest, in: record, prefix.isEmpty ? name : "\(prefix).\(name)")
    case .each:
      let count = FactPath(prefix).flatMap { record.value(at: $0)?.sequence?.count } ?? 0
      return (0..<min(count, Self.elements)).flatMap {
        paths(of: rest, in: record, "\(prefix)[\($0)]")
      }
    }
  }

  // MARK: Values

  private func kinds(
    of location: FactLocation, _ present: Node?, _ days: [CivilDate], _ amounts: [ExactDecimal]
  ) -> [RecordChange.Kind] {
    switch location.target {
    case .field(let field), .scalarElement(let field):
      let type: FieldType =
        if case .scalarElement = location.target, case .list(let element) = field.type {
          element
        } else { field.type }
      let isScalar = type.isScalar
      return values(of: type, present, days, amounts)
        + (isScalar ? [.setNothing, .unrecorded] : [])
    case .section: return [.setNothing]
    case .recordList: return lists(present)
    case .element: return []
    }
  }

  private func lists(_ present: Node?) -> [RecordChange.Kind] {
    [.setEmpty, .dropLast, .repeatFirst, .unrecorded]
  }

  private func values(
    of type: FieldType, _ present: Node?, _ days: [CivilDate], _ amounts: [ExactDecimal]
  ) -> [RecordChange.Kind] {
    func set(_ texts: some Sequence<String>, isQuoted: Bool = false) -> [RecordChange.Kind] {
      texts.prefix(Self.values).map { .set($0, isQuoted: isQuoted) }
    }
    switch type {
    case .boolean: return set(["true", "false"])
    case .enumeration(let values):
      let ids = values.entries.map(\.id)
      return set(
        ids.filter(boundaries.words.contains) + ids.filter { !boundaries.words.contains($0) })
    case .date: return set(own(present) + days.map(\.description))
    case .datetime:
      return set((moments(present) + days.map { "\($0)T10:00:00+08:00" }), isQuoted: true)
    case .integer:
      let own = present?.scalar.flatMap { Int64($0.text) }.map { [$0 - 1, $0 + 1] } ?? []
      let all = own + boundaries.numbers.flatMap { [$0 - 1, $0, $0 + 1] }.filter { $0 >= 0 }
      return set(unique(all).map(String.init))
    case .money, .decimal: return set(amounts.map(\.description))
    case .text: return set(texts(present), isQuoted: true)
    case .document: return []
    case .record: return [.setNothing]
    case .list(let element): return lists(present) + literalLists(of: element)
    }
  }

  /// A list of words is tried with each of the words that the rule knows, alone.
  private func literalLists(of element: FieldType) -> [RecordChange.Kind] {
    guard case .enumeration(let values) = element else { return [] }
    let ids = values.entries.map(\.id)
    let known = ids.filter(boundaries.words.contains)
    let other = ids.first { !known.contains($0) }
    return (known + [other].compactMap(\.self)).prefix(8).map { .setList([$0]) }
  }

  private func texts(_ present: Node?) -> [String] {
    ["另"] + boundaries.words.prefix(6)
  }

  private func own(_ present: Node?) -> [String] {
    guard let day = present?.scalar.flatMap({ CivilDate($0.text) }) else { return [] }
    return [day.moved(by: -1), day.moved(by: 1)].map(\.description)
  }

  /// The moment as it is, a minute and a day away.
  private func moments(_ present: Node?) -> [String] {
    guard let text = present?.scalar?.text, text.utf8.count >= 16,
      let day = CivilDate(text.prefix(10))
    else { return [] }
    let rest = text.dropFirst(10)
    return [day.moved(by: -1), day.moved(by: 1)].map { "\($0)\(rest)" }
  }

  /// The days of other facts, the last days of deadlines, the days of the rule's texts, each with the
  /// day before and after.
  private func days(in record: Node, due: [CivilDate]) -> [CivilDate] {
    var centres = due
    var starts: [CivilDate] = []
    for pattern in facts.patterns {
      for path in paths(of: pattern.steps[...], in: record, "") {
        guard let text = record.value(at: path)?.scalar?.text, let day = CivilDate(text.prefix(10))
        else { continue }
        starts.append(day)
      }
    }
    for period in boundaries.periods.prefix(4) {
      for start in starts.prefix(4) {
        if let day = try? calendar.adding(period, to: start) { centres.append(day) }
      }
    }
    centres += starts + boundaries.days
    return unique(centres.flatMap { [$0, $0.moved(by: 1), $0.moved(by: -1)] })
  }

  private func amounts(in record: Node) -> [ExactDecimal] {
    var centres: [ExactDecimal] = []
    for pattern in facts.patterns {
      guard let location = pattern.path.flatMap({ schema.location(of: $0) }),
        case .field(let field) = location.target
      else { continue }
      switch field.type {
      case .money, .decimal: break
      default: continue
      }
      for path in paths(of: pattern.steps[...], in: record, "") {
        if let amount = record.value(at: path)?.scalar.flatMap({ ExactDecimal($0.text) }) {
          centres.append(amount)
        }
      }
    }
    guard let cent = ExactDecimal("0.01") else { return centres }
    return unique(
      (centres + boundaries.amounts).flatMap {
        [$0, $0.adding(cent), $0.subtracting(cent)].compactMap(\.self)
      })
  }

  private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}

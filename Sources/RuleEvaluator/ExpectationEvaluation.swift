import CEL
import CaseRecords
import RuleCompiler
import WorkCalendar

/// Whether the schema expects a fact of the record in a frame (semantics §3).
struct ExpectationEvaluation {
  let rulebook: Rulebook
  let record: CaseRecord

  /// What the schema says of a fact in this record.
  enum Answer {
    case expected
    case notExpected
    /// It says so under a condition that nobody can tell, for want of these facts.
    case open([String])

    static func && (a: Answer, b: Answer) -> Answer {
      switch (a, b) {
      case (.notExpected, _), (_, .notExpected): .notExpected
      case (.open(let one), .open(let other)): .open(one + other)
      case (.open, _): a
      case (.expected, _): b
      }
    }
  }

  /// True where a complete file would hold the fact, as far as the record tells.
  func isExpected(_ path: String, _ frame: inout Frame) -> Bool {
    if case .expected = expectation(of: path, &frame) { true } else { false }
  }

  /// Whether a complete file would hold one of several facts.
  func expectation(ofOneOf paths: [String], _ frame: inout Frame) -> Answer {
    var open: [String] = []
    for path in paths {
      switch expectation(of: path, &frame) {
      case .expected: return .expected
      case .notExpected: break
      case .open(let paths): open += paths
      }
    }
    return open.isEmpty ? .notExpected : .open(open)
  }

  /// Whether a complete file would hold the fact.
  ///
  /// A field's own expectation is read only where its section is there; in one that is not, the
  /// section must be expected as well. A condition that is absent expects nothing.
  func expectation(of path: String, _ frame: inout Frame) -> Answer {
    guard let factPath = FactPath(path) else { return .notExpected }
    return expectation(of: factPath, &frame)
  }

  private func expectation(of path: FactPath, _ frame: inout Frame) -> Answer {
    let schema = rulebook.schema
    guard case .name(let sectionName)? = path.steps.first,
      let sectionNumber = schema.number(ofSection: sectionName)
    else { return .notExpected }
    let section = schema.sections[sectionNumber]
    var owner = record.sections[sectionNumber]
    var answer = Answer.expected
    var elementOfSection: Value?
    if case .structure(let value) = owner, value.presence == .absent {
      answer = holds(section.expectation, rulebook.expectations.sections[sectionName], &frame)
    }
    for step in path.steps.dropFirst() {
      switch (owner, step) {
      case (.list(let list), .index(let index)):
        guard list.elements.indices.contains(index) else { return .notExpected }
        owner = list.elements[index]
        if elementOfSection == nil, section.isList { elementOfSection = owner }
      case (.structure(let value), .name(let name)):
        guard let number = value.type.number(ofField: name),
          let field = schema.field(number, of: value.type)
        else { return .notExpected }
        answer = answer && holds(field, number, of: value, elementOfSection, &frame)
        owner = value.value(ofField: number)
      default: return .notExpected
      }
    }
    return answer
  }

  private func holds(
    _ field: FieldSchema, _ number: Int, of owner: StructValue, _ element: Value?,
    _ frame: inout Frame
  ) -> Answer {
    switch field.expectation {
    case .always: return .expected
    case .never: return .notExpected
    case .condition:
      let key = Expectations.Key(type: owner.type, field: number)
      guard let condition = rulebook.expectations.fields[key] else { return .notExpected }
      if let slot = condition.elementSlot, let element { frame.slots[slot] = element }
      return Self.answer(condition.program.evaluate(&frame))
    }
  }

  private func holds(
    _ expectation: Expectation, _ program: Program?, _ frame: inout Frame
  ) -> Answer {
    switch expectation {
    case .always: .expected
    case .never: .notExpected
    case .condition: program.map { Self.answer($0.evaluate(&frame)) } ?? .notExpected
    }
  }

  private static func answer(_ value: Value) -> Answer {
    switch value {
    case .bool(true): .expected
    case .unknown(let trail): .open(trail.paths)
    case .range(let range): .open(range.trail.paths)
    default: .notExpected
    }
  }
}

extension RecordSchema {
  /// The day of the decision, up to which later and lighter texts count (semantics §6); the day of
  /// the review while there is none, and any day where nobody recorded it.
  func decisionDate(in frame: Frame, _ slots: Range<Int>, asOf: CivilDate) -> DateBounds {
    let undecided = DateBounds(earliest: asOf, latest: asOf)
    guard let slot = roles[.decidedOn],
      case .structure(let decision)? = frame.slots[slots.lowerBound + slot.section]
    else { return undecided }
    let value = decision.value(ofField: slot.field)
    if case .unknown(let trail) = value {
      return DateBounds(earliest: nil, latest: nil, trail: trail.paths)
    }
    return DateBounds(value) ?? undecided
  }
}

extension CaseRecord {
  /// What tells an element of a list apart when lines move; `nil` where its schema names no key or
  /// the key is not on file.
  func key(of element: StructValue) -> String? {
    guard let key = schema.shape(of: element.type)?.key else { return nil }
    switch element.value(ofField: key) {
    case .structure(let paper):
      guard case .string(let id) = paper.slots[schema.documentFields.id] else { return nil }
      return id
    case let value: return ValueText.plain(value)
    }
  }
}

import CEL
import CaseRecords
import RuleCompiler

/// Whether the schema expects a fact of the record in a frame (semantics §3).
struct ExpectationEvaluation {
  let rulebook: Rulebook
  let record: CaseRecord

  /// True where a complete file would hold the fact.
  ///
  /// A field's own expectation is read only where its section is there; in one that is not, the
  /// section must be expected as well. A condition that is absent or unknown expects nothing.
  func isExpected(_ path: String, _ frame: inout Frame) -> Bool {
    guard let factPath = FactPath(path) else { return false }
    return isExpected(factPath, &frame)
  }

  private func isExpected(_ path: FactPath, _ frame: inout Frame) -> Bool {
    let schema = rulebook.schema
    guard case .name(let sectionName)? = path.steps.first,
      let sectionNumber = schema.number(ofSection: sectionName)
    else { return false }
    let section = schema.sections[sectionNumber]
    var owner = record.sections[sectionNumber]
    var isExpected = true
    var elementOfSection: Value?
    if case .structure(let value) = owner, value.presence == .absent {
      isExpected = holds(section.expectation, rulebook.expectations.sections[sectionName], &frame)
    }
    for step in path.steps.dropFirst() {
      switch (owner, step) {
      case (.list(let list), .index(let index)):
        guard list.elements.indices.contains(index) else { return false }
        owner = list.elements[index]
        if elementOfSection == nil, section.isList { elementOfSection = owner }
      case (.structure(let value), .name(let name)):
        guard let number = value.type.number(ofField: name),
          let field = schema.field(number, of: value.type)
        else { return false }
        isExpected =
          isExpected && holds(field, number, of: value, elementOfSection, &frame)
        owner = value.value(ofField: number)
      default: return false
      }
    }
    return isExpected
  }

  private func holds(
    _ field: FieldSchema, _ number: Int, of owner: StructValue, _ element: Value?,
    _ frame: inout Frame
  ) -> Bool {
    switch field.expectation {
    case .always: return true
    case .never: return false
    case .condition:
      let key = Expectations.Key(type: owner.type, field: number)
      guard let condition = rulebook.expectations.fields[key] else { return false }
      if let slot = condition.elementSlot, let element { frame.slots[slot] = element }
      return isTrue(condition.program.evaluate(&frame))
    }
  }

  private func holds(
    _ expectation: Expectation, _ program: Program?, _ frame: inout Frame
  ) -> Bool {
    switch expectation {
    case .always: true
    case .never: false
    case .condition: program.map { isTrue($0.evaluate(&frame)) } ?? false
    }
  }

  private func isTrue(_ value: Value) -> Bool {
    if case .bool(true) = value { true } else { false }
  }
}

/// The facts of a record that the meaning of a rule itself names (semantics §6).
enum RecordRoles {
  /// The day of the decision, up to which later and lighter texts count.
  static func decisionDate(in frame: Frame, _ rulebook: Rulebook) -> Value? {
    guard let section = rulebook.schema.number(ofSection: "decision"),
      case .structure(let decision)? = frame.slots[rulebook.slots.sections.lowerBound + section],
      let field = decision.type.number(ofField: "made_on")
    else { return nil }
    let value = decision.value(ofField: field)
    return value.isNullLike || value.isState ? nil : value
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

import CEL
import CaseRecords
import Findings
import SourceText

/// Evaluates an expression and keeps each part of it with its value, personal data masked.
struct ExpressionTrace {
  let schema: RecordSchema
  /// What facts are looked up in, and the text that it was read from; without them no place is told.
  var record: CaseRecord?
  var text: SourceFile?

  /// - Parameter lazySlots: Slots to empty first, so that what fills them is traced too.
  func condition(
    _ program: Program, _ frame: Frame, lazySlots: [Int]
  ) -> Explanation.Condition {
    var copy = frame
    for slot in lazySlots { copy.slots[slot] = nil }
    let tracer = Tracer()
    copy.tracer = tracer
    let value = program.evaluateTraced(&copy)
    let personal = personalTexts(program)
    let values = personalValues(tracer.steps)
    return Explanation.Condition(
      expression: program.source, value: stepValue(value),
      steps: tracer.steps.filter { !isRecord($0.value) }.map {
        Explanation.Step(
          expression: $0.expression,
          value: stepValue(
            $0.value, isPersonal: personal.contains($0.expression) || isOne(of: values, $0.value)),
          depth: $0.depth, place: $0.fact.flatMap(place))
      })
  }

  /// Where the record has a fact; `nil` for one that it only implies.
  private func place(of fact: String) -> Place? {
    guard let text, let found = record?.place(of: fact), found.isExact else { return nil }
    return Place(of: found.range, in: text)
  }

  /// The texts of the personal facts that were read, wherever: a definition names them otherwise.
  private func personalValues(_ steps: [Tracer.Step]) -> Set<String> {
    var values: Set<String> = []
    for step in steps {
      guard let fact = step.fact, schema.location(of: fact)?.isPersonal == true,
        case .string(let text) = step.value
      else { continue }
      values.insert(text)
    }
    return values
  }

  private func isOne(of texts: Set<String>, _ value: Value) -> Bool {
    if case .string(let text) = value { texts.contains(text) } else { false }
  }

  /// A whole section or element: read only on the way to a fact in it.
  private func isRecord(_ value: Value) -> Bool {
    if case .structure = value { true } else { false }
  }

  /// The sub-expressions whose values are personal data: texts and lists of them, in an expression
  /// that reads any, macro variables included.
  private func personalTexts(_ program: Program) -> Set<String> {
    let checked = program.checked
    let readsPersonal = checked.references.values.contains { reference in
      guard case .field(let type, let number) = reference else { return false }
      return schema.field(number, of: type)?.isPersonal ?? false
    }
    guard readsPersonal else { return [] }
    var texts: Set<String> = []
    for (node, type) in checked.types.enumerated() {
      switch type.unwrapped {
      case .string, .list(.string), .list(.wrapper(.string)), .list(.structure), .structure:
        texts.insert(checked.tree.text(of: node))
      default: break
      }
    }
    return texts
  }

  func stepValue(_ value: Value, isPersonal: Bool = false) -> Explanation.StepValue {
    switch value {
    case .string(let text) where isPersonal:
      let masked = PersonalData.masked(text)
      return .value(BilingualText(zh: masked, en: masked))
    case .list(let list) where isPersonal || list.holdsRecords:
      return .value(
        BilingualText(zh: "\(list.elements.count)项", en: "\(list.elements.count) items"))
    default: return plainStepValue(value)
    }
  }

  private func plainStepValue(_ value: Value) -> Explanation.StepValue {
    switch value {
    case .unknown(let trail): .unknown(trail.paths)
    case .absent(let trail): .absent(trail.paths)
    case .absentFact(let fact): .absent([fact.path])
    case .null: .absent([])
    case .fault(let fault): .fault("\(fault.code): \(fault.detail)")
    case .structure(let structure) where structure.presence == .absent: .absent([structure.path])
    case .structure(let structure) where structure.presence == .unrecorded:
      .unknown([structure.path])
    default:
      .value(
        BilingualText(
          zh: ValueText.plain(value, in: .zh) ?? "", en: ValueText.plain(value, in: .en) ?? ""))
    }
  }
}

extension ListValue {
  /// True for a list of whole records, of which personal data may be part.
  fileprivate var holdsRecords: Bool {
    if case .structure? = elements.first { true } else { false }
  }
}

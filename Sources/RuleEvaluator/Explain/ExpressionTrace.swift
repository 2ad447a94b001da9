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
    let mask = mask(of: program, tracer)
    func shown(_ value: Value, of expression: String) -> Explanation.StepValue {
      let isPersonal = personal.contains(expression) || isOne(of: mask.texts, value)
      switch value {
      case .map, .optional, .fault:
        return stepValue(mask.masked(value, isPersonal: false), isPersonal: isPersonal)
      default: return stepValue(value, isPersonal: isPersonal)
      }
    }
    let whole = program.checked.tree.text(of: program.checked.tree.root)
    return Explanation.Condition(
      expression: program.source, value: shown(value, of: whole),
      steps: tracer.steps.filter { !isRecord($0.value) }.map {
        Explanation.Step(
          expression: $0.expression, value: shown($0.value, of: $0.expression), depth: $0.depth,
          place: $0.fact.flatMap(place))
      })
  }

  /// Masks the personal data in what an expression gave.
  func masked(_ value: Value, of program: Program, _ frame: Frame, lazySlots: [Int]) -> Value {
    var copy = frame
    for slot in lazySlots { copy.slots[slot] = nil }
    let tracer = Tracer()
    copy.tracer = tracer
    _ = program.evaluateTraced(&copy)
    var isPersonal = false
    if case .field(let type, let number)? = program.checked.references[program.checked.tree.root] {
      isPersonal = schema.field(number, of: type)?.isPersonal ?? false
    }
    // One of a closed set of words, whatever else was read.
    if case .enumeration = program.type.unwrapped, !isPersonal { return value }
    return mask(of: program, tracer).masked(value, isPersonal: isPersonal)
  }

  private func mask(of program: Program, _ tracer: Tracer) -> PersonalMask {
    PersonalMask(
      schema: schema, masksTexts: readsPersonal(program), texts: personalValues(tracer.steps))
  }

  /// Whether an expression names a personal fact.
  private func readsPersonal(_ program: Program) -> Bool {
    program.checked.references.values.contains { reference in
      guard case .field(let type, let number) = reference else { return false }
      return schema.field(number, of: type)?.isPersonal ?? false
    }
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
    guard readsPersonal(program) else { return [] }
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
      let count = list.elements.count
      return .value(
        BilingualText(zh: "\(count)项", en: "\(count) \(count == 1 ? "item" : "items")"))
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

import CEL
import CaseRecords
import Findings
import RuleCompiler
import SourceText
import WorkCalendar

/// Makes findings of results: words, evidence, what was computed, the fingerprint (design.md §5).
struct FindingBuilder {
  let rule: CompiledRule
  private let context: RecordContext

  private var messages: MessagePrinter {
    MessagePrinter(showsPersonalData: context.showsPersonalData)
  }
  private var rulebook: Rulebook { context.rulebook }
  private var record: CaseRecord { context.record }

  init(_ rule: CompiledRule, in context: RecordContext) {
    self.rule = rule
    self.context = context
  }

  // MARK: Whole rules

  /// A finding about a rule whose version, `applies` or basis could not be decided.
  func ofRule(
    _ outcome: Outcome, missing: [String], reason: BilingualText, _ version: CompiledVersion
  ) -> Finding {
    var finding = Finding(
      rule: rule.id, check: nil, outcome: outcome, severity: version.source.severity,
      kind: version.source.kind, caseNumber: context.caseNumber, title: rule.summary.title,
      message: withMissing(reason, missing), fingerprint: fingerprint(check: nil, keys: []))
    finding.cites = version.cites
    finding.missing = missing
    finding.evidence = evidence(facts: missing, atFault: missing)
    return finding
  }

  func undecidedVersion(missing: [String], _ version: CompiledVersion) -> Finding {
    ofRule(
      .undetermined, missing: missing, reason: RuleEvaluation.Reasons.versionsDiffer, version)
  }

  // MARK: Checks

  func finding(
    for result: CheckResult, _ version: CompiledVersion, _ tracer: Tracer,
    _ frame: inout Frame
  ) -> Finding {
    let check = result.check
    let elements = result.elements.map(\.path)
    var finding = Finding(
      rule: rule.id, check: check.id, outcome: result.outcome, severity: check.severity,
      kind: result.kind, caseNumber: context.caseNumber, title: rule.summary.title,
      message: message(for: result, &frame),
      fingerprint: fingerprint(check: check.id, keys: result.elements.map { $0.key(in: record) }))
    finding.elements = elements
    finding.missing = result.missing
    let entries = entries(read: tracer, check, frame)
    finding.computed = computed(result, entries)
    finding.cites = cites(result, entries, version, frame)
    if result.outcome == .violated || result.outcome == .pending {
      finding.remedy = check.remedy.map { messages.text(of: $0, &frame) }
    }
    let facts = tracer.facts.filter { !$0.hasPrefix("params.") }
    var atFault = result.missing.filter { rulebook.schema.location(of: $0) != nil }
    if atFault.isEmpty, let act = actPath(result, facts) { atFault = [act] }
    if atFault.isEmpty, let element = elements.last, !element.isEmpty, !element.hasSuffix("[]") {
      atFault = facts.filter { $0.hasPrefix(element + ".") }.prefix(1).map { $0 }
      if atFault.isEmpty { atFault = [element] }
    }
    if atFault.isEmpty { atFault = facts.prefix(1).map { $0 } }
    finding.evidence = evidence(facts: atFault + facts, atFault: atFault)
    return finding
  }

  /// The fact that is the act of a deadline: the last that its expression read.
  private func actPath(_ result: CheckResult, _ facts: [String]) -> String? {
    guard result.deadline != nil else { return nil }
    if case .absentFact(let fact)? = result.deadline?.act { return fact.path }
    return facts.last
  }

  private func message(for result: CheckResult, _ frame: inout Frame) -> BilingualText {
    fillDeadlineSlots(result, &frame)
    switch result.outcome {
    case .violated, .pending:
      if let message = result.check.message { return messages.text(of: message, &frame) }
      return rule.summary.title
    case .error:
      return RuleEvaluation.Reasons.fault(
        result.fault ?? Fault(code: "unknown", detail: ""))
    default:
      if result.isRestOfList {
        return withMissing(
          BilingualText(
            zh: "清单可能不全，其余各项未能核对。",
            en: "The list may be incomplete; what else it holds could not be checked."),
          result.missing)
      }
      return withMissing(
        BilingualText(
          zh: "未能判定：\(rule.summary.title.zh)。", en: "Undetermined: \(rule.summary.title.en)."),
        result.missing)
    }
  }

  /// Adds what would have to be known.
  private func withMissing(_ text: BilingualText, _ missing: [String]) -> BilingualText {
    guard !missing.isEmpty else { return text }
    let labels = missing.map(label)
    return BilingualText(
      zh: "\(text.zh)需补录：\(labels.map(\.zh).joined(separator: "、"))。",
      en: "\(text.en) To be recorded: \(labels.map(\.en).joined(separator: ", ")).")
  }

  private func fillDeadlineSlots(_ result: CheckResult, _ frame: inout Frame) {
    let check = result.check
    frame.slots[check.dueSlot] = due(of: result) ?? .null
    frame.slots[check.actSlot] = result.deadline?.act ?? .null
    frame.slots[check.lateSlot] = .int(Int64(result.deadline?.daysLate ?? 0))
  }

  /// The due day, or the moment of a term of hours where the message only prints it.
  private func due(of result: CheckResult) -> Value? {
    if !result.check.messageComputesWithDue, let moment = result.deadline?.dueAt {
      return .timestamp(moment)
    }
    return result.deadline?.due.map { .date($0) }
  }

  // MARK: What was computed

  private func computed(
    _ result: CheckResult, _ entries: [(ParameterSource, ParameterSource.Entry)]
  ) -> Computed {
    var computed = Computed()
    if let deadline = result.deadline {
      computed.due = deadline.due
      computed.dueLatest = deadline.dueLatest
      computed.dueAt = deadline.dueAt.flatMap { ValueText.plain(.timestamp($0)) }
      computed.daysLate = deadline.daysLate
      computed.minutesLate = deadline.minutesLate
    }
    if case .deadline(let deadline) = result.check.requirement, deadline.isWait {
      computed.wait = deadline.source.lastDayCounts ? .onLastDay : .afterLastDay
    }
    computed.parameters = entries.map { parameter, entry in
      let value = value(of: entry)
      return Computed.Parameter(
        name: parameter.name.text, value: ValueText.written(value) ?? "null",
        shown: BilingualText(
          zh: ValueText.plain(value, in: .zh) ?? "未规定",
          en: ValueText.plain(value, in: .en) ?? "none set"),
        source: entry.source, isVerified: entry.isVerified)
    }
    return computed
  }

  func value(of entry: ParameterSource.Entry) -> Value {
    switch entry.value {
    case .record(let fields):
      .list(ListValue(ContiguousArray(fields.map { $0.value(as: .dynamic, path: "") })))
    case let value: value.value(as: .dynamic, path: "")
    }
  }

  /// The parameters that a check read, each with the entry that held.
  func entries(
    read tracer: Tracer, _ check: CompiledCheck, _ frame: Frame
  ) -> [(ParameterSource, ParameterSource.Entry)] {
    let read = tracer.facts.filter { $0.hasPrefix("params.") }
    guard !read.isEmpty else { return [] }
    let keys = rulebook.binding.keys(in: frame, basisSlot: check.basisSlot)
    return read.compactMap { fact in
      guard let parameter = rulebook.parameters[String(fact.dropFirst("params.".count))] else {
        return nil
      }
      switch rulebook.parameters.resolve(parameter.name.text, for: keys) {
      case .value(let number)?, .lawSetsNone(let number)?:
        return (parameter, parameter.entries[number])
      default: return nil
      }
    }
  }

  private func cites(
    _ result: CheckResult, _ entries: [(ParameterSource, ParameterSource.Entry)],
    _ version: CompiledVersion, _ frame: Frame
  ) -> [Citation] {
    let keys = rulebook.binding.keys(in: frame, basisSlot: result.check.basisSlot)
    let binding = result.check.cites.filter { mayBind($0, keys, version) }
    // Where none seems to bind, the rule is not silent.
    var cites = binding.isEmpty ? result.check.cites : binding
    for (_, entry) in entries {
      for source in entry.cites {
        let instrument = rulebook.registry[source.instrument.text]
        let citation = Citation(
          instrument: source.instrument.text,
          instrumentName: instrument?.name
            ?? BilingualText(zh: source.instrument.text, en: source.instrument.text),
          number: instrument?.number, article: source.article, says: source.says)
        if !cites.contains(where: {
          $0.instrument == citation.instrument
            && $0.article == citation.article
        }) {
          cites.append(citation)
        }
      }
    }
    return cites
  }

  /// False for a text that binds other sectors or regions only, or was not in force on the basis
  /// date. A lighter text that holds for earlier conduct is in force at another time.
  private func mayBind(
    _ citation: Citation, _ keys: ParameterKeys, _ version: CompiledVersion
  ) -> Bool {
    guard let instrument = rulebook.registry[citation.instrument] else { return true }
    if case .known(let sector) = keys.sector, !instrument.sectors.isEmpty,
      !instrument.sectors.contains(sector)
    {
      return false
    }
    if case .known(let region) = keys.region, !instrument.regions.isEmpty,
      !instrument.regions.contains(where: { region.hasPrefix($0) })
    {
      return false
    }
    guard case .known(let day) = keys.date,
      version.surelyHolds(DateBounds(earliest: day, latest: day))
    else { return true }
    return (instrument.from ?? day) <= day && day <= (instrument.until ?? day)
  }

  // MARK: Evidence

  private func evidence(facts: [String], atFault: [String]) -> [Evidence] {
    var seen: Set<String> = []
    return facts.compactMap { path -> Evidence? in
      guard seen.insert(path).inserted else { return nil }
      let isAtFault = atFault.contains(path)
      // What was read only on the way to a fact inside it is no evidence of its own.
      if !isAtFault, facts.contains(where: { Self.is($0, inside: path) }) { return nil }
      guard let fact = rulebook.schema.fact(at: path) else { return nil }
      return evidence(of: path, fact, isAtFault: isAtFault)
    }
  }

  /// True for `officers[1].name` inside `officers[1]` and `officers`.
  private static func `is`(_ path: String, inside outer: String) -> Bool {
    let (bytes, start) = (path.utf8, outer.utf8)
    guard bytes.count > start.count, bytes.starts(with: start) else { return false }
    let next = bytes[bytes.index(bytes.startIndex, offsetBy: start.count)]
    return next == UInt8(ascii: ".") || next == UInt8(ascii: "[")
  }

  private func evidence(
    of path: String, _ fact: KnownFact, isAtFault: Bool
  ) -> Evidence {
    let (state, value) = valueAndState(of: fact.path)
    let place = record.place(of: fact.path)
    let (text, shown) = value.map { texts(of: $0, fact.location) } ?? (nil, nil)
    return Evidence(
      path: path, label: fact.label, state: state, value: text, shown: shown,
      place: place.map {
        Place(file: "", line: 0, column: 0, endLine: 0, endColumn: 0, range: $0.range)
      },
      document: place?.document.map {
        DocumentPlace(id: $0, title: record.title(ofDocument: $0), page: place?.page)
      }, isAtFault: isAtFault)
  }

  /// A value as it is written and as a person reads it.
  private func texts(
    of value: Value, _ location: FactLocation
  ) -> (written: String?, shown: BilingualText?) {
    if let count = recordCount(value) {
      return ("\(count)", BilingualText(zh: "\(count)项", en: "\(count) of them"))
    }
    if location.isPersonal && !context.showsPersonalData {
      return (ValueText.plain(value).map(PersonalData.masked), nil)
    }
    let enumeration = labels(location)
    func shown(_ language: Language) -> String? {
      if case .list(let list) = value, let enumeration {
        return list.elements.map {
          MessagePrinter.shown($0, labels: enumeration, in: language) ?? "–"
        }.joined(separator: language == .zh ? "、" : ", ")
      }
      return MessagePrinter.shown(value, labels: enumeration, in: language)
    }
    guard let zh = shown(.zh), let en = shown(.en) else { return (nil, nil) }
    return (ValueText.written(value), BilingualText(zh: zh, en: en))
  }

  /// How many records a list of records holds; `nil` for every other value.
  private func recordCount(_ value: Value) -> Int? {
    guard case .list(let list) = value, case .structure? = list.elements.first else { return nil }
    return list.elements.count
  }

  private func labels(_ location: FactLocation) -> EnumSchema? {
    let type: FieldType
    switch location.target {
    case .field(let field), .scalarElement(let field): type = field.type
    default: return nil
    }
    switch type {
    case .enumeration(let schema), .list(.enumeration(let schema)): return schema
    default: return nil
    }
  }

  private func valueAndState(of path: FactPath) -> (Evidence.State, Value?) {
    var value = Value.structure(record.record)
    for step in path.steps {
      switch (value, step) {
      case (.structure(let owner), .name(let name)):
        if owner === record.record, name == "documents" {
          value = .list(record.documents)
        } else if let number = owner.type.number(ofField: name) {
          value = owner.value(ofField: number)
        } else {
          return (.absent, nil)
        }
      case (.list(let list), .index(let index)):
        guard list.elements.indices.contains(index) else {
          return (list.isOpen ? .unrecorded : .absent, nil)
        }
        value = list.elements[index]
      default: return (.absent, nil)
      }
    }
    switch value {
    case .unknown: return (.unrecorded, nil)
    case .null, .absentFact: return (.absent, nil)
    case .structure(let structure) where structure.presence != .present:
      return (structure.presence == .absent ? .absent : .unrecorded, nil)
    case .list(let list) where list.elements.isEmpty:
      return (list.isOpen ? .unrecorded : .absent, nil)
    default: return (.present, value)
    }
  }

  /// What a person calls a fact, a list, a parameter or a year.
  func label(_ path: String) -> BilingualText {
    if let label = rulebook.schema.label(of: path) { return label }
    if path.hasPrefix("params."),
      let parameter = rulebook.parameters[String(path.dropFirst("params.".count))]
    {
      let label = parameter.label ?? BilingualText(zh: path, en: path)
      return BilingualText(zh: "参数“\(label.zh)”", en: "the parameter “\(label.en)”")
    }
    if path.hasPrefix("calendar.") {
      let year = path.dropFirst("calendar.".count)
      return BilingualText(
        zh: "\(year)年法定工作日安排", en: "the schedule of working days of \(year)")
    }
    return BilingualText(zh: path, en: path)
  }

  // MARK: Fingerprint

  /// Rule, check, case number and element keys, never personal data: the same as long as they are.
  private func fingerprint(check: String?, keys: [String]) -> String {
    let parts = [rule.id, check ?? "", context.caseNumber ?? ""] + keys
    let text = parts.joined(separator: "\u{1F}")
    // Sixteen bytes are plenty to tell findings apart.
    return sha256(of: Array(text.utf8), bytes: 16)
  }
}

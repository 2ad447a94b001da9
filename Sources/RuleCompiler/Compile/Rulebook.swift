package import CEL
package import CaseRecords
package import Findings
package import SourceText
package import WorkCalendar

/// All rules of one record kind, compiled against its schema: what an evaluator needs, and nothing
/// that only an author does.
package final class Rulebook: Sendable {
  package let schema: RecordSchema
  /// By id.
  package let rules: [CompiledRule]
  /// Numbers of `rules`, a rule after those whose terms it reads.
  package let evaluationOrder: [Int]
  package let terms: [TermSlots]
  /// The same by the id of the rule that names them.
  package let termsByRule: [String: [TermSlots]]
  package let parameters: ParameterTable
  /// Where a record says which values of parameters hold for it.
  package let binding: ParameterBinding
  package let calendar: OfficeCalendar
  package let registry: LawRegistry
  /// Those that others read come first.
  package let definitions: [CompiledDefinition]
  /// When the schema expects a fact, for those that say so by a condition; by owner and field.
  package let expectations: Expectations
  package let slots: RecordSlots
  /// Slots of a frame that every rule of the book can be evaluated in.
  package let slotCount: Int
  /// What expressions outside rules may name: the record, definitions, terms.
  package let environment: Environment

  init(
    schema: RecordSchema, rules: [CompiledRule], evaluationOrder: [Int], terms: [TermSlots],
    parameters: ParameterTable, binding: ParameterBinding, calendar: OfficeCalendar,
    registry: LawRegistry, definitions: [CompiledDefinition], expectations: Expectations,
    slots: RecordSlots, slotCount: Int, environment: Environment
  ) {
    self.schema = schema
    self.rules = rules
    self.evaluationOrder = evaluationOrder
    self.terms = terms
    termsByRule = Dictionary(grouping: terms, by: \.rule)
    self.parameters = parameters
    self.binding = binding
    self.calendar = calendar
    self.registry = registry
    self.definitions = definitions
    self.expectations = expectations
    self.slots = slots
    self.slotCount = slotCount
    self.environment = environment
  }

  package func rule(_ id: String) -> CompiledRule? {
    rules.first { $0.id == id || $0.source.aliases.contains { $0.text == id } }
  }
}

/// The slots that hold the record itself; the same in every program of a rulebook.
package struct RecordSlots: Sendable {
  /// One for each section of the schema, in its order.
  package var sections: Range<Int>
  package var record: Int
  package var documents: Int
  package var asOf: Int
}

/// A definition that rules may name.
package struct CompiledDefinition: Sendable {
  package let source: DefinitionSource
  package let program: Program
}

/// Where the days of a named deadline stand once its rule has been evaluated.
package struct TermSlots: Sendable {
  package let name: String
  /// The id of the rule that names it.
  package let rule: String
  package let due: Int
  package let base: Int
}

package final class CompiledRule: Sendable {
  package let source: RuleSource
  package let versions: [CompiledVersion]
  package let summary: RuleSummary
  /// The rule's own slots that fill themselves: to be emptied before it is evaluated, for other rules
  /// have the same.
  package let lazySlots: [Int]
  /// False where it reads no term of another rule, and can be evaluated alone.
  package let readsTerms: Bool

  package var id: String { source.id.text }

  init(
    source: RuleSource, versions: [CompiledVersion], summary: RuleSummary, lazySlots: [Int]
  ) {
    readsTerms = source.mentionsTerms
    self.lazySlots = lazySlots
    self.source = source
    self.versions = versions
    self.summary = summary
  }
}

/// A rule as one of its texts has it.
package final class CompiledVersion: Sendable {
  package let source: RuleSource
  /// The number of the version in the rule's file, from 0.
  package let number: Int
  package let isLighter: Bool
  package let from: CivilDate?
  package let until: CivilDate?
  package let basis: [Program]
  /// Holds the basis date while the version is evaluated.
  package let basisSlot: Int
  package let lets: [(name: String, program: Program)]
  package let applies: Program?
  /// The terms of `applies`, as they are written.
  package let clauses: [String]
  package let exceptions: [CompiledException]
  package let checks: [CompiledCheck]
  /// Slots of definitions, parameters and `let` names.
  package let lazySlots: [Int]
  package let cites: [Citation]
  /// True where it names a parameter of which not every value is verified.
  package let mayRestOnUnverified: Bool

  init(
    source: RuleSource, number: Int, isLighter: Bool, from: CivilDate?, until: CivilDate?,
    basis: [Program], basisSlot: Int, lets: [(name: String, program: Program)],
    applies: Program?, exceptions: [CompiledException], checks: [CompiledCheck],
    lazySlots: [Int], cites: [Citation], mayRestOnUnverified: Bool
  ) {
    self.mayRestOnUnverified = mayRestOnUnverified
    self.source = source
    self.number = number
    self.isLighter = isLighter
    self.from = from
    self.until = until
    self.basis = basis
    self.basisSlot = basisSlot
    self.lets = lets
    self.applies = applies
    clauses = applies?.clauses ?? []
    self.exceptions = exceptions
    self.checks = checks
    self.lazySlots = lazySlots
    self.cites = cites
  }
}

package struct CompiledException: Sendable {
  package let source: ExceptionSource
  package let when: Program
  package let checks: Set<String>
  package let cites: [Citation]
}

package final class CompiledCheck: Sendable {
  /// What is judged.
  package enum Requirement: Sendable {
    case condition(Program)
    case deadline(CompiledDeadline)
  }

  package let source: CheckSource
  package let id: String?
  package let when: Program?
  package let bindings: [CompiledBinding]
  package let whereCondition: Program?
  package let requirement: Requirement
  package let absent: AbsentMeaning?
  package let kind: RuleKind
  package let severity: RuleSeverity
  package let cites: [Citation]
  package let message: CompiledMessage?
  package let remedy: CompiledMessage?
  /// The check's own basis dates; empty where the rule's holds.
  package let basis: [Program]
  package let basisSlot: Int
  /// Filled by the evaluator before a message is printed.
  package let dueSlot: Int
  /// False where the message at most prints the due day as it is.
  package let messageComputesWithDue: Bool
  package let actSlot: Int
  package let lateSlot: Int
  /// Slots of definitions, parameters and `let` names: emptied to trace the check from the start.
  package let lazySlots: [Int]

  init(
    source: CheckSource, id: String?, when: Program?, bindings: [CompiledBinding],
    whereCondition: Program?, requirement: Requirement, absent: AbsentMeaning?, kind: RuleKind,
    severity: RuleSeverity, cites: [Citation], message: CompiledMessage?,
    remedy: CompiledMessage?, basis: [Program], basisSlot: Int, dueSlot: Int, actSlot: Int,
    lateSlot: Int, lazySlots: [Int]
  ) {
    self.source = source
    self.id = id
    self.when = when
    self.bindings = bindings
    self.whereCondition = whereCondition
    self.requirement = requirement
    self.absent = absent
    self.kind = kind
    self.severity = severity
    self.cites = cites
    self.message = message
    self.remedy = remedy
    self.basis = basis
    self.basisSlot = basisSlot
    self.dueSlot = dueSlot
    messageComputesWithDue = message?.computes(withSlot: dueSlot) ?? false
    self.actSlot = actSlot
    self.lateSlot = lateSlot
    self.lazySlots = lazySlots
  }
}

package struct CompiledBinding: Sendable {
  package let name: String
  package let list: Program
  package let elementSlot: Int
  package let indexSlot: Int?
}

package struct CompiledDeadline: Sendable {
  package let source: DeadlineSource
  package let from: Program
  package let period: Program
  package let isWait: Bool
  package let act: Program
  package let stops: [CompiledStop]
  package let extensions: [CompiledExtension]

  package init(
    source: DeadlineSource, from: Program, period: Program, isWait: Bool, act: Program,
    stops: [CompiledStop], extensions: [CompiledExtension]
  ) {
    self.source = source
    self.from = from
    self.period = period
    self.isWait = isWait
    self.act = act
    self.stops = stops
    self.extensions = extensions
  }
}

package struct CompiledStop: Sendable {
  package let source: StopSource
  package let when: Program?
  package let bindings: [CompiledBinding]
  package let whereCondition: Program?
  package let from: Program
  package let until: Program?
}

package struct CompiledExtension: Sendable {
  package enum Length: Sendable {
    case by(Program)
    case until(Program)
  }

  package let source: ExtensionSource
  package let length: Length
  package let approvedOn: Program?
  package let whereCondition: Program?
}

/// A message in both languages, its placeholders compiled.
package struct CompiledMessage: Sendable {
  package enum Piece: Sendable {
    case text(String)
    case value(Placeholder)
  }

  package struct Placeholder: Sendable {
    package let program: Program
    package let alternative: String?
    /// True where the expression reads personal data: its value is masked.
    package let isPersonal: Bool
    /// The enum that the value is one of, for its label.
    package let labels: EnumSchema?
  }

  package let zh: [Piece]
  package let en: [Piece]

  package subscript(language: Language) -> [Piece] {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  /// True where a placeholder is more than the variable of a slot and reads it.
  func computes(withSlot slot: Int) -> Bool {
    (zh + en).contains { piece in
      guard case .value(let placeholder) = piece else { return false }
      let checked = placeholder.program.checked
      if case .identifier = checked.tree[checked.tree.root].kind { return false }
      return checked.references.values.contains {
        if case .variable(let variable) = $0 { variable.slot == slot } else { false }
      }
    }
  }
}

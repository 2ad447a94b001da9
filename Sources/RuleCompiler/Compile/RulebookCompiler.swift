package import CEL
package import CaseRecords
package import SourceText
package import WorkCalendar

/// Compiles the rules of one record kind.
package struct RulebookCompiler {
  /// What is compiled: everything that was read from a rules folder for one record kind.
  package struct Input {
    package var schema: RecordSchema
    package var schemaFile: SourceFile
    package var definitions: [DefinitionSource]
    package var parameters: ParameterTable
    package var registry: LawRegistry
    package var calendar: OfficeCalendar
    package var rules: [RuleSource]
    /// The files that the sources were read from, by the path that they name.
    package var files: [String: SourceFile]
    /// True for a rulebook whose frames may have an observer of decisions.
    package var observesDecisions = false

    package init(
      schema: RecordSchema, schemaFile: SourceFile, definitions: [DefinitionSource],
      parameters: ParameterTable, registry: LawRegistry, calendar: OfficeCalendar,
      rules: [RuleSource], files: [String: SourceFile]
    ) {
      self.schema = schema
      self.schemaFile = schemaFile
      self.definitions = definitions
      self.parameters = parameters
      self.registry = registry
      self.calendar = calendar
      self.rules = rules
      self.files = files
    }
  }

  let input: Input
  var environment: Environment
  var diagnostics: [FileDiagnostic] = []
  var nextSlot = 0
  var terms: [TermSlots] = []
  var definitions: [CompiledDefinition] = []
  /// Where the days of each named deadline will stand, by its name.
  var termSlots: [String: (due: Int, base: Int)] = [:]
  let slots: RecordSlots

  /// Compiles what can be compiled.
  ///
  /// - Returns: A rulebook of the rules without errors, and every diagnostic. A rule with an error
  ///   is left out whole.
  package static func compile(_ input: Input) -> (rulebook: Rulebook, diagnostics: [FileDiagnostic])
  {
    var compiler = RulebookCompiler(input)
    return compiler.run()
  }

  private init(_ input: Input) {
    self.input = input
    var functions = FunctionTable(StandardLibrary.functions(calendar: input.calendar))
    functions.add(contentsOf: CaseLibrary.functions(calendar: input.calendar))
    functions.add(contentsOf: LawLibrary.functions(registry: input.registry))
    environment = Environment(functions: functions)
    environment.observesDecisions = input.observesDecisions
    for section in input.schema.sections {
      environment.declare(section.name, section.valueType)
    }
    let count = input.schema.sections.count
    let record = environment.declare("record", .structure(input.schema.recordType))
    let documents = environment.declare(
      "documents", .list(.structure(input.schema.document.type)))
    let asOf = environment.declare("as_of", .date)
    slots = RecordSlots(
      sections: 0..<count, record: record, documents: documents, asOf: asOf)
    nextSlot = environment.slotCount
  }

  private mutating func run() -> (Rulebook, [FileDiagnostic]) {
    let expectations = compileExpectations()
    compileDefinitions()
    var compiled: [CompiledRule] = []
    // A rule that reads another's term comes after it.
    let inOrder = rulesInTermOrder()
    reserveTermSlots()
    let firstMemoSlot = nextSlot
    nextSlot += ParameterBinding.memoSlots(of: input.parameters)
    // Rules are evaluated one after the other, so the slots of one serve the next.
    let firstRuleSlot = nextSlot
    let binding = ParameterBinding(
      table: input.parameters, schema: input.schema, slots: slots, basisSlot: firstRuleSlot,
      firstMemoSlot: firstMemoSlot)
    for rule in inOrder {
      var compilation = RuleCompilation(
        rule, input: input, environment: environment, parameters: binding,
        firstSlot: firstRuleSlot)
      let result = compilation.compile()
      nextSlot = max(nextSlot, compilation.nextSlot)
      diagnostics += compilation.diagnostics
      if let result {
        declareTerms(of: result)
        compiled.append(result)
      } else {
        declareBrokenTerms(of: rule)
      }
    }
    environment.reserve(through: nextSlot)
    let order = compiled.map(\.id)
    compiled.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let rulebook = Rulebook(
      schema: input.schema, rules: compiled,
      evaluationOrder: order.compactMap { id in compiled.firstIndex { $0.id == id } },
      terms: terms, parameters: input.parameters, binding: binding, calendar: input.calendar,
      registry: input.registry, definitions: definitions, expectations: expectations, slots: slots,
      slotCount: nextSlot,
      environment: environment)
    return (rulebook, diagnostics)
  }

  func file(_ path: String) -> SourceFile {
    input.files[path] ?? SourceFile(path: path, bytes: [])
  }

  // MARK: Expectations

  /// Compiles the conditions under which the schema expects sections and fields.
  private mutating func compileExpectations() -> Expectations {
    var expectations = Expectations()
    let found = Diagnostics()
    for section in input.schema.sections {
      var inside = environment
      inside.reserve(through: nextSlot)
      if section.isList {
        // In an element of a list the section's name is the element.
        inside.declare(section.name, .structure(section.shape.type))
      }
      let elementSlot = section.isList ? inside.slotCount - 1 : nil
      nextSlot = max(nextSlot, inside.slotCount)
      if case .condition(let text, let node) = section.expectation {
        expectations.sections[section.name] = compile(
          ExpressionSource(text: text, node: node), in: environment, found)
      }
      for (number, field) in section.shape.fields.enumerated() {
        guard case .condition(let text, let node) = field.expectation else { continue }
        if let program = compile(ExpressionSource(text: text, node: node), in: inside, found) {
          expectations.fields[.init(type: section.shape.type, field: number)] =
            Expectations.Condition(program: program, elementSlot: elementSlot)
        }
      }
    }
    for shape in input.schema.shapes {
      for (number, field) in shape.fields.enumerated() {
        guard case .condition(let text, let node) = field.expectation else { continue }
        if let program = compile(ExpressionSource(text: text, node: node), in: environment, found) {
          expectations.fields[.init(type: shape.type, field: number)] =
            Expectations.Condition(program: program, elementSlot: nil)
        }
      }
    }
    diagnostics += found.all.map { FileDiagnostic(file: input.schemaFile.path, diagnostic: $0) }
    return expectations
  }

  private final class Diagnostics {
    var all: [Diagnostic] = []
  }

  private mutating func compile(
    _ source: ExpressionSource, in environment: Environment, _ found: Diagnostics
  ) -> Program? {
    var compiler = ExpressionCompiler(file: input.schemaFile, nextSlot: nextSlot)
    let program = compiler.compile(source, in: environment, expecting: .bool)
    nextSlot = compiler.nextSlot
    found.all += compiler.diagnostics
    return program
  }

  // MARK: Definitions

  /// Compiles definitions, those that others use first; a circle is refused with its names.
  private mutating func compileDefinitions() {
    let names = Dictionary(
      input.definitions.enumerated().map { ($1.name.text, $0) }, uniquingKeysWith: { a, _ in a })
    var state = [Int](repeating: 0, count: input.definitions.count)
    var path: [Int] = []
    for index in input.definitions.indices { visitDefinition(index, names, &state, &path) }
  }

  private mutating func visitDefinition(
    _ index: Int, _ names: [String: Int], _ state: inout [Int], _ path: inout [Int]
  ) {
    let definition = input.definitions[index]
    if state[index] == 2 { return }
    if state[index] == 1 {
      let start = path.firstIndex(of: index) ?? 0
      let cycle = (path[start...] + [index]).map { input.definitions[$0].name.text }
      report(.definitionCycle(cycle, at: definition.name.range), in: definition.file)
      for index in path[start...] { declareBroken(input.definitions[index]) }
      return
    }
    state[index] = 1
    path.append(index)
    for name in Self.names(in: definition.expression.text) {
      if let other = names[name] { visitDefinition(other, names, &state, &path) }
    }
    path.removeLast()
    state[index] = 2
    if !isBroken(definition) { compileDefinition(definition) }
  }

  /// Declares a name whose definition has errors, so that what reads it is not told that it is unknown.
  private mutating func declareBroken(_ definition: DefinitionSource) {
    let name = definition.name.text
    guard environment.variables[name] == nil, environment.inlines[name] == nil else { return }
    if definition.arguments.isEmpty {
      declareBroken(name)
      return
    }
    let fault = Value.fault(Fault(code: "broken-definition", detail: name))
    environment.declare(
      inline: Environment.Inline(
        name: name,
        parameters: definition.arguments.map {
          Environment.Variable(
            name: $0.name.text, type: .error, slot: Environment.Variable.noSlot)
        },
        result: .error, evaluator: { _ in fault }, tracedEvaluator: { _ in fault }))
  }

  mutating func declareBroken(_ name: String) {
    environment.reserve(through: nextSlot)
    environment.declare(name, .error)
    nextSlot = max(nextSlot, environment.slotCount)
  }

  private func isBroken(_ definition: DefinitionSource) -> Bool {
    let name = definition.name.text
    return environment.variables[name]?.type == .error
      || environment.inlines[name]?.result == .error
  }

  /// Every name that an expression mentions.
  static func names(in text: String) -> [String] {
    parse(text, options: ParserOptions()).tree.nodes.compactMap { node in
      switch node.kind {
      case .identifier(let name, _): name
      case .call(let name, nil, _): name
      default: nil
      }
    }
  }

  private mutating func compileDefinition(_ definition: DefinitionSource) {
    if environment.variables[definition.name.text] != nil {
      report(.nameTaken(definition.name.text, at: definition.name.range), in: definition.file)
      return
    }
    guard let type = typeNamed(definition.type, in: definition.file) else {
      declareBroken(definition)
      return
    }
    var inside = environment
    inside.reserve(through: nextSlot)
    var parameters: [Environment.Variable] = []
    for argument in definition.arguments {
      guard let type = typeNamed(argument.type, in: definition.file) else {
        declareBroken(definition)
        return
      }
      let nullable = Self.nullable(type)
      let slot = inside.declare(argument.name.text, nullable)
      parameters.append(
        Environment.Variable(name: argument.name.text, type: nullable, slot: slot))
    }
    var compiler = ExpressionCompiler(
      file: file(definition.file), nextSlot: max(nextSlot, inside.slotCount))
    let program = compiler.compile(
      definition.expression, in: inside, expecting: Self.nullable(type))
    nextSlot = compiler.nextSlot
    diagnostics += compiler.diagnostics.map {
      FileDiagnostic(file: definition.file, diagnostic: $0)
    }
    guard let program, !compiler.readsBroken else {
      declareBroken(definition)
      return
    }
    definitions.append(CompiledDefinition(source: definition, program: program))
    let (fast, traced) = (program.evaluate, program.evaluateTraced)
    let conform = Conformance(type)
    if definition.arguments.isEmpty {
      environment.reserve(through: nextSlot)
      environment.declare(
        definition.name.text, Self.nullable(type),
        initializer: { frame in conform(fast(&frame)) },
        tracedInitializer: { frame in conform(traced(&frame)) })
      nextSlot = max(nextSlot, environment.slotCount)
    } else {
      environment.declare(
        inline: Environment.Inline(
          name: definition.name.text, parameters: parameters, result: Self.nullable(type),
          evaluator: { frame in conform(fast(&frame)) },
          tracedEvaluator: { frame in conform(traced(&frame)) }))
    }
  }

  /// A scalar may be null; a list never is.
  private static func nullable(_ type: ValueType) -> ValueType {
    if case .list = type { type } else { .wrapper(type) }
  }

  /// The type that a definition or argument names in the words of a schema.
  private mutating func typeNamed(_ name: NameSource, in file: String) -> ValueType? {
    if let type = Self.typeNames[name.text] { return type }
    if name.text.hasPrefix("list:"), let element = Self.typeNames[String(name.text.dropFirst(5))] {
      return .list(element)
    }
    report(
      .unknownDefinitionType(name.text, Self.typeNames.keys.sorted(), at: name.range), in: file)
    return nil
  }

  static let typeNames: [String: ValueType] = [
    "text": .string, "boolean": .bool, "integer": .int, "decimal": .decimal, "money": .money,
    "date": .date, "datetime": .timestamp, "period": .period,
  ]

  mutating func report(_ diagnostic: Diagnostic, in file: String) {
    diagnostics.append(FileDiagnostic(file: file, diagnostic: diagnostic))
  }
}

/// Brings the 0 of an empty sum to the type that a definition declares.
package struct Conformance: Sendable {
  let type: ValueType

  package init(_ type: ValueType) { self.type = type.unwrapped }

  package func callAsFunction(_ value: Value) -> Value {
    guard case .int(let number) = value else { return value }
    switch type {
    case .money: return .money(ExactDecimal(number))
    case .decimal: return .decimal(ExactDecimal(number))
    default: return value
    }
  }
}

/// When a schema expects sections and fields, where it says so by a condition.
package struct Expectations: Sendable {
  package struct Key: Hashable, Sendable {
    package var type: StructType
    package var field: Int

    package init(type: StructType, field: Int) {
      self.type = type
      self.field = field
    }
  }

  package struct Condition: Sendable {
    package var program: Program
    /// The slot that holds the element, for a field of a list's elements.
    package var elementSlot: Int?
  }

  package var fields: [Key: Condition] = [:]
  package var sections: [String: Program] = [:]
}

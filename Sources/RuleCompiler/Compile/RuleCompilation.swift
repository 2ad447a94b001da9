import CEL
import CaseRecords
import Findings
import SourceText
import WorkCalendar

/// Compiles one rule, every version of it.
struct RuleCompilation {
  let rule: RuleSource
  let input: RulebookCompiler.Input
  let base: Environment
  let parameters: ParameterBinding
  /// From here on slots are the rule's own.
  let firstSlot: Int
  var expressions: ExpressionCompiler
  /// The parameters whose names stand in the rule's text; `nil` for a rule without a file.
  let mentioned: Set<String>?

  var nextSlot: Int { expressions.nextSlot }

  var diagnostics: [FileDiagnostic] {
    expressions.diagnostics.map { FileDiagnostic(file: rule.file, diagnostic: $0) }
  }

  init(
    _ rule: RuleSource, input: RulebookCompiler.Input, environment: Environment,
    parameters: ParameterBinding, firstSlot: Int
  ) {
    self.rule = rule
    self.input = input
    self.base = environment
    self.parameters = parameters
    self.firstSlot = firstSlot
    let file = input.files[rule.file] ?? SourceFile(path: rule.file, bytes: [])
    expressions = ExpressionCompiler(file: file, nextSlot: firstSlot)
    let text = file.text(in: rule.range)
    mentioned = text.isEmpty ? nil : NameMentions.names(behind: "params.", in: text)
  }

  /// Returns the compiled rule, or `nil` where anything in it, or in what it reads, is wrong.
  mutating func compile() -> CompiledRule? {
    let sources = rule.versions.isEmpty ? [rule] : rule.versions.map { rule.reading(in: $0) }
    var versions: [CompiledVersion] = []
    for (number, source) in sources.enumerated() {
      let isLighter = rule.versions.isEmpty ? false : rule.versions[number].isLighter
      if let version = compile(version: source, number: number, isLighter: isLighter) {
        versions.append(version)
      }
    }
    guard !expressions.readsBroken,
      !expressions.diagnostics.contains(where: { $0.severity == .error })
    else { return nil }
    let lazySlots = versions.flatMap { $0.lazySlots + $0.checks.flatMap(\.lazySlots) }
    return CompiledRule(
      source: rule, versions: versions, summary: summary(versions),
      lazySlots: Set(lazySlots.filter { $0 >= firstSlot }).sorted())
  }

  private func summary(_ versions: [CompiledVersion]) -> RuleSummary {
    let starts = versions.map(\.from)
    let ends = versions.map(\.until)
    return RuleSummary(
      id: rule.id.text, family: rule.family,
      title: rule.title?.text ?? BilingualText(zh: rule.id.text, en: rule.id.text),
      severity: rule.severity, kind: rule.kind,
      cites: versions.last?.cites ?? [],
      inForceFrom: starts.contains(nil) ? nil : starts.compactMap { $0 }.min(),
      inForceUntil: ends.contains(nil) ? nil : ends.compactMap { $0 }.max(), file: rule.file)
  }

  // MARK: Versions

  private mutating func compile(version source: RuleSource, number: Int, isLighter: Bool)
    -> CompiledVersion?
  {
    var environment = base
    environment.reserve(through: expressions.nextSlot)
    let basisSlot = environment.declare("basis of the rule", .dynamic)
    declareParameters(in: &environment, basisSlot: basisSlot)
    expressions.nextSlot = environment.slotCount
    let basis = (source.effective?.basis ?? []).compactMap {
      expressions.compile($0, in: environment, expectingOneOf: [.date, .timestamp])
    }
    let lets = compileLets(source, &environment)
    let letTrees = Dictionary(
      lets.map { ($0.name, $0.program.checked) }, uniquingKeysWith: { $1 })
    var guarded: Set<String> = []
    let applies = source.applies.flatMap {
      compileCondition($0, environment, letTrees, guarded, Places.applies)
    }
    if let applies {
      guarded = GuardAnalysis.guards(of: applies.checked, schema: input.schema, lets: letTrees)
    }
    let exceptions = compileExceptions(source, environment, letTrees, guarded)
    let context = CheckContext(
      rule: source, environment: environment, lets: letTrees, guarded: guarded,
      basisSlot: basisSlot)
    let checks = source.checks.compactMap { compile(check: $0, in: context) }
    return CompiledVersion(
      source: source, number: number, isLighter: isLighter, from: source.effective?.from,
      until: source.effective?.until, basis: basis, basisSlot: basisSlot, lets: lets,
      applies: applies, exceptions: exceptions, checks: checks,
      lazySlots: environment.lazySlots, cites: citations(source.cites),
      mayRestOnUnverified: input.parameters.parameters.contains { parameter in
        mentions(parameter) && !parameter.entries.allSatisfy(\.isVerified)
      })
  }

  private mutating func compileLets(_ source: RuleSource, _ environment: inout Environment)
    -> [(name: String, program: Program)]
  {
    var lets: [(name: String, program: Program)] = []
    for entry in source.lets {
      let name = entry.name
      guard checkName(name, in: environment) else { continue }
      guard let program = expressions.compile(entry.expression, in: environment) else {
        // What reads the name is not reported again.
        environment.reserve(through: expressions.nextSlot)
        environment.declare(name.text, .error)
        expressions.nextSlot = environment.slotCount
        continue
      }
      environment.reserve(through: expressions.nextSlot)
      environment.declare(
        name.text, program.type, initializer: program.evaluate,
        tracedInitializer: program.evaluateTraced)
      expressions.nextSlot = environment.slotCount
      lets.append((name.text, program))
    }
    return lets
  }

  /// Refuses a name that CEL reserves or that something else has.
  mutating func checkName(_ name: NameSource, in environment: Environment) -> Bool {
    if !Identifiers.isIdentifier(name.text) || Identifiers.isReserved(name.text) {
      expressions.report(.reservedName(name.text, at: name.range))
      return false
    }
    if environment.variables[name.text] != nil {
      expressions.report(.nameTaken(name.text, at: name.range))
      return false
    }
    return true
  }

  private mutating func compileExceptions(
    _ source: RuleSource, _ environment: Environment, _ lets: [String: CheckedExpression],
    _ guarded: Set<String>
  ) -> [CompiledException] {
    let known = source.checks.compactMap { $0.id?.text }
    return source.exceptions.compactMap { exception in
      for item in exception.items where !known.contains(item.text) {
        expressions.report(.unknownExceptionItem(item.text, known, at: item.range))
      }
      guard
        let when = compileCondition(exception.when, environment, lets, guarded, Places.except)
      else { return nil }
      return CompiledException(
        source: exception, when: when, checks: Set(exception.items.map(\.text)),
        cites: citations(exception.cites))
    }
  }

  // MARK: Parts that checks need too

  /// Compiles a condition in which every fact that may be absent is guarded.
  mutating func compileCondition(
    _ source: ExpressionSource, _ environment: Environment, _ lets: [String: CheckedExpression],
    _ guarded: Set<String>, _ place: BilingualText
  ) -> Program? {
    guard let program = expressions.compile(source, in: environment, expecting: .bool) else {
      return nil
    }
    refuseUnguarded(program, source, lets, guarded, place)
    return program
  }

  /// Refuses strict uses of facts that the schema does not expect.
  mutating func refuseUnguarded(
    _ program: Program, _ source: ExpressionSource, _ lets: [String: CheckedExpression],
    _ guarded: Set<String>, _ place: BilingualText
  ) {
    let analysis = GuardAnalysis(
      program.checked, schema: input.schema, lets: lets, guarded: guarded)
    for use in analysis.uses where use.kind == .strict {
      guard case .never = use.field.expectation else { continue }
      let range = program.checked.tree[use.node].range
      let isOfDeadline = place == Places.from || place == Places.within
      expressions.report(
        [.unguarded(use.text, in: place, isOfDeadline: isOfDeadline, at: range)], in: source)
    }
    for comparison in analysis.comparisons {
      reportComparison(comparison, program, source, mayBeSaid: false)
    }
  }

  mutating func reportComparison(
    _ comparison: GuardAnalysis.Comparison, _ program: Program, _ source: ExpressionSource,
    mayBeSaid: Bool
  ) {
    expressions.report(
      [
        .comparedAbsent(
          comparison.first, comparison.second, mayBeSaid: mayBeSaid,
          at: program.checked.tree[comparison.node].range)
      ], in: source)
  }

  /// Declares every parameter, resolved for the basis date in a slot.
  func declareParameters(in environment: inout Environment, basisSlot: Int) {
    var binding = parameters
    binding.basisSlot = basisSlot
    for (number, parameter) in input.parameters.parameters.enumerated()
    where input.parameters.number(of: parameter.name.text) == number {
      let name = "params.\(parameter.name.text)"
      environment.undeclare(name)
      let initializer: Evaluator = { [binding] frame in
        binding.value(of: parameter, number: number, in: &frame)
      }
      if mentions(parameter) {
        environment.declare(name, binding.type(of: parameter), initializer: initializer)
      } else {
        environment.declare(uncached: name, binding.type(of: parameter), initializer: initializer)
      }
    }
  }

  /// True where the rule's text holds a name as it is usually written; only such are worth a slot.
  private func mentions(_ parameter: ParameterSource) -> Bool {
    mentioned?.contains(parameter.name.text) ?? true
  }

  func citations(_ sources: [CitationSource]) -> [Citation] {
    sources.map { source in
      let instrument = input.registry[source.instrument.text]
      return Citation(
        instrument: source.instrument.text,
        instrumentName: instrument?.name
          ?? BilingualText(zh: source.instrument.text, en: source.instrument.text),
        number: instrument?.number, article: source.article, says: source.says)
    }
  }

  /// How messages call the places that a condition stands in.
  enum Places {
    static let applies = BilingualText(zh: "`applies` ", en: "`applies`")
    static let when = BilingualText(zh: "`when` ", en: "`when`")
    static let whereCondition = BilingualText(zh: "`where` ", en: "`where`")
    static let from = BilingualText(zh: "期限的 `from` ", en: "the deadline's `from`")
    static let within = BilingualText(zh: "期限的长度", en: "the deadline's length")
    static let except = BilingualText(zh: "`except` 的 `when` ", en: "the `when` of `except`")
  }
}

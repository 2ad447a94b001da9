package import SourceText

extension Rulebook {
  /// Compiles one rule anew and puts it in the place of the one with its id: what a proof needs that
  /// asks what a rule would say if it read a little differently.
  ///
  /// The record, definitions and the terms of other rules are those of this rulebook, so that a frame
  /// which holds them serves the new one too; only the slots of the rule lie behind all others.
  ///
  /// - Parameters:
  ///   - rule: Has the id of a rule of this rulebook.
  ///   - parameters: What the rule reads in place of the rulebook's parameters.
  ///   - file: The file of the rule, to tell in what is wrong.
  /// - Returns: `nil` for the rulebook where the rule does not compile, or there is none with its id.
  package func replacing(
    _ rule: RuleSource, parameters: ParameterTable? = nil, file: SourceFile
  ) -> (rulebook: Rulebook?, diagnostics: [FileDiagnostic]) {
    guard let number = rules.firstIndex(where: { $0.id == rule.id.text }) else { return (nil, []) }
    let table = parameters ?? self.parameters
    let input = RulebookCompiler.Input(
      schema: schema, schemaFile: file, definitions: [], parameters: table, registry: registry,
      calendar: calendar, rules: [rule], files: [rule.file: file])
    var (binding, firstSlot) = (self.binding, slotCount)
    if parameters != nil {
      // What a frame remembers of the rulebook's own parameters does not hold for these.
      binding = ParameterBinding(
        table: table, schema: schema, slots: slots, basisSlot: binding.basisSlot,
        firstMemoSlot: firstSlot)
      firstSlot += ParameterBinding.memoSlots(of: table)
    }
    var compilation = RuleCompilation(
      rule, input: input, environment: environment, parameters: binding, firstSlot: firstSlot)
    guard let compiled = compilation.compile() else { return (nil, compilation.diagnostics) }
    var all = rules
    all[number] = compiled
    let rulebook = Rulebook(
      schema: schema, rules: all, evaluationOrder: evaluationOrder, terms: terms,
      parameters: table, binding: binding, calendar: calendar, registry: registry,
      definitions: definitions, expectations: expectations, slots: slots,
      slotCount: compilation.nextSlot, environment: environment)
    return (rulebook, compilation.diagnostics)
  }
}

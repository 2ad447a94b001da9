import CEL
import CaseRecords
import Findings
import SourceText
import YAML

/// What a check is compiled in.
struct CheckContext {
  var rule: RuleSource
  var environment: Environment
  var lets: [String: CheckedExpression]
  /// Paths that what stands around makes sure of.
  var guarded: Set<String>
  var basisSlot: Int
}

extension RuleCompilation {
  /// Compiles a check; `nil` where it has errors.
  mutating func compile(check: CheckSource, in outer: CheckContext) -> CompiledCheck? {
    var context = outer
    let basis = check.basis.compactMap {
      expressions.compile($0, in: context.environment, expectingOneOf: [.date, .timestamp])
    }
    if !basis.isEmpty {
      // The check's own basis date chooses its parameters.
      context.environment.reserve(through: expressions.nextSlot)
      context.basisSlot = context.environment.declare("basis of the check", .dynamic)
      declareParameters(in: &context.environment, basisSlot: context.basisSlot)
      expressions.nextSlot = context.environment.slotCount
    }
    let when = check.when.flatMap {
      compileCondition(
        $0, context.environment, context.lets, context.guarded, Places.when)
    }
    if let when { context.guarded.formUnion(guards(of: when, context)) }
    let bindings = compile(bindings: check.each, in: &context)
    let whereCondition = check.whereCondition.flatMap {
      compileCondition(
        $0, context.environment, context.lets, context.guarded, Places.whereCondition)
    }
    if let whereCondition { context.guarded.formUnion(guards(of: whereCondition, context)) }
    guard let requirement = compile(requirementOf: check, in: context) else { return nil }

    var messages = context.environment
    messages.reserve(through: expressions.nextSlot)
    let dueSlot = messages.declare("due", .wrapper(.date))
    let actSlot = messages.declare("act", .wrapper(.date))
    let lateSlot = messages.declare("late", .int)
    expressions.nextSlot = messages.slotCount
    context.environment = messages
    let isDeadline = check.deadline != nil
    let message = (check.message ?? context.rule.message).flatMap {
      compile(message: $0, in: context, isDeadline: isDeadline)
    }
    let remedy = (check.remedy ?? context.rule.remedy).flatMap {
      compile(message: $0, in: context, isDeadline: isDeadline)
    }
    return CompiledCheck(
      source: check, id: check.id?.text, when: when, bindings: bindings,
      whereCondition: whereCondition, requirement: requirement, absent: check.absent,
      kind: check.kind ?? context.rule.kind, severity: check.severity ?? context.rule.severity,
      cites: citations(check.cites.isEmpty ? context.rule.cites : check.cites),
      message: message, remedy: remedy, basis: basis, basisSlot: context.basisSlot,
      dueSlot: dueSlot, actSlot: actSlot, lateSlot: lateSlot,
      lazySlots: context.environment.lazySlots)
  }

  private func guards(of program: Program, _ context: CheckContext) -> Set<String> {
    GuardAnalysis.guards(of: program.checked, schema: input.schema, lets: context.lets)
  }

  /// Compiles the lists that a check runs over, and declares what their elements are called.
  private mutating func compile(bindings: [BindingSource], in context: inout CheckContext)
    -> [CompiledBinding]
  {
    var compiled: [CompiledBinding] = []
    for binding in bindings {
      let list = expressions.compile(binding.list, in: context.environment)
      var element = ValueType.error
      if let list {
        switch list.type.unwrapped {
        case .list(let of): element = of
        case .dynamic: element = .dynamic
        default: expressions.report(.notAList(list.type, at: binding.list.range))
        }
      }
      context.environment.reserve(through: expressions.nextSlot)
      guard checkName(binding.name, in: context.environment) else { continue }
      let slot = context.environment.declare(binding.name.text, element)
      var indexSlot: Int?
      if let at = binding.at, checkName(at, in: context.environment) {
        indexSlot = context.environment.declare(at.text, .int)
      }
      expressions.nextSlot = context.environment.slotCount
      if let list {
        compiled.append(
          CompiledBinding(
            name: binding.name.text, list: list, elementSlot: slot, indexSlot: indexSlot))
      }
    }
    return compiled
  }

  private mutating func compile(requirementOf check: CheckSource, in context: CheckContext)
    -> CompiledCheck.Requirement?
  {
    if let that = check.that {
      var environment = context.environment
      environment.equalityIsTotal = check.absent == nil
      guard let program = expressions.compile(that, in: environment, expecting: .bool) else {
        return nil
      }
      if check.absent == nil { refuseUnsaid(program, that, context) }
      return .condition(program)
    }
    guard let deadline = check.deadline,
      let compiled = compile(deadline: deadline, in: context, absentIsSaid: check.absent != nil)
    else { return nil }
    return .deadline(compiled)
  }

  /// Refuses facts that the schema does not expect where the check does not say `absent`.
  private mutating func refuseUnsaid(
    _ program: Program, _ source: ExpressionSource, _ context: CheckContext
  ) {
    let analysis = GuardAnalysis(
      program.checked, schema: input.schema, lets: context.lets, guarded: context.guarded)
    let tree = program.checked.tree
    // Of two facts that are compared, the comparison is told and not each of them as well.
    let compared = Set(analysis.comparisons.flatMap(\.operands))
    for use in analysis.uses where !compared.contains(use.node) {
      guard case .never = use.field.expectation else { continue }
      expressions.report(
        [.unguardedInCheck(use.text, at: tree[use.node].range)], in: source)
    }
    for comparison in analysis.comparisons {
      reportComparison(comparison, program, source, mayBeSaid: true)
    }
  }

  // MARK: Deadlines

  private mutating func compile(
    deadline: DeadlineSource, in context: CheckContext, absentIsSaid: Bool
  ) -> CompiledDeadline? {
    let from = expressions.compile(
      deadline.from, in: context.environment, expectingOneOf: [.date, .timestamp])
    let period = expressions.compile(
      deadline.term.period, in: context.environment, expectingOneOf: [.period])
    let act = expressions.compile(
      deadline.act, in: context.environment, expectingOneOf: [.date, .timestamp])
    let stops = deadline.excluding.compactMap { compile(stop: $0, in: context) }
    let extensions = deadline.extendedBy.compactMap { compile(extension: $0, in: context) }
    guard let from, let period, let act else { return nil }
    if !absentIsSaid {
      refuseUnguarded(from, deadline.from, context.lets, context.guarded, Places.from)
      refuseUnguarded(
        period, deadline.term.period, context.lets, context.guarded, Places.within)
    }
    var isWait = false
    if case .wait = deadline.term { isWait = true }
    return CompiledDeadline(
      source: deadline, from: from, period: period, isWait: isWait, act: act, stops: stops,
      extensions: extensions)
  }

  private mutating func compile(stop: StopSource, in outer: CheckContext) -> CompiledStop? {
    var context = outer
    let when = stop.when.flatMap {
      compileCondition($0, context.environment, context.lets, context.guarded, Places.when)
    }
    let bindings = compile(bindings: stop.each, in: &context)
    let whereCondition = stop.whereCondition.flatMap {
      compileCondition(
        $0, context.environment, context.lets, context.guarded, Places.whereCondition)
    }
    let from = expressions.compile(
      stop.from, in: context.environment, expectingOneOf: [.date, .timestamp])
    let until = stop.until.flatMap {
      expressions.compile($0, in: context.environment, expectingOneOf: [.date, .timestamp])
    }
    guard let from else { return nil }
    return CompiledStop(
      source: stop, when: when, bindings: bindings, whereCondition: whereCondition, from: from,
      until: until)
  }

  private mutating func compile(extension source: ExtensionSource, in context: CheckContext)
    -> CompiledExtension?
  {
    let whereCondition = source.whereCondition.flatMap {
      compileCondition(
        $0, context.environment, context.lets, context.guarded, Places.whereCondition)
    }
    let approvedOn = expressions.compile(
      source.approvedOn, in: context.environment, expectingOneOf: [.date, .timestamp])
    let length: CompiledExtension.Length?
    switch source.length {
    case .by(let expression):
      length = expressions.compile(
        expression, in: context.environment, expectingOneOf: [.period]
      ).map { .by($0) }
    case .until(let expression):
      length = expressions.compile(
        expression, in: context.environment, expectingOneOf: [.date, .timestamp]
      ).map { .until($0) }
    }
    guard let length else { return nil }
    return CompiledExtension(
      source: source, length: length, approvedOn: approvedOn, whereCondition: whereCondition)
  }

  // MARK: Messages

  private mutating func compile(
    message source: MessageSource, in context: CheckContext, isDeadline: Bool
  ) -> CompiledMessage? {
    let before = expressions.diagnostics.count
    let zh = compile(template: source.zh, in: context, isDeadline: isDeadline)
    let en = compile(template: source.en, in: context, isDeadline: isDeadline)
    guard expressions.diagnostics.count == before else { return nil }
    return CompiledMessage(zh: zh, en: en)
  }

  /// What the messages of a deadline may name.
  private static let deadlineNames = ["due", "act", "late"]

  private mutating func compile(
    template: MessageTemplate, in context: CheckContext, isDeadline: Bool
  ) -> [CompiledMessage.Piece] {
    var environment = context.environment
    if !isDeadline {
      for name in Self.deadlineNames { environment.undeclare(name) }
    }
    return template.pieces.compactMap { piece in
      switch piece {
      case .text(let text): return .text(text)
      case .placeholder(let placeholder):
        return compile(placeholder, of: template, in: environment, context).map { .value($0) }
      }
    }
  }

  private mutating func compile(
    _ placeholder: MessageTemplate.Placeholder, of template: MessageTemplate,
    in environment: Environment, _ context: CheckContext
  ) -> CompiledMessage.Placeholder? {
    if environment.variables["due"] == nil,
      let name = RulebookCompiler.names(in: placeholder.expression)
        .first(where: Self.deadlineNames.contains)
    {
      expressions.report(
        [
          .placeholderNeedsDeadline(
            name,
            at: ByteRange(
              placeholder.expressionOffset,
              placeholder.expressionOffset + placeholder.expression.utf8.count))
        ], in: ExpressionSource(text: placeholder.expression, node: template.node))
      return nil
    }
    let (program, _, found) = Program.compile(
      placeholder.expression, in: environment, firstLocal: expressions.nextSlot)
    let shift = UInt32(placeholder.expressionOffset)
    let source = ExpressionSource(text: placeholder.expression, node: template.node)
    func shifted(_ range: ByteRange) -> ByteRange {
      ByteRange(start: range.start + shift, end: range.end + shift)
    }
    expressions.report(
      found.map { diagnostic in
        var diagnostic = diagnostic.helped(expecting: nil)
        diagnostic.range = shifted(diagnostic.range)
        return diagnostic
      }, in: source)
    guard let program else { return nil }
    expressions.nextSlot = max(expressions.nextSlot, program.slotCount)
    expressions.note(program)
    if placeholder.alternative == nil, mayBeAbsent(program, context) {
      expressions.report(
        [
          .placeholderAlternative(
            placeholder.expression,
            at: shifted(ByteRange(0, placeholder.expression.utf8.count)))
        ], in: source)
      return nil
    }
    return CompiledMessage.Placeholder(
      program: program, alternative: placeholder.alternative, isPersonal: isPersonal(program),
      labels: enumSchema(of: program.type))
  }

  /// True where a placeholder's value may not be on file: the act of a deadline, a fact that the
  /// schema does not always expect and nothing guards (semantics §9).
  private func mayBeAbsent(_ program: Program, _ context: CheckContext) -> Bool {
    if case .identifier("act", _) = program.checked.tree[program.checked.tree.root].kind {
      return true
    }
    let analysis = GuardAnalysis(
      program.checked, schema: input.schema, lets: context.lets, guarded: context.guarded)
    return analysis.uses.contains { use in
      if case .always = use.field.expectation { return false }
      return use.kind == .strict
    }
  }

  private func isPersonal(_ program: Program) -> Bool {
    program.checked.references.values.contains { reference in
      guard case .field(let type, let number) = reference else { return false }
      return input.schema.field(number, of: type)?.isPersonal ?? false
    } && program.type.unwrapped == .string
  }

  private func enumSchema(of type: ValueType) -> EnumSchema? {
    guard case .enumeration(let wanted) = type.unwrapped else { return nil }
    return input.schema.enums.first { $0.type == wanted }
  }
}

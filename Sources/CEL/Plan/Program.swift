package import SourceText

/// A compiled expression with its type, ready to evaluate in a frame.
package final class Program: Sendable {
  package let checked: CheckedExpression
  /// What the expression was compiled against, and where its locals begin: for what is worked out of
  /// it later.
  let environment: Environment
  let firstLocal: Int
  /// True where the whole is a chain of `&&`.
  private let joinsClauses: Bool
  /// The fast form.
  package let evaluate: Evaluator
  /// The form that notes in `frame.tracer` what it reads and gets.
  package let evaluateTraced: Evaluator
  /// Slots that the frame must have at least.
  package let slotCount: Int
  /// What `evaluate` tells the observer of a frame about; `nil` where it was not planned for that.
  package let decisions: DecisionTable?

  package var type: ValueType { checked.type }
  package var source: String { checked.tree.source }

  /// The terms that the whole joins by `&&`, as they are written; the whole where it joins none.
  package var clauses: [String] {
    checked.tree.terms(of: checked.tree.root, joinedBy: Operator.logicalAnd).terms.map {
      checked.tree.text(of: $0)
    }
  }

  /// Evaluates a condition, and tells which of its `clauses` is false where that makes it false.
  package func evaluateByClause(_ frame: inout Frame) -> (value: Value, falseClause: Int?) {
    frame.decider = nil
    let value = evaluate(&frame)
    guard case .bool(false) = value, joinsClauses else { return (value, nil) }
    return (value, frame.decider)
  }

  /// Parses, checks and plans an expression.
  ///
  /// - Parameters:
  ///   - firstLocal: The first slot that macros of the expression may use. Expressions that can be
  ///     evaluated inside one another (a `let` inside a check) must not share locals.
  ///   - expected: The type that the whole must fit.
  ///   - needsCheck: False to run an expression whose types were not checked, as CEL allows: what
  ///     does not fit is then a fault when it is evaluated.
  package static func compile(
    _ source: String, in environment: Environment, expecting expected: ValueType? = nil,
    firstLocal: Int? = nil, options: ParserOptions = ParserOptions(), needsCheck: Bool = true
  ) -> (program: Program?, checked: CheckedExpression?, diagnostics: [Diagnostic]) {
    let parsed = parse(source, options: options)
    guard !parsed.diagnostics.contains(where: { $0.severity == .error }) else {
      return (nil, nil, parsed.diagnostics)
    }
    let (checked, found) = Checker.check(parsed.tree, in: environment, expecting: expected)
    let diagnostics = parsed.diagnostics + found
    if needsCheck, found.contains(where: { $0.severity == .error }) {
      return (nil, checked, diagnostics)
    }
    let program = Program(
      checked, in: environment, firstLocal: firstLocal ?? environment.slotCount)
    return (program, checked, diagnostics)
  }

  package init(_ checked: CheckedExpression, in environment: Environment, firstLocal: Int) {
    self.checked = checked
    self.environment = environment
    self.firstLocal = firstLocal
    joinsClauses =
      if case .call(Operator.logicalAnd, _, _) = checked.tree[checked.tree.root].kind {
        true
      } else {
        false
      }
    decisions =
      environment.observesDecisions
      ? DecisionTable(checked, equalityIsTotal: environment.equalityIsTotal) : nil
    let fast = Planner(
      checked, environment, firstLocal: firstLocal, isTraced: false, decisions: decisions)
    let traced = Planner(checked, environment, firstLocal: firstLocal, isTraced: true)
    let (fastRoot, tracedRoot) = (
      fast.plan(checked.tree.root), traced.plan(checked.tree.root)
    )
    if checked.mayRunLong {
      evaluate = { $0.metered(fastRoot) }
      evaluateTraced = { $0.metered(tracedRoot) }
    } else {
      (evaluate, evaluateTraced) = (fastRoot, tracedRoot)
    }
    // The last is the register of chains.
    slotCount = max(environment.slotCount, firstLocal + checked.localCount + 1)
  }
}

extension CheckedExpression {
  /// True where values may make the expression do more than its length tells: then what it does is
  /// counted.
  fileprivate var mayRunLong: Bool {
    tree.nodes.indices.contains { node in
      switch tree[node].kind {
      case .macro(let macro): return macro.kind != .bind
      case .call(_, let target, let arguments):
        switch references[node] {
        case .inline: return true
        case .function(let function), .namespacedFunction(let function):
          let operands = [node] + (target.map { [$0] } ?? []) + arguments
          return function.cost != nil && !operands.allSatisfy { types[$0].hasFixedSize }
        default: return false
        }
      default: return false
      }
    }
  }
}

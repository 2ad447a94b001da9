import CEL

/// What the terms of a conjunction ask of each expression that they compare with literals, to see
/// whether anything is left that all of them allow.
struct TermConstraints {
  private struct Subject {
    var allowed: Set<String>?
    var forbidden: Set<String> = []
    var low: (value: Double, isOpen: Bool)?
    var high: (value: Double, isOpen: Bool)?
    var numbers: [String: Double] = [:]

    /// True where no value is left.
    var isEmpty: Bool {
      if let low, let high {
        if low.value > high.value || low.value == high.value && (low.isOpen || high.isOpen) {
          return true
        }
      }
      guard let allowed else { return false }
      return allowed.subtracting(forbidden).allSatisfy { word in
        guard let number = numbers[word] else { return false }
        if let low, number < low.value || number == low.value && low.isOpen { return true }
        if let high, number > high.value || number == high.value && high.isOpen { return true }
        return false
      }
    }
  }

  private var subjects: [String: Subject] = [:]
  /// Canonical texts of the terms, and of what their negations read as.
  private var terms: Set<String> = []
  private(set) var isContradictory = false

  /// Adds the terms of a conjunction, which may be of several expressions.
  mutating func add(_ nodes: [NodeID], of expression: LintExpression) {
    let canonical = CanonicalText(expression.tree)
    for node in nodes {
      if terms.contains(canonical.negation(of: node)) { isContradictory = true }
      terms.insert(canonical(node))
      note(node, expression, canonical)
    }
    if subjects.values.contains(where: \.isEmpty) { isContradictory = true }
  }

  private mutating func note(
    _ node: NodeID, _ expression: LintExpression, _ canonical: CanonicalText
  ) {
    var (term, isNegated) = (node, false)
    if let inner = expression.negated(node) { (term, isNegated) = (inner, true) }
    guard case .call(var name, nil, let arguments) = expression.tree[term].kind,
      arguments.count == 2
    else { return }
    var (left, right) = (arguments[0], arguments[1])
    if name == Operator.in {
      guard case .list(let elements) = expression.tree[right].kind else { return }
      let words = elements.map { canonical($0.value) }
      guard elements.allSatisfy({ expression.literal($0.value) != nil }) else { return }
      restrict(canonical(left), to: Set(words), isNegated)
      return
    }
    if expression.literal(left) != nil {
      (left, right) = (right, left)
      name = Self.swapped[name] ?? name
    }
    guard let literal = expression.literal(right), expression.literal(left) == nil else { return }
    if isNegated {
      guard let opposite = CanonicalText.opposites[name] else { return }
      name = opposite
    }
    let subject = canonical(left)
    switch name {
    case Operator.equals, Operator.notEquals:
      if let number = Self.number(literal) {
        subjects[subject, default: Subject()].numbers[canonical(right)] = number
      }
      restrict(subject, to: [canonical(right)], name == Operator.notEquals)
    default:
      guard let number = Self.number(literal) else { return }
      bound(subject, name, number)
    }
  }

  private mutating func restrict(_ subject: String, to words: Set<String>, _ isNegated: Bool) {
    if isNegated {
      subjects[subject, default: Subject()].forbidden.formUnion(words)
    } else {
      let allowed = subjects[subject]?.allowed
      subjects[subject, default: Subject()].allowed = allowed?.intersection(words) ?? words
    }
  }

  private mutating func bound(_ subject: String, _ name: String, _ number: Double) {
    var entry = subjects[subject] ?? Subject()
    let isOpen = name == Operator.less || name == Operator.greater
    if name == Operator.less || name == Operator.lessEquals {
      if entry.high.map({ number < $0.value || number == $0.value && isOpen }) ?? true {
        entry.high = (number, isOpen)
      }
    } else if name == Operator.greater || name == Operator.greaterEquals {
      if entry.low.map({ number > $0.value || number == $0.value && isOpen }) ?? true {
        entry.low = (number, isOpen)
      }
    }
    subjects[subject] = entry
  }

  private static let swapped = [
    Operator.less: Operator.greater, Operator.greater: Operator.less,
    Operator.lessEquals: Operator.greaterEquals, Operator.greaterEquals: Operator.lessEquals,
  ]

  private static func number(_ literal: Literal) -> Double? {
    switch literal {
    case .int(let value): Double(value)
    case .uint(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }
}

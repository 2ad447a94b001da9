/// Notes what the conditions of decisions came to, where programs were planned to be observed.
///
/// Of equal evaluations of a decision one is kept.
package final class DecisionObserver {
  /// One decision of one expression.
  package struct Key: Hashable, Sendable {
    package var table: ObjectIdentifier
    package var number: Int

    package init(_ table: DecisionTable, _ number: Int) {
      self.table = ObjectIdentifier(table)
      self.number = number
    }
  }

  /// For each decision, what its conditions came to, in the order it was seen first.
  package private(set) var seen: [Key: [[ConditionState]]] = [:]

  package init() {}

  /// Forgets what was seen.
  package func clear() { seen.removeAll(keepingCapacity: true) }

  func note(_ key: Key, _ values: ContiguousArray<Value>) {
    let states = values.map(ConditionState.init)
    if seen[key]?.contains(states) != true { seen[key, default: []].append(states) }
  }
}

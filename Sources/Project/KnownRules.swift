/// The rules that files of a project may name, by present and former ids.
package struct KnownRules: Sendable {
  /// Present id by every id that a rule has or had.
  private let present: [String: String]

  /// - Parameter rules: Of each rule its id and its former ones.
  package init(_ rules: [(id: String, former: [String])]) {
    var present: [String: String] = [:]
    for rule in rules {
      for id in rule.former { present[id] = rule.id }
    }
    for rule in rules { present[rule.id] = rule.id }
    self.present = present
  }

  /// The present id of a rule; `nil` where there is none of that name.
  package func id(of name: String) -> String? { present[name] }

  /// Every id, in the order of its bytes.
  var names: [String] { present.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}

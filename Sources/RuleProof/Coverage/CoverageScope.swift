package import Findings

/// What coverage is asked for: all rules and definitions, or what begins as is said.
package struct CoverageScope: Hashable, Sendable {
  /// Definitions are called `define.NAME`, fields of schemas `expect.PATH`. Fields are only measured
  /// where they are asked for: most of their conditions are never evaluated, since rules guard what
  /// may be absent.
  package var prefixes: [String]

  package init(prefixes: [String] = []) { self.prefixes = prefixes }

  package func includes(_ kind: CoverageGroup.Kind, _ name: String) -> Bool {
    let full = Self.name(of: name, kind)
    return prefixes.isEmpty && kind != .field
      || prefixes.contains { full.utf8.starts(with: $0.utf8) }
  }

  /// What a rule, a definition or a field is called where names of all of them stand together.
  package static func name(of name: String, _ kind: CoverageGroup.Kind) -> String {
    switch kind {
    case .rule: name
    case .definition: "define.\(name)"
    case .field: "expect.\(name)"
    }
  }
}

package import Findings

/// What coverage is asked for: everything, or what the ids of rules begin with.
package struct CoverageScope: Hashable, Sendable {
  /// Definitions are called `define.NAME`, fields of schemas `expect.PATH`.
  package var prefixes: [String]

  package init(prefixes: [String] = []) { self.prefixes = prefixes }

  package func includes(_ kind: CoverageGroup.Kind, _ name: String) -> Bool {
    let full = Self.name(of: name, kind)
    return prefixes.isEmpty || prefixes.contains { full.utf8.starts(with: $0.utf8) }
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

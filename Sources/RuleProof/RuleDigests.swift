internal import CaseRecords
package import RuleCompiler
internal import SourceText

/// Digests of rules with all that what they say of a record depends on.
package struct RuleDigests {
  private let source: RulebookSource
  private let files: [String: SourceFile]
  /// What every rule depends on: schemas, definitions, base records, calendars, the law registry.
  let shared: String
  /// All rules and parameters; for rules that read the terms of others.
  private let everything: String

  package init(_ source: RulebookSource) {
    self.source = source
    files = Dictionary(
      source.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let rules = Set(source.rules.map(\.file))
    shared = RulebookSource.digest(
      of: source.files.filter {
        $0.path.hasPrefix("records/") || $0.path.hasPrefix("calendars/")
          || $0.path == "instruments.yaml"
      })
    everything = RulebookSource.digest(
      of: source.files.filter { rules.contains($0.path) || $0.path.hasPrefix("parameters/") })
  }

  /// The digest of a rule: of its own file, the parameters that it names, and what all rules share.
  package func digest(of rule: RuleSource) -> String {
    guard let file = files[rule.file] else { return "" }
    var parts = [shared, file.path, sha256(of: file.bytes)]
    let named = ParameterMentions.names(in: file.text(in: rule.range))
    for parameter in source.parameters where named.contains(parameter.name.text) {
      guard let file = files[parameter.file] else { continue }
      parts.append(parameter.name.text)
      parts.append(sha256(of: Array(file.text(in: parameter.range).utf8)))
    }
    if rule.mentionsTerms { parts.append(everything) }
    return sha256(of: Array(parts.joined(separator: "\n").utf8))
  }
}

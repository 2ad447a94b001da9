internal import CaseRecords
package import RuleCompiler
internal import SourceText

/// Digests of rules with all that what they say of a record depends on.
package struct RuleDigests {
  private let source: RulebookSource
  private let files: [String: SourceFile]
  /// What every rule depends on: schemas, definitions, base records, calendars, the law registry.
  let shared: String
  /// All rules and parameters; for a rule that reads terms nobody knows by which name.
  private let everything: String
  /// By the name of a term, the rule whose deadline it is.
  private let owners: [String: RuleSource]

  package init(_ source: RulebookSource) {
    self.source = source
    files = Dictionary(
      source.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    owners = Dictionary(
      source.rules.flatMap { rule in rule.termNames.map { ($0.text, rule) } },
      uniquingKeysWith: { first, _ in first })
    let rules = Set(source.rules.map(\.file))
    shared = RulebookSource.digest(
      of: source.files.filter {
        $0.path.hasPrefix("records/") || $0.path.hasPrefix("calendars/")
          || $0.path == "instruments.yaml"
      })
    everything = RulebookSource.digest(
      of: source.files.filter { rules.contains($0.path) || $0.path.hasPrefix("parameters/") })
  }

  /// The digest of a rule: of its own file, the parameters that it names, the rules whose terms it
  /// reads, and what all rules share.
  package func digest(of rule: RuleSource) -> String {
    var seen: Set<String> = []
    let parts = [shared] + parts(of: rule, &seen)
    return sha256(of: Array(parts.joined(separator: "\n").utf8))
  }

  private func parts(of rule: RuleSource, _ seen: inout Set<String>) -> [String] {
    guard seen.insert(rule.id.text).inserted, let file = files[rule.file] else { return [] }
    var parts = [file.path, sha256(of: file.bytes)]
    let text = file.text(in: rule.range)
    let named = NameMentions.names(behind: "params.", in: text)
    for parameter in source.parameters where named.contains(parameter.name.text) {
      guard let file = files[parameter.file] else { continue }
      parts.append(parameter.name.text)
      parts.append(sha256(of: Array(file.text(in: parameter.range).utf8)))
    }
    guard rule.mentionsTerms else { return parts }
    let terms = NameMentions.names(behind: "terms.", in: text).sorted()
    let rules = terms.map { owners[$0] }
    if rules.isEmpty || rules.contains(where: { $0 == nil }) { return parts + [everything] }
    for case let rule? in rules { parts += self.parts(of: rule, &seen) }
    return parts
  }
}

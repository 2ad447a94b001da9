internal import SourceText
package import YAML

extension RulebookSource {
  /// The record kind of what a vector holds.
  package static let vectorKind = "vector"

  /// Reads a rulebook of one document: a test of the rule semantics.
  ///
  /// Its keys `schema`, `parameters`, `define`, `instruments`, `rule`, `rules` and `rule_text` are
  /// what the rules folder holds otherwise; other keys (the record, what is expected) are the
  /// test's own and not looked at. Ids, titles, citations and messages may be left out. The rule
  /// under `rule` or `rule_text` comes first, `vector.test.rule` where it has no id of its own.
  package init(vector node: Node, file: String = "vector.yaml") {
    self.init()
    var reader = SourceReader(file: file, leniency: .vector)
    if let schema = node["schema"] {
      kinds = [RecordKindSource(name: Self.vectorKind, schema: schema, schemaFile: file)]
    }
    if let definitions = node["define"], !kinds.isEmpty {
      kinds[0].definitions = reader.definitions(definitions)
    }
    if let parameters = node["parameters"] { self.parameters = reader.parameters(parameters) }
    if let instruments = node["instruments"] { self.instruments = reader.instruments(instruments) }
    if let rule = node["rule"] { rules += reader.rules(rule) }
    if let text = node["rule_text"]?.scalar?.text { readRule(text) }
    if let others = node["rules"] { rules += reader.rules(others) }
    diagnostics += reader.diagnostics.map { FileDiagnostic(file: file, diagnostic: $0) }
  }

  /// Reads a rule given as text; its ranges are those of the text, as the file `rule.yaml`.
  private mutating func readRule(_ text: String) {
    let source = SourceFile(path: "rule.yaml", text: text)
    files.append(source)
    let result = readYAML(source.bytes)
    for diagnostic in result.diagnostics { report(diagnostic, in: source.path) }
    guard let document = result.root else { return }
    var reader = SourceReader(file: source.path, bytes: source.bytes, leniency: .vector)
    rules += reader.rules(document)
    diagnostics += reader.diagnostics.map { FileDiagnostic(file: source.path, diagnostic: $0) }
  }
}

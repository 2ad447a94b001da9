internal import SourceText
package import YAML

extension SourceReader {
  /// Reads definitions: a mapping from name to definition.
  package mutating func definitions(_ node: Node) -> [DefinitionSource] {
    guard let pairs = node.mapping else {
      report(.wrongShape("define", expected: .mapping, at: node.range))
      return []
    }
    var definitions: [DefinitionSource] = []
    for pair in pairs { if let definition = definition(pair) { definitions.append(definition) } }
    return definitions
  }

  private mutating func definition(_ pair: Pair) -> DefinitionSource? {
    guard let name = identifier(pair),
      let fields = fields(pair.value, as: .definition)
    else { return nil }
    let arguments = arguments(fields)
    let type = required(fields, "type", of: .definition).flatMap { self.name($0, "type") }
    let expression = requiredExpression(fields, "is", of: .definition)
    let label = fields["label"].flatMap { bilingual($0, of: .label) }
    let meaning = optionalText(fields, "meaning")
    guard let type, let expression else { return nil }
    return DefinitionSource(
      name: name, arguments: arguments, type: type, expression: expression, label: label?.text,
      meaning: meaning, file: file, range: pair.keyRange.union(pair.value.range))
  }

  private mutating func arguments(_ fields: SourceFields) -> [DefinitionSource.Argument] {
    guard let node = fields["args"] else { return [] }
    guard let pairs = node.mapping else {
      report(.wrongShape("args", expected: .mapping, at: node.range))
      return []
    }
    var arguments: [DefinitionSource.Argument] = []
    for pair in pairs {
      let name = identifier(pair)
      let type = self.name(pair.value, pair.key.text)
      if let name, let type {
        arguments.append(DefinitionSource.Argument(name: name, type: type))
      }
    }
    return arguments
  }
}

internal import CEL
internal import SourceText
internal import WorkCalendar
package import YAML

extension SourceReader {
  /// Reads parameters: a mapping from name to parameter.
  package mutating func parameters(_ node: Node) -> [ParameterSource] {
    guard let pairs = node.mapping else {
      report(.wrongShape("parameters", expected: .mapping, at: node.range))
      return []
    }
    var parameters: [ParameterSource] = []
    for pair in pairs { if let parameter = parameter(pair) { parameters.append(parameter) } }
    return parameters
  }

  private mutating func parameter(_ pair: Pair) -> ParameterSource? {
    guard let name = identifier(pair),
      let fields = fields(pair.value, as: .parameter)
    else { return nil }
    let type = parameterType(fields)
    let order = order(fields)
    let combination = choice(fields, "combine", as: ParameterSource.Combination.self)
    let label = fields["label"].flatMap { bilingual($0, of: .label) }
    let unit = optionalText(fields, "unit")
    let meaning = optionalText(fields, "meaning")
    _ = required(fields, "values", of: .parameter)
    let nodes = list(fields, "values")
    guard let type else { return nil }
    if combination != nil, !type.isOrdered {
      report(.parameterNotComparable(name.text, at: fields.keyRange("combine")))
    }
    var parameter = ParameterSource(
      name: name, type: type, order: order, combination: combination, entries: [],
      label: label?.text, unit: unit, meaning: meaning, file: file,
      range: pair.keyRange.union(pair.value.range))
    for node in nodes {
      if let entry = parameterEntry(node, of: parameter) { parameter.entries.append(entry) }
    }
    for problem in ParameterTies.problems(of: parameter) { report(problem) }
    return parameter
  }

  // MARK: Type and order

  private mutating func parameterType(_ fields: SourceFields) -> ParameterType? {
    guard let word = required(fields, "type", of: .parameter).flatMap({ name($0, "type") }) else {
      return nil
    }
    if word.text == "record" || word.text == "list:record" {
      _ = required(fields, "fields", of: .parameter)
      let record = ParameterType.record(recordFields(fields))
      return word.text == "record" ? record : .list(record)
    }
    if fields["fields"] != nil {
      report(
        .unknownKey(
          "fields", of: SourceForm.parameter.words, near: nil,
          known: SourceForm.parameter.names.filter { $0 != "fields" },
          at: fields.keyRange("fields")))
    }
    return parameterType(word)
  }

  private mutating func parameterType(_ word: NameSource) -> ParameterType? {
    if let type = ParameterType.scalars[word.text] { return type }
    if word.text.hasPrefix("list:") {
      let element = word.text.dropFirst("list:".utf8.count)
      if let type = ParameterType.scalars[String(element)] { return .list(type) }
    }
    let known = ParameterType.names + ParameterType.names.map { "list:\($0)" }
    report(
      .badType(
        word.text, near: Suggestion.nearest(to: word.text, among: known), allowed: known,
        at: word.range))
    return nil
  }

  private mutating func recordFields(_ fields: SourceFields) -> [ParameterType.Field] {
    var result: [ParameterType.Field] = []
    for node in list(fields, "fields") {
      guard let entry = self.fields(node, as: .parameterField)
      else { continue }
      let name = required(entry, "name", of: .parameterField).flatMap { identifier($0, "name") }
      let type = required(entry, "type", of: .parameterField)
        .flatMap { self.name($0, "type") }.flatMap { parameterType($0) }
      // For the reader of the file alone.
      _ = entry["label"].flatMap { bilingual($0, of: .label) }
      guard let name, let type else { continue }
      if result.contains(where: { $0.name == name.text }) {
        report(.nameTwice(name.text, at: name.range))
      } else {
        result.append(ParameterType.Field(name: name.text, type: type))
      }
    }
    return result
  }

  private mutating func order(_ fields: SourceFields) -> [ParameterKey] {
    guard required(fields, "order", of: .parameter) != nil else { return [] }
    var order: [ParameterKey] = []
    let allowed = ParameterKey.allCases.map(\.rawValue)
    for name in names(fields, "order") {
      guard let key = ParameterKey(rawValue: name.text) else {
        report(
          .badValue(
            name.text, of: "order", near: Suggestion.nearest(to: name.text, among: allowed),
            allowed: allowed, at: name.range))
        continue
      }
      if order.contains(key) {
        report(.nameTwice(name.text, at: name.range))
      } else {
        order.append(key)
      }
    }
    return order
  }

  // MARK: Values

  private mutating func parameterEntry(
    _ node: Node, of parameter: ParameterSource
  ) -> ParameterSource.Entry? {
    guard let fields = fields(node, as: .parameterValue) else { return nil }
    for key in ParameterKey.allCases where !parameter.order.contains(key) {
      for name in key == .date ? ["from", "until"] : [key.rawValue] where fields[name] != nil {
        report(.keyNotInOrder(name, at: fields.keyRange(name)))
      }
    }
    let region = optionalText(fields, "region")
    if let region, let range = fields["region"]?.range,
      region.utf8.count > 12 || !region.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      report(.badRegion(region, at: range))
    }
    let days = days(fields)
    let valueNode = required(fields, "value", of: .parameterValue)
    let value = valueNode.flatMap { parameterValue($0, parameter.type, mayBeNull: true) }
    let source = requiredText(fields, "source", of: .parameterValue)
    let cites = citations(fields)
    let confidence = requiredText(fields, "confidence", of: .parameterValue)
    let law = optionalText(fields, "law")
    let sector = optionalText(fields, "sector")
    let party = optionalText(fields, "party")
    let note = optionalText(fields, "note")
    guard let valueNode, let value, let source, let confidence else { return nil }
    return ParameterSource.Entry(
      law: law, region: region, sector: sector, party: party, from: days.from, until: days.until,
      value: value, valueNode: valueNode, source: source, cites: cites, confidence: confidence,
      note: note, range: node.range)
  }

  private mutating func parameterValue(
    _ node: Node, _ type: ParameterType, mayBeNull: Bool
  ) -> ParameterValue? {
    if node.isNull, mayBeNull { return .null }
    switch type {
    case .list(let element):
      guard let nodes = node.sequence else {
        report(.wrongShape("value", expected: .list, at: node.range))
        return nil
      }
      var values: [ParameterValue] = []
      for node in nodes {
        guard let value = parameterValue(node, element, mayBeNull: false) else { return nil }
        values.append(value)
      }
      return .list(values)
    case .record(let types):
      guard
        let fields = fields(node, of: .parameterValue, known: types.map(\.name))
      else { return nil }
      var values: [ParameterValue] = []
      for type in types {
        guard let node = fields[type.name] else {
          values.append(.null)
          continue
        }
        guard let value = parameterValue(node, type.type, mayBeNull: true) else { return nil }
        values.append(value)
      }
      return .record(values)
    default:
      guard let scalar = node.scalar else {
        report(.wrongShape("value", expected: .text, at: node.range))
        return nil
      }
      guard let value = type.value(of: scalar) else {
        report(.badParameterValue(scalar.text, type: type.name, at: node.range))
        return nil
      }
      return value
    }
  }
}

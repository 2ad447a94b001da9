package import SourceText
internal import WorkCalendar
internal import YAML

/// How much a reader asks for.
package enum SourceLeniency: Hashable, Sendable {
  /// A rule of the rulebook: id, title, citations, first day, severity and message are asked for.
  case none
  /// A rule of a test, which says only what it is about; the rest gets a default.
  case vector
}

/// Turns documents of one file into source models, and says everything that is wrong with them.
///
/// A part with an error is left out, the rest is read on: one pass tells all.
package struct SourceReader {
  /// The path that goes into the models.
  package let file: String
  /// The file's text; empty where only nodes are there. Used to see what YAML took for a comment.
  package let bytes: [UInt8]
  package let leniency: SourceLeniency
  package internal(set) var diagnostics: [Diagnostic] = []
  /// True where a message of the rule under way has faults: it is given, and not missing.
  var hasFaultyMessage = false

  package init(file: String, bytes: [UInt8] = [], leniency: SourceLeniency = .none) {
    self.file = file
    self.bytes = bytes
    self.leniency = leniency
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

/// The keys of one mapping, looked up by name.
struct SourceFields {
  let pairs: [Pair]
  let range: ByteRange

  subscript(key: String) -> Node? { pair(key)?.value }

  func pair(_ key: String) -> Pair? { pairs.first { $0.key.text == key } }

  func keyRange(_ key: String) -> ByteRange { pair(key)?.keyRange ?? range }
}

extension SourceReader {
  /// Reads a mapping of a form and reports every key that the form does not have.
  mutating func fields(_ node: Node, as form: SourceForm) -> SourceFields? {
    fields(node, of: form.words, known: form.names)
  }

  /// Reads a mapping and reports every key that `thing` does not have.
  mutating func fields(
    _ node: Node, of thing: SourceThing, known: [String]
  ) -> SourceFields? {
    fields(node, of: thing.words, known: known)
  }

  private mutating func fields(
    _ node: Node, of thing: BilingualText, known: [String]
  ) -> SourceFields? {
    guard let pairs = node.mapping else {
      report(.wrongShape(of: thing, expected: .mapping, at: node.range))
      return nil
    }
    for (number, pair) in pairs.enumerated() where !known.contains(pair.key.text) {
      let key = pair.key.text
      if number > 0, isCutAtComma(pairs[number - 1].value) {
        let cut = pairs[number - 1]
        report(
          .expressionCutAtComma(cut.key.text, at: cut.value.range.union(pair.keyRange)))
        continue
      }
      report(
        .unknownKey(
          key, of: thing, near: Suggestion.nearest(to: key, among: known), known: known,
          at: pair.keyRange))
    }
    return SourceFields(pairs: pairs, range: node.range)
  }

  /// Reads a text that is not empty; numbers and dates are texts too.
  mutating func text(_ node: Node, _ name: String) -> String? {
    guard let scalar = node.scalar else {
      report(.wrongShape(name, expected: .text, at: node.range))
      return nil
    }
    guard !scalar.isNull, !scalar.text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) else {
      report(.emptyValue(name, at: node.range))
      return nil
    }
    return scalar.text
  }

  mutating func name(_ node: Node, _ key: String) -> NameSource? {
    text(node, key).map { NameSource(text: $0, range: node.range) }
  }

  mutating func optionalText(_ fields: SourceFields, _ key: String) -> String? {
    fields[key].flatMap { text($0, key) }
  }

  mutating func requiredText(
    _ fields: SourceFields, _ key: String, of thing: SourceThing
  ) -> String? {
    required(fields, key, of: thing).flatMap { text($0, key) }
  }

  /// Returns the value of a key that has to be there.
  mutating func required(_ fields: SourceFields, _ key: String, of thing: SourceThing) -> Node? {
    if let node = fields[key] { return node }
    report(.missingKey(key, of: thing, at: fields.range))
    return nil
  }

  /// Reads a list; a missing key is an empty one.
  mutating func list(_ fields: SourceFields, _ key: String) -> [Node] {
    guard let node = fields[key] else { return [] }
    guard let nodes = node.sequence else {
      report(.wrongShape(key, expected: .list, at: node.range))
      return []
    }
    return nodes
  }

  /// Reads a text or a list of texts.
  mutating func names(_ fields: SourceFields, _ key: String) -> [NameSource] {
    guard let node = fields[key] else { return [] }
    if let nodes = node.sequence {
      var names: [NameSource] = []
      for node in nodes { if let name = name(node, key) { names.append(name) } }
      return names
    }
    guard node.scalar != nil else {
      report(.wrongShape(key, expected: .listOfTexts, at: node.range))
      return []
    }
    return name(node, key).map { [$0] } ?? []
  }

  mutating func flag(_ fields: SourceFields, _ key: String, default fallback: Bool) -> Bool {
    guard let node = fields[key] else { return fallback }
    guard let flag = node.scalar?.bool else {
      report(.wrongShape(key, expected: .boolean, at: node.range))
      return fallback
    }
    return flag
  }

  /// Reads one of a closed set of words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ fields: SourceFields, _ key: String, as type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let node = fields[key], let word = text(node, key) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let allowed = Choice.allCases.map(\.rawValue)
    report(
      .badValue(
        word, of: key, near: Suggestion.nearest(to: word, among: allowed), allowed: allowed,
        at: node.range))
    return nil
  }

  /// Reads a day; a missing key and an explicit `null` are none.
  mutating func date(_ fields: SourceFields, _ key: String) -> CivilDate? {
    guard let node = fields[key], !node.isNull, let text = text(node, key) else { return nil }
    guard let date = CivilDate(text) else {
      report(.badDate(text, of: key, at: node.range))
      return nil
    }
    return date
  }

  /// Reads `from` and `until`, both included.
  mutating func days(_ fields: SourceFields) -> (from: CivilDate?, until: CivilDate?) {
    let from = date(fields, "from")
    let until = date(fields, "until")
    if let from, let until, until < from {
      report(.datesReversed(at: fields.pair("until")?.value.range ?? fields.range))
      return (from, nil)
    }
    return (from, until)
  }

  /// Reads a name that expressions will use: a CEL identifier that is not reserved.
  mutating func identifier(_ node: Node, _ key: String) -> NameSource? {
    guard let name = name(node, key) else { return nil }
    return checkedIdentifier(name)
  }

  mutating func identifier(_ pair: Pair) -> NameSource? {
    checkedIdentifier(NameSource(text: pair.key.text, range: pair.keyRange))
  }

  private mutating func checkedIdentifier(_ name: NameSource) -> NameSource? {
    if Identifiers.isReserved(name.text) {
      report(.reservedName(name.text, at: name.range))
      return nil
    }
    guard Identifiers.isIdentifier(name.text) else {
      report(.badName(name.text, at: name.range))
      return nil
    }
    return name
  }

  /// Reads a text of both languages without placeholders.
  mutating func bilingual(_ node: Node, of thing: SourceThing) -> BilingualSource? {
    guard let fields = fields(node, of: thing, known: Language.allCases.map(\.rawValue)),
      let zh = language(.zh, fields, of: thing), let en = language(.en, fields, of: thing),
      let zhText = zh.scalar?.text, let enText = en.scalar?.text
    else { return nil }
    return BilingualSource(
      text: BilingualText(zh: zhText, en: enText), zh: zh, en: en, range: node.range)
  }

  /// Returns the scalar of one language; both are always asked for.
  mutating func language(
    _ language: Language, _ fields: SourceFields, of thing: SourceThing
  ) -> Node? {
    guard let node = fields[language.rawValue] else {
      report(.oneLanguageMissing(language.rawValue, of: thing, at: fields.range))
      return nil
    }
    return text(node, language.rawValue) == nil ? nil : node
  }
}

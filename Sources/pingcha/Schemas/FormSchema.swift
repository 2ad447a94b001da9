import Reports
import RuleCompiler
import SourceText

/// Writes forms of files as JSON Schema.
///
/// What a schema cannot say, the loader still does: expressions that do not compile, names that are
/// reserved, facts that there are not.
struct FormSchema {
  /// The registry, whose ids citations may name.
  let instruments: [Instrument]
  private var definitions: [JSONTree.Member] = []
  private var names: Set<String> = []

  init(instruments: [Instrument]) { self.instruments = instruments }

  /// The schema of a file.
  ///
  /// - Parameter root: What the whole file is, of definitions that `reference(to:)` and `value(_:)`
  ///   have made.
  static func document(
    id: String, title: BilingualText, instruments: [Instrument],
    root: (inout FormSchema) -> [JSONTree.Member]
  ) -> JSONTree {
    var schema = FormSchema(instruments: instruments)
    let root = root(&schema)
    return .object(
      [
        .init("$schema", SchemaBuilder.dialect), .init("$id", .text(id)),
        .init("title", .both(title, separator: " / ")),
      ] + root + [
        .init(
          "$defs", .object(schema.definitions.sorted { $0.key < $1.key }))
      ])
  }

  // MARK: Forms

  /// A reference to a form, whose definition is added where it is not there.
  mutating func reference(to form: SourceForm) -> JSONTree {
    if names.insert(form.name).inserted {
      let definition = tree(of: form)
      definitions.append(.init(form.name, definition))
    }
    return .reference(form.name)
  }

  private mutating func tree(of form: SourceForm) -> JSONTree {
    var members: [JSONTree.Member] = [
      .init("title", .both(form.words, separator: " / ")), .init("type", "object"),
    ]
    var properties: [JSONTree.Member] = []
    for key in form.keys {
      let value = value(key.value)
      properties.append(
        .init(key.name, value.adding([.init("description", .both(key.meaning))])))
    }
    members.append(.init("properties", .object(properties)))
    let required = form.keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty { members.append(.init("required", .texts(required))) }
    members.append(.init("additionalProperties", false))
    if !form.choices.isEmpty {
      members.append(.init("allOf", .list(form.choices.map(Self.tree))))
    }
    return .object(members)
  }

  private static func tree(of choice: SourceForm.Choice) -> JSONTree {
    if choice.isRequired {
      return ["oneOf": .list(choice.keys.map { ["required": .texts([$0])] })]
    }
    var pairs: [JSONTree] = []
    for (place, one) in choice.keys.enumerated() {
      for other in choice.keys.dropFirst(place + 1) {
        pairs.append(["required": .texts([one, other])])
      }
    }
    return ["not": ["anyOf": .list(pairs)]]
  }

  // MARK: Values

  mutating func value(_ value: SourceValue) -> JSONTree {
    switch value {
    case .text:
      return shared("text", ["type": ["string", "number", "boolean"], "pattern": Self.someText])
    case .textOrNull:
      return ["type": ["string", "number", "boolean", "null"], "pattern": Self.someText]
    case .ruleID: return ["type": "string", "pattern": .text(SchemaText.ruleID)]
    case .slug:
      return ["type": ["string", "integer"], "pattern": .text("^\(SchemaText.slug)$")]
    case .identifier: return ["type": "string", "pattern": .text(SchemaText.identifier)]
    case .instrument:
      let values = instruments.map { ($0.id.text, $0.name) }
      return shared(
        "instrumentID",
        values.isEmpty ? ["type": "string"] : SchemaText.enumeration(values))
    case .region: return ["type": ["string", "integer"], "pattern": "^[0-9]{1,12}$"]
    case .expression:
      return shared(
        "expression",
        [
          "title": .both(
            BilingualText(zh: "CEL 表达式", en: "CEL expression"), separator: " / "),
          "type": ["string", "number", "boolean"], "pattern": Self.someText,
        ])
    case .day:
      return shared("day", ["type": ["string", "null"], "pattern": .text("^\(SchemaText.day)$")])
    case .someDay: return ["type": "string", "pattern": .text("^\(SchemaText.day)$")]
    case .flag: return ["type": "boolean"]
    case .count: return ["type": "integer", "minimum": 1]
    case .points:
      return [
        "type": ["number", "string"], "pattern": "^[0-9]{1,4}(?:\\.[0-9]{1,2})?$", "minimum": 0,
        "exclusiveMaximum": 10000,
      ]
    case .word(let words): return ["enum": .texts(words)]
    case .form(let form): return reference(to: form)
    case .list(let element): return ["type": "array", "items": self.value(element)]
    case .oneOrMany(let element):
      let one = self.value(element)
      return ["anyOf": [one, ["type": "array", "items": one]]]
    case .either(let one, let other): return ["anyOf": [self.value(one), self.value(other)]]
    case .named(let element):
      return [
        "type": "object", "propertyNames": ["pattern": .text(SchemaText.identifier)],
        "additionalProperties": self.value(element),
      ]
    case .byRule(let element):
      return [
        "type": "object", "propertyNames": ["pattern": .text(SchemaText.ruleID)],
        "additionalProperties": self.value(element),
      ]
    case .factPath: return ["type": "string", "pattern": .text(SchemaText.factPath)]
    case .patch:
      return ["type": "object", "propertyNames": ["pattern": .text(SchemaText.factPath)]]
    case .any: return [:]
    }
  }

  private static let someText: JSONTree = .text(SchemaText.someText)

  private mutating func shared(_ name: String, _ tree: JSONTree) -> JSONTree {
    if names.insert(name).inserted { definitions.append(.init(name, tree)) }
    return .reference(name)
  }
}

import FoundationEssentials

/// A JSON value as it was read.
enum JSONValue: Hashable, Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let array = try? container.decode([JSONValue].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  subscript(index: Int) -> JSONValue? {
    if case .array(let items) = self, items.indices.contains(index) { items[index] } else { nil }
  }

  var type: String {
    switch self {
    case .null: "null"
    case .flag: "boolean"
    case .number: "integer"
    case .text: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

/// As much of JSON Schema as our schemas use: `type`, `const`, `enum`, `pattern` for dates,
/// `properties`, `required`, `additionalProperties: false`, `items`, `anyOf`, `oneOf`, `minimum`, `$ref` into `$defs`.
struct JSONSchema {
  private let root: JSONValue

  init(_ data: Data) throws { root = try JSONDecoder().decode(JSONValue.self, from: data) }

  /// Every name of a member anywhere in the schema.
  var memberNames: Set<String> {
    func names(_ value: JSONValue) -> Set<String> {
      switch value {
      case .object(let members):
        var found: Set<String> = []
        if case .object(let properties)? = members["properties"] {
          found.formUnion(properties.keys)
        }
        return members.values.reduce(into: found) { $0.formUnion(names($1)) }
      case .array(let items): return items.reduce(into: []) { $0.formUnion(names($1)) }
      default: return []
      }
    }
    return names(root)
  }

  func problems(of value: JSONValue) -> [String] { problems(of: value, by: root, at: "$") }

  /// The problems of a part of a document, by the name of its definition.
  func problems(of value: JSONValue, by name: String) -> [String] {
    problems(of: value, by: root["$defs"]?[name] ?? .null, at: "$")
  }

  private func problems(of value: JSONValue, by schema: JSONValue, at path: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(path): no schema"] }
    var problems: [String] = []
    for (keyword, argument) in keywords {
      switch (keyword, argument) {
      case ("$schema", _), ("$id", _), ("$defs", _), ("title", _), ("description", _): break
      case ("$ref", .text(let reference)):
        let name = reference.replacing("#/$defs/", with: "")
        let target = root["$defs"]?[name] ?? .null
        problems += self.problems(of: value, by: target, at: path)
      case ("type", .text(let type)):
        if value.type != type { problems.append("\(path): \(value.type) in place of \(type)") }
      case ("const", let only): if value != only { problems.append("\(path): not the constant") }
      case ("enum", .array(let words)):
        if !words.contains(value) { problems.append("\(path): not one of the words") }
      case ("pattern", .text(let pattern)): problems += match(value, pattern, at: path)
      case ("anyOf", .array(let choices)):
        if choices.allSatisfy({ !self.problems(of: value, by: $0, at: path).isEmpty }) {
          problems.append("\(path): none of the choices")
        }
      case ("oneOf", .array(let choices)):
        if choices.count(where: { self.problems(of: value, by: $0, at: path).isEmpty }) != 1 {
          problems.append("\(path): not one of the choices")
        }
      case ("minimum", .number(let least)):
        if case .number(let number) = value, number < least {
          problems.append("\(path): too small")
        }
      case ("items", let items):
        guard case .array(let elements) = value else { break }
        for (index, element) in elements.enumerated() {
          problems += self.problems(of: element, by: items, at: "\(path)[\(index)]")
        }
      case ("required", .array(let names)):
        for case .text(let name) in names where value[name] == nil {
          problems.append("\(path): no \(name)")
        }
      case ("properties", .object(let properties)):
        guard case .object(let members) = value else { break }
        for (name, member) in members {
          if let property = properties[name] {
            problems += self.problems(of: member, by: property, at: "\(path).\(name)")
          } else if keywords["additionalProperties"] == .flag(false) {
            problems.append("\(path): an unknown member \(name)")
          }
        }
      case ("additionalProperties", .flag(false)): break
      default: problems.append("\(path): the test does not know the keyword \(keyword)")
      }
    }
    return problems.sorted()
  }

  private func match(_ value: JSONValue, _ pattern: String, at path: String) -> [String] {
    guard case .text(let text) = value else { return ["\(path): no text to match"] }
    guard let expression = try? Regex(pattern) else { return ["\(path): a bad pattern"] }
    return text.wholeMatch(of: expression) == nil ? ["\(path): `\(text)` is not \(pattern)"] : []
  }
}

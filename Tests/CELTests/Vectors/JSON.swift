import Foundation

/// A JSON document, with numbers apart from booleans.
enum JSON: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let array = try? container.decode([JSON].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }
}

/// What is wrong with a vector: a key or a form that the loader does not know.
struct VectorFault: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

extension JSON {
  func text() throws -> String {
    guard case .string(let text) = self else { throw VectorFault("not a text: \(self)") }
    return text
  }

  func flag() throws -> Bool {
    guard case .bool(let flag) = self else { throw VectorFault("not a boolean: \(self)") }
    return flag
  }

  func number() throws -> Double {
    guard case .number(let number) = self else { throw VectorFault("not a number: \(self)") }
    return number
  }

  func elements() throws -> [JSON] {
    guard case .array(let elements) = self else { throw VectorFault("not a list: \(self)") }
    return elements
  }

  /// The members of an object, none of them outside `allowed`.
  func members(allowed: Set<String>? = nil) throws -> [String: JSON] {
    guard case .object(let members) = self else { throw VectorFault("not an object: \(self)") }
    if let allowed, let unknown = members.keys.first(where: { !allowed.contains($0) }) {
      throw VectorFault("unknown key `\(unknown)`")
    }
    return members
  }

  /// The name and value of the only member of an object.
  func single() throws -> (key: String, value: JSON) {
    let members = try members()
    guard members.count == 1, let member = members.first else {
      throw VectorFault("not an object of one member: \(self)")
    }
    return (member.key, member.value)
  }
}

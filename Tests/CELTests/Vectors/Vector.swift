import Foundation
import Testing

/// One conformance vector: an expression, what it is evaluated with, and what must come out.
struct Vector: Sendable, CustomTestStringConvertible {
  struct Variable: Sendable {
    var name: String
    var type: VectorType
  }

  struct Function: Sendable {
    var name: String
    var overloads: [Overload]
  }

  struct Overload: Sendable {
    var id: String
    var parameters: [VectorType]
    var result: VectorType
    /// Whether it is called as `a.f(b)`; the receiver is the first parameter.
    var isMember: Bool
  }

  enum Binding: Sendable {
    case value(VectorValue)
    case error([String])
    case unknown
  }

  enum Outcome: Sendable {
    case value(VectorValue)
    /// Checking or evaluation must fail; the texts are hints only.
    case error([String])
    case unknown
  }

  var name: String
  var expression: String
  /// Why the vector is there; for people.
  var comment: String?
  var container: String
  var disablesMacros: Bool
  /// Evaluate without checking types first.
  var disablesCheck: Bool
  /// Compare the deduced type; do not evaluate.
  var checksOnly: Bool
  var variables: [Variable]
  var functions: [Function]
  var bindings: [String: Binding]
  /// Nil where only the type is looked at.
  var outcome: Outcome?
  var expectedType: VectorType?

  var testDescription: String { name }
}

extension Vector {
  private static let keys: Set<String> = [
    "name", "expr", "description", "container", "disable_macros", "disable_check", "check_only",
    "env", "bindings", "expect", "expect_type", "expect_error", "expect_unknown",
  ]

  init(_ json: JSON) throws {
    let members = try json.members(allowed: Self.keys)
    guard let name = members["name"], let expression = members["expr"] else {
      throw VectorFault("a vector without a name or an expression")
    }
    self.name = try name.text()
    self.expression = try expression.text()
    comment = try members["description"]?.text()
    container = try members["container"]?.text() ?? ""
    disablesMacros = try members["disable_macros"]?.flag() ?? false
    disablesCheck = try members["disable_check"]?.flag() ?? false
    checksOnly = try members["check_only"]?.flag() ?? false
    variables = []
    functions = []
    for declaration in try members["env"]?.elements() ?? [] {
      let parts = try declaration.members()
      if parts["overloads"] == nil {
        variables.append(try Variable(declaration))
      } else {
        functions.append(try Function(declaration))
      }
    }
    bindings = try (members["bindings"]?.members() ?? [:]).mapValues(Binding.init)
    expectedType = try members["expect_type"].map(VectorType.init)
    outcome = try Self.outcome(of: members)
    if outcome == nil, expectedType == nil { throw VectorFault("nothing is expected") }
    if checksOnly, outcome != nil { throw VectorFault("check_only with an outcome") }
  }

  private static func outcome(of members: [String: JSON]) throws -> Outcome? {
    var found: [Outcome] = []
    if let value = members["expect"] { found.append(.value(try VectorValue(value))) }
    if let error = members["expect_error"] {
      found.append(.error(try error.elements().map { try $0.text() }))
    }
    if let unknown = members["expect_unknown"] {
      guard try unknown.flag() else { throw VectorFault("expect_unknown: false") }
      found.append(.unknown)
    }
    if found.count > 1 { throw VectorFault("several outcomes are expected") }
    return found.first
  }
}

extension Vector.Variable {
  init(_ json: JSON) throws {
    let members = try json.members(allowed: ["name", "type"])
    guard let name = members["name"], let type = members["type"] else {
      throw VectorFault("a variable without a name or a type")
    }
    self.init(name: try name.text(), type: try VectorType(type))
  }
}

extension Vector.Function {
  init(_ json: JSON) throws {
    let members = try json.members(allowed: ["name", "overloads"])
    guard let name = members["name"], let overloads = members["overloads"] else {
      throw VectorFault("a function without a name or overloads")
    }
    self.init(
      name: try name.text(), overloads: try overloads.elements().map(Vector.Overload.init))
  }
}

extension Vector.Overload {
  init(_ json: JSON) throws {
    let members = try json.members(allowed: ["id", "params", "result", "member"])
    guard let id = members["id"], let parameters = members["params"], let result = members["result"]
    else { throw VectorFault("an overload without an id, parameters or a result") }
    self.init(
      id: try id.text(), parameters: try parameters.elements().map(VectorType.init),
      result: try VectorType(result), isMember: try members["member"]?.flag() ?? false)
  }
}

extension Vector.Binding {
  init(_ json: JSON) throws {
    let (form, content) = try json.single()
    switch form {
    case "error": self = .error(try content.elements().map { try $0.text() })
    case "unknown":
      guard try content.flag() else { throw VectorFault("unknown: false") }
      self = .unknown
    default: self = .value(try VectorValue(json))
    }
  }
}

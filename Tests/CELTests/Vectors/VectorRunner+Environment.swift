@testable import CEL

extension VectorRunner {
  static let library = FunctionTable(StandardLibrary.functions(calendar: nil, zone: .utc))

  /// The variables and functions that a vector declares, beside those of the language.
  static func environment(of vector: Vector) -> Environment {
    var functions = library
    for function in vector.functions {
      for overload in function.overloads { functions.add(declared(function.name, overload)) }
    }
    var environment = Environment(functions: functions)
    environment.container = vector.container
    for variable in vector.variables { environment.declare(variable.name, type(variable.type)) }
    for name in vector.bindings.keys.sorted() where environment.variables[name] == nil {
      environment.declare(name, .dynamic)
    }
    return environment
  }

  /// A function that the vector only declares: a fault when it is called.
  private static func declared(_ name: String, _ overload: Vector.Overload) -> Function {
    let signature = Signature(
      name: name, isMember: overload.isMember, parameters: overload.parameters.map(type),
      result: type(overload.result))
    return Function([signature], body: .variadic { _ in .fault("unbound-function", name) })
  }

  static func type(_ type: VectorType) -> ValueType {
    switch type {
    case .basic(let basic):
      switch basic {
      case .bool: .bool
      case .bytes: .bytes
      case .double: .double
      case .dyn: .dynamic
      case .int: .int
      case .null: .null
      case .string: .string
      case .uint: .uint
      }
    case .list(let element): .list(Self.type(element))
    case .map(let key, let value): .map(Self.type(key), Self.type(value))
    case .abstract("optional_type", let parameters) where parameters.count == 1:
      .optional(Self.type(parameters[0]))
    case .abstract(let name, let parameters): .opaque(name, parameters.map(Self.type))
    case .parameter(let name): .parameter(name)
    }
  }
}

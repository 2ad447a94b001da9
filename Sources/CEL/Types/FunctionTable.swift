/// What runs when a function is called. A strict function never sees a state (absent, unknown,
/// fault) or null: the call takes it over before.
package enum FunctionBody: Sendable {
  case nullary(@Sendable () -> Value)
  case unary(@Sendable (Value) -> Value)
  case binary(@Sendable (Value, Value) -> Value)
  case ternary(@Sendable (Value, Value, Value) -> Value)
  case variadic(@Sendable ([Value]) -> Value)
  /// Of two arguments: the first, if it decides; where it gives `nil`, the second, which is not
  /// evaluated otherwise.
  case alternative(@Sendable (Value) -> Value?)
}

/// A function by name, form and number of arguments, with every signature it has.
package struct Function: Sendable {
  package struct Key: Hashable, Sendable {
    package var name: String
    package var isMember: Bool
    /// The receiver included.
    package var arity: Int
  }

  package var key: Key
  /// True where more arguments than `key.arity` may be given.
  package let isVariadic: Bool
  package var signatures: [Signature]
  package var body: FunctionBody
  /// Gives a body made for the types of a call's arguments and for those of them that are literals,
  /// such as a regular expression compiled once; `nil` where the general body serves.
  package var specialized: (@Sendable ([ValueType], [Value?]) -> FunctionBody?)?
  /// True where a null argument is a value like others (`latest`, `between`, `type`).
  package var acceptsNull: Bool
  /// True where the body looks at ranges and open lists itself.
  package var acceptsRanges: Bool
  /// What a call costs; `nil` for a bounded amount of work.
  let cost: FunctionCosts.Estimate?
  /// One line in each language, for documentation and completion; empty for CEL's own.
  package var meaning: String

  package init(
    _ signatures: [Signature], acceptsNull: Bool = false, acceptsRanges: Bool = false,
    meaning: String = "",
    specialized: (@Sendable ([ValueType], [Value?]) -> FunctionBody?)? = nil, body: FunctionBody
  ) {
    precondition(!signatures.isEmpty, "a function has a signature")
    let first = signatures[0]
    let key = Key(name: first.name, isMember: first.isMember, arity: first.parameters.count)
    self.key = key
    cost = FunctionCosts.estimate(for: key)
    isVariadic = first.isVariadic
    precondition(
      signatures.allSatisfy {
        $0.name == key.name && $0.isMember == key.isMember && $0.parameters.count == key.arity
          && $0.isVariadic == first.isVariadic
      }, "signatures of one function have one name, form and arity")
    self.signatures = signatures
    self.body = body
    self.specialized = specialized
    self.acceptsNull = acceptsNull
    self.acceptsRanges = acceptsRanges
    self.meaning = meaning
  }
}

/// All functions that expressions may call.
package struct FunctionTable: Sendable {
  private var functions: [Function.Key: Function] = [:]
  private var byName: [String: [Function.Key]] = [:]
  /// The most parts that a dotted name of a function has.
  private(set) var longestName = 1
  /// The variadic functions of a name, those with more parameters last.
  private var variadics: [String: [Function.Key]] = [:]

  package init() {}

  package init(_ functions: [Function]) {
    for function in functions { add(function) }
  }

  /// Adds a function, or signatures to one that is there already; a later body replaces the first.
  package mutating func add(_ function: Function) {
    if var existing = functions[function.key] {
      existing.signatures += function.signatures.filter { !existing.signatures.contains($0) }
      existing.body = function.body
      existing.specialized = function.specialized
      existing.acceptsNull = function.acceptsNull
      existing.acceptsRanges = function.acceptsRanges
      functions[function.key] = existing
    } else {
      functions[function.key] = function
      longestName = max(longestName, function.key.name.utf8.count { $0 == UInt8(ascii: ".") } + 1)
      byName[function.key.name, default: []].append(function.key)
      if function.isVariadic {
        variadics[function.key.name, default: []].append(function.key)
        variadics[function.key.name]?.sort { $0.arity < $1.arity }
      }
    }
  }

  package mutating func add(contentsOf added: [Function]) {
    for function in added { add(function) }
  }

  /// The function for a call; a variadic one with its signatures for that number of arguments.
  package func function(_ name: String, isMember: Bool, arity: Int) -> Function? {
    if let exact = functions[Function.Key(name: name, isMember: isMember, arity: arity)] {
      return exact
    }
    guard let keys = variadics[name],
      let key = keys.last(where: { $0.isMember == isMember && $0.arity <= arity }),
      var function = functions[key]
    else { return nil }
    function.signatures = function.signatures.map { $0.expanded(to: arity) }
    return function
  }

  /// Every form of a name, for messages.
  package func forms(of name: String) -> [Function] {
    (byName[name] ?? []).compactMap { functions[$0] }
  }

  package var names: [String] { byName.keys.sorted() }

  /// All functions by name, for documentation.
  package var all: [Function] {
    names.flatMap { forms(of: $0) }
  }
}

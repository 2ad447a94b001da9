/// What a name in an expression turned out to be.
package enum Reference: Sendable {
  /// A variable of the environment; the node may be a selection that spells a dotted name.
  case variable(Environment.Variable)
  /// A variable of a macro around the node.
  case local(Int)
  /// The name of a type, as in `type(x) == int`.
  case typeName(ValueType)
  /// The name of a constant.
  case constant(Value)
  /// The type of a message.
  case message(WellKnownType)
  /// A field of a value with slots.
  case field(StructType, number: Int)
  /// A function, chosen by name, form and number of arguments.
  case function(Function)
  /// A definition with arguments.
  case inline(Environment.Inline)
  /// A function whose name has dots: the target of the call spells part of it.
  case namespacedFunction(Function)
}

/// An expression with a type for each of its nodes, and what its names stand for.
package struct CheckedExpression: Sendable {
  package var tree: SyntaxTree
  package var types: ContiguousArray<ValueType>
  package var references: [NodeID: Reference]
  /// How many locals the macros of the expression need at most; local numbers are below it.
  package var localCount: Int
  /// The first local of each macro node.
  package var macroLocals: [NodeID: Int]

  package var type: ValueType { types[tree.root] }
}

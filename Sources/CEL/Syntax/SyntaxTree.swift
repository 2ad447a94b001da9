package import SourceText

/// The number of a node in its `SyntaxTree`. Later passes keep what they learn (types, slots) in
/// arrays beside the tree, indexed by it.
package typealias NodeID = Int

/// A parsed expression: nodes in an array, children before their parents.
///
/// Macros are already expanded into `Macro` nodes; ranges are UTF-8 offsets into `source`.
package struct SyntaxTree: Sendable {
  package var source: String
  package var nodes: ContiguousArray<SyntaxNode>
  package var root: NodeID

  package init(source: String, nodes: ContiguousArray<SyntaxNode>, root: NodeID) {
    self.source = source
    self.nodes = nodes
    self.root = root
  }

  package subscript(id: NodeID) -> SyntaxNode { nodes[id] }

  /// The author's own words for a node.
  package func text(of id: NodeID) -> String {
    let range = nodes[id].range
    let bytes = source.utf8
    let from = bytes.index(bytes.startIndex, offsetBy: Int(range.start))
    let to = bytes.index(bytes.startIndex, offsetBy: Int(range.end))
    return String(source[from..<to])
  }
}

package struct SyntaxNode: Sendable {
  package var kind: SyntaxKind
  /// The whole of the expression, brackets around it not included.
  package var range: ByteRange
  /// The part to point at: an operator, a field or function name. Equals `range` where there is no
  /// better part.
  package var focus: ByteRange

  package init(kind: SyntaxKind, range: ByteRange, focus: ByteRange) {
    self.kind = kind
    self.range = range
    self.focus = focus
  }
}

package enum SyntaxKind: Sendable {
  case literal(Literal)
  /// A name; `isRooted` for `.name`, which skips the container and local variables.
  case identifier(name: String, isRooted: Bool)
  /// `operand.field`, or `operand.?field` where `isOptional`.
  case select(operand: NodeID, field: String, isOptional: Bool)
  /// `has(operand.field)`; also `has(name)` of a plain name, our extension for sections and
  /// lists, with `field` nil and `operand` the name.
  case presence(operand: NodeID, field: String?)
  /// `operand[key]`, or `operand[?key]` where `isOptional`.
  case index(operand: NodeID, key: NodeID, isOptional: Bool)
  /// An operator or function; `target` is the receiver of a member call. Operators have the names
  /// of `Operator`.
  case call(function: String, target: NodeID?, arguments: [NodeID])
  case list([ListElement])
  case map([MapEntry])
  /// `Type{field: value}`.
  case message(typeName: String, isRooted: Bool, fields: [MessageField])
  case macro(Macro)
  /// Stands where the parser could not read an expression; a diagnostic says why.
  case invalid
}

package enum Literal: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
}

package struct ListElement: Sendable {
  package var value: NodeID
  /// `[?value]`
  package var isOptional: Bool

  package init(value: NodeID, isOptional: Bool) {
    self.value = value
    self.isOptional = isOptional
  }
}

package struct MapEntry: Sendable {
  package var key: NodeID
  package var value: NodeID
  package var isOptional: Bool

  package init(key: NodeID, value: NodeID, isOptional: Bool) {
    self.key = key
    self.value = value
    self.isOptional = isOptional
  }
}

package struct MessageField: Sendable {
  package var name: String
  package var nameRange: ByteRange
  package var value: NodeID
  package var isOptional: Bool

  package init(name: String, nameRange: ByteRange, value: NodeID, isOptional: Bool) {
    self.name = name
    self.nameRange = nameRange
    self.value = value
    self.isOptional = isOptional
  }
}

/// One use of a comprehension macro or of `cel.bind`.
package struct Macro: Sendable {
  package enum Kind: String, Sendable {
    case all, exists, existsOne, map, filter, transformList, transformMap, transformMapEntry, bind
    case optMap, optFlatMap, sortBy
  }

  package var kind: Kind
  /// What is run over; for `bind` the value that is bound.
  package var target: NodeID
  /// One name, or two: index (or key) and element (or value).
  package var variables: [String]
  package var variableRanges: [ByteRange]
  /// The condition of a three-argument `map`, `transformList`, `transformMap`.
  package var filter: NodeID?
  /// The predicate, the transformation, or what `bind` is used in.
  package var body: NodeID

  package init(
    kind: Kind, target: NodeID, variables: [String], variableRanges: [ByteRange],
    filter: NodeID?, body: NodeID
  ) {
    self.kind = kind
    self.target = target
    self.variables = variables
    self.variableRanges = variableRanges
    self.filter = filter
    self.body = body
  }
}

/// The function names that CEL gives its operators (language definition, “Standard definitions”).
package enum Operator {
  package static let conditional = "_?_:_"
  package static let logicalAnd = "_&&_"
  package static let logicalOr = "_||_"
  package static let logicalNot = "!_"
  package static let equals = "_==_"
  package static let notEquals = "_!=_"
  package static let less = "_<_"
  package static let lessEquals = "_<=_"
  package static let greater = "_>_"
  package static let greaterEquals = "_>=_"
  package static let add = "_+_"
  package static let subtract = "_-_"
  package static let multiply = "_*_"
  package static let divide = "_/_"
  package static let modulo = "_%_"
  package static let negate = "-_"
  package static let `in` = "@in"
}

/// How deep values lie within each other. Comparing, printing and freeing a value walks down it, so
/// that an expression must not make one of any depth.
extension Value {
  /// 0 for a scalar; one more than the deepest element for a list, a map or an optional.
  var depth: Int {
    switch self {
    case .list(let list): list.depth
    case .map(let map): map.depth
    case .optional(let optional): optional.depth
    default: 0
    }
  }

  static let greatestDepth = 100

  /// The value, or a fault where it is too deep.
  var ofBoundedDepth: Value {
    depth <= Self.greatestDepth
      ? self
      : .fault("too-deep", "lists and maps within each other, more than \(Self.greatestDepth)")
  }
}

extension ContiguousArray<Value> {
  /// The depth of a container that holds these.
  var containerDepth: Int {
    var deepest = 0
    for element in self {
      switch element {
      case .list, .map, .optional: deepest = Swift.max(deepest, element.depth)
      default: break
      }
    }
    return deepest + 1
  }
}

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

  /// The value, or a fault where it is too deep or too large.
  var ofBoundedDepth: Value {
    if depth > Self.greatestDepth {
      return .fault("too-deep", "lists and maps within each other, more than \(Self.greatestDepth)")
    }
    return weight <= Self.greatestWeight ? self : .fault("too-large", "a list of lists too large")
  }
}

/// How deep and how large a container is, the elements of its elements included.
struct ContainerExtent: Sendable {
  var depth = 1
  /// In bytes, near enough; an element that stands in many places counts in each, as it does for
  /// what walks through the container.
  var weight = 0

  init() {}

  init(_ elements: ContiguousArray<Value>) { add(elements) }

  mutating func add(_ elements: ContiguousArray<Value>) {
    for element in elements {
      switch element {
      case .list, .map, .optional: depth = max(depth, element.depth + 1)
      default: break
      }
      weight = min(weight + element.weight, Value.greatestWeight + 1)
    }
  }
}

extension Value {
  /// What an element of a list counts as.
  static let elementBytes = 24

  /// A container heavier than this is refused: a list may hold one list many times over, and walking
  /// through it would take for ever though it takes no room.
  static let greatestWeight = 1 << 28

  var weight: Int {
    switch self {
    case .string(let text): Self.elementBytes + text.utf8.count
    case .bytes(let bytes): Self.elementBytes + bytes.count
    case .list(let list): Self.elementBytes + list.weight
    case .map(let map): Self.elementBytes + map.weight
    case .optional(let optional): Self.elementBytes + optional.weight
    default: Self.elementBytes
    }
  }
}

internal import SourceText

/// Builds the tree of one document from libyaml's events.
///
/// Keeps a stack of open collections instead of recursing, and counts what aliases stand for, so
/// that neither depth nor an alias bomb costs more than the limits allow.
struct DocumentReader {
  let bytes: [UInt8]
  let limits: ReadingLimits
  private var offsets: CharacterOffsets
  private var stack: [OpenCollection] = []
  private var anchors: [String: Anchored] = [:]
  private var root: Node?
  private var total = Weight()
  private var aliasCount = 0
  private var aliasedBytes = 0
  private var diagnostics: [Diagnostic] = []
  private var lines: LineIndex?

  /// Thrown when there is no sense in reading on; what is wrong has been noted by then.
  private struct Stop: Error {}

  init(_ bytes: [UInt8], limits: ReadingLimits) {
    self.bytes = bytes
    self.limits = limits
    offsets = CharacterOffsets(bytes)
  }

  mutating func read() -> (root: Node?, diagnostics: [Diagnostic]) {
    let events = EventReader(bytes)
    var documents = 0
    do throws(Stop) {
      while true {
        let event: Event
        do {
          event = try events.next()
        } catch {
          diagnostics.append(syntaxDiagnostic(for: error))
          throw Stop()
        }
        if case .streamEnd = event.kind { break }
        if case .documentStart = event.kind {
          documents += 1
          if documents > 1 {
            let place = rangeOfWord(at: offsets.byte(of: event.start))
            try report(.severalDocuments(at: place))
            return (root, diagnostics)
          }
        }
        try take(event)
      }
    } catch {
      return (nil, diagnostics)
    }
    if let root, !(root.isNull && root.range.start == root.range.end) {
      return (root, diagnostics)
    }
    if diagnostics.isEmpty { diagnostics.append(.emptyDocument(at: .none)) }
    return (nil, diagnostics)
  }

  private mutating func take(_ event: Event) throws(Stop) {
    let start = offsets.byte(of: event.start)
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: break
    case .documentStart(let version):
      if let version, version.minor != 2 || version.major != 1 {
        try report(.oldVersion(version.major, version.minor, at: rangeOfWord(at: start)))
      }
    case .alias(let name):
      let end = offsets.byte(of: event.end)
      try takeAlias(name, range: ByteRange(start, end))
    case .scalar(let scalar, let properties):
      let end = offsets.byte(of: event.end)
      let first = try skip(properties, from: start, before: end)
      let range = range(of: scalar, from: first, to: end)
      let weight = Weight(nodes: 1, bytes: scalar.text.utf8.count, height: 0)
      guard fits(weight) else { throw stop(.tooManyNodes(limit: limits.nodes, at: range)) }
      let node = Node(content: .scalar(scalar), range: range)
      name(node, properties.anchor, weight)
      try place(node, weight)
    case .sequenceStart(let properties, let isFlow):
      try open(false, properties, isFlow: isFlow, at: start)
    case .mappingStart(let properties, let isFlow):
      try open(true, properties, isFlow: isFlow, at: start)
    case .sequenceEnd, .mappingEnd:
      let end = offsets.byte(of: event.end)
      try close(end: end)
    }
  }

  // MARK: Collections

  private mutating func open(
    _ isMapping: Bool, _ properties: Event.Properties, isFlow: Bool, at start: Int
  ) throws(Stop) {
    let first = try skip(properties, from: start, before: bytes.count)
    if stack.count == limits.depth {
      diagnostics.append(
        .tooDeep(limit: limits.depth, at: ByteRange(first, min(first + 1, bytes.count))))
      throw Stop()
    }
    guard fits(Weight(nodes: 1, bytes: 0, height: 0)) else {
      throw stop(.tooManyNodes(limit: limits.nodes, at: rangeOfWord(at: first)))
    }
    if let anchor = properties.anchor { anchors[anchor] = Anchored(name: anchor, node: nil) }
    stack.append(
      OpenCollection(isMapping: isMapping, isFlow: isFlow, start: first, anchor: properties.anchor))
  }

  private mutating func close(end: Int) throws(Stop) {
    guard let open = stack.popLast() else { return }
    // A block collection ends for libyaml where the next thing starts; here, with its last part.
    let last = open.isFlow ? end : max(open.end, open.start)
    let content: Node.Content = open.isMapping ? .mapping(open.pairs) : .sequence(open.nodes)
    let node = Node(content: content, range: ByteRange(open.start, last))
    let weight = Weight(
      nodes: open.weight.nodes + 1, bytes: open.weight.bytes, height: open.weight.height + 1)
    name(node, open.anchor, weight)
    try place(node, weight)
  }

  /// Puts a finished node where it belongs: into the innermost open collection, or at the root.
  private mutating func place(_ node: Node, _ weight: Weight) throws(Stop) {
    guard let top = stack.indices.last else {
      root = node
      return
    }
    stack[top].end = max(stack[top].end, Int(node.range.end))
    stack[top].weight.add(weight)
    guard stack[top].isMapping else {
      stack[top].nodes.append(node)
      return
    }
    switch stack[top].key {
    case nil:
      stack[top].key = try checkedKey(node, in: top)
    case .dropped:
      stack[top].key = nil
    case .kept(let key, let range):
      stack[top].pairs.append(Pair(key: key, keyRange: range, value: node))
      stack[top].key = nil
    }
  }

  private mutating func checkedKey(_ node: Node, in top: Int) throws(Stop) -> OpenCollection.Key {
    guard let key = node.scalar else {
      try report(.collectionKey(at: node.range))
      return .dropped
    }
    if key.isNull {
      try report(.nullKey(at: node.range))
      return .dropped
    }
    if key.style == .plain && key.text == "<<" {
      try report(.mergeKey(at: node.range))
      return .dropped
    }
    if let first = stack[top].firstPlace(of: key.text) {
      try report(
        .duplicateKey(key.text, at: node.range, firstLine: line(at: Int(first.start))))
      return .dropped
    }
    stack[top].remember(key.text)
    return .kept(key, node.range)
  }

  // MARK: Anchors and aliases

  private mutating func name(_ node: Node, _ anchor: String?, _ weight: Weight) {
    guard let anchor else { return }
    anchors[anchor] = Anchored(name: anchor, node: node, weight: weight)
  }

  private mutating func takeAlias(_ name: String, range: ByteRange) throws(Stop) {
    aliasCount += 1
    if aliasCount > limits.aliases {
      throw stop(.tooManyAliases(limit: limits.aliases, at: range))
    }
    var weight = Weight(nodes: 1, bytes: 0, height: 0)
    var content = Node.Content.scalar(Scalar(text: "*" + name, style: .doubleQuoted))
    if let anchored = anchors[name] {
      if let node = anchored.node {
        (content, weight) = (node.content, anchored.weight)
      } else {
        try report(.aliasCycle(name, at: range))
      }
    } else {
      try report(
        .unknownAlias(name, at: range, near: Suggestion.nearest(to: name, among: anchors.keys)))
    }
    aliasedBytes += weight.bytes
    if aliasedBytes > limits.aliasedBytes {
      throw stop(.aliasesTooLarge(limit: limits.aliasedBytes, at: range))
    }
    if stack.count + weight.height > limits.depth {
      throw stop(.tooDeep(limit: limits.depth, at: range))
    }
    guard fits(weight) else { throw stop(.tooManyNodes(limit: limits.nodes, at: range)) }
    try place(Node(content: content, range: range), weight)
  }

  // MARK: Counting and telling

  /// Counts a node and all that an alias repeats; false when that is more than is allowed.
  private mutating func fits(_ weight: Weight) -> Bool {
    total.add(weight)
    return total.nodes <= limits.nodes
  }

  private mutating func stop(_ diagnostic: Diagnostic) -> Stop {
    diagnostics.append(diagnostic)
    return Stop()
  }

  private mutating func report(_ diagnostic: Diagnostic) throws(Stop) {
    diagnostics.append(diagnostic)
    if diagnostics.count >= limits.diagnostics {
      diagnostics.append(.tooManyProblems(limit: limits.diagnostics, at: diagnostic.range))
      throw Stop()
    }
  }

  private mutating func line(at offset: Int) -> Int {
    if let lines { return lines.line(at: offset) }
    let built = LineIndex(bytes)
    lines = built
    return built.line(at: offset)
  }

  private mutating func syntaxDiagnostic(for fault: SyntaxFault) -> Diagnostic {
    let place = offsets.byte(of: fault.place)
    let context = offsets.byte(of: fault.contextPlace)
    return SyntaxMessages(bytes: bytes, lines: lines ?? LineIndex(bytes)).diagnostic(
      for: fault, place: place, context: context)
  }

  // MARK: Exact places

  /// Returns where a node's own text starts, behind its anchor and its tag, and reports the tag.
  private mutating func skip(
    _ properties: Event.Properties, from start: Int, before end: Int
  ) throws(Stop) -> Int {
    if properties.anchor == nil && !properties.hasTag { return start }
    let skipped = SourceScan.skipProperties(
      in: bytes, from: start, before: end,
      count: (properties.anchor == nil ? 0 : 1) + (properties.hasTag ? 1 : 0))
    if let tag = skipped.tag {
      try report(
        .unknownTag(
          String(decoding: bytes[tag], as: UTF8.self), at: ByteRange(tag.lowerBound, tag.upperBound)
        ))
    }
    return skipped.end
  }

  private func range(of scalar: Scalar, from start: Int, to end: Int) -> ByteRange {
    switch scalar.style {
    case .literal, .folded:
      return ByteRange(
        start, SourceScan.blockScalarEnd(in: bytes, from: start, to: end, text: scalar.text))
    case .plain where scalar.text.isEmpty:
      // A value that is not there: libyaml may place it at the next line.
      let place = SourceScan.skipBlanksBack(in: bytes, from: min(start, end))
      return ByteRange(place, place)
    default:
      return ByteRange(min(start, end), end)
    }
  }

  private func rangeOfWord(at start: Int) -> ByteRange {
    ByteRange(start, SourceScan.wordEnd(in: bytes, from: start))
  }
}

/// A sequence or mapping whose end has not been met.
private struct OpenCollection {
  enum Key {
    case kept(Scalar, ByteRange)
    /// The key was refused: its value is read and thrown away.
    case dropped
  }

  let isMapping: Bool
  let isFlow: Bool
  let start: Int
  let anchor: String?
  /// Just past the last part so far.
  var end = 0
  var weight = Weight()
  var nodes: [Node] = []
  var pairs: [Pair] = []
  /// The key whose value comes next.
  var key: Key?
  /// Filled only when the mapping has grown too large to look through.
  private var names: Set<String> = []

  init(isMapping: Bool, isFlow: Bool, start: Int, anchor: String?) {
    self.isMapping = isMapping
    self.isFlow = isFlow
    self.start = start
    self.anchor = anchor
  }

  func firstPlace(of name: String) -> ByteRange? {
    if pairs.count >= 16 && !names.contains(name) { return nil }
    return pairs.first { $0.key.text == name }?.keyRange
  }

  mutating func remember(_ name: String) {
    if pairs.count < 15 { return }
    if names.isEmpty { names = Set(pairs.map(\.key.text)) }
    names.insert(name)
  }
}

/// What a node costs, aliases in it counted in full.
private struct Weight {
  var nodes = 0
  var bytes = 0
  /// Collections in collections under it.
  var height = 0

  mutating func add(_ other: Weight) {
    nodes += other.nodes
    bytes += other.bytes
    height = max(height, other.height)
  }
}

private struct Anchored {
  let name: String
  /// `nil` while the anchored node is still open.
  let node: Node?
  var weight = Weight()
}

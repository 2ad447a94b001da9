internal import CaseRecords
package import SourceText
package import YAML

/// A base record with an example's patch on it.
package struct PatchedRecord: Sendable {
  /// Every range in it is one of the rule file: a part of the patch stands where the patch is, and
  /// the rest where the example names its base.
  package var record: Node
  /// What of the patch could not be done; ranges of the rule file.
  package var diagnostics: [Diagnostic]
}

extension BaseRecordSource {
  /// Returns the record that an example is about.
  ///
  /// Parts are taken out first, with the indexes of the base; then values are set in the order of
  /// the example, and sections that are not there are made. A fact that the example calls
  /// unrecorded is taken out as well, unless it is a list, which stays and is open.
  package func applying(_ example: ExampleSource) -> PatchedRecord {
    var patch = RecordPatch(root: record.relocated(to: example.base.range))
    patch.takeOut(example.without, isToBeThere: true)
    patch.takeOut(
      example.unrecorded.filter { patch.root.isScalarOrMissing(at: $0.path.steps[...]) },
      isToBeThere: false)
    for setting in example.with { patch.set(setting) }
    patch.add(example.unrecorded, to: "unrecorded")
    patch.add(example.complete, to: "complete")
    if let completeness = example.completeness {
      patch.root.setField("completeness", to: completeness, keyRange: completeness.range)
    }
    return PatchedRecord(record: patch.root, diagnostics: patch.diagnostics)
  }
}

/// A record while a patch is put on it.
private struct RecordPatch {
  var root: Node
  var diagnostics: [Diagnostic] = []

  mutating func set(_ setting: ExampleSource.Setting) {
    let isDone = root.set(setting.path.steps[...], to: setting.value, keyRange: setting.pathRange)
    if !isDone {
      diagnostics.append(.pathDoesNotLead("\(setting.path)", at: setting.pathRange))
    }
  }

  mutating func takeOut(_ mentions: [ExampleSource.Mention], isToBeThere: Bool) {
    for mention in mentions where !root.holds(mention.path.steps[...]) {
      if isToBeThere {
        diagnostics.append(.nothingToTakeOut("\(mention.path)", at: mention.range))
      }
    }
    root = root.without(mentions.map { $0.path.steps[...] })
  }

  /// Adds paths to a list of the record itself, made where it is not there.
  mutating func add(_ mentions: [ExampleSource.Mention], to key: String) {
    guard let first = mentions.first else { return }
    let added = mentions.map { mention in
      Node(
        content: .scalar(Scalar(text: "\(mention.path)", style: .singleQuoted)),
        range: mention.range)
    }
    let list = (root[key]?.sequence ?? []) + added
    root.setField(
      key, to: Node(content: .sequence(list), range: first.range), keyRange: first.range)
  }
}

extension Node {
  /// Returns the same content with every range replaced.
  fileprivate func relocated(to range: ByteRange) -> Node {
    switch content {
    case .scalar: return Node(content: content, range: range)
    case .sequence(let nodes):
      return Node(content: .sequence(nodes.map { $0.relocated(to: range) }), range: range)
    case .mapping(let pairs):
      let moved = pairs.map { pair in
        Pair(key: pair.key, keyRange: range, value: pair.value.relocated(to: range))
      }
      return Node(content: .mapping(moved), range: range)
    }
  }

  fileprivate func child(_ step: FactPath.Step) -> Node? {
    switch step {
    case .name(let name): return self[name]
    case .index(let number):
      guard let sequence, number < sequence.count else { return nil }
      return sequence[number]
    }
  }

  fileprivate func holds(_ steps: ArraySlice<FactPath.Step>) -> Bool {
    guard let step = steps.first else { return true }
    return child(step)?.holds(steps.dropFirst()) ?? false
  }

  /// False only where the path leads to a list.
  fileprivate func isScalarOrMissing(at steps: ArraySlice<FactPath.Step>) -> Bool {
    guard let step = steps.first else { return sequence == nil }
    return child(step)?.isScalarOrMissing(at: steps.dropFirst()) ?? true
  }

  /// Returns the node without what the paths lead to; all indexes are those of this node.
  fileprivate func without(_ paths: [ArraySlice<FactPath.Step>]) -> Node {
    guard !paths.isEmpty else { return self }
    func rest(_ step: FactPath.Step) -> [ArraySlice<FactPath.Step>] {
      paths.filter { $0.first == step }.map { $0.dropFirst() }
    }
    switch content {
    case .scalar: return self
    case .sequence(let nodes):
      let kept = nodes.enumerated().compactMap { number, node -> Node? in
        let paths = rest(.index(number))
        return paths.contains(where: \.isEmpty) ? nil : node.without(paths)
      }
      return Node(content: .sequence(kept), range: range)
    case .mapping(let pairs):
      let kept = pairs.compactMap { pair -> Pair? in
        let paths = rest(.name(pair.key.text))
        guard !paths.contains(where: \.isEmpty) else { return nil }
        return Pair(key: pair.key, keyRange: pair.keyRange, value: pair.value.without(paths))
      }
      return Node(content: .mapping(kept), range: range)
    }
  }

  /// Sets what a path leads to; false where it leads through something else than a section or a
  /// list, or past the end of a list.
  fileprivate mutating func set(
    _ steps: ArraySlice<FactPath.Step>, to value: Node, keyRange: ByteRange
  ) -> Bool {
    guard let step = steps.first else {
      self = value
      return true
    }
    let rest = steps.dropFirst()
    switch step {
    case .name(let name):
      guard mapping != nil || isNull else { return false }
      var child = self[name] ?? Node(content: Self.missing, range: keyRange)
      guard child.set(rest, to: value, keyRange: keyRange) else { return false }
      setField(name, to: child, keyRange: keyRange)
    case .index(let number):
      guard sequence != nil || isNull else { return false }
      var nodes = sequence ?? []
      guard number <= nodes.count else { return false }
      var child =
        number < nodes.count ? nodes[number] : Node(content: Self.missing, range: keyRange)
      guard child.set(rest, to: value, keyRange: keyRange) else { return false }
      if number < nodes.count { nodes[number] = child } else { nodes.append(child) }
      content = .sequence(nodes)
    }
    return true
  }

  private static var missing: Content { .scalar(Scalar(text: "", style: .plain)) }

  /// Sets one key of a mapping, in its place or at the end; a node without one becomes a mapping.
  fileprivate mutating func setField(_ name: String, to value: Node, keyRange: ByteRange) {
    var pairs = mapping ?? []
    if let number = pairs.firstIndex(where: { $0.key.text == name }) {
      pairs[number].value = value
    } else {
      let key = Scalar(text: name, style: .plain)
      pairs.append(Pair(key: key, keyRange: keyRange, value: value))
    }
    content = .mapping(pairs)
  }
}

import CaseRecords
import RuleCompiler
import SourceText
import WorkCalendar
import YAML

/// One step from an example to another: a fact that is something else, not on file, or not recorded.
struct RecordChange: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// The value as a rule file writes it.
    case set(String, isQuoted: Bool)
    case setNothing
    /// A list of words.
    case setList([String])
    /// An empty list.
    case setEmpty
    case unrecorded
    /// The list without its last element.
    case dropLast
    /// The list with its first element once more.
    case repeatFirst
    /// The list with one more element, as a rule file writes it.
    case append(String)
    case asOf(CivilDate)
  }

  /// `nil` for the day of the review.
  var path: FactPath?
  var kind: Kind
}

extension ExampleSource {
  /// The example with a change; `nil` where it cannot be made, or changes nothing.
  ///
  /// - Parameter record: The patched record of the example, to see what is there.
  func changed(by change: RecordChange, in record: Node, base: Node) -> ExampleSource? {
    var example = self
    guard let path = change.path else {
      guard case .asOf(let day) = change.kind, asOf != day else { return nil }
      example.asOf = day
      return example
    }
    let present = record.value(at: path)
    example.with.removeAll { $0.path.begins(with: path) }
    example.without.removeAll { $0.path.begins(with: path) }
    example.unrecorded.removeAll { $0.path.begins(with: path) }
    func set(_ value: Node) {
      let setting = Setting(path: path, pathRange: .none, value: value)
      if let place = with.firstIndex(where: { $0.path == path }), example.with.count >= place {
        example.with.insert(setting, at: min(place, example.with.count))
      } else {
        example.with.append(setting)
      }
    }
    switch change.kind {
    case .set(let text, let isQuoted):
      if present?.scalar?.text == text { return nil }
      set(.scalar(text, isQuoted: isQuoted))
    case .setNothing:
      guard let present, !present.isNull else { return nil }
      let isTakenOut = example.with.contains { path.begins(with: $0.path) }
      if !isTakenOut, base.value(at: path) != nil, !path.hasIndex, isClosed(base) {
        example.without.append(Mention(path: path, range: .none))
      } else {
        set(.scalar("null", isQuoted: false))
      }
    case .setList(let words):
      let nodes = words.map { Node.scalar($0, isQuoted: false) }
      if present?.sequence?.compactMap(\.scalar?.text) == words { return nil }
      set(Node(content: .sequence(nodes), range: .none))
    case .setEmpty:
      guard let present, present.sequence?.isEmpty == false else { return nil }
      set(Node(content: .sequence([]), range: .none))
    case .unrecorded:
      if unrecorded.contains(where: { $0.path == path }) { return nil }
      example.unrecorded.append(Mention(path: path, range: .none))
    case .dropLast:
      guard let nodes = present?.sequence, nodes.count > 1 else { return nil }
      set(Node(content: .sequence(Array(nodes.dropLast())), range: .none))
    case .repeatFirst:
      guard let nodes = present?.sequence, let first = nodes.first else { return nil }
      set(Node(content: .sequence(nodes + [first]), range: .none))
    case .append(let text):
      guard let element = readYAML(text).root,
        present == nil || present?.isNull == true
          || present?.sequence != nil
      else { return nil }
      set(Node(content: .sequence((present?.sequence ?? []) + [element]), range: .none))
    case .asOf: return nil
    }
    return example
  }

  private func isClosed(_ base: Node) -> Bool {
    (completeness ?? base["completeness"])?.scalar?.text != "open"
  }
}

extension FactPath {
  /// True where the other path is this one or above it.
  func begins(with other: FactPath) -> Bool { steps.starts(with: other.steps) }

  var hasIndex: Bool {
    steps.contains { if case .index = $0 { true } else { false } }
  }
}

extension Node {
  static func scalar(_ text: String, isQuoted: Bool) -> Node {
    Node(
      content: .scalar(Scalar(text: text, style: isQuoted ? .doubleQuoted : .plain)), range: .none)
  }

  /// What a path of a record leads to, the place beside a value left out; `nil` where nothing stands
  /// there.
  func value(at path: FactPath) -> Node? {
    var node = self
    for step in path.steps {
      let next: Node?
      switch step {
      case .name(let name): next = node[name]
      case .index(let index):
        let nodes = node.sequence ?? []
        next = nodes.indices.contains(index) ? nodes[index] : nil
      }
      guard let next else { return nil }
      node = next
    }
    return node.mapping == nil ? node : node["value"] ?? node
  }
}

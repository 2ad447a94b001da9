import CEL
import CaseRecords
import WorkCalendar
import YAML

/// One way in which a record may tell less than it does.
struct Forgetting {
  /// `decision.made_on unrecorded`, for messages.
  var name: String
  var fact: RecordFact
  /// Makes the record tell less.
  var forget: (Node) -> Node

  /// Every way to forget one fact, list or section of a record, or part of a date.
  static func all(of root: Node, _ schema: RecordSchema) -> [Forgetting] {
    let isOpen = root["completeness"]?.scalar?.text == "open"
    let marked = Set((root["unrecorded"]?.sequence ?? []).compactMap { $0.scalar?.text })
    return RecordFact.all(in: root, schema).flatMap { fact -> [Forgetting] in
      if marked.contains(fact.path.description) { return [] }
      if case .list = fact.kind { return [whole(fact)] + elements(of: fact, marked) }
      // What an open record does not mention is unrecorded already.
      if fact.node == nil, isOpen { return [] }
      return [whole(fact)] + blurred(fact)
    }
  }

  private static func whole(_ fact: RecordFact) -> Forgetting {
    let path = fact.path.description
    return Forgetting(name: "\(path) unrecorded", fact: fact) { root in
      let record = fact.node == nil ? root : root.changing(fact.path.steps[...]) { _ in nil }
      return record.unrecording(path, takingOutBelow: path)
    }
  }

  /// A list may have elements that nobody recorded: besides those that it has, or in place of the
  /// last of them.
  private static func elements(of fact: RecordFact, _ marked: Set<String>) -> [Forgetting] {
    let path = fact.path.description
    guard let items = fact.node?.plainValue.sequence, let last = items.indices.last else {
      return []
    }
    let lastPath = "\(path)[\(last)]"
    var ways = [Forgetting(name: "\(path) open", fact: fact) { $0.unrecording(path) }]
    // An element of which something is unrecorded is no plain fact to forget: with it goes what it
    // leaves open.
    if last > 0, !marked.contains(where: { $0.hasPrefix(lastPath) }) {
      ways.append(
        Forgetting(name: "\(lastPath) unrecorded", fact: fact) { root in
          root.unrecording(path, takingOutBelow: lastPath).changing(fact.path.steps[...]) { node in
            node.map { Node(content: .sequence(Array(items.dropLast())), range: $0.range) }
          }
        })
    }
    return ways
  }

  /// A date known by its month, by its year, or as one of a few days; a time known by its day.
  private static func blurred(_ fact: RecordFact) -> [Forgetting] {
    guard case .scalar(let type) = fact.kind, let text = fact.node?.plainValue.scalar?.text else {
      return []
    }
    var less: [String] = []
    switch type {
    case .date:
      guard let day = CivilDate(text), let later = try? day.adding(days: 3) else { return [] }
      less = [String(text.prefix(7)), String(text.prefix(4)), "\(day)/\(later)", "../\(day)"]
    case .datetime:
      guard let time = try? Timestamp(parsing: text) else { return [] }
      less = ["\(time.shanghaiDate)"]
    default: return []
    }
    return less.map { text in
      Forgetting(name: "\(fact.path) as \(text)", fact: fact) { root in
        root.changing(fact.path.steps[...]) { $0?.withValue(text) }
      }
    }
  }
}

extension Forgetting {
  /// What the forgotten fact might turn out to be: not on file, or something else than it was.
  ///
  /// - Parameter root: The record before.
  func discoveries(in root: Node) -> [(name: String, record: Node)] {
    guard case .scalar(let type) = fact.kind, name.hasSuffix("unrecorded") else { return [] }
    let steps = fact.path.steps[...]
    func found(_ text: String, _ style: Scalar.Style = .plain) -> (String, Node) {
      let value = Node(content: .scalar(Scalar(text: text, style: style)), range: root.range)
      return (
        "\(fact.path) = \(text)", root.changing(steps) { $0?.withValue(text, style) ?? value }
      )
    }
    var ways = [found("null")]
    switch type {
    case .boolean: ways += [found("true"), found("false")]
    case .integer: ways += [found("0"), found("100000")]
    case .decimal, .money: ways += [found("0"), found("90000000.00")]
    case .date: ways += [found("1999-01-01"), found("2025-12-30")]
    case .datetime: ways += [found("1999-01-01T08:00:00+08:00")]
    case .text: ways += [found("别的文字", .singleQuoted)]
    case .enumeration(let values): ways += values.type.values.prefix(4).map { found($0) }
    case .document, .record, .list: break
    }
    return ways
  }
}

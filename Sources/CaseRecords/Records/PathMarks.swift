internal import SourceText

/// What `unrecorded:` and `complete:` of a record say of its paths.
struct PathMarks {
  enum Kind { case unrecorded, complete }

  private struct Mark {
    var range: ByteRange
    var isTaken = false

    mutating func take() -> Bool {
      isTaken = true
      return true
    }
  }

  private var unrecorded: [String: Mark] = [:]
  private var complete: [String: Mark] = [:]

  var isEmpty: Bool { unrecorded.isEmpty && complete.isEmpty }

  /// Adds a path; false where it is there already.
  mutating func add(_ kind: Kind, _ path: String, at range: ByteRange) -> Bool {
    switch kind {
    case .unrecorded:
      return unrecorded.updateValue(Mark(range: range), forKey: path) == nil
    case .complete:
      return complete.updateValue(Mark(range: range), forKey: path) == nil
    }
  }

  /// True where a path is marked; it then counts as met.
  mutating func take(_ kind: Kind, _ path: String) -> Bool {
    switch kind {
    case .unrecorded:
      if unrecorded.isEmpty { return false }
      return unrecorded[path]?.take() ?? false
    case .complete:
      if complete.isEmpty { return false }
      return complete[path]?.take() ?? false
    }
  }

  func range(of path: String) -> ByteRange {
    unrecorded[path]?.range ?? complete[path]?.range ?? .none
  }

  /// True where something below a path is unrecorded.
  func reachBelow(_ path: String) -> Bool {
    unrecorded.keys.contains { $0.isBelow(path) }
  }

  /// Counts what lies below a path as met: it could not be read, and that is told already.
  mutating func forget(below path: String) {
    if isEmpty { return }
    for key in unrecorded.keys where key == path || key.isBelow(path) {
      _ = unrecorded[key]?.take()
    }
    for key in complete.keys where key == path || key.isBelow(path) { _ = complete[key]?.take() }
  }

  /// Diagnostics for what is marked below a path that the record says is not on file.
  mutating func contradictions(below path: String) -> [Diagnostic] {
    let below = unrecorded.keys.filter { $0.isBelow(path) }
    return below.map { key in
      _ = unrecorded[key]?.take()
      return .givenAndUnrecorded(key, at: range(of: key))
    }
  }

  /// Diagnostics for paths that the reading never came to: the schema knows them, so they name an
  /// element that the record does not have.
  func unmet() -> [Diagnostic] {
    (Array(unrecorded) + Array(complete)).filter { !$0.value.isTaken }.map {
      .noSuchElement($0.key, at: $0.value.range)
    }
  }
}

extension String {
  /// `a.b` and `a[0]` are below `a`; `ab` is not.
  fileprivate func isBelow(_ path: String) -> Bool {
    guard utf8.count > path.utf8.count, utf8.starts(with: path.utf8) else { return false }
    let next = utf8[utf8.index(utf8.startIndex, offsetBy: path.utf8.count)]
    return next == UInt8(ascii: ".") || next == UInt8(ascii: "[")
  }
}

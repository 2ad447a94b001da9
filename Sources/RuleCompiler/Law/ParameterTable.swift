internal import WorkCalendar

/// The parameters of a rulebook, to be looked up for a record; semantics §6.
///
/// Invariant: made from parameters that were read without errors, so that of the values that fit a
/// record one always goes first.
package struct ParameterTable: Sendable {
  package let parameters: [ParameterSource]
  private let numbers: [String: Int]

  /// Of two parameters with one name the first counts.
  package init(_ parameters: [ParameterSource]) {
    self.parameters = parameters
    self.numbers = Dictionary(
      parameters.enumerated().map { ($1.name.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func number(of name: String) -> Int? { numbers[name] }

  package subscript(name: String) -> ParameterSource? { numbers[name].map { parameters[$0] } }

  /// Looks a parameter up by name; `nil` for a name that no file has.
  package func resolve(_ name: String, for keys: ParameterKeys) -> ParameterResolution? {
    number(of: name).map { resolve($0, for: keys) }
  }

  /// Looks a parameter up by number.
  ///
  /// Where a key is unrecorded, every way it may turn out is looked at: the answer is unknown, and
  /// names the keys it depends on, unless all of them give the same value.
  package func resolve(_ number: Int, for keys: ParameterKeys) -> ParameterResolution {
    let parameter = parameters[number]
    var cases = ParameterCases(of: parameter, keys: keys)
    return cases.resolve()
  }
}

/// Every way in which the unrecorded keys of a record may turn out, as far as a parameter can tell
/// them apart.
private struct ParameterCases {
  /// One key, and what it may be.
  private struct Axis {
    /// What an answer that depends on this key names; empty for a known key.
    var paths: [String]
    var choices: [Point]
  }

  /// What one key turns out to be.
  private enum Point {
    case word(String?)
    case day(CivilDate?)
  }

  /// The value of an answer, without which entry gave it.
  private enum Answer: Hashable {
    case nothing
    case value(ParameterValue)
  }

  private let parameter: ParameterSource
  private let axes: [Axis]

  init(of parameter: ParameterSource, keys: ParameterKeys) {
    self.parameter = parameter
    axes = ParameterKey.allCases.map { key in
      switch key {
      case .law: Self.axis(of: key, keys.law, parameter)
      case .region: Self.axis(of: key, keys.region, parameter)
      case .sector: Self.axis(of: key, keys.sector, parameter)
      case .party: Self.axis(of: key, keys.party, parameter)
      case .date: Self.axis(of: keys.date, parameter)
      }
    }
  }

  /// A key that nobody recorded may be any word that a value asks for, or none of them.
  private static func axis(
    of key: ParameterKey, _ state: ParameterKeyState, _ parameter: ParameterSource
  ) -> Axis {
    switch state {
    case .known(let word): return Axis(paths: [], choices: [.word(word)])
    case .absent: return Axis(paths: [], choices: [.word(nil)])
    case .unrecorded(let path):
      let words = Set(parameter.entries.compactMap { $0.word(of: key) })
      return Axis(paths: [path], choices: [.word(nil)] + words.sorted().map { .word($0) })
    }
  }

  /// A range of days is as good as its first day and each later day on which a value starts or
  /// has ended.
  private static func axis(of date: ParameterDate, _ parameter: ParameterSource) -> Axis {
    switch date {
    case .known(let day): return Axis(paths: [], choices: [.day(day)])
    case .none: return Axis(paths: [], choices: [.day(nil)])
    case .between(let low, let high, let paths):
      let first = low ?? .first
      let borders = parameter.entries.flatMap { [$0.from, $0.until?.next] }.compactMap { $0 }
      let inside = Set(borders).filter { first < $0 && $0 <= (high ?? .last) }
      return Axis(paths: paths, choices: ([first] + inside.sorted()).map { .day($0) })
    }
  }

  mutating func resolve() -> ParameterResolution {
    var entries: [Int?] = []
    visit(points: []) { entries.append($0) }
    let answers = entries.map(answer(of:))
    guard answers.allSatisfy({ $0 == answers[0] }) else { return .unknown(paths(answers)) }
    guard case .value(let value) = answers[0] else { return .nothingKnown }
    // Of several that say the same the least trusted one stands for all.
    let fitting = entries.compactMap { $0 }
    let entry =
      fitting.sorted().first { !parameter.entries[$0].isVerified } ?? fitting.min() ?? 0
    return value == .null ? .lawSetsNone(entry) : .value(entry)
  }

  private func answer(of entry: Int?) -> Answer {
    entry.map { .value(parameter.entries[$0].value) } ?? .nothing
  }

  /// Calls back with the entry for each combination, the last axis running fastest.
  private func visit(points: [Point], _ body: (Int?) -> Void) {
    guard points.count < axes.count else { return body(entry(at: points)) }
    for choice in axes[points.count].choices { visit(points: points + [choice], body) }
  }

  /// The paths of the keys that make a difference while the others stay as they are.
  private func paths(_ answers: [Answer]) -> [String] {
    var paths: [String] = []
    var stride = answers.count
    for axis in axes {
      stride /= axis.choices.count
      let matters = answers.indices.contains { number in
        let position = number / stride % axis.choices.count
        return position > 0 && answers[number] != answers[number - position * stride]
      }
      if matters { paths += axis.paths.filter { !paths.contains($0) } }
    }
    return paths
  }

  // MARK: One combination

  /// The entry that holds; `nil` where none fits.
  private func entry(at points: [Point]) -> Int? {
    let fitting = parameter.entries.indices.filter { fits(parameter.entries[$0], points) }
    guard let combination = parameter.combination else {
      return fitting.reduce(nil) { best, next in
        guard let best else { return next }
        let entry = parameter.entries[next]
        return entry.goesBefore(parameter.entries[best], by: parameter.order) == true ? next : best
      }
    }
    let last = fitting.filter { number in
      !fitting.contains { parameter.entries[$0].refines(parameter.entries[number]) }
    }
    return last.reduce(nil) { best, next in
      guard let best else { return next }
      let (kept, new) = (parameter.entries[best].value, parameter.entries[next].value)
      let isBetter =
        combination == .least ? new.isLess(than: kept) : kept.isLess(than: new)
      return isBetter == true ? next : best
    }
  }

  private func fits(_ entry: ParameterSource.Entry, _ points: [Point]) -> Bool {
    for (key, point) in zip(ParameterKey.allCases, points) {
      switch point {
      case .day(let day?): if !entry.holds(on: day) { return false }
      case .day(nil): if entry.isDated { return false }
      case .word(let word):
        guard let wanted = entry.word(of: key) else { continue }
        guard let word, key == .region ? word.hasPrefix(wanted) : word == wanted else {
          return false
        }
      }
    }
    return true
  }
}

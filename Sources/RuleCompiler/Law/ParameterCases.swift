internal import WorkCalendar

/// Every way in which the unrecorded keys of a record may turn out, as far as the values of a
/// parameter can tell them apart.
struct ParameterCases {
  /// One key, and what it may be.
  private struct Axis {
    var key: ParameterKey
    /// What an answer that depends on this key names; empty for a known key.
    var paths: [String]
    var choices: [Choice]
  }

  fileprivate enum Choice {
    case word(String?)
    case day(CivilDate?)
  }

  /// The value of an answer and whether it is trusted, without which entry gave it.
  ///
  /// Trust is part of it: a violation that rests on a value that is not verified is a signal, so
  /// that taking the one for the other would turn an outcome round (semantics §2, §6).
  private enum Answer: Hashable {
    case nothing
    case value(ParameterValue, isVerified: Bool)
  }

  private let parameter: ParameterSource
  private let axes: [Axis]
  /// Where true, an entry that is not verified gives nothing.
  private let onlyVerified: Bool

  init(of parameter: ParameterSource, keys: ParameterKeys, onlyVerified: Bool) {
    self.parameter = parameter
    self.onlyVerified = onlyVerified
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
    case .known(let word): return Axis(key: key, paths: [], choices: [.word(word)])
    case .absent: return Axis(key: key, paths: [], choices: [.word(nil)])
    case .unrecorded(let path):
      let words = Set(parameter.entries.compactMap { $0.word(of: key) })
      return Axis(
        key: key, paths: [path], choices: [.word(nil)] + words.sorted().map { .word($0) })
    }
  }

  /// A range of days is as good as its first day and each later day on which a value starts or has
  /// ended.
  private static func axis(of date: ParameterDate, _ parameter: ParameterSource) -> Axis {
    switch date {
    case .known(let day): return Axis(key: .date, paths: [], choices: [.day(day)])
    case .none: return Axis(key: .date, paths: [], choices: [.day(nil)])
    case .between(let low, let high, let paths):
      let first = low ?? .first
      let borders = parameter.entries.flatMap { [$0.from, $0.until?.next] }.compactMap { $0 }
      let inside = Set(borders).filter { first < $0 && $0 <= (high ?? .last) }
      return Axis(
        key: .date, paths: paths, choices: ([first] + inside.sorted()).map { .day($0) })
    }
  }

  func resolve() -> ParameterResolution {
    var entries: [Int?] = []
    collect(from: 0, ParameterPoint(), into: &entries)
    let answers = entries.map { entry -> Answer in
      guard let entry = entry.map({ parameter.entries[$0] }) else { return .nothing }
      return .value(entry.value, isVerified: entry.isVerified)
    }
    guard let first = answers.first, answers.allSatisfy({ $0 == first }) else {
      return .unknown(paths(answers))
    }
    guard case .value(let value, _) = first, let entry = entries.compactMap(\.self).min() else {
      return .nothingKnown
    }
    return value == .null ? .lawSetsNone(entry) : .value(entry)
  }

  /// Collects the entry of each combination, the last axis running fastest.
  private func collect(from axis: Int, _ point: ParameterPoint, into entries: inout [Int?]) {
    guard axis < axes.count else {
      let entry = parameter.entry(at: point)
      let isWithheld = onlyVerified && !(entry.map { parameter.entries[$0].isVerified } ?? true)
      entries.append(isWithheld ? nil : entry)
      return
    }
    for choice in axes[axis].choices {
      collect(from: axis + 1, point.setting(axes[axis].key, to: choice), into: &entries)
    }
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
}

extension ParameterPoint {
  fileprivate func setting(_ key: ParameterKey, to choice: ParameterCases.Choice) -> Self {
    var point = self
    switch choice {
    case .day(let day): point.day = day
    case .word(let word):
      switch key {
      case .law: point.law = word
      case .region: point.region = word
      case .sector: point.sector = word
      case .party: point.party = word
      case .date: break
      }
    }
    return point
  }
}

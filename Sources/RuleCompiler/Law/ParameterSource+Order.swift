internal import SourceText
internal import WorkCalendar

// How values of one parameter stand to each other; semantics §6. Dates never tell two fitting
// values apart: “dates that overlap decide nothing”.
extension ParameterSource.Entry {
  /// The word of a key; `nil` where the value does not depend on it. The date has none.
  func word(of key: ParameterKey) -> String? {
    switch key {
    case .law: law
    case .region: region
    case .sector: sector
    case .party: party
    case .date: nil
    }
  }

  /// How special a value is in one key: the digits of a region, 1 for another word, 0 for none.
  func specialty(in key: ParameterKey) -> Int {
    guard let word = word(of: key) else { return 0 }
    return key == .region ? word.utf8.count : 1
  }

  func holds(on day: CivilDate) -> Bool {
    if let from, day < from { return false }
    if let until, until < day { return false }
    return true
  }

  var isDated: Bool { from != nil || until != nil }

  /// The first day on which both hold; `nil` where there is none. Where neither has a first day,
  /// the earlier last day stands for it.
  func overlap(with other: Self) -> (isThere: Bool, day: CivilDate?) {
    let start = [from, other.from].compactMap { $0 }.max()
    let end = [until, other.until].compactMap { $0 }.min()
    if let start, let end, end < start { return (false, nil) }
    return (true, start ?? end)
  }

  /// True where some record may be fitted by both.
  func mayMeet(_ other: Self) -> Bool {
    for key in ParameterKey.allCases {
      guard let mine = word(of: key), let theirs = other.word(of: key) else { continue }
      let agree = key == .region ? mine.hasPrefix(theirs) || theirs.hasPrefix(mine) : mine == theirs
      if !agree { return false }
    }
    return overlap(with: other).isThere
  }

  /// True where, of two that fit, this one is at least as special in every key and more in one.
  func refines(_ other: Self) -> Bool {
    var isMore = false
    for key in ParameterKey.allCases {
      let (mine, theirs) = (specialty(in: key), other.specialty(in: key))
      if mine < theirs { return false }
      if mine > theirs { isMore = true }
    }
    return isMore
  }

  /// Tells which of two that fit goes first by an order of keys: true for this one, `nil` where no
  /// key decides.
  func goesBefore(_ other: Self, by order: [ParameterKey]) -> Bool? {
    for key in order {
      let (mine, theirs) = (specialty(in: key), other.specialty(in: key))
      if mine != theirs { return mine > theirs }
    }
    return nil
  }
}

/// What stays undecided between the values of a parameter, found before any record is read.
enum ParameterTies {
  static func problems(of parameter: ParameterSource) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for (number, later) in parameter.entries.enumerated() {
      for earlier in parameter.entries[..<number] where earlier.mayMeet(later) {
        guard let problem = problem(of: earlier, and: later, in: parameter) else { continue }
        problems.append(problem)
        break
      }
    }
    return problems
  }

  private static func problem(
    of earlier: ParameterSource.Entry, and later: ParameterSource.Entry,
    in parameter: ParameterSource
  ) -> Diagnostic? {
    let name = parameter.name.text
    let isSamePlace =
      !earlier.refines(later) && !later.refines(earlier)
      && earlier.goesBefore(later, by: ParameterKey.allCases) == nil
    let sharedDay =
      isSamePlace && (earlier.isDated || later.isDated) ? earlier.overlap(with: later).day : nil
    guard parameter.combination == nil else {
      if earlier.refines(later) || later.refines(earlier) || earlier.value == later.value {
        return nil
      }
      if earlier.value.isLess(than: later.value) == nil {
        return .parameterNotComparable(name, at: later.range)
      }
      // `combine` does choose, but that two texts of one place hold on one day is rarely meant.
      return sharedDay.map {
        .parameterDatesOverlap(name, on: "\($0)", severity: .warning, at: later.range)
      }
    }
    guard earlier.goesBefore(later, by: parameter.order) == nil else { return nil }
    if let sharedDay {
      return .parameterDatesOverlap(name, on: "\(sharedDay)", severity: .error, at: later.range)
    }
    return .parameterTie(name, at: later.range)
  }
}

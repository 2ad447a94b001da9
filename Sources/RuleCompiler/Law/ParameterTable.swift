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
  package func resolve(
    _ name: String, for keys: ParameterKeys, onlyVerified: Bool = false
  ) -> ParameterResolution? {
    number(of: name).map { resolve($0, for: keys, onlyVerified: onlyVerified) }
  }

  /// Looks a parameter up by number.
  ///
  /// Where a key is unrecorded, every way it may turn out is looked at: the answer is unknown, and
  /// names the keys it depends on, unless all of them give the same value, trusted alike.
  ///
  /// - Parameter onlyVerified: Where true, a value that holds and is not verified counts as nothing
  ///   known.
  package func resolve(
    _ number: Int, for keys: ParameterKeys, onlyVerified: Bool = false
  ) -> ParameterResolution {
    let parameter = parameters[number]
    guard let point = ParameterPoint(keys) else {
      return ParameterCases(of: parameter, keys: keys, onlyVerified: onlyVerified).resolve()
    }
    guard let entry = parameter.entry(at: point),
      !onlyVerified || parameter.entries[entry].isVerified
    else { return .nothingKnown }
    return parameter.entries[entry].value == .null ? .lawSetsNone(entry) : .value(entry)
  }
}

/// One way in which the keys of a record may turn out; `nil` is a key that is not on file.
struct ParameterPoint {
  var law: String?
  var region: String?
  var sector: String?
  var party: String?
  var day: CivilDate?

  init() {}

  /// Makes the point of keys that are all known; `nil` where one is not.
  init?(_ keys: ParameterKeys) {
    func isKnown(_ state: ParameterKeyState) -> Bool {
      if case .unrecorded = state { false } else { true }
    }
    func word(_ state: ParameterKeyState) -> String? {
      if case .known(let word) = state { word } else { nil }
    }
    guard isKnown(keys.law), isKnown(keys.region), isKnown(keys.sector), isKnown(keys.party) else {
      return nil
    }
    switch keys.date {
    case .known(let day): self.day = day
    case .none: break
    case .between: return nil
    }
    law = word(keys.law)
    region = word(keys.region)
    sector = word(keys.sector)
    party = word(keys.party)
  }
}

extension ParameterSource {
  /// The number of the value that holds; `nil` where none fits.
  func entry(at point: ParameterPoint) -> Int? {
    var best: Int?
    for number in entries.indices where entries[number].fits(point) {
      if combination != nil, isRefined(number, at: point) { continue }
      guard let leader = best else {
        best = number
        continue
      }
      if goesBefore(number, leader) { best = number }
    }
    return best
  }

  /// True where another fitting value is more special.
  private func isRefined(_ number: Int, at point: ParameterPoint) -> Bool {
    entries.contains { $0.refines(entries[number]) && $0.fits(point) }
  }

  /// True where, of two that hold, the first is the one to take.
  private func goesBefore(_ number: Int, _ other: Int) -> Bool {
    let (new, kept) = (entries[number], entries[other])
    switch combination {
    case nil: return new.goesBefore(kept, by: order) ?? false
    case .least: return new.value.isLess(than: kept.value) ?? false
    case .greatest: return kept.value.isLess(than: new.value) ?? false
    }
  }
}

extension ParameterSource.Entry {
  func fits(_ point: ParameterPoint) -> Bool {
    if let law, law != point.law { return false }
    if let sector, sector != point.sector { return false }
    if let party, party != point.party { return false }
    if let region {
      guard let place = point.region, place.utf8.starts(with: region.utf8) else { return false }
    }
    guard isDated else { return true }
    return point.day.map(holds(on:)) ?? false
  }
}

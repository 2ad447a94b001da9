internal import SourceText
package import WorkCalendar

/// The laws and documents that rules rest on.
package struct LawRegistry: Sendable {
  package let instruments: [Instrument]
  // Ids, then full names: records name a law by its name, rules by its id.
  private let numbers: [String: Int]

  /// Of two instruments with one id the first counts.
  package init(_ instruments: [Instrument]) {
    self.instruments = instruments
    var numbers: [String: Int] = [:]
    for (number, instrument) in instruments.enumerated() where numbers[instrument.id.text] == nil {
      numbers[instrument.id.text] = number
    }
    var named: [String: [Int]] = [:]
    for (number, instrument) in instruments.enumerated() {
      for name in Set([instrument.name.zh, instrument.name.en]) where !name.isEmpty {
        named[name, default: []].append(number)
      }
    }
    // A name that several texts bear, such as an old and a new law, says nothing.
    for (name, bearers) in named where bearers.count == 1 && numbers[name] == nil {
      numbers[name] = bearers[0]
    }
    self.numbers = numbers
  }

  /// Finds an instrument by its id, or by a full name that it alone bears.
  package subscript(key: String) -> Instrument? { numbers[key].map { instruments[$0] } }

  /// The ids, in the order of the files.
  package var ids: [String] { instruments.map(\.id.text) }

  /// Tells whether an instrument is in force on a day; `nil` for one that is not registered, and
  /// for one whose first day is not known, up to its last day.
  package func inForce(_ key: String, on day: CivilDate) -> Bool? {
    guard let instrument = self[key] else { return nil }
    if let until = instrument.until, until < day { return false }
    return instrument.from.map { $0 <= day }
  }

  /// Tells whether the wording of an article changed after `earlier`, up to and with `later`.
  ///
  /// The text itself coming into force or ending in that time is a change. `nil` where the registry
  /// does not know: the instrument is not registered, or its article is not and the instrument does
  /// not say that all changes are listed.
  package func lawChanged(
    _ key: String, article: String, from earlier: CivilDate, to later: CivilDate
  ) -> Bool? {
    guard let instrument = self[key] else { return nil }
    guard earlier <= later else {
      return lawChanged(key, article: article, from: later, to: earlier)
    }
    guard let before = inForce(key, on: earlier), let after = inForce(key, on: later) else {
      return nil
    }
    if before != after { return true }
    guard before else { return nil }
    guard let listed = instrument.articles.first(where: { $0.article == article }) else {
      return instrument.listsEveryChange ? false : nil
    }
    return listed.changedOn.contains { earlier < $0 && $0 <= later }
  }
}

package import CEL
package import SourceText

/// A closed set of values that an enum field may have.
package final class EnumSchema: Sendable {
  package struct Entry: Sendable {
    /// What a record writes.
    package let id: String
    package let label: BilingualText
  }

  package let name: String
  package let entries: [Entry]
  package let type: EnumType
  private let numbers: [String: Int]

  init(name: String, entries: [Entry]) {
    self.name = name
    self.entries = entries
    self.type = EnumType(name: name, values: entries.map(\.id))
    self.numbers = Dictionary(
      entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func contains(_ id: String) -> Bool { numbers[id] != nil }

  /// The label of a value; `nil` for one that the enum does not have.
  package func label(of id: String) -> BilingualText? { numbers[id].map { entries[$0].label } }
}

/// What the absence of a fact of one sort means to whoever reads the file.
package struct NatureSchema: Sendable {
  package let name: String
  /// Looked for and not on file.
  package let absent: BilingualText
  /// Nobody looked.
  package let unrecorded: BilingualText
  /// True where a date of the sort tells when something was done.
  package let isOnTimeline: Bool
  package let meaning: String
}

package import SourceText
package import WorkCalendar
package import YAML

/// What a parameter's values may depend on.
package enum ParameterKey: String, Hashable, Sendable, CaseIterable {
  /// The text under which a case is decided; an instrument's id.
  case law
  /// The code of the region, matched by longest prefix.
  case region
  case sector
  /// The kind of party.
  case party
  /// The rule's basis date.
  case date
}

/// The type of a parameter's values.
package indirect enum ParameterType: Hashable, Sendable {
  case text, boolean, integer, decimal, money, date, period
  case list(ParameterType)
  case record([Field])

  package struct Field: Hashable, Sendable {
    package var name: String
    package var type: ParameterType

    package init(name: String, type: ParameterType) {
      self.name = name
      self.type = type
    }
  }
}

/// A parameter as its file says it, its values typed; semantics §6.
package struct ParameterSource: Sendable {
  /// Which of several fitting values that no other refines holds, in place of the order of keys.
  package enum Combination: String, Hashable, Sendable, CaseIterable {
    case least, greatest
  }

  package struct Entry: Sendable {
    /// `nil` where the value does not depend on the key.
    package var law: String?
    package var region: String?
    package var sector: String?
    package var party: String?
    /// First and last day, both included; `nil` is open.
    package var from: CivilDate?
    package var until: CivilDate?
    /// `.null`: the law sets none.
    package var value: ParameterValue
    package var valueNode: Node
    package var source: String
    /// An instrument of the registry and an article, where the source is given so.
    package var cites: [CitationSource]
    /// `verified`, or how else the value is known: `memory`, `secondary`, …
    package var confidence: String
    package var note: String?
    package var range: ByteRange

    package var isVerified: Bool { confidence == "verified" }

    package init(
      law: String? = nil, region: String? = nil, sector: String? = nil, party: String? = nil,
      from: CivilDate? = nil, until: CivilDate? = nil, value: ParameterValue, valueNode: Node,
      source: String, cites: [CitationSource] = [], confidence: String, note: String? = nil,
      range: ByteRange
    ) {
      self.law = law
      self.region = region
      self.sector = sector
      self.party = party
      self.from = from
      self.until = until
      self.value = value
      self.valueNode = valueNode
      self.source = source
      self.cites = cites
      self.confidence = confidence
      self.note = note
      self.range = range
    }
  }

  package var name: NameSource
  package var type: ParameterType
  /// The first key in which two fitting values differ decides.
  package var order: [ParameterKey]
  package var combination: Combination?
  package var entries: [Entry]
  package var label: BilingualText?
  package var unit: String?
  package var meaning: String?
  package var file: String
  package var range: ByteRange

  package init(
    name: NameSource, type: ParameterType, order: [ParameterKey],
    combination: Combination? = nil, entries: [Entry], label: BilingualText? = nil,
    unit: String? = nil, meaning: String? = nil, file: String, range: ByteRange
  ) {
    self.name = name
    self.type = type
    self.order = order
    self.combination = combination
    self.entries = entries
    self.label = label
    self.unit = unit
    self.meaning = meaning
    self.file = file
    self.range = range
  }
}

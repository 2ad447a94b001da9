package import Findings
package import SourceText
package import WorkCalendar

/// The rules as pages tell them: each with the facts and values that it reads and the cases that
/// show it, filled by the caller.
package struct RuleHandbook: Sendable {
  /// A law or document of the registry.
  package struct Instrument: Hashable, Sendable {
    package var id: String
    package var name: BilingualText
    package var number: String?
    package var issuer: String?
    /// First and last day in force, both included; `nil` is open, or not known.
    package var from: CivilDate?
    package var until: CivilDate?
    /// Where its text can be read; `nil` where the registry has no address.
    package var address: String?

    package init(
      id: String, name: BilingualText, number: String? = nil, issuer: String? = nil,
      from: CivilDate? = nil, until: CivilDate? = nil, address: String? = nil
    ) {
      self.id = id
      self.name = name
      self.number = number
      self.issuer = issuer
      self.from = from
      self.until = until
      self.address = address
    }
  }

  /// A fact of the record that a rule reads.
  package struct Fact: Hashable, Sendable {
    /// Elements of lists without an index: `officers[].licence_no`.
    package var path: String
    package var label: BilingualText
    package var meaning: String

    package init(path: String, label: BilingualText, meaning: String) {
      self.path = path
      self.label = label
      self.meaning = meaning
    }
  }

  /// A fact that follows from others, which a rule reads.
  package struct Definition: Hashable, Sendable {
    package var name: String
    package var label: BilingualText?
    package var expression: String
    package var meaning: String?

    package init(name: String, label: BilingualText?, expression: String, meaning: String?) {
      self.name = name
      self.label = label
      self.expression = expression
      self.meaning = meaning
    }
  }

  /// A value that differs by place, sector, party or date, which a rule reads.
  package struct Parameter: Hashable, Sendable {
    package struct Value: Hashable, Sendable {
      /// `days(90)`; `nil` where the law sets none.
      package var value: String?
      /// `sector: customs`, …; empty for the value that holds everywhere.
      package var conditions: [String]
      package var from: CivilDate?
      package var until: CivilDate?
      package var source: String
      package var isVerified: Bool

      package init(
        value: String?, conditions: [String], from: CivilDate?, until: CivilDate?, source: String,
        isVerified: Bool
      ) {
        self.value = value
        self.conditions = conditions
        self.from = from
        self.until = until
        self.source = source
        self.isVerified = isVerified
      }
    }

    package var name: String
    package var label: BilingualText?
    package var values: [Value]

    package init(name: String, label: BilingualText?, values: [Value]) {
      self.name = name
      self.label = label
      self.values = values
    }
  }

  /// A case folder whose review must come to an outcome that is worth seeing.
  package struct SampleCase: Hashable, Sendable {
    package var name: String
    package var about: BilingualText?
    package var outcome: Outcome

    package init(name: String, about: BilingualText?, outcome: Outcome) {
      self.name = name
      self.about = about
      self.outcome = outcome
    }
  }

  package struct Entry: Sendable {
    package var rule: RuleDescription
    package var facts: [Fact] = []
    package var definitions: [Definition] = []
    package var parameters: [Parameter] = []
    package var cases: [SampleCase] = []

    package init(rule: RuleDescription) { self.rule = rule }
  }

  /// By id.
  package var rules: [Entry]
  /// In the order of the registry.
  package var instruments: [Instrument]

  package init(rules: [Entry], instruments: [Instrument]) {
    self.rules = rules
    self.instruments = instruments
  }
}

/// A file of a site or of a folder of pages.
package struct WrittenPage: Hashable, Sendable {
  /// Below the folder, with `/`.
  package var name: String
  package var text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

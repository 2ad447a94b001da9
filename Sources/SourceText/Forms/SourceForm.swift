/// A mapping in a file that people write: the keys that it may have, and what stands behind each.
///
/// The reader refuses every key that the form lacks, and the JSON Schema that editors complete and
/// check by is written from the same form, so that the two cannot differ on what there is.
package struct SourceForm: Sendable {
  package struct Key: Sendable {
    package let name: String
    package let value: SourceValue
    package let isRequired: Bool
    /// One sentence for the author who has the cursor on it.
    package let meaning: BilingualText

    package init(
      _ name: String, _ value: SourceValue, isRequired: Bool, meaning: BilingualText
    ) {
      self.name = name
      self.value = value
      self.isRequired = isRequired
      self.meaning = meaning
    }
  }

  /// Keys that exclude each other.
  package struct Choice: Hashable, Sendable {
    package let keys: [String]
    /// True where one of them has to be there.
    package let isRequired: Bool
  }

  /// What the form is called in a schema; unique.
  package let name: String
  /// What a person calls it.
  package let words: BilingualText
  package let keys: [Key]
  package let choices: [Choice]
  /// The names of the keys, in the order that a file has them in.
  package let names: [String]

  package init(_ name: String, words: BilingualText, _ keys: [Key], choices: [Choice] = []) {
    self.name = name
    self.words = words
    self.keys = keys
    self.choices = choices
    names = keys.map(\.name)
  }
}

/// What may stand behind a key.
package indirect enum SourceValue: Sendable {
  /// A text that is not empty; numbers and dates are texts too.
  case text
  /// A text, or an explicit `null`.
  case textOrNull
  /// The id of a rule, `kind.family.slug`.
  case ruleID
  /// A part of an id: lower-case letters, digits and single hyphens.
  case slug
  /// A name that expressions will use.
  case identifier
  /// The id of an instrument in the registry.
  case instrument
  /// The beginning of the code of a region: up to twelve digits.
  case region
  /// A CEL expression.
  case expression
  /// A day, or an explicit `null`.
  case day
  /// A day, and no `null`.
  case someDay
  case flag
  /// A whole number, 1 or more.
  case count
  /// Points of a score sheet.
  case points
  /// One of a closed set of words.
  case word([String])
  case form(SourceForm)
  case list(SourceValue)
  /// One of it, or a list of it.
  case oneOrMany(SourceValue)
  /// Of several shapes: a scalar or a list.
  case either(SourceValue, SourceValue)
  /// A mapping from names, which expressions use, to values of one sort.
  case named(SourceValue)
  /// A mapping from ids of rules to values of one sort.
  case byRule(SourceValue)
  /// The path of a fact in a record.
  case factPath
  /// A mapping from paths of facts to what is put there.
  case patch
  /// Of a type that another key of the file says, or read by people alone.
  case any

  /// The words of an enumeration.
  package static func word<Words: RawRepresentable & CaseIterable>(_ type: Words.Type)
    -> SourceValue
  where Words.RawValue == String {
    .word(Words.allCases.map(\.rawValue))
  }
}

extension SourceForm.Key {
  /// A key that may be left out.
  package static func may(_ name: String, _ value: SourceValue, zh: String, en: String) -> Self {
    Self(name, value, isRequired: false, meaning: BilingualText(zh: zh, en: en))
  }

  /// A key that has to be there.
  package static func must(_ name: String, _ value: SourceValue, zh: String, en: String) -> Self {
    Self(name, value, isRequired: true, meaning: BilingualText(zh: zh, en: en))
  }
}

extension SourceForm.Choice {
  package static func exactlyOne(_ keys: String...) -> Self { Self(keys: keys, isRequired: true) }
  package static func atMostOne(_ keys: [String]) -> Self { Self(keys: keys, isRequired: false) }
}

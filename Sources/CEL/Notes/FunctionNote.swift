package import SourceText

/// What the reference says of a function, an operator or a macro beside its signatures.
package struct FunctionNote: Sendable {
  package struct Example: Sendable {
    package let expression: String
    /// As `ValueText.debug` writes it.
    package let value: String
  }

  /// The name that the function table has, `_+_` for an operator.
  package let name: String
  /// How it is written, for operators and macros that no table declares; else empty.
  package let forms: [String]
  package let meaning: BilingualText
  package let examples: [Example]

  init(
    _ name: String, forms: [String] = [], zh: String, en: String,
    _ examples: KeyValuePairs<String, String>
  ) {
    self.name = name
    self.forms = forms
    meaning = BilingualText(zh: zh, en: en)
    self.examples = examples.map { Example(expression: $0.key, value: $0.value) }
  }
}

/// A part of the reference.
package struct FunctionChapter: Sendable {
  package let title: BilingualText
  package let notes: [FunctionNote]

  init(zh: String, en: String, _ notes: [FunctionNote]) {
    title = BilingualText(zh: zh, en: en)
    self.notes = notes
  }

  /// Every chapter, in the order of the reference.
  package static let all: [FunctionChapter] =
    languageChapters + valueChapters + listChapters + caseChapters
}

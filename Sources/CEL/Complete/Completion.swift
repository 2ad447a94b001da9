/// What may be written at the end of a beginning of an expression: names, fields, functions, and
/// the texts of an enumeration inside quotes.
///
/// The beginning need not be correct and seldom is; where nothing is known of what stands before
/// the place, there are no candidates rather than wrong ones.
package struct Completion: Sendable {
  /// One way to go on.
  package struct Candidate: Hashable, Sendable {
    package let name: String
    /// What is sure to follow the name: `(` for a function, `.` for what is no name by itself, the
    /// closing quote of a text.
    package let tail: String

    package init(_ name: String, tail: String = "") {
      self.name = name
      self.tail = tail
    }

    package var text: String { name + tail }
  }

  /// The word that has been begun, which a candidate replaces.
  package let word: String
  /// In the order of their bytes, none twice, each beginning with the word.
  package let candidates: [Candidate]

  /// Keeps the candidates that go on from a word.
  package init(of word: String, among candidates: some Sequence<Candidate>) {
    self.word = word
    self.candidates = Set(candidates).filter { $0.text.utf8.starts(with: word.utf8) }
      .sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
  }

  /// Completes the end of a text in an environment.
  package init(of text: String, in environment: Environment) {
    let beginning = ExpressionBeginning(text, in: environment)
    self.init(of: beginning.word, among: beginning.candidates())
  }

  /// What every candidate goes on with behind the word; empty where they differ at once.
  package var continuation: String {
    guard var common = candidates.first?.text[...] else { return "" }
    for candidate in candidates.dropFirst() {
      common = common.prefix(zip(common, candidate.text).prefix { $0 == $1 }.count)
    }
    return String(Substring(common.utf8.dropFirst(word.utf8.count)))
  }
}

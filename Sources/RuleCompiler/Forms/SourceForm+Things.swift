internal import SourceText

extension SourceForm {
  /// A form of the rules folder, called as messages call what it stands for.
  init(_ name: String, _ thing: SourceThing, _ keys: [Key], choices: [Choice] = []) {
    self.init(name, words: thing.words, keys, choices: choices)
  }
}

import Findings
import RuleCompiler
import SourceText

/// A mutant before its key is made: several may have the same words.
struct MutantDraft {
  var family: MutationFamily
  var place: String
  var words: String
  var range: ByteRange
  var replacement: String
  var change: Mutant.Change
  var expressions: [String] = []

  init(
    _ family: MutationFamily, _ place: String, _ words: String, _ range: ByteRange,
    _ replacement: String, _ rule: RuleSource
  ) {
    self.init(family, place, words, range, replacement, change: .rule(rule))
  }

  init(
    _ family: MutationFamily, _ place: String, _ words: String, _ range: ByteRange,
    _ replacement: String, change: Mutant.Change
  ) {
    self.family = family
    self.place = place
    self.words = words
    self.range = range
    self.replacement = replacement
    self.change = change
  }
}

package import Findings
internal import FoundationEssentials
package import RuleCompiler
internal import SourceText

/// Measurements of earlier runs, by rule, to be used again while nothing that they depend on has
/// changed.
///
/// A cache of another program, or one that cannot be read, is empty.
package struct MutationCache: Sendable {
  private struct Contents: Codable, Sendable {
    /// Digest of the program: another may make other mutants.
    var program: String
    var rules: [String: Entry] = [:]
  }

  private struct Entry: Codable, Sendable {
    var digest: String
    var result: StoredMutation
  }

  private var contents: Contents

  /// - Parameter bytes: What `bytes` gave at the end of an earlier run; `nil` where there was none.
  package init(_ bytes: [UInt8]?, program: String) {
    let read = bytes.flatMap { try? JSONDecoder().decode(Contents.self, from: Data($0)) }
    contents = read.flatMap { $0.program == program ? $0 : nil } ?? Contents(program: program)
  }

  /// What an earlier run found of a rule.
  ///
  /// - Parameter searches: True where survivors need a search, but for those that `proof.yaml` calls
  ///   equivalent; a result without one does not serve then, and one with it loses it otherwise.
  package func result(
    for rule: RuleSource, digest: String, searches: Bool, in loaded: LoadedRules
  ) -> RuleMutation? {
    guard let entry = contents.rules[rule.id.text], entry.digest == digest,
      var result = entry.result.mutation(of: rule, in: loaded)
    else { return nil }
    if searches {
      let excused = Set(
        loaded.source.proof.mutation.filter { $0.rule.text == rule.id.text }.map(\.mutant.text))
      let lacksSearch = result.survivors.contains {
        $0.search == .notDone && !excused.contains($0.key)
      }
      return lacksSearch ? nil : result
    }
    for index in result.survivors.indices { result.survivors[index].search = .notDone }
    return result
  }

  /// Keeps the result of a rule; one that was not measured is not kept.
  package mutating func keep(_ result: RuleMutation, digest: String) {
    guard result.isMeasured else {
      contents.rules[result.rule] = nil
      return
    }
    contents.rules[result.rule] = Entry(digest: digest, result: StoredMutation(result))
  }

  /// Forgets rules that there are no longer.
  package mutating func keepOnly(_ rules: Set<String>) {
    contents.rules = contents.rules.filter { rules.contains($0.key) }
  }

  /// The cache as JSON, the same for the same results.
  package var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(contents)).map { [UInt8]($0) + [0x0A] } ?? []
  }
}

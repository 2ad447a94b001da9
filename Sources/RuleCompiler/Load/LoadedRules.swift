package import CaseRecords
package import Findings
package import SourceText

/// A rules folder, read and compiled as far as it is right.
package struct LoadedRules: Sendable {
  /// The folder as the user named it, or as it was found.
  package let folder: String
  package let source: RulebookSource
  /// One for each record kind whose schema is right, in the order of the files.
  package let rulebooks: [Rulebook]
  /// The score sheets that are right, in the order of the files.
  package let standards: [CompiledStandard]
  /// Everything that is wrong, by file and place; paths begin with `folder`.
  package let diagnostics: [LocatedDiagnostic]

  package var hasErrors: Bool { diagnostics.contains { $0.diagnostic.severity == .error } }

  /// The record kinds, to read records by.
  package var kinds: RecordKinds { RecordKinds(rulebooks.map(\.schema)) }

  /// The rulebook for a record that was read by one of `kinds`.
  package func rulebook(for record: CaseRecord) -> Rulebook? {
    rulebooks.first { $0.schema === record.schema }
  }

  /// Finds a rule by its id or a former one.
  package func rule(_ id: String) -> CompiledRule? {
    for rulebook in rulebooks {
      if let rule = rulebook.rule(id) { return rule }
    }
    return nil
  }

  /// Every rule, by id.
  package var rules: [CompiledRule] {
    rulebooks.flatMap(\.rules).sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// The rule id that was probably meant by one that there is not.
  package func ruleID(near id: String) -> String? {
    let ids = rules.map(\.id)
    if let whole = Suggestion.nearest(to: id, among: ids) { return whole }
    // A name without its family is the usual slip: `decision-published` for the whole id.
    let last = id.split(separator: ".").last.map(String.init) ?? id
    return ids.first { $0.hasSuffix(".\(last)") }
      ?? ids.first { !last.isEmpty && $0.contains(last) }
  }

  /// The text of a rule file, for an excerpt: by the path that a place or diagnostic names.
  package func file(_ path: String) -> SourceFile? {
    let prefix = "\(folder)/"
    guard path.utf8.starts(with: prefix.utf8) else { return nil }
    let below = String(path.dropFirst(prefix.count))
    return source.files.first { $0.path == below }
  }
}

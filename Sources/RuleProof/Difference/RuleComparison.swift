package import CaseRecords
package import Findings
package import RuleCompiler
internal import RuleEvaluator
internal import SourceText
package import WorkCalendar

/// Holds two readings of a rules folder against each other: which rules read differently, and of which
/// records they say something else.
///
/// A rule is looked at where anything that it rests on has changed: its file, parameters that it names,
/// the terms of other rules, the definitions and schemas that all share. Of a record only such rules
/// are asked.
package struct RuleComparison: Sendable {
  /// One reading.
  private struct Side: Sendable {
    let loaded: LoadedRules
    /// By record kind.
    let rulebooks: [String: Rulebook]
    /// By the path below the folder.
    let files: [String: SourceFile]

    /// - Parameter rulebooks: `nil` for those of the folder.
    init(_ loaded: LoadedRules, rulebooks: [String: Rulebook]? = nil) {
      self.loaded = loaded
      self.rulebooks =
        rulebooks
        ?? Dictionary(
          loaded.rulebooks.compactMap { book in book.schema.kind.map { ($0, book) } },
          uniquingKeysWith: { first, _ in first })
      files = Dictionary(
        loaded.source.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func evaluator(of kind: String, asOf: CivilDate) -> RecordEvaluator? {
      rulebooks[kind].map { RecordEvaluator(rulebook: $0, asOf: asOf) }
    }
  }

  /// A rule to look at, as it was and as it is.
  private struct Candidate: Sendable {
    let old: RuleSource?
    let new: RuleSource?
    /// As it is, or as it was where it is gone.
    let rule: RuleSource

    /// `nil` where neither side has it.
    init?(old: RuleSource?, new: RuleSource?) {
      guard let rule = new ?? old else { return nil }
      (self.old, self.new, self.rule) = (old, new, rule)
    }

    var id: String { rule.id.text }
    var kind: String { rule.recordKind }
  }

  private let old: Side
  private let new: Side
  private let candidates: [Candidate]
  /// True where one reading of a record serves both sides: they have the same schema.
  private let sharesRecords: Bool
  /// The day of the review of cases.
  private let asOf: CivilDate

  package init(old: LoadedRules, new: LoadedRules, asOf: CivilDate) {
    self.asOf = asOf
    let (before, after) = (RuleDigests(old.source), RuleDigests(new.source))
    let earlier = Dictionary(
      old.source.rules.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    let later = Dictionary(
      new.source.rules.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(earlier.keys).union(later.keys).sorted()
    let candidates = ids.compactMap { id -> Candidate? in
      let (one, other) = (earlier[id], later[id])
      if let one, let other, before.digest(of: one) == after.digest(of: other) { return nil }
      return Candidate(old: one, new: other)
    }
    self.candidates = candidates
    self.new = Side(new)
    // With the same schemas, definitions, calendars and registry a record is read once for both.
    let changed =
      before.shared == after.shared
      ? Self.taking(candidates, of: Side(old), into: self.new.rulebooks) : nil
    sharesRecords = changed != nil
    self.old = Side(old, rulebooks: changed)
  }

  /// True where nothing has to be asked of any record.
  package var isEmpty: Bool { candidates.isEmpty }

  // MARK: Sides

  /// The new rulebooks with the old text of each candidate in the place of the new one; `nil` where
  /// that cannot be done, as for a rule that is gone.
  private static func taking(
    _ candidates: [Candidate], of old: Side, into books: [String: Rulebook]
  ) -> [String: Rulebook]? {
    var books = books
    let parameters = ParameterTable(old.loaded.source.parameters)
    for candidate in candidates {
      guard let rule = candidate.old else { continue }
      guard candidate.new != nil, let book = books[candidate.kind],
        let file = old.files[rule.file],
        let changed = book.replacing(rule, parameters: parameters, file: file).rulebook
      else { return nil }
      books[candidate.kind] = changed
    }
    return books
  }

  // MARK: Words

  /// What reads differently, without asking any record.
  package func report() -> DifferenceReport {
    var report = DifferenceReport()
    let (before, after) = (old.files, new.files)
    let ofRules = Set(
      (old.loaded.source.rules + new.loaded.source.rules).map(\.file))
    report.rules = candidates.map { candidate in
      let rule = candidate.rule
      var words: [WordDifference] = []
      if candidate.old?.file == candidate.new?.file,
        before[rule.file]?.bytes != after[rule.file]?.bytes
      {
        words = WordComparison.differences(old: before[rule.file], new: after[rule.file])
          .filter { !$0.path.hasPrefix("examples[") }
      }
      let status: RuleDifference.Status =
        candidate.old == nil
        ? .added : candidate.new == nil ? .removed : words.isEmpty ? .affected : .edited
      var difference = RuleDifference(
        rule: candidate.id,
        title: rule.title?.text ?? BilingualText(zh: candidate.id, en: candidate.id),
        file: rule.file, status: status)
      if status == .edited { difference.words = words }
      return difference
    }
    let changed = Set(before.keys).union(after.keys).subtracting(ofRules).filter {
      before[$0]?.bytes != after[$0]?.bytes
    }
    report.shared = changed.sorted().compactMap { path in
      let words = WordComparison.differences(old: before[path], new: after[path])
      return words.isEmpty ? nil : SharedDifference(file: path, words: words)
    }
    return report
  }

  // MARK: Records

  /// Asks both sides about one record, of every rule that may have changed.
  ///
  /// - Returns: By number of the rule in `report().rules`.
  private func differences(
    _ name: String, isExample: Bool, asOf: CivilDate, kind: String, old before: CaseRecord?,
    new after: CaseRecord?
  ) -> [(rule: Int, difference: RecordDifference)] {
    var found: [(rule: Int, difference: RecordDifference)] = []
    let (earlier, later) = (
      old.evaluator(of: kind, asOf: asOf), new.evaluator(of: kind, asOf: asOf)
    )
    for (number, candidate) in candidates.enumerated() where candidate.kind == kind {
      let one = before.flatMap { earlier?.review($0, rule: candidate.id) }
      let other = after.flatMap { later?.review($0, rule: candidate.id) }
      guard one != other else { continue }
      found.append(
        (number, RecordDifference(record: name, isExample: isExample, old: one, new: other)))
    }
    return found
  }

  /// Asks about the examples of every rule, old and new, each once.
  package func compareExamples(into report: inout DifferenceReport) {
    var seen: Set<String> = []
    let sides = [(new, true), (old, false)]
    for (side, isNew) in sides {
      for rule in side.loaded.source.rules {
        guard let file = side.files[rule.file] else { continue }
        for example in rule.examples {
          let text = "\(rule.recordKind) \(file.text(in: example.range))"
          guard seen.insert(text).inserted else { continue }
          let (before, after) = records(of: example, rule, isNew: isNew)
          guard before != nil || after != nil else { continue }
          report.examples += 1
          let line = file.position(at: example.range.start).line
          add(
            differences(
              "\(rule.file):\(line)", isExample: true,
              asOf: example.asOf ?? ExampleRunner.standardDay, kind: rule.recordKind, old: before,
              new: after), to: &report)
        }
      }
    }
  }

  private func records(
    of example: ExampleSource, _ rule: RuleSource, isNew: Bool
  ) -> (old: CaseRecord?, new: CaseRecord?) {
    func read(_ side: Side) -> CaseRecord? {
      side.rulebooks[rule.recordKind].flatMap {
        ExampleReading(example, of: rule, $0, in: side.loaded).record
      }
    }
    if sharesRecords {
      let record = read(isNew ? new : old)
      return (record, record)
    }
    return (read(old), read(new))
  }

  /// Asks about cases.
  ///
  /// - Parameter progress: Is told after each case how many are done.
  package func compareCases(
    _ sources: [FoundSource], jobs: Int, into report: inout DifferenceReport,
    progress: (Int) -> Void = { _ in }
  ) async throws {
    let loader = RecordLoader(kinds: new.loaded.kinds, checksAttachments: false)
    let other =
      sharesRecords ? nil : RecordLoader(kinds: old.loaded.kinds, checksAttachments: false)
    var differing = report
    try await RecordBatch(loader: loader, jobs: jobs).run(sources) { work in
      compare(work, loader, other)
    } receive: { result in
      switch result {
      case .unreadable(let name): differing.unreadable.append(name)
      case .compared(let found):
        differing.cases += 1
        add(found, to: &differing)
      }
      progress(differing.cases + differing.unreadable.count)
      return true
    }
    report = differing
  }

  private enum CaseComparison: Sendable {
    case unreadable(String)
    case compared([(rule: Int, difference: RecordDifference)])
  }

  private func compare(
    _ work: RecordWork, _ loader: RecordLoader, _ other: RecordLoader?
  ) -> CaseComparison {
    guard let loaded = work.load(by: loader) else {
      if case .failure(let path, _) = work { return .unreadable(path) }
      return .unreadable("")
    }
    let before = other == nil ? loaded.record : other.flatMap { work.load(by: $0)?.record }
    guard let kind = (loaded.record ?? before)?.schema.kind else { return .unreadable(loaded.name) }
    return .compared(
      differences(
        loaded.name, isExample: false, asOf: asOf, kind: kind, old: before, new: loaded.record))
  }

  private func add(
    _ found: [(rule: Int, difference: RecordDifference)], to report: inout DifferenceReport
  ) {
    for (rule, difference) in found { report.rules[rule].records.append(difference) }
  }
}

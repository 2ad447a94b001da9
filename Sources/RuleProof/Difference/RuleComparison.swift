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

    /// By record kind, the candidates of that kind in their order.
    var choices: [String: RuleChoice] = [:]

    /// What each candidate of a kind says of a record; nothing without one.
    func review(_ record: CaseRecord?, of kind: String, asOf: CivilDate) -> [RuleResult?]? {
      guard let record, let rulebook = rulebooks[kind], let choice = choices[kind] else {
        return nil
      }
      return RecordEvaluator(rulebook: rulebook, asOf: asOf).review(record, by: choice)
    }

    mutating func choose(_ candidates: [Candidate]) {
      for (kind, rulebook) in rulebooks {
        let ids = candidates.filter { $0.kind == kind }.map(\.id)
        choices[kind] = RuleChoice(ids, of: rulebook)
      }
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

  private var old: Side
  private var new: Side
  private let candidates: [Candidate]
  /// True where one reading of a record serves both sides: they have the same schema.
  private let sharesRecords: Bool
  /// The day of the review of cases.
  private let asOf: CivilDate
  /// A digest of what gives records their meaning.
  private let sharedDigest: String

  package init(old: LoadedRules, new: LoadedRules, asOf: CivilDate) {
    self.asOf = asOf
    let (before, after) = (RuleDigests(old.source), RuleDigests(new.source))
    sharedDigest = after.shared
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
    self.old.choose(candidates)
    self.new.choose(candidates)
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
    let earlier = old.review(before, of: kind, asOf: asOf)
    let later = new.review(after, of: kind, asOf: asOf)
    let numbers = candidates.indices.filter { candidates[$0].kind == kind }
    for (place, number) in numbers.enumerated() {
      let (one, other) = (earlier?[place], later?[place])
      guard one != other else { continue }
      found.append(
        (number, RecordDifference(record: name, isExample: isExample, old: one, new: other)))
    }
    return found
  }

  /// One example, with the side that it is written on.
  private struct SidedExample: Sendable {
    let rule: RuleSource
    let example: ExampleSource
    let isNew: Bool
    /// The line that it begins on.
    let line: Int
    /// The kind of its record and its text, by which it is known.
    let text: String
  }

  /// Asks about the examples of every rule, old and new, each once.
  ///
  /// - Parameter packs: Where the records of the old side's examples are kept, and these will be.
  package func compareExamples(
    jobs: Int, packs: RecordPackStore? = nil, into report: inout DifferenceReport
  ) async throws {
    let examples = allExamples()
    let kept = sharesRecords ? packs.map { KeptExamples(texts(of: old), sharedDigest, $0) } : nil
    let pack = kept?.pack(schemas)
    var read: [String: CaseRecord] = [:]
    var rest = examples[...]
    var differing = report
    try await inOrder(
      jobs: jobs, next: { rest.popFirst() },
      { one in
        let packed = pack.flatMap { kept?.record(one.text, in: $0) }
        return differences(in: one, packed)
      },
      receive: { comparison in
        guard let found = comparison.found else { return true }
        if pack == nil { read[comparison.name] = comparison.record }
        differing.examples += 1
        add(found, to: &differing)
        return true
      })
    if pack == nil { kept?.keep(read, schemas) }
    report = differing
  }

  /// What was found of an example by its text; nothing for one that makes no record.
  private func differences(in one: SidedExample, _ packed: CaseRecord?) -> CaseComparison {
    let (before, after) =
      packed.map { ($0, $0) } ?? records(of: one.example, one.rule, isNew: one.isNew)
    if before == nil, after == nil {
      return CaseComparison(name: one.text, record: nil, found: nil)
    }
    let found = differences(
      "\(one.rule.file):\(one.line)", isExample: true,
      asOf: one.example.asOf ?? ExampleRunner.standardDay, kind: one.rule.recordKind, old: before,
      new: after)
    return CaseComparison(name: one.text, record: after, found: found)
  }

  private func texts(of side: Side) -> [String] {
    side.loaded.source.rules.flatMap { rule in
      side.files[rule.file].map { file in
        rule.examples.map { Self.text(of: $0, rule, file) }
      } ?? []
    }
  }

  private static func text(
    of example: ExampleSource, _ rule: RuleSource, _ file: SourceFile
  ) -> String {
    "\(rule.recordKind) \(file.text(in: example.range))"
  }

  private var schemas: [RecordSchema] {
    new.rulebooks.values.map(\.schema).sorted { ($0.kind ?? "") < ($1.kind ?? "") }
  }

  private func allExamples() -> [SidedExample] {
    var seen: Set<String> = []
    var examples: [SidedExample] = []
    for (side, isNew) in [(new, true), (old, false)] {
      for rule in side.loaded.source.rules {
        guard let file = side.files[rule.file] else { continue }
        for example in rule.examples {
          let text = Self.text(of: example, rule, file)
          guard seen.insert(text).inserted else { continue }
          examples.append(
            SidedExample(
              rule: rule, example: example, isNew: isNew,
              line: file.position(at: example.range.start).line, text: text))
        }
      }
    }
    return examples
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
  /// - Parameters:
  ///   - packs: Where the records of earlier runs are kept, and these will be; `nil` to read all anew.
  ///   - progress: Is told after each case how many are done.
  package func compareCases(
    _ sources: [FoundSource], jobs: Int, packs: RecordPackStore? = nil,
    into report: inout DifferenceReport, progress: (Int) -> Void = { _ in }
  ) async throws {
    let schemas = schemas
    let key = sharesRecords ? packs?.key(of: sources, meaning: sharedDigest) : nil
    if let key, let pack = packs?.pack(key, schemas: schemas) {
      try await compare(pack, jobs: jobs, into: &report, progress)
      return
    }
    var writer = key.map { _ in PackWriter(schemas: schemas) }
    let loader = RecordLoader(kinds: new.loaded.kinds, checksAttachments: false)
    let other =
      sharesRecords ? nil : RecordLoader(kinds: old.loaded.kinds, checksAttachments: false)
    var differing = report
    try await RecordBatch(loader: loader, jobs: jobs).run(sources) { work in
      compare(work, loader, other)
    } receive: { result in
      writer?.add(result.record, named: result.name)
      add(result, to: &differing, progress)
      return true
    }
    if let key, let bytes = writer?.finished(key: key) { packs?.keep(bytes, as: key) }
    report = differing
  }

  private func compare(
    _ pack: RecordPack, jobs: Int, into report: inout DifferenceReport, _ progress: (Int) -> Void
  ) async throws {
    let piece = 128
    var pieces = stride(from: 0, to: pack.count, by: piece).map {
      $0..<min($0 + piece, pack.count)
    }[...]
    var differing = report
    try await inOrder(
      jobs: jobs, next: { pieces.popFirst() },
      { numbers in
        numbers.map { number in
          let entry = pack.entry(number)
          var comparison = compare(entry?.record, entry?.record, named: entry?.name ?? "")
          comparison.record = nil
          return comparison
        }
      },
      receive: { results in
        for result in results { add(result, to: &differing, progress) }
        return true
      })
    report = differing
  }

  /// What was found of one case.
  private struct CaseComparison: Sendable {
    let name: String
    /// As it was read, for a pack.
    var record: CaseRecord?
    /// `nil` where it could not be read.
    let found: [(rule: Int, difference: RecordDifference)]?
  }

  private func compare(
    _ work: RecordWork, _ loader: RecordLoader, _ other: RecordLoader?
  ) -> CaseComparison {
    guard let loaded = work.load(by: loader) else {
      if case .failure(let path, _) = work {
        return CaseComparison(name: path, record: nil, found: nil)
      }
      return CaseComparison(name: "", record: nil, found: nil)
    }
    let before = other == nil ? loaded.record : other.flatMap { work.load(by: $0)?.record }
    return compare(before, loaded.record, named: loaded.name)
  }

  private func compare(
    _ before: CaseRecord?, _ after: CaseRecord?, named name: String
  ) -> CaseComparison {
    guard let kind = (after ?? before)?.schema.kind else {
      return CaseComparison(name: name, record: nil, found: nil)
    }
    return CaseComparison(
      name: name, record: after,
      found: differences(
        name, isExample: false, asOf: asOf, kind: kind, old: before, new: after))
  }

  private func add(
    _ comparison: CaseComparison, to report: inout DifferenceReport, _ progress: (Int) -> Void
  ) {
    if let found = comparison.found {
      report.cases += 1
      add(found, to: &report)
    } else {
      report.unreadable.append(comparison.name)
    }
    progress(report.cases + report.unreadable.count)
  }

  private func add(
    _ found: [(rule: Int, difference: RecordDifference)], to report: inout DifferenceReport
  ) {
    for (rule, difference) in found { report.rules[rule].records.append(difference) }
  }
}

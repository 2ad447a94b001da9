package import SourceText

/// What an edit of the rules changes: in words, and in what they say of records.
package struct DifferenceReport: Sendable {
  /// The rules that read or judge differently, by id.
  package var rules: [RuleDifference] = []
  /// What changed in files that rules share: definitions, parameters, schemas, the law registry.
  package var shared: [SharedDifference] = []
  /// How many records both readings were held against.
  package var examples = 0
  package var cases = 0
  /// Records that could not be read, by name, and that nothing is said of.
  package var unreadable: [String] = []

  package init() {}

  /// The rules that judge differently and that nobody declared.
  package var undeclared: [RuleDifference] {
    rules.filter { $0.changesBehaviour && $0.declaration == nil }
  }
}

/// One file that rules share.
package struct SharedDifference: Hashable, Sendable {
  /// Below the rules folder.
  package var file: String
  package var words: [WordDifference]

  package init(file: String, words: [WordDifference]) {
    self.file = file
    self.words = words
  }
}

/// One value of a file, as it read and as it reads; `nil` where there is none.
package struct WordDifference: Hashable, Sendable {
  /// Where it stands: `severity`, `require[waited].that`.
  package var path: String
  package var old: String?
  package var new: String?
  /// The line of the new text, from 1; of the old one where it is gone.
  package var line: Int

  package init(path: String, old: String?, new: String?, line: Int) {
    self.path = path
    self.old = old
    self.new = new
    self.line = line
  }
}

/// What an edit changes in one rule.
package struct RuleDifference: Sendable {
  package enum Status: String, Sendable {
    case added, removed, edited
    /// The rule reads as before; something that it rests on does not.
    case affected
  }

  package var rule: String
  package var title: BilingualText
  /// Below the rules folder.
  package var file: String
  package var status: Status
  package var words: [WordDifference] = []
  /// Records of which the rule says something else, in the order they were looked at.
  package var records: [RecordDifference] = []
  /// Why the edit is intended, as declared; `nil` where nobody did.
  package var declaration: String?

  package init(rule: String, title: BilingualText, file: String, status: Status) {
    self.rule = rule
    self.title = title
    self.file = file
    self.status = status
  }

  /// True where an outcome, a finding, its weight or its remedy is another; not for other words alone.
  package var changesBehaviour: Bool { records.contains { $0.changesBehaviour } }

  /// How often one outcome became another, the most frequent first.
  package var transitions: [(old: Outcome?, new: Outcome?, count: Int)] {
    var counts: [Pair: Int] = [:]
    for record in records {
      counts[Pair(old: record.old?.outcome, new: record.new?.outcome), default: 0] += 1
    }
    return counts.sorted { a, b in
      a.value == b.value ? a.key.text < b.key.text : a.value > b.value
    }.map { ($0.key.old, $0.key.new, $0.value) }
  }

  private struct Pair: Hashable {
    var old: Outcome?
    var new: Outcome?

    var text: String { "\(old?.rawValue ?? "") \(new?.rawValue ?? "")" }
  }
}

/// What the two readings of a rule say of one record, where that differs.
package struct RecordDifference: Sendable {
  /// The name of a case, or `Rules/….yaml:41` of an example.
  package var record: String
  package var isExample: Bool
  /// `nil` where there is no such rule.
  package var old: RuleResult?
  package var new: RuleResult?

  package init(record: String, isExample: Bool, old: RuleResult?, new: RuleResult?) {
    self.record = record
    self.isExample = isExample
    self.old = old
    self.new = new
  }

  /// True where more than the words of a finding is another.
  package var changesBehaviour: Bool {
    old?.outcome != new?.outcome || Self.weights(of: old) != Self.weights(of: new)
  }

  /// Findings that only the new reading has.
  package var appeared: [Finding] { Self.findings(of: new, besides: old) }
  /// Findings that only the old reading has.
  package var vanished: [Finding] { Self.findings(of: old, besides: new) }

  private static func findings(of result: RuleResult?, besides other: RuleResult?) -> [Finding] {
    let known = Set((other?.findings ?? []).map { Weight($0) })
    return (result?.findings ?? []).filter { !known.contains(Weight($0)) }
  }

  private static func weights(of result: RuleResult?) -> [Weight] {
    (result?.findings ?? []).map { Weight($0) }
  }

  /// What a finding says, its words left aside.
  private struct Weight: Hashable {
    var check: String?
    var elements: [String]
    var outcome: Outcome
    var severity: RuleSeverity
    var kind: RuleKind
    var cites: [String]
    var missing: [String]

    init(_ finding: Finding) {
      check = finding.check
      elements = finding.elements
      outcome = finding.outcome
      severity = finding.severity
      kind = finding.kind
      cites = finding.cites.map { "\($0.instrument) \($0.article)" }
      missing = finding.missing
    }
  }
}

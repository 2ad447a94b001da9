package import SourceText
package import WorkCalendar

/// One thing that a review has to say about one record: design.md §5.
package struct Finding: Hashable, Sendable {
  package var rule: String
  /// The check in the rule; `nil` where the only check has no id.
  package var check: String?
  /// The failing elements by path with indexes from 0, one for each binding of `each`; empty where
  /// the check runs over no list.
  package var elements: [String] = []
  package var outcome: Outcome
  package var severity: RuleSeverity
  package var kind: RuleKind
  /// The case number as recorded; `nil` where the record has none.
  package var caseNumber: String?
  package var title: BilingualText
  package var message: BilingualText
  package var cites: [Citation] = []
  /// Facts that the check read, the one at fault first.
  package var evidence: [Evidence] = []
  package var computed: Computed = Computed()
  /// Facts, lists, parameters and calendar years that would have to be known, by path or name;
  /// for a violation the facts that are not on file.
  package var missing: [String] = []
  package var remedy: BilingualText?
  /// Lower-case hex; stable when lines move. Rule + check + case number + element keys.
  package var fingerprint: String
  /// How it stands to a baseline and to waivers.
  package var status = FindingStatus()

  package init(
    rule: String, check: String?, outcome: Outcome, severity: RuleSeverity, kind: RuleKind,
    caseNumber: String?, title: BilingualText, message: BilingualText, fingerprint: String
  ) {
    self.rule = rule
    self.check = check
    self.outcome = outcome
    self.severity = severity
    self.kind = kind
    self.caseNumber = caseNumber
    self.title = title
    self.message = message
    self.fingerprint = fingerprint
  }
}

/// A provision that a rule rests on.
package struct Citation: Hashable, Sendable {
  /// The id in the law registry.
  package var instrument: String
  package var instrumentName: BilingualText
  /// The document number, such as 国办发〔2018〕118号; `nil` for a text without one.
  package var number: String?
  package var article: String
  /// The few words that carry the rule.
  package var says: String?

  package init(
    instrument: String, instrumentName: BilingualText, number: String?, article: String,
    says: String?
  ) {
    self.instrument = instrument
    self.instrumentName = instrumentName
    self.number = number
    self.article = article
    self.says = says
  }
}

/// One fact that a finding rests on, and where it stands.
package struct Evidence: Hashable, Sendable {
  package enum State: String, Hashable, Sendable { case present, absent, unrecorded }

  /// `decision.made_on`, `officers[1].licence_no`
  package var path: String
  package var label: BilingualText
  package var state: State
  /// The value as a record writes it, masked where it is personal; `nil` where it is not on file.
  package var value: String?
  /// The value as a person reads it, where that differs: the label of an enum, 是 for true.
  package var shown: BilingualText?
  /// Where in the record file; for a fact that is not there, where its section is.
  package var place: Place?
  /// The paper that the record names for the fact.
  package var document: DocumentPlace?
  /// True for the fact to point at first.
  package var isAtFault: Bool

  package init(
    path: String, label: BilingualText, state: State, value: String?,
    shown: BilingualText? = nil, place: Place?, document: DocumentPlace?, isAtFault: Bool
  ) {
    self.shown = shown
    self.path = path
    self.label = label
    self.state = state
    self.value = value
    self.place = place
    self.document = document
    self.isAtFault = isAtFault
  }
}

/// A place in a file, as editors count: lines and columns from 1, columns in characters.
package struct Place: Hashable, Sendable {
  /// The path as it was given on the command line, or as found below it.
  package var file: String
  package var line: Int
  package var column: Int
  package var endLine: Int
  package var endColumn: Int
  /// UTF-8 offsets of the same stretch, for the excerpt with its caret.
  package var range: ByteRange

  package init(
    file: String, line: Int, column: Int, endLine: Int, endColumn: Int, range: ByteRange
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
    self.range = range
  }

  /// The place of a range of a text.
  ///
  /// - Parameters:
  ///   - name: What the file is called; `nil` for the text's own path.
  ///   - firstLine: The line of the file that the text begins with, from 1.
  package init(
    of range: ByteRange, in text: SourceFile, called name: String? = nil, firstLine: Int = 1
  ) {
    let span = text.span(of: range)
    self.init(
      file: name ?? text.path, line: firstLine - 1 + span.line, column: span.column,
      endLine: firstLine - 1 + span.endLine, endColumn: span.endColumn, range: range)
  }
}

package struct DocumentPlace: Hashable, Sendable {
  package var id: String
  package var title: String?
  package var page: Int?

  package init(id: String, title: String?, page: Int?) {
    self.id = id
    self.title = title
    self.page = page
  }
}

/// What the engine worked out for a finding.
package struct Computed: Hashable, Sendable {
  /// The last day in time, after rolling; of a waiting period the last day of waiting.
  package var due: CivilDate?
  /// The latest it may be, where the due day is known as a range.
  package var dueLatest: CivilDate?
  /// For a term of hours, the moment, in Asia/Shanghai, `2024-05-06T09:30:00+08:00`.
  package var dueAt: String?
  /// Calendar days.
  package var daysLate: Int?
  /// For a term of hours whose act has a time, the minutes between the two.
  package var minutesLate: Int?
  /// Where the act must wait for the term to end; `nil` where it must come within it.
  package var wait: Wait?
  /// Parameters used, with their values and sources.
  package var parameters: [Parameter] = []

  /// From when an act that has to wait is in time.
  package enum Wait: Hashable, Sendable {
    case onLastDay, afterLastDay
  }

  package struct Parameter: Hashable, Sendable {
    package var name: String
    /// As a rule would write it: `days(90)`, `5000.00`; `null` where the law sets none.
    package var value: String
    /// The value as a person reads it, where that differs.
    package var shown: BilingualText?
    package var source: String
    package var isVerified: Bool

    package init(
      name: String, value: String, shown: BilingualText? = nil, source: String, isVerified: Bool
    ) {
      self.shown = shown
      self.name = name
      self.value = value
      self.source = source
      self.isVerified = isVerified
    }
  }

  package init() {}
}

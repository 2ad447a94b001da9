package import Findings
package import SourceText
package import WorkCalendar

/// A rule as its file says it, read and checked for shape; nothing in it is compiled.
package struct RuleSource: Sendable {
  package var id: NameSource
  /// Former ids.
  package var aliases: [NameSource]
  package var title: BilingualSource?
  package var cites: [CitationSource]
  /// `nil` where the rule has none of its own: it has `versions`, or a vector leaves it out and the
  /// rule is in force on every day.
  package var effective: EffectiveSource?
  package var severity: RuleSeverity
  package var kind: RuleKind
  package var applies: ExpressionSource?
  package var lets: [LetSource]
  /// In the order of the file; a top-level `deadline:` is a list of one without id. Empty for an
  /// indicator, and where only the versions have checks.
  package var checks: [CheckSource]
  /// True where the rule was written with a top-level `deadline:`.
  package var isDeadlineForm: Bool
  /// The figure of an indicator, in place of checks.
  package var value: ExpressionSource?
  package var message: MessageSource?
  package var remedy: MessageSource?
  package var reading: String?
  package var examples: [ExampleSource]
  package var exceptions: [ExceptionSource]
  /// In the order of their days. Empty for a rule with one text.
  package var versions: [VersionSource]
  /// True for `retroactive: lenient`.
  package var isRetroactiveWhereLenient: Bool
  /// The path of the file below the rules folder, with `/`.
  package var file: String
  package var range: ByteRange

  package init(
    id: NameSource, aliases: [NameSource] = [], title: BilingualSource? = nil,
    cites: [CitationSource] = [], effective: EffectiveSource? = nil,
    severity: RuleSeverity = .major, kind: RuleKind = .violation,
    applies: ExpressionSource? = nil, lets: [LetSource] = [], checks: [CheckSource] = [],
    isDeadlineForm: Bool = false, value: ExpressionSource? = nil, message: MessageSource? = nil,
    remedy: MessageSource? = nil, reading: String? = nil, examples: [ExampleSource] = [],
    exceptions: [ExceptionSource] = [], versions: [VersionSource] = [],
    isRetroactiveWhereLenient: Bool = false, file: String, range: ByteRange
  ) {
    self.id = id
    self.aliases = aliases
    self.title = title
    self.cites = cites
    self.effective = effective
    self.severity = severity
    self.kind = kind
    self.applies = applies
    self.lets = lets
    self.checks = checks
    self.isDeadlineForm = isDeadlineForm
    self.value = value
    self.message = message
    self.remedy = remedy
    self.reading = reading
    self.examples = examples
    self.exceptions = exceptions
    self.versions = versions
    self.isRetroactiveWhereLenient = isRetroactiveWhereLenient
    self.file = file
    self.range = range
  }

  /// The first two parts of the id: the record kind and the family; empty where it has fewer.
  package var recordKind: String { part(0) }
  package var family: String { part(1) }

  private func part(_ number: Int) -> String {
    let parts = id.text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > number ? String(parts[number]) : ""
  }
}

/// A provision that a rule or a check rests on, as the file names it.
package struct CitationSource: Hashable, Sendable {
  /// The id in the law registry.
  package var instrument: NameSource
  package var article: String
  /// The few words that carry the rule.
  package var says: String?
  package var range: ByteRange

  package init(instrument: NameSource, article: String, says: String?, range: ByteRange) {
    self.instrument = instrument
    self.article = article
    self.says = says
    self.range = range
  }
}

/// When a text holds, and by which date of the record that is asked; semantics §6.
package struct EffectiveSource: Sendable {
  /// The first that is present counts.
  package var basis: [ExpressionSource]
  /// First and last day, both included; `nil` is open.
  package var from: CivilDate?
  package var until: CivilDate?
  package var range: ByteRange

  package init(
    basis: [ExpressionSource], from: CivilDate?, until: CivilDate?, range: ByteRange
  ) {
    self.basis = basis
    self.from = from
    self.until = until
    self.range = range
  }
}

/// One entry of `versions:`: when it holds, and the keys that it replaces, each whole. What is
/// `nil` is as the rule has it.
package struct VersionSource: Sendable {
  package var effective: EffectiveSource
  package var title: BilingualSource?
  package var cites: [CitationSource]?
  package var severity: RuleSeverity?
  package var applies: ExpressionSource?
  package var lets: [LetSource]?
  package var checks: [CheckSource]?
  package var isDeadlineForm: Bool
  package var value: ExpressionSource?
  package var exceptions: [ExceptionSource]?
  package var message: MessageSource?
  package var remedy: MessageSource?
  package var reading: String?
  /// The text is the more favourable one to the party, `lighter: true`.
  package var isLighter: Bool
  package var range: ByteRange

  package init(
    effective: EffectiveSource, title: BilingualSource? = nil, cites: [CitationSource]? = nil,
    severity: RuleSeverity? = nil, applies: ExpressionSource? = nil, lets: [LetSource]? = nil,
    checks: [CheckSource]? = nil, isDeadlineForm: Bool = false, value: ExpressionSource? = nil,
    exceptions: [ExceptionSource]? = nil, message: MessageSource? = nil,
    remedy: MessageSource? = nil, reading: String? = nil, isLighter: Bool = false,
    range: ByteRange
  ) {
    self.effective = effective
    self.title = title
    self.cites = cites
    self.severity = severity
    self.applies = applies
    self.lets = lets
    self.checks = checks
    self.isDeadlineForm = isDeadlineForm
    self.value = value
    self.exceptions = exceptions
    self.message = message
    self.remedy = remedy
    self.reading = reading
    self.isLighter = isLighter
    self.range = range
  }
}

extension RuleSource {
  /// Returns the rule as it reads in one of its versions: the same rule, with every key that the
  /// version gives in place of its own, and without `versions`.
  package func reading(in version: VersionSource) -> RuleSource {
    var rule = self
    rule.versions = []
    rule.effective = version.effective
    if let title = version.title { rule.title = title }
    if let cites = version.cites { rule.cites = cites }
    if let severity = version.severity { rule.severity = severity }
    if let applies = version.applies { rule.applies = applies }
    if let lets = version.lets { rule.lets = lets }
    if let checks = version.checks {
      rule.checks = checks
      rule.isDeadlineForm = version.isDeadlineForm
    }
    if let value = version.value { rule.value = value }
    if let exceptions = version.exceptions { rule.exceptions = exceptions }
    if let message = version.message { rule.message = message }
    if let remedy = version.remedy { rule.remedy = remedy }
    if let reading = version.reading { rule.reading = reading }
    return rule
  }
}

/// An entry of `except:`: special law that takes checks out.
package struct ExceptionSource: Sendable {
  package var when: ExpressionSource
  /// Ids of checks of the same rule.
  package var items: [NameSource]
  package var cites: [CitationSource]
  package var reading: String?
  package var range: ByteRange

  package init(
    when: ExpressionSource, items: [NameSource], cites: [CitationSource] = [],
    reading: String? = nil, range: ByteRange
  ) {
    self.when = when
    self.items = items
    self.cites = cites
    self.reading = reading
    self.range = range
  }
}

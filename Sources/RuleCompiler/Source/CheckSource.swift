package import Findings
package import SourceText

/// One check of a rule; semantics §3.
///
/// Exactly one of `that` and `deadline` is there in a check that was read without errors; the
/// readers drop a check that has both or neither.
package struct CheckSource: Sendable {
  /// `nil` where the rule has a single check that needs none.
  package var id: NameSource?
  package var when: ExpressionSource?
  /// The lists run over, outermost first; a later one may use the names of those before it.
  package var each: [BindingSource]
  package var whereCondition: ExpressionSource?
  package var that: ExpressionSource?
  package var deadline: DeadlineSource?
  // What overrides the rule's own; `nil` or empty where the check says nothing.
  package var kind: RuleKind?
  package var severity: RuleSeverity?
  package var cites: [CitationSource]
  package var message: MessageSource?
  package var remedy: MessageSource?
  package var basis: [ExpressionSource]
  /// What an absent fact means here; `nil` where the schema's expectation decides.
  package var absent: AbsentMeaning?
  package var range: ByteRange

  package init(
    id: NameSource? = nil, when: ExpressionSource? = nil, each: [BindingSource] = [],
    whereCondition: ExpressionSource? = nil, that: ExpressionSource? = nil,
    deadline: DeadlineSource? = nil, kind: RuleKind? = nil, severity: RuleSeverity? = nil,
    cites: [CitationSource] = [], message: MessageSource? = nil, remedy: MessageSource? = nil,
    basis: [ExpressionSource] = [], absent: AbsentMeaning? = nil, range: ByteRange
  ) {
    self.id = id
    self.when = when
    self.each = each
    self.whereCondition = whereCondition
    self.that = that
    self.deadline = deadline
    self.kind = kind
    self.severity = severity
    self.cites = cites
    self.message = message
    self.remedy = remedy
    self.basis = basis
    self.absent = absent
    self.range = range
  }
}

/// One list that a check runs over.
package struct BindingSource: Sendable {
  package var list: ExpressionSource
  /// What an element is called, `as:`.
  package var name: NameSource
  /// What its index from 0 is called, `at:`.
  package var at: NameSource?

  package init(list: ExpressionSource, name: NameSource, at: NameSource? = nil) {
    self.list = list
    self.name = name
    self.at = at
  }
}

/// What a fact that is not on file means to a check, `absent:`.
package enum AbsentMeaning: String, Hashable, Sendable, CaseIterable {
  case violated
  case undetermined
  case notApplicable = "not-applicable"
}

package import SourceText

/// A `deadline:`; semantics §5.
package struct DeadlineSource: Sendable {
  /// How the term and the act stand to each other.
  package enum Term: Sendable {
    /// `within:` the act on or before the due day is in time.
    case within(ExpressionSource)
    /// `wait:` the act must come after the due day.
    case wait(ExpressionSource)

    package var period: ExpressionSource {
      switch self {
      case .within(let period), .wait(let period): period
      }
    }
  }

  package var from: ExpressionSource
  package var term: Term
  package var act: ExpressionSource
  /// Times that do not count.
  package var excluding: [StopSource]
  package var extendedBy: [ExtensionSource]
  /// False where a calendar period that ends on a day off ends there all the same.
  package var roll: Bool
  /// Under `wait`: the act may be on the last day itself.
  package var lastDayCounts: Bool
  /// The name under which other rules read it: `terms.NAME.due`, `terms.NAME.base`.
  package var name: NameSource?
  package var range: ByteRange

  package init(
    from: ExpressionSource, term: Term, act: ExpressionSource, excluding: [StopSource] = [],
    extendedBy: [ExtensionSource] = [], roll: Bool = true, lastDayCounts: Bool = false,
    name: NameSource? = nil, range: ByteRange
  ) {
    self.from = from
    self.term = term
    self.act = act
    self.excluding = excluding
    self.extendedBy = extendedBy
    self.roll = roll
    self.lastDayCounts = lastDayCounts
    self.name = name
    self.range = range
  }
}

/// An entry of `excluding:`: one stop, or one for each element of a list.
package struct StopSource: Sendable {
  /// Which end days of a stop are excluded from the running period.
  package enum Count: String, Hashable, Sendable, CaseIterable {
    /// The last day is, the first is not: the default, written by leaving `count` out.
    case last
    case both
    case neither
  }

  package var from: ExpressionSource
  /// `nil` where the entry names no end: such a stop runs on.
  package var until: ExpressionSource?
  package var each: [BindingSource]
  package var whereCondition: ExpressionSource?
  package var when: ExpressionSource?
  package var count: Count
  package var range: ByteRange

  package init(
    from: ExpressionSource, until: ExpressionSource?, each: [BindingSource] = [],
    whereCondition: ExpressionSource? = nil, when: ExpressionSource? = nil, count: Count = .last,
    range: ByteRange
  ) {
    self.from = from
    self.until = until
    self.each = each
    self.whereCondition = whereCondition
    self.when = when
    self.count = count
    self.range = range
  }
}

/// An entry of `extended_by:`.
package struct ExtensionSource: Sendable {
  package enum Length: Sendable {
    /// Runs on from the last day before rolling.
    case by(ExpressionSource)
    /// Sets the day.
    case until(ExpressionSource)

    package var expression: ExpressionSource {
      switch self {
      case .by(let expression), .until(let expression): expression
      }
    }
  }

  package var length: Length
  /// The day of the approval; an extension counts only if it was approved in time.
  package var approvedOn: ExpressionSource
  package var whereCondition: ExpressionSource?
  package var range: ByteRange

  package init(
    length: Length, approvedOn: ExpressionSource, whereCondition: ExpressionSource? = nil,
    range: ByteRange
  ) {
    self.length = length
    self.approvedOn = approvedOn
    self.whereCondition = whereCondition
    self.range = range
  }
}

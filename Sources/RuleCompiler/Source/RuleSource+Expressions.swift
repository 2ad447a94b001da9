internal import SourceText

extension RuleSource {
  /// Every expression of the rule, its versions and its messages.
  package var everyExpression: [ExpressionSource] {
    let readings = versions.isEmpty ? [self] : versions.map(reading(in:))
    return readings.flatMap(\.ownExpressions)
  }

  /// The names of its deadlines, of all its versions.
  package var termNames: [NameSource] {
    (checks + versions.flatMap { $0.checks ?? [] }).compactMap { $0.deadline?.name }
  }

  /// True where the rule may read the days of a named deadline of another rule.
  package var mentionsTerms: Bool { everyExpression.contains { $0.text.contains("terms.") } }

  private var ownExpressions: [ExpressionSource] {
    var sources: [ExpressionSource?] = [applies, value]
    sources += effective?.basis ?? []
    sources += lets.map(\.expression)
    sources += exceptions.map(\.when)
    return sources.compactMap(\.self) + checks.flatMap(\.expressions)
      + [message, remedy].compactMap(\.self).flatMap(\.expressions)
  }
}

extension CheckSource {
  fileprivate var expressions: [ExpressionSource] {
    var sources = [when, whereCondition, that] + basis + each.map(\.list)
    if let deadline {
      sources += [deadline.from, deadline.term.period, deadline.act]
      for stop in deadline.excluding {
        sources += [stop.from, stop.until, stop.when, stop.whereCondition] + stop.each.map(\.list)
      }
      for more in deadline.extendedBy {
        sources += [more.length.expression, more.approvedOn, more.whereCondition]
      }
    }
    return sources.compactMap(\.self)
      + [message, remedy].compactMap(\.self).flatMap(\.expressions)
  }
}

extension MessageSource {
  /// Those of placeholders, each with the whole text as its place.
  fileprivate var expressions: [ExpressionSource] {
    [zh, en].flatMap { template in
      template.placeholders.map { ExpressionSource(text: $0.expression, node: template.node) }
    }
  }
}

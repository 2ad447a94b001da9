package import Findings
package import SourceText
package import WorkCalendar

/// A rule as `rules show` tells it: texts and expressions as its file has them, filled by the
/// caller.
package struct RuleDescription: Hashable, Sendable {
  /// One text of the rule; a rule without `versions:` has one.
  package struct Version: Hashable, Sendable {
    /// First and last day in force, both included; `nil` is open.
    package var from: CivilDate?
    package var until: CivilDate?
    /// Expressions of the dates that choose the version; the first that is on file counts.
    package var basis: [String]
    package var isLighter: Bool = false
    package var cites: [Citation] = []
    package var applies: String?
    package var definitions: [Definition] = []
    package var checks: [Check] = []
    /// The figure of an indicator.
    package var value: String?
    package var exceptions: [Exception] = []
    package var reading: String?

    package init(from: CivilDate?, until: CivilDate?, basis: [String]) {
      self.from = from
      self.until = until
      self.basis = basis
    }
  }

  /// A `let` name.
  package struct Definition: Hashable, Sendable {
    package var name: String
    package var expression: String

    package init(name: String, expression: String) {
      self.name = name
      self.expression = expression
    }
  }

  package struct Check: Hashable, Sendable {
    package var id: String?
    package var severity: RuleSeverity
    package var kind: RuleKind
    package var when: String?
    /// Each list that it runs over, as `o in officers`.
    package var each: [String] = []
    package var whereCondition: String?
    /// The condition; `nil` for a deadline.
    package var that: String?
    package var deadline: Deadline?
    /// What an absent fact means, where the check says so.
    package var absent: Outcome?
    /// Where the check has its own.
    package var cites: [Citation] = []
    /// With its placeholders as they are written.
    package var message: BilingualText?
    package var remedy: BilingualText?

    package init(id: String?, severity: RuleSeverity, kind: RuleKind) {
      self.id = id
      self.severity = severity
      self.kind = kind
    }
  }

  package struct Deadline: Hashable, Sendable {
    package var from: String
    package var period: String
    package var isWait: Bool
    package var act: String
    /// Each stop and each extension, as a line of expressions.
    package var excluding: [String] = []
    package var extendedBy: [String] = []
    package var rolls: Bool = true
    package var lastDayCounts: Bool = false

    package init(from: String, period: String, isWait: Bool, act: String) {
      self.from = from
      self.period = period
      self.isWait = isWait
      self.act = act
    }
  }

  /// An example: a base record, what is changed in it, and what the rule must say.
  package struct Example: Hashable, Sendable {
    /// One fact that is set; the value as YAML in a line.
    package struct Setting: Hashable, Sendable {
      package var path: String
      package var value: String

      package init(path: String, value: String) {
        self.path = path
        self.value = value
      }
    }

    package var base: String
    package var outcome: Outcome
    /// Checks that must come to the outcome too.
    package var checks: [String] = []
    package var with: [Setting] = []
    package var without: [String] = []
    package var unrecorded: [String] = []
    package var complete: [String] = []
    /// `open` or `closed`, in place of the base's own.
    package var completeness: String?
    package var asOf: CivilDate?
    package var note: String?

    package init(base: String, outcome: Outcome) {
      self.base = base
      self.outcome = outcome
    }
  }

  package struct Exception: Hashable, Sendable {
    package var when: String
    package var checks: [String]
    package var cites: [Citation]
    package var reading: String?

    package init(when: String, checks: [String], cites: [Citation], reading: String?) {
      self.when = when
      self.checks = checks
      self.cites = cites
      self.reading = reading
    }
  }

  package var summary: RuleSummary
  package var aliases: [String] = []
  package var isRetroactiveWhereLenient: Bool = false
  package var versions: [Version]
  /// In the order of the file.
  package var examples: [Example] = []

  package init(summary: RuleSummary, versions: [Version]) {
    self.summary = summary
    self.versions = versions
  }
}

import RuleCompiler

/// Goes through the expressions of a rule that its outcome may depend on, in the order of the keys of
/// a rule file, and may change them. Those of messages are left out.
struct ExpressionVisitor {
  /// Is told where an expression stands, in words that stay: `check waited: that`, `effective.basis`.
  private let visit: (String, ExpressionSource) -> ExpressionSource

  init(_ visit: @escaping (String, ExpressionSource) -> ExpressionSource) { self.visit = visit }

  func rule(_ rule: RuleSource) -> RuleSource {
    var rule = rule
    rule.effective = rule.effective.map { effective($0, "") }
    rule.applies = rule.applies.map { visit("applies", $0) }
    rule.lets = lets(rule.lets, "")
    rule.checks = rule.checks.map { check($0, "") }
    rule.value = rule.value.map { visit("value", $0) }
    rule.exceptions = exceptions(rule.exceptions, "")
    rule.versions = rule.versions.map(version)
    return rule
  }

  private func version(_ version: VersionSource) -> VersionSource {
    var version = version
    let prefix = Self.prefix(of: version)
    version.effective = effective(version.effective, prefix)
    version.applies = version.applies.map { visit("\(prefix)applies", $0) }
    version.lets = version.lets.map { lets($0, prefix) }
    version.checks = version.checks.map { $0.map { check($0, prefix) } }
    version.value = version.value.map { visit("\(prefix)value", $0) }
    version.exceptions = version.exceptions.map { exceptions($0, prefix) }
    return version
  }

  /// `version 2021-07-15: `; the first day may be open.
  static func prefix(of version: VersionSource) -> String {
    version.effective.from.map { "version \($0): " } ?? "first version: "
  }

  /// `check waited: `; a check without id is the rule's only one.
  static func prefix(of check: CheckSource) -> String {
    check.id.map { "check \($0.text): " } ?? ""
  }

  private func effective(_ effective: EffectiveSource, _ prefix: String) -> EffectiveSource {
    var effective = effective
    effective.basis = effective.basis.map { visit("\(prefix)effective.basis", $0) }
    return effective
  }

  private func lets(_ lets: [LetSource], _ prefix: String) -> [LetSource] {
    lets.map { entry in
      var entry = entry
      entry.expression = visit("\(prefix)let \(entry.name.text)", entry.expression)
      return entry
    }
  }

  private func exceptions(_ exceptions: [ExceptionSource], _ prefix: String) -> [ExceptionSource] {
    exceptions.enumerated().map { number, exception in
      var exception = exception
      exception.when = visit("\(prefix)except \(number + 1): when", exception.when)
      return exception
    }
  }

  private func check(_ check: CheckSource, _ outer: String) -> CheckSource {
    var check = check
    let prefix = outer + Self.prefix(of: check)
    check.basis = check.basis.map { visit("\(prefix)basis", $0) }
    check.when = check.when.map { visit("\(prefix)when", $0) }
    check.each = bindings(check.each, prefix)
    check.whereCondition = check.whereCondition.map { visit("\(prefix)where", $0) }
    check.that = check.that.map { visit("\(prefix)that", $0) }
    check.deadline = check.deadline.map { deadline($0, "\(prefix)deadline.") }
    return check
  }

  private func bindings(_ bindings: [BindingSource], _ prefix: String) -> [BindingSource] {
    bindings.map { binding in
      var binding = binding
      binding.list = visit("\(prefix)each", binding.list)
      return binding
    }
  }

  private func deadline(_ deadline: DeadlineSource, _ prefix: String) -> DeadlineSource {
    var deadline = deadline
    deadline.from = visit("\(prefix)from", deadline.from)
    switch deadline.term {
    case .within(let period): deadline.term = .within(visit("\(prefix)within", period))
    case .wait(let period): deadline.term = .wait(visit("\(prefix)wait", period))
    }
    deadline.act = visit("\(prefix)act", deadline.act)
    deadline.excluding = deadline.excluding.enumerated().map { number, stop in
      self.stop(stop, "\(prefix)excluding \(number + 1): ")
    }
    deadline.extendedBy = deadline.extendedBy.enumerated().map { number, more in
      self.more(more, "\(prefix)extended_by \(number + 1): ")
    }
    return deadline
  }

  private func stop(_ stop: StopSource, _ prefix: String) -> StopSource {
    var stop = stop
    stop.each = bindings(stop.each, prefix)
    stop.whereCondition = stop.whereCondition.map { visit("\(prefix)where", $0) }
    stop.when = stop.when.map { visit("\(prefix)when", $0) }
    stop.from = visit("\(prefix)from", stop.from)
    stop.until = stop.until.map { visit("\(prefix)until", $0) }
    return stop
  }

  private func more(_ more: ExtensionSource, _ prefix: String) -> ExtensionSource {
    var more = more
    switch more.length {
    case .by(let period): more.length = .by(visit("\(prefix)by", period))
    case .until(let day): more.length = .until(visit("\(prefix)until", day))
    }
    more.approvedOn = visit("\(prefix)approved_on", more.approvedOn)
    more.whereCondition = more.whereCondition.map { visit("\(prefix)where", $0) }
    return more
  }
}

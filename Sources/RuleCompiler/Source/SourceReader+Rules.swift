internal import Findings
internal import SourceText
internal import WorkCalendar
package import YAML

extension SourceReader {
  /// Reads a rule file: one rule, or a list of rules.
  package mutating func rules(_ node: Node) -> [RuleSource] {
    guard let nodes = node.sequence else { return rule(node).map { [$0] } ?? [] }
    var rules: [RuleSource] = []
    for node in nodes { if let rule = rule(node) { rules.append(rule) } }
    return rules
  }

  /// Reads one rule. Parts with errors are left out of it; `nil` only where it has no id or is no
  /// mapping.
  package mutating func rule(_ node: Node) -> RuleSource? {
    guard let fields = fields(node, as: .rule) else { return nil }
    hasFaultyMessage = false
    let id = ruleID(fields)
    var rule = RuleSource(
      id: id ?? NameSource(text: "", range: node.range), file: file, range: node.range)
    rule.aliases = aliases(fields)
    readHeading(of: &rule, fields)
    readMeaning(of: &rule, fields)
    rule.examples = examples(fields)
    readVersions(of: &rule, fields)
    checkWhole(rule, fields)
    return id == nil ? nil : rule
  }

  // MARK: Id

  private mutating func ruleID(_ fields: SourceFields) -> NameSource? {
    let isLenient = leniency == .vector
    guard let node = fields["id"] else {
      if isLenient { return NameSource(text: "vector.test.rule", range: fields.range) }
      report(.missingKey("id", of: .rule, at: fields.range))
      return nil
    }
    guard let id = name(node, "id") else { return nil }
    if RuleID.isRuleID(id.text) { return id }
    if isLenient, RuleID.isPart(id.text[...]) {
      return NameSource(text: "vector.test.\(id.text)", range: id.range)
    }
    report(.badRuleID(id.text, at: id.range))
    return nil
  }

  private mutating func aliases(_ fields: SourceFields) -> [NameSource] {
    names(fields, "aliases").filter { alias in
      // Former ids may have had fewer parts.
      let parts = alias.text.split(separator: ".", omittingEmptySubsequences: false)
      if parts.count > 1, parts.allSatisfy(RuleID.isPart) { return true }
      report(.badRuleID(alias.text, at: alias.range))
      return false
    }
  }

  // MARK: Parts

  private mutating func readHeading(of rule: inout RuleSource, _ fields: SourceFields) {
    let isStrict = leniency == .none
    let title = isStrict ? required(fields, "title", of: .rule) : fields["title"]
    rule.title = title.flatMap { bilingual($0, of: .title) }
    if isStrict { _ = required(fields, "cites", of: .rule) }
    rule.cites = citations(fields)
    if isStrict { _ = required(fields, "severity", of: .rule) }
    rule.severity = choice(fields, "severity", as: RuleSeverity.self) ?? .major
    rule.kind = choice(fields, "kind", as: RuleKind.self) ?? .violation
    rule.effective = fields["effective"].flatMap { effective($0) }
    rule.reading = optionalText(fields, "reading")
  }

  private mutating func readMeaning(of rule: inout RuleSource, _ fields: SourceFields) {
    rule.applies = optionalExpression(fields, "applies")
    rule.lets = lets(fields)
    if let requirement = requirement(fields) {
      rule.checks = requirement.checks
      rule.isDeadlineForm = requirement.isDeadlineForm
    }
    rule.value = optionalExpression(fields, "value")
    rule.message = message(fields, "message")
    rule.remedy = message(fields, "remedy")
    rule.exceptions = exceptions(fields)
  }

  mutating func citations(_ fields: SourceFields) -> [CitationSource] {
    var citations: [CitationSource] = []
    for node in list(fields, "cites") {
      guard let entry = self.fields(node, as: .citation) else { continue }
      let instrument = required(entry, "instrument", of: .citation)
        .flatMap { name($0, "instrument") }
      let article = requiredText(entry, "article", of: .citation)
      let says = optionalText(entry, "says")
      if let instrument, let article {
        citations.append(
          CitationSource(
            instrument: instrument, article: article, says: says, range: node.range))
      }
    }
    return citations
  }

  mutating func effective(_ node: Node) -> EffectiveSource? {
    guard let fields = fields(node, as: .effective) else { return nil }
    if required(fields, "basis", of: .effective) == nil { return nil }
    if leniency == .none { _ = required(fields, "from", of: .effective) }
    let basis = expressions(fields, "basis")
    let days = days(fields)
    guard !basis.isEmpty else { return nil }
    return EffectiveSource(basis: basis, from: days.from, until: days.until, range: node.range)
  }

  mutating func lets(_ fields: SourceFields) -> [LetSource] {
    guard let node = fields["let"] else { return [] }
    guard let pairs = node.mapping else {
      report(.wrongShape("let", expected: .mapping, at: node.range))
      return []
    }
    var lets: [LetSource] = []
    for pair in pairs {
      let name = identifier(pair)
      let expression = expression(pair.value, pair.key.text)
      if let name, let expression { lets.append(LetSource(name: name, expression: expression)) }
    }
    return lets
  }

  mutating func exceptions(_ fields: SourceFields) -> [ExceptionSource] {
    var exceptions: [ExceptionSource] = []
    for node in list(fields, "except") {
      guard let entry = self.fields(node, as: .exception) else { continue }
      let when = requiredExpression(entry, "when", of: .exception)
      _ = required(entry, "items", of: .exception)
      let items = names(entry, "items")
      let cites = citations(entry)
      let reading = optionalText(entry, "reading")
      if let when, !items.isEmpty {
        exceptions.append(
          ExceptionSource(
            when: when, items: items, cites: cites, reading: reading, range: node.range))
      }
    }
    return exceptions
  }
}

/// The form of ids.
package enum RuleID {
  /// True for `kind.family.slug`.
  package static func isRuleID(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy(isPart)
  }

  /// True for a word of lower-case letters, digits and single hyphens between them.
  static func isPart(_ text: Substring) -> Bool {
    var wasHyphen = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        wasHyphen = false
      case UInt8(ascii: "-") where !wasHyphen: wasHyphen = true
      default: return false
      }
    }
    return !wasHyphen
  }
}

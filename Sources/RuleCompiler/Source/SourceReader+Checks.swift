internal import Findings
internal import SourceText
internal import YAML

extension SourceReader {
  /// What `require` or a top-level `deadline` says; `nil` where neither is there.
  mutating func requirement(
    _ fields: SourceFields
  ) -> (checks: [CheckSource], isDeadlineForm: Bool)? {
    let given = fields.pairs.map(\.key.text).filter { SourceForm.requirementKeys.contains($0) }
    if given.count > 1 {
      report(.severalRequirements(given, at: fields.keyRange(given[1])))
    }
    if let node = fields["deadline"] {
      let deadline = deadline(node)
      // Still a list of one, so that no second complaint says that there is nothing.
      return ([CheckSource(deadline: deadline, range: node.range)], true)
    }
    guard let node = fields["require"] else { return nil }
    guard let nodes = node.sequence else {
      report(.wrongShape("require", expected: .list, at: node.range))
      return ([], false)
    }
    if nodes.isEmpty { report(.emptyValue("require", at: node.range)) }
    var checks: [CheckSource] = []
    var ids: Set<String> = []
    for node in nodes {
      guard let check = check(node) else { continue }
      if let id = check.id {
        if !ids.insert(id.text).inserted { report(.checkIDTwice(id.text, at: id.range)) }
      } else if nodes.count > 1 {
        report(.checkIDMissing(at: node.range))
      }
      checks.append(check)
    }
    return (checks, false)
  }

  /// Reads a check. It comes back without the half that has an error, so that ids can be compared.
  private mutating func check(_ node: Node) -> CheckSource? {
    guard let fields = fields(node, as: .check) else { return nil }
    var check = CheckSource(range: node.range)
    check.id = fields["id"].flatMap { checkID($0) }
    check.when = optionalExpression(fields, "when")
    check.each = bindings(fields, of: .check)
    check.whereCondition = optionalExpression(fields, "where")
    switch (fields["that"], fields["deadline"]) {
    case (nil, nil): report(.neitherThatNorDeadline(at: node.range))
    case (.some, .some): report(.thatAndDeadline(at: fields.keyRange("deadline")))
    case (let that, let deadline):
      check.that = that.flatMap { expression($0, "that") }
      check.deadline = deadline.flatMap { self.deadline($0) }
    }
    check.kind = choice(fields, "kind", as: CheckKind.self)?.kind
    check.severity = choice(fields, "severity", as: RuleSeverity.self)
    check.cites = citations(fields)
    check.message = message(fields, "message")
    check.remedy = message(fields, "remedy")
    check.basis = expressions(fields, "basis")
    check.absent = choice(fields, "absent", as: AbsentMeaning.self)
    return check
  }

  private mutating func checkID(_ node: Node) -> NameSource? {
    guard let id = name(node, "id") else { return nil }
    // Kept all the same: a bad form is one complaint, a missing id would be another.
    if !RuleID.isPart(id.text[...]) { report(.badCheckID(id.text, at: id.range)) }
    return id
  }

  /// Reads `each`, `as` and `at`, or a list of them.
  mutating func bindings(_ fields: SourceFields, of thing: SourceThing) -> [BindingSource] {
    guard let each = fields["each"] else {
      for key in ["as", "at", "where"] where fields[key] != nil {
        // An extension or a stop without `each` may still say which of it counts.
        if key == "where", thing != .check { continue }
        report(.needsEach(key, of: thing, at: fields.keyRange(key)))
      }
      return []
    }
    guard let nodes = each.sequence else {
      let list = expression(each, "each")
      let name = required(fields, "as", of: thing).flatMap { identifier($0, "as") }
      let at = fields["at"].flatMap { identifier($0, "at") }
      guard let list, let name else { return [] }
      return distinct([BindingSource(list: list, name: name, at: at)])
    }
    for key in ["as", "at"] where fields[key] != nil {
      report(.onlyInEntries(key, at: fields.keyRange(key)))
    }
    if nodes.isEmpty { report(.emptyValue("each", at: each.range)) }
    var bindings: [BindingSource] = []
    for node in nodes {
      guard let entry = self.fields(node, as: .binding) else { continue }
      let list = requiredExpression(entry, "in", of: .binding)
      let name = required(entry, "as", of: .binding).flatMap { identifier($0, "as") }
      let at = entry["at"].flatMap { identifier($0, "at") }
      if let list, let name { bindings.append(BindingSource(list: list, name: name, at: at)) }
    }
    return distinct(bindings)
  }

  private mutating func distinct(_ bindings: [BindingSource]) -> [BindingSource] {
    var names: Set<String> = []
    for binding in bindings {
      for name in [binding.name, binding.at].compactMap({ $0 })
      where !names.insert(name.text).inserted {
        report(.nameTwice(name.text, at: name.range))
      }
    }
    return bindings
  }
}

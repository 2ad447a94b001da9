internal import SourceText

// What one file says of another.
extension RulebookSource {
  mutating func checkReferences() {
    checkRuleIDs()
    checkParameterNames()
    checkInstruments()
    checkKinds()
    checkStandards()
    checkExceptions()
  }

  /// An id is one rule's for ever, as its id or as a former one.
  private mutating func checkRuleIDs() {
    var owners: [String: String] = [:]
    for rule in rules {
      if let other = owners.updateValue(rule.file, forKey: rule.id.text) {
        report(.duplicateRuleID(rule.id.text, otherFile: other, at: rule.id.range), in: rule.file)
      }
    }
    for rule in rules {
      for alias in rule.aliases {
        if let other = owners.updateValue(rule.file, forKey: alias.text) {
          report(.duplicateRuleID(alias.text, otherFile: other, at: alias.range), in: rule.file)
        }
      }
    }
  }

  private mutating func checkParameterNames() {
    var names: Set<String> = []
    for parameter in parameters where !names.insert(parameter.name.text).inserted {
      report(.nameTwice(parameter.name.text, at: parameter.name.range), in: parameter.file)
    }
  }

  private mutating func checkInstruments() {
    let ids = instruments.map(\.id.text)
    let known = Set(ids)
    let cited =
      rules.flatMap { rule in rule.everyCitation.map { (rule.file, $0) } }
      + parameters.flatMap { parameter in
        parameter.entries.flatMap(\.cites).map { (parameter.file, $0) }
      }
    for (file, citation) in cited where !known.contains(citation.instrument.text) {
      let id = citation.instrument
      report(
        .unknownInstrument(
          id.text, near: Suggestion.nearest(to: id.text, among: ids), at: id.range),
        in: file)
    }
  }

  /// A rule is about a record kind that there is, and its examples start from its base records.
  private mutating func checkKinds() {
    let names = kinds.map(\.name)
    for rule in rules {
      let name = rule.recordKind
      guard let kind = kinds.first(where: { $0.name == name }) else {
        report(
          .unknownRecordKind(
            name, near: Suggestion.nearest(to: name, among: names), known: names,
            at: rule.id.range),
          in: rule.file)
        continue
      }
      let bases = kind.bases.map(\.name)
      for base in rule.examples.map(\.base) where !bases.contains(base.text) {
        report(
          .unknownBase(
            base.text, near: Suggestion.nearest(to: base.text, among: bases), known: bases,
            at: base.range),
          in: rule.file)
      }
    }
  }

  /// What an exception is about is there. One that is left over does no harm, so it is a warning.
  private mutating func checkExceptions() {
    let ids = rules.map(\.id.text)
    let definitions = kinds.flatMap(\.definitions).map(\.name.text)
    let subjects =
      proof.coverage.map { ($0.subject, $0.subjectRange) }
      + proof.mutation.map { (.rule($0.rule.text), $0.rule.range) }
    for (subject, range) in subjects {
      let known: [String]
      switch subject {
      case .rule: known = ids
      case .definition: known = definitions
      // Which fields there are is known once the schema has been read.
      case .field: continue
      }
      if known.contains(subject.name) { continue }
      report(
        .exceptionOfNothing(
          subject, near: Suggestion.nearest(to: subject.name, among: known), at: range),
        in: ProofSource.path)
    }
  }
}

extension RuleSource {
  /// The citations of the rule, its checks, exceptions and versions, in this order.
  package var everyCitation: [CitationSource] {
    var all = cites + checks.flatMap(\.cites) + exceptions.flatMap(\.cites)
    for version in versions {
      all += version.cites ?? []
      all += (version.checks ?? []).flatMap(\.cites)
      all += (version.exceptions ?? []).flatMap(\.cites)
    }
    return all
  }
}

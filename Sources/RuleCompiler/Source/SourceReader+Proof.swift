internal import Findings
internal import SourceText
package import YAML

extension SourceReader {
  /// Reads `proof.yaml`. Entries with errors are left out.
  package mutating func proof(_ node: Node) -> ProofSource {
    var proof = ProofSource()
    guard let fields = fields(node, as: .proof) else { return proof }
    for node in list(fields, "coverage") {
      if let entry = coverageException(node) { proof.coverage.append(entry) }
    }
    for node in list(fields, "mutation") {
      if let entry = mutationException(node) { proof.mutation.append(entry) }
    }
    return proof
  }

  private mutating func coverageException(_ node: Node) -> ProofSource.Coverage? {
    guard let fields = fields(node, as: .coverageException) else { return nil }
    let subject = oneOf(["rule", "definition", "field"], fields).flatMap { key, node in
      name(node, key).map { (key, $0) }
    }
    let part = oneOf(["condition", "outcome"], fields)
    let partKind: ProofSource.Coverage.Part? = part.flatMap { key, node in
      key == "outcome"
        ? choice(fields, key, as: Outcome.self).map { .outcome($0) }
        : name(node, key).map { .condition($0.text) }
    }
    let check = fields["check"].flatMap { name($0, "check") }
    var side: Bool?
    if let node = fields["side"] {
      _ = flag(fields, "side", default: true)
      guard let flag = node.scalar?.bool else { return nil }
      side = flag
    }
    let reason = reason(fields, of: .coverageException)
    guard let (kind, name) = subject, let part, let partKind, let reason else { return nil }
    let about: ProofSource.Subject =
      switch kind {
      case "rule": .rule(name.text)
      case "definition": .definition(name.text)
      default: .field(name.text)
      }
    return ProofSource.Coverage(
      subject: about, subjectRange: name.range, check: check, part: partKind,
      partRange: part.node.range, side: side, reason: reason, range: node.range)
  }

  private mutating func mutationException(_ node: Node) -> ProofSource.Mutation? {
    guard let fields = fields(node, as: .mutationException) else { return nil }
    let rule = required(fields, "rule", of: .mutationException).flatMap { name($0, "rule") }
    let mutant = required(fields, "mutant", of: .mutationException).flatMap {
      name($0, "mutant")
    }
    let reason = reason(fields, of: .mutationException)
    guard let rule, let mutant, let reason else { return nil }
    return ProofSource.Mutation(rule: rule, mutant: mutant, reason: reason, range: node.range)
  }

  private mutating func reason(_ fields: SourceFields, of thing: SourceThing) -> BilingualText? {
    required(fields, "reason", of: thing).flatMap { bilingual($0, of: .reason)?.text }
  }

  /// Returns the one key of several that is given; none and more than one are reported.
  private mutating func oneOf(
    _ keys: [String], _ fields: SourceFields
  ) -> (key: String, node: Node)? {
    let given = keys.compactMap { key in fields[key].map { (key: key, node: $0) } }
    if given.count != 1 {
      report(
        .notOneOf(
          keys, given: given.count,
          at: given.isEmpty ? fields.range : fields.keyRange(given[1].key)))
      return nil
    }
    return given[0]
  }
}

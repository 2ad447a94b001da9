import RuleCompiler
import SourceText
import Testing
import YAML

@Suite struct SourceExampleTests {
  static let base = """
    completeness: closed
    decision:
      made_on: { value: 2024-09-30, document: d12 }
      penalties:
        - { kind: fine, amount: 1 }
        - { kind: gains, amount: 2 }
        - { kind: goods, amount: 3 }
    officers: [{ name: a }]
    unrecorded: [case.number]
    """

  /// The patched base, in flow form, and the codes of what could not be done.
  func patched(_ patch: String) throws -> (String, [String]) {
    let rule = """
      require: [{ that: a }]
      examples:
        - { base: ordinary, outcome: violated, \(patch) }
      """
    let (rules, diagnostics) = readRules(rule)
    #expect(diagnostics == [])
    let example = try #require(rules.first?.examples.first)
    let record = try #require(readYAML(Self.base).root)
    let base = BaseRecordSource(name: "ordinary", record: record, file: "ordinary.yaml")
    let result = base.applying(example)
    expectInside(result.record, of: example.range)
    return (flow(result.record), result.diagnostics.map(\.code))
  }

  /// Every range has to be one of the rule file, in the example.
  func expectInside(_ node: Node, of range: ByteRange) {
    #expect(range.start <= node.range.start && node.range.end <= range.end)
    for node in node.sequence ?? [] { expectInside(node, of: range) }
    for pair in node.mapping ?? [] { expectInside(pair.value, of: range) }
  }

  func flow(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar): scalar.text
    case .sequence(let nodes): "[" + nodes.map(flow).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.key.text): \(flow($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  static let kept =
    "officers: [{name: a}], unrecorded: [case.number]"
  static let penalties =
    "[{kind: fine, amount: 1}, {kind: gains, amount: 2}, {kind: goods, amount: 3}]"
  static let made = "{value: 2024-09-30, document: d12}"

  static let patches: [(String, String)] = [
    (
      "with: { decision.made_on: 2024-10-01 }",
      "{completeness: closed, decision: {made_on: 2024-10-01, penalties: \(penalties)}, \(kept)}"
    ),
    (
      "with: { \"decision.penalties[1].amount\": 9, \"decision.penalties[3].kind\": warning }",
      "{completeness: closed, decision: {made_on: \(made), penalties: [{kind: fine, amount: 1}, "
        + "{kind: gains, amount: 9}, {kind: goods, amount: 3}, {kind: warning}]}, \(kept)}"
    ),
    (
      "with: { a.b.c: 1 }",
      "{completeness: closed, decision: {made_on: \(made), penalties: \(penalties)}, \(kept), "
        + "a: {b: {c: 1}}}"
    ),
    (
      "without: [\"decision.penalties[0]\", \"decision.penalties[2].kind\", officers]",
      "{completeness: closed, decision: {made_on: \(made), penalties: [{kind: gains, amount: 2}, "
        + "{amount: 3}]}, unrecorded: [case.number]}"
    ),
    (
      "without: [decision], with: { decision.made_on: 2024-10-01 }",
      "{completeness: closed, \(kept), decision: {made_on: 2024-10-01}}"
    ),
    (
      "unrecorded: [decision.made_on, officers], completeness: open, complete: [officers]",
      "{completeness: open, decision: {penalties: \(penalties)}, officers: [{name: a}], "
        + "unrecorded: [case.number, decision.made_on, officers], complete: [officers]}"
    ),
  ]

  @Test("patches a base record", arguments: patches)
  func patch(patch: String, expected: String) throws {
    let (record, codes) = try patched(patch)
    #expect(record == expected)
    #expect(codes == [])
  }

  @Test(
    "says what cannot be patched",
    arguments: [
      ("with: { \"decision.penalties[4].kind\": a }", "path-not-in-base"),
      ("with: { completeness.x: a }", "path-not-in-base"),
      ("with: { \"decision[0]\": a }", "path-not-in-base"),
      ("without: [decision.made_at]", "nothing-to-take-out"),
    ])
  func impossible(patch: String, code: String) throws {
    let (record, codes) = try patched(patch)
    #expect(codes == [code])
    #expect(
      record == "{completeness: closed, decision: {made_on: \(Self.made), "
        + "penalties: \(Self.penalties)}, \(Self.kept)}")
  }
}

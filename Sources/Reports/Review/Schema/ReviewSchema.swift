internal import Findings
package import SourceText

/// The JSON Schemas of what `check` writes for machines.
package struct ReviewSchema {
  /// What the command line calls it.
  package var name: String
  package var title: BilingualText
  package var tree: JSONTree

  /// The name of its file, which is its `$id` too.
  package static func file(_ name: String) -> String { "\(name).schema.json" }

  package static let all: [ReviewSchema] = [review, reviewLine, summary, baseline]

  private typealias B = SchemaBuilder

  private static func schema(
    _ name: String, _ title: BilingualText, version: Int, _ root: JSONTree,
    definitions: [(name: String, value: JSONTree)]
  ) -> ReviewSchema {
    ReviewSchema(
      name: name, title: title,
      tree: B.document(
        id: file(name), title: "\(title.zh) / \(title.en), version \(version)",
        description: "Explained in Documentation/review-json.md.", root, definitions: definitions))
  }

  static let review = schema(
    "review", BilingualText(zh: "评查结果", en: "a review"), version: ReviewJSONPrinter.version,
    B.object(
      nil,
      head + [("cases", B.list(B.reference("case")))] + tail),
    definitions: definitions)

  static let reviewLine = schema(
    "review-line", BilingualText(zh: "评查结果的一行", en: "a line of a review"),
    version: ReviewJSONPrinter.version,
    [
      "oneOf": [
        B.object(nil, [("type", B.constant("header"))] + head),
        B.object(nil, [("type", B.constant("case"))] + caseMembers),
        B.object(nil, [("type", B.constant("summary"))] + tail),
      ]
    ], definitions: definitions)

  static let summary = schema(
    "summary", BilingualText(zh: "评查统计", en: "the figures of a review"),
    version: ReviewSummaryPrinter.version,
    B.object(
      nil,
      [
        ("format", B.constant(.text(ReviewSummaryPrinter.format))),
        ("version", B.constant(.integer(ReviewSummaryPrinter.version))),
        ("as_of", B.reference("date")),
      ] + summaryMembers),
    definitions: definitions.filter { ["date", "counts"].contains($0.name) })

  static let baseline = schema(
    "baseline", BilingualText(zh: "基线", en: "a baseline"), version: Baseline.version,
    B.object(
      nil,
      [
        ("format", B.constant(.text(Baseline.format))),
        ("version", B.constant(.integer(Baseline.version))),
        ("findings", B.list(B.reference("key"))),
      ]), definitions: definitions.filter { ["key", "outcome"].contains($0.name) })

  // MARK: Members

  private static let head: [(name: String, value: JSONTree)] = [
    ("format", B.constant(.text(ReviewJSONPrinter.format))),
    ("version", B.constant(.integer(ReviewJSONPrinter.version))),
    ("as_of", B.reference("date")), ("rules", B.list(B.reference("rule"))),
  ]

  private static let tail: [(name: String, value: JSONTree)] = [
    ("resolved", B.orNull(B.list(B.reference("key")))),
    ("diagnostics", B.list(B.reference("diagnostic"))), ("summary", B.reference("summary")),
  ]
}

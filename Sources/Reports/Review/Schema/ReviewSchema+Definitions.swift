internal import Findings
internal import SourceText

extension ReviewSchema {
  private typealias B = SchemaBuilder

  private static let text = B.text
  private static let both = B.reference("text")
  private static let optionalText = B.orNull(B.text)
  private static let optionalInteger = B.orNull(B.integer)
  private static let optionalDate = B.orNull(B.reference("date"))

  private static let place: [(name: String, value: JSONTree)] = [
    ("file", optionalText), ("line", optionalInteger), ("column", optionalInteger),
    ("end_line", optionalInteger), ("end_column", optionalInteger),
  ]

  static let caseMembers: [(name: String, value: JSONTree)] = [
    ("source", text), ("case", optionalText), ("title", optionalText), ("unreadable", B.flag),
    ("diagnostics", B.list(B.reference("diagnostic"))),
    ("findings", B.list(B.reference("finding"))), ("results", B.list(B.reference("result"))),
  ]

  static let summaryMembers: [(name: String, value: JSONTree)] = [
    (
      "cases",
      B.object(nil, [("read", B.integer), ("unreadable", B.integer), ("violating", B.integer)])
    ),
    ("diagnostics", B.object(nil, [("errors", B.integer), ("warnings", B.integer)])),
    ("findings", B.reference("counts")),
    (
      "by_severity",
      B.object(nil, RuleSeverity.allCases.map { ($0.rawValue, B.reference("counts")) })
    ),
    (
      "untold",
      B.object(
        "Findings that are left out by choice.", [("hidden", B.integer), ("over_limit", B.integer)])
    ),
    (
      "baseline",
      B.orNull(
        B.object(nil, [("new", B.integer), ("unchanged", B.integer), ("resolved", B.integer)]))
    ),
    (
      "by_rule",
      B.list(
        B.object(
          nil,
          [
            ("rule", text), ("findings", B.reference("counts")),
            ("cases", B.object(nil, Outcome.allCases.map { ($0.rawValue, B.integer) })),
            ("over_limit", B.integer),
          ]))
    ),
  ]

  static let definitions: [(name: String, value: JSONTree)] =
    [
      ("text", B.object("One text in both languages.", [("zh", text), ("en", text)])),
      ("date", ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]),
      ("severity", B.word(RuleSeverity.allCases.map(\.rawValue))),
      ("kind", B.word(RuleKind.allCases.map(\.rawValue))),
      ("outcome", B.word(Outcome.allCases.map(\.rawValue))),
      (
        "citation",
        B.object(
          "A provision of law.",
          [
            ("instrument", text), ("name", both), ("number", optionalText), ("article", text),
            ("says", optionalText),
          ])
      ),
      (
        "rule",
        B.object(
          "A rule that the review ran.",
          [
            ("id", text), ("family", text), ("title", both), ("severity", B.reference("severity")),
            ("kind", B.reference("kind")), ("cites", B.list(B.reference("citation"))),
            ("in_force_from", optionalDate), ("in_force_until", optionalDate), ("file", text),
          ])
      ),
      (
        "diagnostic",
        B.object(
          "Something wrong with a file.",
          [
            ("severity", B.word(["error", "warning", "info"])), ("code", text), ("message", both),
            ("help", B.orNull(both)),
          ] + place)
      ),
      (
        "case",
        B.object("One record.", caseMembers)
      ),
      ("summary", B.object("The review in figures.", summaryMembers)),
      (
        "counts",
        B.object(
          "Findings by what they say; each finding is counted once.",
          FindingGroup.allCases.map { ($0.name, B.integer) })
      ),
      (
        "key",
        B.object(
          "What a finding is known by from run to run.",
          [
            ("case", text), ("rule", text), ("check", optionalText),
            ("outcome", B.reference("outcome")), ("fact", text),
            ("count", ["type": "integer", "minimum": 1]),
          ])
      ),
    ] + findingDefinitions

  private static let findingDefinitions: [(name: String, value: JSONTree)] = [
    (
      "result",
      B.object(
        "What one rule comes to for one case.",
        [
          ("rule", text), ("outcome", B.reference("outcome")), ("missing", B.list(text)),
          ("reason", B.orNull(both)), ("clause", optionalText),
        ])
    ),
    (
      "finding",
      B.object(
        "What the review has to say.",
        [
          ("rule", text), ("check", optionalText), ("elements", B.list(text)),
          ("outcome", B.word(["violated", "pending", "undetermined", "error"])),
          ("severity", B.reference("severity")), ("kind", B.reference("kind")),
          ("case", optionalText), ("cites", B.list(B.reference("citation"))), ("title", both),
          ("message", both), ("evidence", B.list(B.reference("evidence"))),
          ("computed", B.reference("computed")), ("missing", B.list(text)),
          ("remedy", B.orNull(both)),
          ("fingerprint", B.orNull(["type": "string", "pattern": "^[0-9a-f]+$"])),
          ("status", B.reference("status")),
        ])
    ),
    (
      "evidence",
      B.object(
        "A fact that a finding rests on.",
        [
          ("path", text), ("label", both), ("state", B.word(["present", "absent", "unrecorded"])),
          ("value", optionalText), ("at_fault", B.flag),
        ] + place + [
          ("document", optionalText), ("document_title", optionalText), ("page", optionalInteger),
        ])
    ),
    (
      "parameter",
      B.object(nil, [("name", text), ("value", text), ("source", text), ("verified", B.flag)])
    ),
    (
      "computed",
      B.object(
        nil,
        [
          ("due", optionalDate), ("due_latest", optionalDate), ("due_at", optionalText),
          ("days_late", optionalInteger), ("minutes_late", optionalInteger),
          ("parameters", B.list(B.reference("parameter"))),
        ])
    ),
    (
      "status",
      B.object(
        "How a finding stands to waivers and a baseline.",
        [
          ("counts", B.flag),
          (
            "comparison",
            B.orNull(B.word(FindingStatus.Comparison.allCases.map(\.rawValue)))
          ),
          (
            "waiver",
            B.orNull(
              B.object(
                "Who let it pass, and why.",
                [
                  ("reason", text), ("approved_by", text), ("until", optionalDate),
                  ("source", text),
                ]))
          ),
        ])
    ),
  ]
}

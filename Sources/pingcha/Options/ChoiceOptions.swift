import ArgumentParser
import Findings
import Reports
import SourceText

/// `--hide`, `--max-per-rule` and `--statistics`: what of a review is told.
struct ChoiceOptions: ParsableArguments {
  @Option(
    name: .customLong("hide"),
    help: ArgumentHelp(
      "Leave out results of this outcome. Repeatable. 不列出这种结果",
      discussion: """
        satisfied, not-applicable, violated, undetermined or pending. They are counted all the same, \
        and change no exit code.
        """, valueName: "outcome"))
  var hidden: [HiddenOutcome] = []

  @Option(
    help: ArgumentHelp(
      "Tell so many findings of a rule, and count the rest. 每条规则最多列出几项", valueName: "number"))
  var maxPerRule: Int?

  @Flag(help: "Tell figures by rule instead of cases: text, json, ndjson, csv. 只输出统计")
  var statistics = false

  var choice: ReviewTeller.Choice {
    ReviewTeller.Choice(
      hidden: Set(hidden.map(\.outcome)), mostPerRule: maxPerRule, isStatistics: statistics)
  }

  /// - Throws: Where the options do not go together, or not with the formats.
  func check(_ formats: [FormatChoice]) throws {
    if let maxPerRule, maxPerRule < 1 { throw UsageProblem.badLimit(maxPerRule) }
    if statistics, let format = try formats.first(where: { try !$0.format().tellsStatistics }) {
      throw UsageProblem.noStatistics(in: format.name)
    }
  }
}

/// An outcome that can be left out. A fault of a rule cannot: it says why the run ends with 2.
enum HiddenOutcome: String, ExpressibleByArgument, CaseIterable {
  case satisfied
  case notApplicable = "not-applicable"
  case violated, undetermined, pending

  var outcome: Outcome {
    switch self {
    case .satisfied: .satisfied
    case .notApplicable: .notApplicable
    case .violated: .violated
    case .undetermined: .undetermined
    case .pending: .pending
    }
  }
}

extension UsageProblem {
  fileprivate static func badLimit(_ number: Int) -> Self {
    Self(
      BilingualText(
        zh: "`--max-per-rule \(number)` 无法执行", en: "`--max-per-rule \(number)` tells nothing"),
      help: BilingualText(
        zh: "请写 1 或更大的数；只看统计用 `--statistics`。",
        en: "Give 1 or more; `--statistics` tells figures alone."))
  }

  fileprivate static func noStatistics(in format: String) -> Self {
    let known = ReviewFormat.allCases.filter(\.tellsStatistics).map { "`\($0.rawValue)`" }
    return Self(
      BilingualText(
        zh: "`\(format)` 不能只写统计", en: "figures alone have no form in `\(format)`"),
      help: BilingualText(
        zh: "`--statistics` 可用的格式：\(known.joined(separator: "、"))。",
        en: "`--statistics` goes with \(known.joined(separator: ", "))."))
  }
}

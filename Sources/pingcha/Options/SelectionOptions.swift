import ArgumentParser
import Findings
import RuleCompiler
import SourceText

/// `--select` and `--ignore`: by which rules to review.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .customLong("select"),
    help: ArgumentHelp(
      "Review by rules that begin like this only. Repeatable. 只用这些规则",
      discussion: "An id, present or former, or how ids begin.", valueName: "prefix"))
  var selected: [String] = []

  @Option(
    name: .customLong("ignore"),
    help: ArgumentHelp(
      "Leave out rules that begin like this. Repeatable. 不用这些规则",
      discussion: "Where both name a rule, the longer beginning wins; of the same, this one.",
      valueName: "prefix"))
  var ignored: [String] = []

  /// The ids of the rules to review by; `nil` for all.
  func rules(of loaded: LoadedRules) throws -> [String]? {
    if selected.isEmpty && ignored.isEmpty { return nil }
    let ids = loaded.rules.map(\.id)
    let (wanted, unwanted) = (
      try selected.map { try Self.beginning($0, ids, loaded) },
      try ignored.map { try Self.beginning($0, ids, loaded) }
    )
    let chosen = ids.filter { id in
      let (one, other) = (Self.longest(wanted, of: id), Self.longest(unwanted, of: id))
      if let other { return (one ?? -1) > other }
      return one != nil || wanted.isEmpty
    }
    if chosen.isEmpty { throw UsageProblem.nothingSelected() }
    return chosen
  }

  /// The present id for a former one, or the beginning as it is.
  ///
  /// - Throws: Where no rule begins like it.
  private static func beginning(
    _ text: String, _ ids: [String], _ loaded: LoadedRules
  ) throws -> String {
    if let rule = loaded.rule(text) { return rule.id }
    guard !text.isEmpty, ids.contains(where: { $0.hasPrefix(text) }) else {
      throw UsageProblem.noPrefix(text, among: ids, in: loaded)
    }
    return text
  }

  /// The length of the longest beginning of an id; `nil` for none.
  private static func longest(_ beginnings: [String], of id: String) -> Int? {
    beginnings.filter { id.hasPrefix($0) }.map(\.utf8.count).max()
  }
}

extension UsageProblem {
  fileprivate static func nothingSelected() -> Self {
    Self(
      BilingualText(
        zh: "`--select` 和 `--ignore` 没有留下任何规则",
        en: "`--select` and `--ignore` leave no rule to review by"),
      help: BilingualText(
        zh: "请去掉一个 `--ignore`，或放宽 `--select`。",
        en: "Take an `--ignore` away, or widen `--select`."))
  }
}

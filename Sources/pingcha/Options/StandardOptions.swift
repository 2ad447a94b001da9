import ArgumentParser
import Findings
import RuleCompiler

/// `--standard`
struct StandardOptions: ParsableArguments {
  @Option(
    name: .customLong("standard"),
    help: ArgumentHelp(
      "The id of a standard. 评分标准", discussion: "Default: the one that says so.", valueName: "id"))
  var id: String?

  /// The sheet that was asked for, or the default; `nil` where there is no default.
  func choose(from loaded: LoadedRules) throws -> CompiledStandard? {
    guard let id else { return loaded.standards.first(where: \.isDefault) }
    if let chosen = loaded.standards.first(where: { $0.sheet.id == id }) { return chosen }
    let isThere = loaded.source.standards.contains { $0.file == "standards/\(id).yaml" }
    throw isThere
      ? UsageProblem.standardHasErrors(id)
      : UsageProblem.noStandard(id, known: loaded.standards.map(\.sheet.id))
  }
}

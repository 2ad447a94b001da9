import ArgumentParser

/// The whole command line: design.md §6.
struct Pingcha: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pingcha",
    abstract: "Reviews administrative-enforcement case files against the law. 执法案卷评查",
    discussion: """
      The requirements are YAML files in a rules folder. A case file is a folder with a \
      `case.yaml`, or a record in YAML, JSON or NDJSON.
      规则是规则文件夹里的 YAML 文件；案卷是含 `case.yaml` 的文件夹，
      或 YAML、JSON、NDJSON 记录。

      Rules are taken from --rules, else from the environment variable PINGCHA_RULES, else from \
      a folder `Rules` here or above, else from one beside the program or above it.

      EXIT CODES, the same for every verb
        0  nothing at or above --fail-on
        1  there is
        2  something could not be done: a bad rule, an unreadable record, \
      a wrong option; it wins over 1

      EXAMPLES
        pingcha check Cases
        pingcha check Cases --format text --format json=review.json
        pingcha explain Cases/decided-day-95 penalty.decision.within-limit
        pingcha score Cases --lang zh
        pingcha rules test
      """,
    version: "0.1.0",
    subcommands: [
      CheckCommand.self, ExplainCommand.self, ReportCommand.self, ScoreCommand.self,
      RulesCommand.self, EvalCommand.self, CasesCommand.self,
    ]
  )
}

import ArgumentParser

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists, shows, checks and tests the rules. 规则",
    discussion: """
      EXAMPLES
        pingcha rules list
        pingcha rules show penalty.decision.within-limit
        pingcha rules lint
        pingcha rules coverage --uncovered
        pingcha rules test penalty.decision.within-limit
      """,
    subcommands: [
      RulesListCommand.self, RulesShowCommand.self, RulesLintCommand.self, RulesTestCommand.self,
      RulesCoverageCommand.self, RulesMutateCommand.self, RulesDiffCommand.self,
      RulesSchemaCommand.self, RulesDocsCommand.self, RulesNewCommand.self,
    ])
}

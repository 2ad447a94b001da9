import Findings
import RuleCompiler
import RuleLint
import SourceText
import TestSupport
import Testing

/// The rules that the project comes with.
@Suite struct ProjectLintTests {
  @Test func `nothing is told of the project's rules but what is worth a look`() {
    let loaded = RulebookLoader.load(folder: "\(ProjectFolder.root)/Rules")
    let found = Linter(settings: LintSettings(), day: LintFolder.day).run(on: loaded).diagnostics
    let told = found.filter { $0.diagnostic.severity != .info }
    #expect(told.isEmpty, "\(told.map { "\($0.file): \($0.diagnostic.code)" })")
  }
}

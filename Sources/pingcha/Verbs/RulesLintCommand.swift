import ArgumentParser
import Findings
import Reports
import RuleCompiler
import RuleLint
import RuleProof
import SourceText
import WorkCalendar

struct RulesLintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract:
      "Reads and compiles everything in the rules folder, and says what could be better. 检查规则文件",
    discussion: """
      Prints what is wrong with the rules, schemas, parameters, calendars, the law registry and \
      the examples, and what is right and yet a likely slip, with the line of each. Every code has \
      a page: --list lists them, --explain prints one.

      What the project wants otherwise stands in a `pingcha.yaml` beside the rules folder or above \
      it: the level of a code (off, info, warning, error), and findings that stay, each with a \
      reason and perhaps a last day.

      EXIT CODES
        0  nothing is wrong, or there are only warnings; --diff has nothing to show
        1  --diff has something to show
        2  something is wrong, or with --strict there is a warning

      EXAMPLES
        pingcha rules lint
        pingcha rules lint --rules Rules --strict --format json
        pingcha rules lint --explain or-of-equals
        pingcha rules lint --diff
        pingcha rules lint --fix
      """)

  @Flag(help: "Warnings end with 2 too. 警告也算错误")
  var strict = false

  @Flag(help: "Put right what can be, in the files. 修复能修复的")
  var fix = false

  @Flag(help: "Show what --fix would change, and change nothing. 只显示修复的改动")
  var diff = false

  @Flag(help: "List the codes. 列出全部代码")
  var list = false

  @Option(help: ArgumentHelp("Print the page of a code. 解释代码", valueName: "code"))
  var explain: String?

  @Option(
    help: ArgumentHelp(
      "The least that is told: info, warning or error. 显示的最低级别", valueName: "level"))
  var level: LintLevel = .warning

  @OptionGroup var project: ProjectOptions

  @OptionGroup var rules: RulesOptions

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day by which an `until:` of the settings has passed. 例外到期的判断日",
      discussion: "Default: today in Shanghai.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @Option(help: "text, json, github or sarif. 输出格式")
  var format: LintFormat = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    if list { return try printPages(LintChecks.notes) }
    if let explain {
      guard let note = LintChecks.note(explain) else {
        throw UsageProblem.noCode(explain, known: LintChecks.notes.map(\.code))
      }
      return try printPages([note])
    }
    if fix && diff { throw UsageProblem.fixAndDiff() }
    var loaded = try rules.load()
    let linter = Linter(settings: try settings(of: loaded.folder), day: try day())
    if fix || diff {
      let fixed = FixedFolder(loaded, by: linter)
      if diff { return try show(fixed, in: loaded.folder) }
      try write(fixed, in: loaded.folder)
      loaded = RulebookLoader.load(folder: loaded.folder)
    }
    let runner = ExampleRunner(loaded)
    let result = linter.run(
      on: loaded, others: runner.baseProblems() + runner.patchWarnings())
    let told = result.diagnostics.filter { level.includes($0.diagnostic.severity) }
    print(told, of: loaded)
    let isBad = told.contains {
      $0.diagnostic.severity == .error || strict && $0.diagnostic.severity == .warning
    }
    if isBad { throw ExitStatus.notDone }
  }

  // MARK: Settings

  private func day() throws -> CivilDate {
    guard let asOf else { return DayOptions.today }
    guard let day = CivilDate(asOf) else { throw UsageProblem.badDate(asOf) }
    return day
  }

  private func settings(of folder: String) throws -> LintSettings {
    try ProjectOptions.telling(in: words.language) {
      try project.read(rulesFolder: folder).map { try LintSettings($0) } ?? LintSettings()
    }
  }

  // MARK: Fixes

  private func show(_ fixed: FixedFolder, in folder: String) throws {
    for change in fixed.changes {
      Streams.put(
        UnifiedDiff.text(
          of: "\(folder)/\(change.before.path)", from: change.before, to: change.after))
    }
    if !fixed.changes.isEmpty { throw ExitStatus.found }
  }

  private func write(_ fixed: FixedFolder, in folder: String) throws {
    for change in fixed.changes {
      let path = "\(folder)/\(change.after.path)"
      let sink = try Sink(path)
      sink.write(change.after.text)
      try sink.close()
    }
    guard !fixed.changes.isEmpty else { return }
    Streams.tell(
      CommandWords.mended(fixed.count, files: fixed.changes.count)[words.language])
  }

  // MARK: Output

  private func print(_ diagnostics: [LocatedDiagnostic], of loaded: LoadedRules) {
    let sources: ReviewTextPrinter.Sources = { loaded.file($0) }
    switch format {
    case .json:
      DiagnosticsPrinter(sources: sources, sink: Streams.put).printJSON(diagnostics)
    case .github: GitHubPrinter(language: words.language, sink: Streams.put).print(diagnostics)
    case .sarif:
      SARIFPrinter(
        version: Pingcha.configuration.version, rules: LintChecks.notes.map(DiagnosticPage.init),
        language: words.language, sources: sources, sink: Streams.put
      ).print(diagnostics)
    case .text:
      DiagnosticsPrinter(sources: sources, sink: Streams.put)
        .printText(diagnostics, language: words.language, colour: words.colour)
      if diagnostics.isEmpty {
        let text = CommandWords.sound(files: loaded.source.files.count, rules: loaded.rules.count)
        _ = Streams.print(text[words.language])
      }
    }
  }

  private func printPages(_ notes: [LintNote]) throws {
    switch format {
    case .json: DiagnosticPagePrinter(sink: Streams.put).printJSON(notes.map(DiagnosticPage.init))
    case .text where list: Streams.put(LintPage.list(in: words.language))
    case .text: for note in notes { Streams.put(LintPage.text(of: note, in: words.language)) }
    case .github, .sarif:
      throw UsageProblem.unknownFormat(format.rawValue, known: ["text", "json"], near: nil)
    }
  }
}

enum LintFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, sarif
}

enum LintLevel: String, ExpressibleByArgument, CaseIterable {
  case info, warning, error

  func includes(_ severity: Diagnostic.Severity) -> Bool {
    switch severity {
    case .error: true
    case .warning: self != .error
    case .info: self == .info
    }
  }
}

extension DiagnosticPage {
  init(_ note: LintNote) {
    self.init(
      code: note.code, topic: note.topic.rawValue, severity: note.severity, hasFix: note.hasFix,
      summary: note.summary, explanation: note.explanation, breaking: note.breaking.plainText,
      sound: note.sound.plainText)
  }
}

extension UsageProblem {
  fileprivate static func noCode(_ code: String, known: [String]) -> Self {
    Self(
      BilingualText(zh: "没有代码 `\(code)`", en: "there is no code `\(code)`"),
      help: Suggestion.nearest(to: code, among: known).map(didYouMean)
        ?? BilingualText(
          zh: "`pingcha rules lint --list` 列出有说明的代码；规则无法加载的错误没有，报错本身说明怎样改。",
          en:
            "`pingcha rules lint --list` lists the codes that have a page. What loading refuses has "
            + "none: its message says what to do."))
  }

  fileprivate static func fixAndDiff() -> Self {
    Self(
      BilingualText(
        zh: "`--fix` 与 `--diff` 不能同用", en: "`--fix` and `--diff` exclude each other"),
      help: BilingualText(
        zh: "只看改动用 `--diff`，修改文件用 `--fix`。",
        en: "Use `--diff` to look, and `--fix` to change the files."))
  }
}

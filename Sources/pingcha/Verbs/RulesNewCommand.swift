import ArgumentParser
import CaseRecords
import Findings
import FoundationEssentials
import Reports
import RuleCompiler
import RuleProof
import SourceText
import WorkCalendar

struct RulesNewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes the file of a new rule, to be filled in. 新建规则",
    discussion: """
      ID is `kind.family.slug`; the file is KIND/FAMILY/SLUG.yaml in the rules folder. What the \
      options leave out is asked for on a terminal; elsewhere the titles and at least one --cites \
      have to be there. The date that chooses the version and the base record of the example are \
      those that most rules of the family use.

      The file compiles as it is written, and its example says what the rule comes to; the rest \
      stands in comments. An id that there is, or ever was, is refused.

      EXIT CODES
        0  the file was written
        2  it was not: there is such a rule, an option is wrong, or the rules folder is

      EXAMPLES
        pingcha rules new penalty.decision.query-code-printed
        pingcha rules new penalty.service.receipt-dated --title-zh 送达回证有日期 \
      --title-en "The receipt bears its date" --cites apl-2021:第六十一条 --severity minor
        pingcha rules new penalty.filing.in-time --title-zh 及时立案 --title-en "Filed in time" \
      --cites apl-2021:第五十四条 --deadline
      """)

  @Argument(help: ArgumentHelp("The id of the rule. 规则编号", valueName: "id"))
  var id: String

  @Option(
    name: .customLong("title-zh"),
    help: ArgumentHelp("The requirement in Chinese. 中文标题", valueName: "text"))
  var titleZh: String?

  @Option(
    name: .customLong("title-en"),
    help: ArgumentHelp("The requirement in English. 英文标题", valueName: "text"))
  var titleEn: String?

  @Option(
    help: ArgumentHelp(
      "A provision that it rests on. Repeatable. 依据", valueName: "instrument:article"))
  var cites: [String] = []

  @Option(help: "fatal, major or minor. 等级")
  var severity: RuleSeverity?

  @Option(help: "violation, signal or indicator. 性质")
  var kind: RuleKind?

  @Option(
    help: ArgumentHelp("The date that chooses the version. 依据日期", valueName: "expression"))
  var basis: String?

  @Option(
    help: ArgumentHelp(
      "The first day in force. 施行首日", discussion: "Default: that of the last of its texts.",
      valueName: "yyyy-mm-dd"))
  var from: String?

  @Flag(help: "The requirement is a term. 期限类要求")
  var deadline = false

  @OptionGroup var rules: RulesOptions

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    guard let name = RuleName(id) else { throw UsageProblem.badRuleID(id) }
    if kind == .indicator, deadline {
      throw UsageProblem.excludingOptions("--kind indicator", "--deadline")
    }
    let loaded = try rules.load()
    let path = "\(loaded.folder)/\(name.file)"
    try refuseExisting(name, path, loaded)
    var draft = try draft(name, loaded)
    let text = try settledText(of: &draft, loaded)
    try WrittenFolder(loaded.folder).write(name.file, text)
    _ = Streams.print(path)
    Streams.tell(CommandWords.nextSteps(id)[words.language])
  }

  // MARK: Refusals

  private func refuseExisting(
    _ name: RuleName, _ path: String, _ loaded: LoadedRules
  ) throws {
    guard loaded.kinds.names.contains(name.kind) else {
      throw UsageProblem.noKind(name.kind, known: loaded.kinds.names)
    }
    for rule in loaded.source.rules {
      if rule.id.text == id {
        throw UsageProblem.ruleExists(id, in: "\(loaded.folder)/\(rule.file)")
      }
      if rule.aliases.contains(where: { $0.text == id }) {
        throw UsageProblem.idWasUsed(id, by: rule.id.text)
      }
    }
    // A file that does not read has no id.
    if FileManager.default.fileExists(atPath: path) {
      throw UsageProblem.ruleExists(id, in: path)
    }
  }

  // MARK: Draft

  private func draft(_ name: RuleName, _ loaded: LoadedRules) throws -> RuleDraft {
    let suggestions = RuleSuggestions(loaded, for: name)
    let missing = [
      titleZh == nil ? "--title-zh" : nil, titleEn == nil ? "--title-en" : nil,
      cites.isEmpty ? "--cites" : nil,
    ].compactMap(\.self)
    let questions = missing.isEmpty ? nil : TerminalQuestions(words.language)
    if !missing.isEmpty, questions == nil { throw UsageProblem.missingOptions(missing) }
    func text(_ option: String?, _ question: BilingualText, _ name: String) throws -> String {
      if let option {
        if option.allSatisfy(\.isWhitespace) { throw UsageProblem.emptyOption(name) }
        return option
      }
      guard let questions else { throw UsageProblem.missingOptions([name]) }
      return try questions.ask(question) { $0.isEmpty ? nil : $0 }
    }
    let title = BilingualText(
      zh: try text(titleZh, CommandWords.askTitleZh, "--title-zh"),
      en: try text(titleEn, CommandWords.askTitleEn, "--title-en"))
    let registry = LawRegistry(loaded.source.instruments)
    var provisions = try cites.map { text in
      guard let cite = RuleDraft.Cite(text) else { throw UsageProblem.badCite(text) }
      guard registry[cite.instrument]?.id.text == cite.instrument else {
        throw UsageProblem.noInstrument(cite.instrument, known: registry.ids)
      }
      return cite
    }
    if let questions, provisions.isEmpty {
      let instrument = try questions.ask(
        CommandWords.askInstrument, choices: registry.ids
      ) { registry[$0]?.id.text == $0 ? $0 : nil }
      let article = try questions.ask(CommandWords.askArticle) { $0.isEmpty ? nil : $0 }
      provisions.append(RuleDraft.Cite(instrument: instrument, article: article))
    }
    let weight =
      try severity
      ?? questions?.ask(
        CommandWords.askSeverity, choices: RuleSeverity.allCases.map(\.rawValue),
        fallback: RuleSeverity.major.rawValue
      ) { RuleSeverity(rawValue: $0) } ?? .major
    let nature =
      try kind
      ?? questions?.ask(
        CommandWords.askKind, choices: RuleKind.allCases.map(\.rawValue),
        fallback: RuleKind.violation.rawValue
      ) { RuleKind(rawValue: $0) } ?? .violation
    return RuleDraft(
      id: name, title: title, cites: provisions, severity: weight, kind: nature,
      basis: basis ?? suggestions.basis,
      from: try firstDay(of: provisions, suggestions, questions), isDeadline: deadline,
      base: nature == .indicator ? nil : suggestions.base)
  }

  private func firstDay(
    of cites: [RuleDraft.Cite], _ suggestions: RuleSuggestions, _ questions: TerminalQuestions?
  ) throws -> CivilDate {
    if let from {
      guard let day = CivilDate(from) else { throw UsageProblem.badDate(from) }
      return day
    }
    let suggested = suggestions.firstDay(of: cites)
    if let questions {
      return try questions.ask(CommandWords.askFirstDay, fallback: suggested?.description) {
        CivilDate($0)
      }
    }
    guard let suggested else { throw UsageProblem.noFirstDay(cites.map(\.instrument)) }
    return suggested
  }

  // MARK: Check

  /// The text of the draft, compiled, with what its example comes to.
  private func settledText(of draft: inout RuleDraft, _ loaded: LoadedRules) throws -> String {
    let first = draft.text(outcome: .satisfied)
    let trial = compiled(first, draft.id, beside: loaded)
    guard trial.rule(id) != nil else {
      let file = "\(trial.folder)/\(draft.id.file)"
      let problems = trial.diagnostics.filter {
        $0.file == file && $0.diagnostic.severity == .error
      }
      DiagnosticsPrinter(sources: { trial.file($0) }, sink: Streams.tellPart)
        .printText(problems, language: words.language, colour: false)
      throw UsageProblem.draftDoesNotCompile(id)
    }
    guard draft.base != nil,
      let outcome = ExampleRunner(trial).run(rules: [id]).first?.actual
    else {
      draft.base = nil
      return draft.text(outcome: .satisfied)
    }
    return draft.text(outcome: outcome)
  }

  private func compiled(
    _ text: String, _ name: RuleName, beside loaded: LoadedRules
  ) -> LoadedRules {
    let file = SourceFile(path: name.file, text: text)
    return RulebookLoader.compile(
      RulebookSource(reading: loaded.source.files + [file]), folder: loaded.folder)
  }
}

extension RuleSeverity: ExpressibleByArgument {}
extension RuleKind: ExpressibleByArgument {}

import CEL
import RuleCompiler

/// A conversation on a terminal: asks for expressions and commands, with editing, history and
/// completion, until the person leaves.
struct EvalPrompt {
  private var console: EvalConsole
  private var history: PromptHistory
  private let editor: LineEditor
  /// The lines so far of an expression that goes on, each with its line break.
  private var earlier = ""

  /// - Returns: `nil` where this is no conversation on a terminal, or it cannot be edited.
  init?(_ console: EvalConsole) {
    guard Streams.inputIsTerminal, Streams.errorIsTerminal,
      let editor = LineEditor(remembering: PromptHistory.limit)
    else { return nil }
    self.console = console
    self.editor = editor
    history = PromptHistory(path: PromptHistory.path(environment: Streams.environment))
    for line in history.lines { editor.remember(line) }
  }

  mutating func run() {
    while true {
      switch editor.read(prompt: earlier.isEmpty ? "> " : "… ", completing: help) {
      case .abandoned: earlier = ""
      case .end:
        // What is wrong with the half that is there is told.
        if !earlier.isEmpty { _ = console.answer(line: earlier) }
        return
      case .line(let line): if !take(line) { return }
      }
    }
  }

  /// False where the line asks to leave.
  private mutating func take(_ line: String) -> Bool {
    let text = earlier + line
    let lines = ExpressionLines(text)
    // An empty line ends what would go on.
    if lines.isUnfinished, isExpression(text), !line.allSatisfy(\.isWhitespace) || earlier.isEmpty {
      earlier = text + "\n"
      return true
    }
    earlier = ""
    if let line = isExpression(text) ? lines.oneLine : text, history.add(line) {
      editor.remember(line)
    }
    return console.answer(line: text)
  }

  /// Whether a text is an expression, or one behind a command that takes one.
  private func isExpression(_ text: String) -> Bool {
    !text.hasPrefix(":") || text.hasPrefix(":type ") || text.hasPrefix(":explain ")
  }

  /// What Tab does behind the beginning of a line.
  private func help(_ beginning: String) -> LineEditor.Help {
    let completion = Completion(
      ofLine: beginning, after: earlier, in: console.session.rulebook.environment)
    let continuation = completion.continuation
    if !continuation.isEmpty { return .insert(continuation) }
    return .choices(completion.candidates.count > 1 ? completion.candidates.map(\.text) : [])
  }
}

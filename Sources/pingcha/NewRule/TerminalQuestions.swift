import SourceText

/// Asks for what a command line leaves out, on a terminal.
struct TerminalQuestions {
  private let editor: LineEditor
  private let language: Language

  /// - Returns: `nil` where nobody can be asked.
  init?(_ language: Language) {
    guard Streams.inputIsTerminal, Streams.errorIsTerminal,
      let editor = LineEditor(remembering: 0)
    else { return nil }
    self.editor = editor
    self.language = language
  }

  /// Asks until the answer is good.
  ///
  /// - Parameters:
  ///   - choices: What Tab completes.
  ///   - fallback: What an empty line means; `nil` where there has to be an answer.
  ///   - read: Makes something of the answer; `nil` where it is none.
  /// - Throws: `.notDone` when the input ends.
  func ask<Answer>(
    _ question: BilingualText, choices: [String] = [], fallback: String? = nil,
    _ read: (String) -> Answer?
  ) throws -> Answer {
    let shown = fallback.map { " [\($0)]" } ?? ""
    let prompt = question[language] + shown + (language == .zh ? "：" : ": ")
    while true {
      let outcome = editor.read(prompt: prompt) { beginning in
        let fitting = choices.filter { $0.hasPrefix(beginning) }
        if fitting.count == 1 { return .insert(String(fitting[0].dropFirst(beginning.count))) }
        return .choices(fitting)
      }
      guard case .line(let line) = outcome else { throw ExitStatus.notDone }
      var answer = line[...]
      while answer.first?.isWhitespace ?? false { answer = answer.dropFirst() }
      while answer.last?.isWhitespace ?? false { answer = answer.dropLast() }
      if let answer = read(answer.isEmpty ? fallback ?? "" : String(answer)) { return answer }
      Streams.tell("  " + hint(for: String(answer), among: choices))
    }
  }

  /// What to say to an answer that is none: the nearest choice, or all where they are few.
  private func hint(for answer: String, among choices: [String]) -> String {
    if let near = Suggestion.nearest(to: answer, among: choices) {
      return UsageProblem.didYouMean(near)[language]
    }
    if (1..<20).contains(choices.count) { return choices.joined(separator: "  ") }
    return CommandWords.askAgain[language]
  }
}

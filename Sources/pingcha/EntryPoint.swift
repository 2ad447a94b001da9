import ArgumentParser
import SourceText

@main
enum EntryPoint {
  static func main() async {
    Streams.ignoreBrokenPipe()
    let code = await run(Array(CommandLine.arguments.dropFirst()))
    Streams.leave(with: code)
  }

  /// Runs a command line and returns its exit code. Whatever goes wrong is told on standard error.
  static func run(_ arguments: [String]) async -> ExitStatus {
    do {
      var command = try Pingcha.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return .clean
    } catch let status as ExitStatus {
      return status
    } catch let problem as UsageProblem {
      Streams.tell(problem.text(in: LanguageChoice.spoken(in: arguments)))
      return .notDone
    } catch {
      let text = Pingcha.fullMessage(for: error)
      if Pingcha.exitCode(for: error).isSuccess {
        _ = Streams.print(text)
        return .clean
      }
      let language = LanguageChoice.spoken(in: arguments)
      if let problem = unknownVerb(in: arguments) {
        Streams.tell(problem.text(in: language))
      } else {
        Streams.tell(UsageProblem.wrongUsage(text, in: language))
      }
      return .notDone
    }
  }

  /// The first word that should be a verb and is none.
  private static func unknownVerb(in arguments: [String]) -> UsageProblem? {
    var command: any ParsableCommand.Type = Pingcha.self
    for word in arguments {
      let verbs = command.configuration.subcommands
      if verbs.isEmpty || word.hasPrefix("-") { return nil }
      let names = verbs.compactMap { $0.configuration.commandName }
      guard let place = names.firstIndex(of: word) else {
        return word == "help"
          ? nil : .noVerb(word, known: names)
      }
      command = verbs[place]
    }
    return nil
  }
}

/// How a verb ended: design.md §6.
enum ExitStatus: Int32, Error, Comparable {
  /// Nothing at or above what `--fail-on` says.
  case clean = 0
  case found = 1
  /// Something could not be done. Wins over `found`.
  case notDone = 2

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

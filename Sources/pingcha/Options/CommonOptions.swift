import ArgumentParser
import FoundationEssentials
import RuleCompiler
import SourceText
import WorkCalendar

/// `--rules`
struct RulesOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "The rules folder. 规则文件夹",
      discussion: "Default: PINGCHA_RULES, else `Rules` here or above, else beside the program.",
      valueName: "folder"))
  var folder: String?

  /// Finds the folder, and reads and compiles what is in it.
  func load() throws -> LoadedRules { RulebookLoader.load(folder: try find()) }

  /// Finds the folder.
  func find() throws -> String {
    do {
      return try RulesFolder.find(
        named: folder, environment: Streams.environment(RulesFolder.variable),
        workingFolder: FileManager.default.currentDirectoryPath, program: Streams.program)
    } catch {
      throw UsageProblem(error.diagnostic)
    }
  }
}

/// `--lang` and `--color`
struct WordsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "zh or en. 输出语言",
      discussion: """
        Default: the first of LC_ALL, LC_MESSAGES and LANG that is set; zh where it begins with \
        zh, else en.
        """))
  var lang: LanguageChoice?

  @Option(
    help: ArgumentHelp(
      "auto, always or never. 颜色",
      discussion: "auto: on a terminal, unless NO_COLOR is set.", valueName: "when"))
  var color: ColourChoice = .auto

  var language: Language { lang?.language ?? LanguageChoice.ofLocale }

  var colour: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      Streams.outputIsTerminal && (Streams.environment("NO_COLOR") ?? "").isEmpty
        && Streams.environment("TERM") != "dumb"
    }
  }
}

enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case zh, en

  var language: Language { self == .zh ? .zh : .en }

  /// The language of the locale.
  static var ofLocale: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(Streams.environment).first { !$0.isEmpty } ?? ""
    return locale.lowercased().hasPrefix("zh") ? .zh : .en
  }

  /// The language that a command line asks for, also where it cannot be parsed.
  static func spoken(in arguments: [String]) -> Language {
    for (place, argument) in arguments.enumerated() {
      let value =
        if argument == "--lang", place + 1 < arguments.count {
          arguments[place + 1]
        } else if argument.hasPrefix("--lang=") {
          String(argument.dropFirst("--lang=".count))
        } else {
          ""
        }
      if let choice = LanguageChoice(rawValue: value) { return choice.language }
    }
    return ofLocale
  }
}

enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// `--as-of`
struct DayOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day of the review. 评查日期", discussion: "Default: today in Shanghai. Always printed.",
      valueName: "yyyy-mm-dd"))
  var text: String?

  func day() throws -> CivilDate {
    guard let text else { return Self.today }
    guard let day = CivilDate(text) else { throw UsageProblem.badDate(text) }
    return day
  }

  /// Today in Asia/Shanghai, eight hours ahead of Greenwich.
  static var today: CivilDate {
    CivilDate(dayNumber: Int32((Streams.secondsSinceEpoch + 8 * 3600) / 86_400))
  }
}

internal import SourceText

/// The choice of language on a page that holds both: radio buttons, which need no script.
enum HTMLLanguages {
  enum Choice: String {
    case zh, en, both

    var name: BilingualText {
      switch self {
      case .zh: RulePageWords.chinese
      case .en: RulePageWords.english
      case .both: RulePageWords.bothLanguages
      }
    }

    /// What stands on the button, in the language that it is for.
    var label: String {
      switch self {
      case .zh: "中文"
      case .en: "English"
      case .both: "中/En"
      }
    }
  }

  /// The buttons themselves. They stand before all else, so that the style sheet can go by them.
  static func inputs(_ choices: [Choice], chosen: Language) -> String {
    choices.map { choice in
      let isChecked = choice.rawValue == chosen.rawValue ? " checked" : ""
      return "<input type=\"radio\" name=\"lang\" id=\"lang-\(choice.rawValue)\""
        + " aria-label=\"\(HTMLText.escaped(choice.name.zh))\"\(isChecked)>\n"
    }.joined()
  }

  /// What a reader points at, in `nav`.
  static func labels(_ choices: [Choice]) -> String {
    let labels = choices.map { "<label for=\"lang-\($0.rawValue)\">\($0.label)</label>" }
    return "<span class=\"languages\">\(labels.joined())</span>"
  }
}

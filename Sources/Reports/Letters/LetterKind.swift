package import SourceText

/// The letters that a review sends to the offices whose cases it read.
package enum LetterKind: String, Hashable, Sendable, CaseIterable {
  /// 评查意见书: what was reviewed and what was found.
  case findings = "findings-letter"
  /// 整改通知书: what has to be put right, and by when.
  case rectification = "rectification-notice"

  /// What it is called, also in the name of its file.
  package var title: BilingualText {
    switch self {
    case .findings: BilingualText(zh: "评查意见书", en: "findings letter")
    case .rectification: BilingualText(zh: "整改通知书", en: "rectification notice")
    }
  }

  /// The path of its template below the rules folder.
  package func template(_ language: Language) -> String {
    "templates/\(rawValue).\(language.rawValue).docx"
  }
}

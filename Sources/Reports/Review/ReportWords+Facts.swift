internal import Findings
internal import SourceText

/// How a fact of a finding is told in one line.
extension ReportWords {
  /// `公开日期（publicity.result.published_on）：2024-10-18，见卷内 d14《公示截图》第1页`
  static func description(
    of fact: Evidence, withPath: Bool, _ language: Language
  ) -> String {
    var text = fact.label[language]
    if withPath { text += inBrackets(fact.path, language) }
    let value = value(of: fact, language)
    if !value.isEmpty { text += colon[language] + value }
    if let place = fact.document { text += comma[language] + document(place)[language] }
    return text
  }

  /// The value as a person reads it, or why there is none.
  static func value(of fact: Evidence, _ language: Language) -> String {
    switch fact.state {
    case .present: fact.shown?[language] ?? fact.value ?? ""
    case .absent: notOnFile[language]
    case .unrecorded: notRecorded[language]
    }
  }
}

import CaseRecords
import Findings
import RuleCompiler
import RuleProof
import SourceText
import WorkCalendar

/// What the rules that are there suggest for a new one.
struct RuleSuggestions {
  private let loaded: LoadedRules
  private let name: RuleName
  /// The rules of the kind, those of the family first.
  private let neighbours: [[RuleSource]]

  init(_ loaded: LoadedRules, for name: RuleName) {
    self.loaded = loaded
    self.name = name
    let ofKind = loaded.source.rules.filter { $0.recordKind == name.kind }
    neighbours = [ofKind.filter { $0.family == name.family }, ofKind]
  }

  /// The date that most rules of the family go by; else of the kind; else the first date of the
  /// schema, else the day of the review.
  var basis: String {
    let readings = neighbours.map { rules in
      rules.flatMap { rule in
        rule.versions.isEmpty
          ? [rule.effective].compactMap(\.self) : rule.versions.map(\.effective)
      }
    }
    for effectives in readings {
      if let most = Self.commonest(effectives.compactMap { $0.basis.first?.text }) { return most }
    }
    for section in loaded.kinds.schema(name.kind)?.sections ?? [] where !section.isList {
      for field in section.shape.fields {
        if case .date = field.type { return "\(section.name).\(field.name)" }
      }
    }
    return "as_of"
  }

  /// The base record that most examples of the family start from; else of the kind; else the first.
  var base: String? {
    let bases = loaded.source.kinds.first { $0.name == name.kind }?.bases.map(\.name) ?? []
    for rules in neighbours {
      let used = rules.flatMap { $0.examples.map(\.base.text) }.filter(bases.contains)
      if let most = Self.commonest(used) { return most }
    }
    return bases.first
  }

  /// The first day on which every instrument is in force; `nil` where one does not say.
  func firstDay(of cites: [RuleDraft.Cite]) -> CivilDate? {
    let registry = LawRegistry(loaded.source.instruments)
    let days = cites.map { registry[$0.instrument]?.from }
    return days.contains(nil) ? nil : days.compactMap(\.self).max()
  }

  /// The most frequent text; of several the one that comes first.
  private static func commonest(_ texts: [String]) -> String? {
    var counts: [String: Int] = [:]
    for text in texts { counts[text, default: 0] += 1 }
    let most = counts.values.max()
    return texts.first { counts[$0] == most }
  }
}

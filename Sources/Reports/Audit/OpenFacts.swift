internal import Findings
internal import SourceText

/// A fact that nobody recorded, and how much hangs on it.
struct OpenFact {
  /// As the schema has it, without the number of an element; or the name of a parameter or year.
  var path: String
  var label: BilingualText
  var findings = 0
  var cases = 0
}

extension Audit {
  /// What would have to be known to decide what is undetermined, what most depends on first.
  var openFacts: [OpenFact] {
    var facts: [String: OpenFact] = [:]
    for audited in cases {
      var seen: Set<String> = []
      for finding in audited.findings
      where FindingGroup(finding) == .undetermined {
        for path in finding.missing {
          let general = FindingKey.withoutIndexes(path)
          let label =
            finding.evidence.first { $0.path == path }?.label ?? ReportWords.missingName(path)
          facts[general, default: OpenFact(path: general, label: label)].findings += 1
          if seen.insert(general).inserted { facts[general]?.cases += 1 }
        }
      }
    }
    return facts.values.sorted { one, other in
      if one.findings != other.findings { return one.findings > other.findings }
      return one.path.utf8.lexicographicallyPrecedes(other.path.utf8)
    }
  }
}

internal import Findings

/// A fact that findings of a case wait for.
struct MissingFact {
  /// `nil` for findings that name no fact.
  var path: String?
  var name: String?
  var findings: [Finding]

  /// In the order that the findings name them in.
  static func all(of audited: AuditedCase, _ phrases: FindingPhrases) -> [MissingFact] {
    var facts: [MissingFact] = []
    for finding in audited.findings where FindingGroup(finding) == .undetermined {
      let paths: [String?] = finding.missing.isEmpty ? [nil] : finding.missing
      for path in paths {
        if let place = facts.firstIndex(where: { $0.path == path }) {
          facts[place].findings.append(finding)
        } else {
          facts.append(
            MissingFact(
              path: path, name: path.map { phrases.missing($0, in: finding) },
              findings: [finding]))
        }
      }
    }
    return facts
  }

  /// What is said of the findings, each once.
  func unique(_ say: (Finding) -> String) -> [String] {
    var said: [String] = []
    for finding in findings {
      let text = say(finding)
      if !said.contains(text) { said.append(text) }
    }
    return said
  }
}

internal import Findings
internal import SourceText

/// What the search of the site looks through, as a script: pages on disk may load no other data.
struct SearchIndex {
  private let handbook: RuleHandbook

  init(_ handbook: RuleHandbook) { self.handbook = handbook }

  /// A line a rule, so that a change of one is a change of one line.
  var script: String {
    let rules = handbook.rules.map { entry in
      var writer = JSONWriter(layout: .line)
      let summary = entry.rule.summary
      writer.object {
        $0.member("id", summary.id)
        $0.member("zh", summary.title.zh)
        $0.member("en", summary.title.en)
        $0.member("text", Self.text(of: entry))
      }
      return writer.take()
    }
    return "// \(GeneratedMark.text)\nwindow.PINGCHA_RULES = [\n"
      + rules.joined(separator: ",\n") + "\n];\n"
  }

  /// What a rule is found by besides its id and title; each word of it once.
  private static func text(of entry: RuleHandbook.Entry) -> String {
    var parts: [String] = []
    for cite in entry.rule.everyCite {
      parts += [
        cite.instrument, cite.instrumentName.zh, cite.instrumentName.en, cite.number ?? "",
        cite.article, cite.says ?? "",
      ]
    }
    for version in entry.rule.versions {
      for check in version.checks {
        parts += [check.id ?? "", check.message?.zh ?? "", check.message?.en ?? ""]
      }
      parts.append(version.reading ?? "")
    }
    for fact in entry.facts { parts += [fact.path, fact.label.zh, fact.label.en] }
    for parameter in entry.parameters {
      parts += [parameter.name, parameter.label?.zh ?? "", parameter.label?.en ?? ""]
    }
    var seen: Set<String> = []
    return parts.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: " ")
  }
}

import Findings
import RuleCompiler
import SourceText
import WorkCalendar
import YAML

/// A text that had ended before the rule's version begins.
package enum RepealedCitation: LintCheck {
  package static let note = LintNote(
    "repealed-citation", .law, .warning,
    summary: BilingualText(
      zh: "引用的文件在规则施行前已失效",
      en: "a text is cited that had ended before the rule is in force"),
    explanation: BilingualText(
      zh: "规则（或它的这一版本）第一天有效时，文件已经失效，这一引用对任何案卷都不成立。引用现行文件，或提前规则的 `from`。",
      en:
        "On the first day of the rule, or of this version, the text was no longer in force, so it can "
        + "bind no case. Cite the text that took its place, or begin the rule earlier."),
    breaking: """
      cites:
        - { instrument: sample-law, article: 第一条, says: 应当 }
        - { instrument: «old-law», article: 第一条 }
      """,
    sound: """
      cites:
        - { instrument: sample-law, article: 第一条, says: 应当 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let registry = LawRegistry(pack.loaded.source.instruments)
    for rule in pack.rules {
      for reading in rule.readings {
        guard let from = reading.effective?.from else { continue }
        for citation in reading.everyCitation {
          guard let until = registry[citation.instrument.text]?.until, until < from else {
            continue
          }
          report.add(
            rule.file, citation.instrument.range, rule: rule.id,
            BilingualText(
              zh: "`\(citation.instrument.text)` 只到 \(until) 有效，规则从 \(from) 起施行",
              en:
                "`\(citation.instrument.text)` was in force until \(until), and the rule is from \(from)"
            ))
        }
      }
    }
  }
}

/// A text that comes into force only when the rule's version has ended.
package enum FutureCitation: LintCheck {
  package static let note = LintNote(
    "future-citation", .law, .warning,
    summary: BilingualText(
      zh: "引用的文件在规则失效后才施行",
      en: "a text is cited that begins after the rule has ended"),
    explanation: BilingualText(
      zh: "规则（或它的这一版本）最后一天之后，文件才生效，两者没有共同的日子。",
      en: "The text comes into force after the last day of the rule, or of this version."),
    breaking: """
      cites:
        - { instrument: old-law, article: 第一条, says: 应当 }
        - { instrument: «sample-law», article: 第一条 }
      effective: { basis: case.day, from: 2012-01-01, until: 2018-12-31 }
      """,
    sound: """
      cites:
        - { instrument: old-law, article: 第一条, says: 应当 }
      effective: { basis: case.day, from: 2012-01-01, until: 2018-12-31 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let registry = LawRegistry(pack.loaded.source.instruments)
    for rule in pack.rules {
      for reading in rule.readings {
        guard let until = reading.effective?.until else { continue }
        for citation in reading.everyCitation {
          guard let from = registry[citation.instrument.text]?.from, until < from else {
            continue
          }
          report.add(
            rule.file, citation.instrument.range, rule: rule.id,
            BilingualText(
              zh: "`\(citation.instrument.text)` 从 \(from) 起施行，规则只到 \(until)",
              en:
                "`\(citation.instrument.text)` is in force from \(from), and the rule until \(until)"
            ))
        }
      }
    }
  }
}

/// A rule that begins before any text that it cites.
package enum EffectiveBeforeLaw: LintCheck {
  package static let note = LintNote(
    "effective-before-law", .law, .warning,
    summary: BilingualText(
      zh: "规则早于所引文件施行", en: "a rule begins before every text that it cites"),
    explanation: BilingualText(
      zh: "`effective.from` 早于所引文件中最早的施行日期：那些日子没有依据。推迟 `from`，或引用当时的文件。",
      en:
        "`effective.from` is before the first day of the earliest text that is cited, so that for those "
        + "days there is no basis. Begin later, or cite what held then."),
    breaking: "effective: { basis: case.day, from: «2019-06-01» }",
    sound: "effective: { basis: case.day, from: 2020-01-01 }")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let registry = LawRegistry(pack.loaded.source.instruments)
    for rule in pack.rules {
      for reading in rule.readings {
        guard let effective = reading.effective, let from = effective.from else { continue }
        let starts = reading.everyCitation.map { registry[$0.instrument.text]?.from }
        guard !starts.contains(nil), let earliest = starts.compactMap(\.self).min(),
          from < earliest
        else { continue }
        let node = rule.node.mappings.first { $0.range == effective.range }?["from"]
        report.add(
          rule.file, node?.range ?? effective.range, rule: rule.id,
          BilingualText(
            zh: "规则从 \(from) 起施行，所引文件最早从 \(earliest) 起",
            en: "the rule is from \(from), and the first text that it cites from \(earliest)"))
      }
    }
  }
}

/// A rule that goes on when every text that it cites has ended.
package enum LawEnded: LintCheck {
  package static let note = LintNote(
    "law-ended", .law, .warning,
    summary: BilingualText(
      zh: "所引文件都已失效，规则仍在施行",
      en: "a rule goes on after every text that it cites has ended"),
    explanation: BilingualText(
      zh: "规则没有 `until`，或晚于所引文件中最晚的失效日期。补引现行文件，或给规则一个 `until`。",
      en:
        "The rule has no `until`, or one after the last day of the last text that it cites. Cite the "
        + "text that holds now, or let the rule end."),
    breaking: """
      cites:
        - { instrument: old-law, article: 第一条, says: 应当 }
      effective: «{ basis: case.day, from: 2012-01-01 }»
      """,
    sound: """
      cites:
        - { instrument: old-law, article: 第一条, says: 应当 }
      effective: { basis: case.day, from: 2012-01-01, until: 2019-12-31 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let registry = LawRegistry(pack.loaded.source.instruments)
    for rule in pack.rules {
      for reading in rule.readings {
        guard let effective = reading.effective else { continue }
        let cited = reading.everyCitation.compactMap { registry[$0.instrument.text] }
        let ends = cited.map(\.until)
        // A text that had ended before the rule begins is told by itself.
        guard !ends.isEmpty, !ends.contains(nil), let last = ends.compactMap(\.self).max(),
          effective.until.map({ last < $0 }) ?? true, effective.from.map({ $0 <= last }) ?? true
        else { continue }
        report.add(
          rule.file, effective.range, rule: rule.id,
          BilingualText(
            zh: "所引文件最晚到 \(last) 为止，规则之后仍在施行",
            en: "the last text that is cited ended on \(last), and the rule goes on"))
      }
    }
  }
}

/// The same article cited twice.
package enum DuplicateCitation: LintCheck {
  package static let note = LintNote(
    "duplicate-citation", .law, .warning, hasFix: true,
    summary: BilingualText(zh: "同一条引了两遍", en: "an article is cited twice"),
    explanation: BilingualText(
      zh: "同一 `cites` 里，同一文件的同一条出现两次。修复时删去没有另引原文的后一条。",
      en:
        "A list of `cites` names the same article of the same text twice. The fix takes the second out "
        + "where it quotes nothing of its own."),
    breaking: """
      cites:
        - { instrument: sample-law, article: 第一条, says: 应当 }
        - «{ instrument: sample-law, article: 第一条 }»
      """,
    sound: """
      cites:
        - { instrument: sample-law, article: 第一条, says: 应当 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for (file, rule, cites) in pack.citationLists {
      var seen: [String: String?] = [:]
      for (place, entry) in (cites.sequence ?? []).enumerated() {
        guard let instrument = entry["instrument"]?.scalar?.text,
          let article = entry["article"]?.scalar?.text
        else { continue }
        let says = entry["says"]?.scalar?.text
        guard let first = seen["\(instrument) \(article)"] else {
          seen["\(instrument) \(article)"] = says
          continue
        }
        // Two quotes of one article are two provisions of it.
        if let says, let first, says != first { continue }
        report.add(
          file, entry.range, rule: rule,
          BilingualText(
            zh: "`\(instrument)` 的\(article)已经引过",
            en: "`\(instrument)`, \(article), is cited already"),
          help: BilingualText(zh: "删去其中一条。", en: "Take one out."),
          fix: says == nil || says == first
            ? NodeRemoval(file: file).removing(place, from: cites) : nil)
      }
    }
  }
}

/// Citations that do not stand in the order of the registry.
package enum CitationOrder: LintCheck {
  package static let note = LintNote(
    "citation-order", .law, .info,
    summary: BilingualText(
      zh: "引用没有按登记的顺序", en: "citations do not stand in the order of the registry"),
    explanation: BilingualText(
      zh: "登记表先法律、后行政法规和规章；引用也按这一顺序，效力高的在前，报告先印它。",
      en:
        "The registry has laws first and what rests on them after. Citations in its order have the "
        + "highest text first, which reports print first."),
    breaking: """
      cites:
        - { instrument: sample-measures, article: 第一条, says: 应当 }
        - { instrument: «sample-law», article: 第一条, says: 应当 }
      """,
    sound: """
      cites:
        - { instrument: sample-law, article: 第一条, says: 应当 }
        - { instrument: sample-measures, article: 第一条, says: 应当 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let ranks = Dictionary(
      pack.loaded.source.instruments.enumerated().map { ($1.id.text, $0) },
      uniquingKeysWith: { first, _ in first })
    let registry = LawRegistry(pack.loaded.source.instruments)
    for (file, rule, cites) in pack.citationLists {
      var highest: (rank: Int, name: String)?
      for entry in cites.sequence ?? [] {
        guard let name = entry["instrument"]?.scalar, let rank = ranks[name.text] else { continue }
        // A text and the one that took its place may stand in either order.
        if let highest,
          registry.isSuccessor(highest.name, of: name.text)
            || registry.isSuccessor(name.text, of: highest.name)
        {
          continue
        }
        if let highest, rank < highest.rank {
          report.add(
            file, entry["instrument"]?.range ?? entry.range, rule: rule,
            BilingualText(
              zh: "`\(name.text)` 在登记表中先于 `\(highest.name)`",
              en: "`\(name.text)` stands before `\(highest.name)` in the registry"))
          break
        }
        highest = (rank, name.text)
      }
    }
  }
}

/// The first citation of a grave rule without the words that carry it.
package enum CitationWithoutWords: LintCheck {
  package static let note = LintNote(
    "citation-without-words", .law, .info,
    summary: BilingualText(
      zh: "主要依据没有摘录原文", en: "the first citation of a grave rule quotes nothing"),
    explanation: BilingualText(
      zh: "严重和一票否决的规则，第一条依据应当用 `says` 摘出承载要求的几个字，让读的人能核对。",
      en:
        "Of a major or fatal rule the first citation should quote in `says` the few words that carry "
        + "the requirement, so that a reader can hold them against the text."),
    breaking: """
      cites: [ «{ instrument: sample-law, article: 第一条 }» ]
      severity: major
      remedy: { zh: 补正。, en: Put it right. }
      """,
    sound: """
      cites: [ { instrument: sample-law, article: 第一条, says: 应当 } ]
      severity: major
      remedy: { zh: 补正。, en: Put it right. }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules where rule.source.severity != .minor && rule.source.kind == .violation {
      for reading in rule.readings {
        guard let first = reading.cites.first, first.says == nil else { continue }
        report.add(
          rule.file, first.range, rule: rule.id,
          BilingualText(
            zh: "没有摘录 `\(first.instrument.text)` \(first.article)的原文",
            en: "nothing of `\(first.instrument.text)`, \(first.article), is quoted"))
      }
    }
  }
}

extension LawRegistry {
  /// True where a text took the place of another, perhaps by way of others.
  fileprivate func isSuccessor(_ later: String, of earlier: String) -> Bool {
    var (next, seen): (String?, Set<String>) = (earlier, [])
    while let id = next, seen.insert(id).inserted {
      next = self[id]?.replacedBy?.text
      if next == later { return true }
    }
    return false
  }
}

extension LintPack {
  /// Every `cites:` of rules and parameters.
  var citationLists: [(file: SourceFile, rule: String?, cites: Node)] {
    let ofRules = rules.flatMap { rule in
      rule.node.mappings.compactMap { node in
        node["cites"].map { (file: rule.file, rule: Optional(rule.id), cites: $0) }
      }
    }
    let ofParameters = Set(loaded.source.parameters.map(\.file)).sorted().flatMap { path in
      (documents[path]?.mappings ?? []).compactMap { node in
        node["cites"].map { (file: file(path), rule: String?.none, cites: $0) }
      }
    }
    return ofRules + ofParameters
  }
}

import RuleCompiler
import SourceText
import WorkCalendar
import YAML

/// Days between two values of a parameter on which none holds.
package enum ParameterGap: LintCheck {
  package static let note = LintNote(
    "parameter-gap", .law, .warning,
    summary: BilingualText(
      zh: "参数前后两个值之间有空档", en: "there are days between two values of a parameter"),
    explanation: BilingualText(
      zh: "一个值到期之后、下一个值开始之前的日子没有值，靠它的规则在那些日子无法判断。",
      en:
        "One value ends and the next begins later, so that rules that rest on the parameter are "
        + "undetermined in between."),
    breaking: LintExample(
      in: "parameters/threshold.yaml",
      """
      threshold:
        label: { zh: 费用, en: Fee }
        type: money
        order: [date]
        values:
          - { value: 10, until: 2021-12-31, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }
          - «{ value: 20, from: 2022-03-01, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }»
      """),
    sound: LintExample(
      in: "parameters/threshold.yaml",
      """
      threshold:
        label: { zh: 费用, en: Fee }
        type: money
        order: [date]
        values:
          - { value: 10, until: 2021-12-31, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }
          - { value: 20, from: 2022-01-01, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }
      """))

  private struct Keys: Hashable {
    var law: String?
    var region: String?
    var sector: String?
    var party: String?
  }

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for parameter in pack.loaded.source.parameters {
      let groups = Dictionary(grouping: parameter.entries) {
        Keys(law: $0.law, region: $0.region, sector: $0.sector, party: $0.party)
      }
      for entries in groups.values {
        let sorted = entries.sorted { ($0.from ?? .first) < ($1.from ?? .first) }
        for (one, next) in zip(sorted, sorted.dropFirst()) {
          guard let until = one.until, let from = next.from, until.next < from,
            !parameter.entries.contains(where: {
              $0.isWider(than: one) && ($0.from.map { $0 <= until.next } ?? true)
                && ($0.until.map { $0.next >= from } ?? true)
            })
          else { continue }
          report.add(
            pack.file(parameter.file), next.range, rule: nil,
            BilingualText(
              zh: "前一个值到 \(until) 为止，这一个从 \(from) 起，中间没有值",
              en: "the value before ends on \(until) and this begins on \(from), with none between")
          )
        }
      }
    }
  }
}

extension ParameterSource.Entry {
  /// True where the value depends on no key that another does not depend on alike.
  fileprivate func isWider(than other: Self) -> Bool {
    let pairs = [
      (law, other.law), (sector, other.sector), (party, other.party), (region, other.region),
    ]
    let isSame = pairs.allSatisfy { $0 == $1 }
    return !isSame && pairs.allSatisfy { $0 == nil || $0 == $1 }
  }
}

/// A value whose source was not in force when it begins, or ended before it.
package enum ParameterSourceEnded: LintCheck {
  package static let note = LintNote(
    "parameter-source-ended", .law, .warning,
    summary: BilingualText(
      zh: "参数值的依据不在施行期内", en: "the source of a value is not in force while it holds"),
    explanation: BilingualText(
      zh: "值所引的文件在值开始前已失效，或者都已失效而值没有 `until`。",
      en:
        "Every text that the value cites had ended before the value begins, or has ended while the "
        + "value goes on."),
    breaking: LintExample(
      in: "parameters/threshold.yaml",
      """
      threshold:
        label: { zh: 费用, en: Fee }
        type: money
        order: [date]
        values:
          - «{ value: 10, from: 2020-01-01, source: 旧法第三条, cites: [ { instrument: old-law, article: 第三条 } ], confidence: verified }»
      """),
    sound: LintExample(
      in: "parameters/threshold.yaml",
      """
      threshold:
        label: { zh: 费用, en: Fee }
        type: money
        order: [date]
        values:
          - { value: 10, from: 2020-01-01, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }
      """))

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let registry = LawRegistry(pack.loaded.source.instruments)
    for parameter in pack.loaded.source.parameters {
      for entry in parameter.entries {
        let ends = entry.cites.compactMap { registry[$0.instrument.text] }.map(\.until)
        guard !ends.isEmpty, !ends.contains(nil), let last = ends.compactMap(\.self).max(),
          entry.until.map({ last < $0 }) ?? true
        else { continue }
        report.add(
          pack.file(parameter.file), entry.range, rule: nil,
          BilingualText(
            zh: "所引文件最晚到 \(last) 为止，这一值之后仍然有效",
            en: "the last text that is cited ended on \(last), and the value goes on"))
      }
    }
  }
}

/// A value whose source is told in words alone.
package enum ParameterWithoutCitation: LintCheck {
  package static let note = LintNote(
    "parameter-without-citation", .law, .info,
    summary: BilingualText(
      zh: "参数值只用文字写了依据", en: "the source of a value is told in words alone"),
    explanation: BilingualText(
      zh: "用 `cites` 引登记表里的文件，发现问题时才能随值一起引用，修法时也能查出。",
      en:
        "With `cites` the finding can cite the text that the value rests on, and lint can tell when it "
        + "has ended."),
    breaking: LintExample(
      in: "parameters/threshold.yaml",
      """
      threshold:
        label: { zh: 费用, en: Fee }
        type: money
        order: []
        values:
          - «{ value: 10, source: 样例法第三条, confidence: verified }»
      """),
    sound: LintExample(
      in: "parameters/threshold.yaml",
      """
      threshold:
        label: { zh: 费用, en: Fee }
        type: money
        order: []
        values:
          - { value: 10, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }
      """))

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for parameter in pack.loaded.source.parameters {
      for entry in parameter.entries where entry.cites.isEmpty && entry.isVerified {
        report.add(
          pack.file(parameter.file), entry.range, rule: nil,
          BilingualText(
            zh: "`\(parameter.name.text)` 的这一值没有 `cites`",
            en: "this value of `\(parameter.name.text)` has no `cites`"))
      }
    }
  }
}

/// A text that is replaced by one which does not begin the day after.
package enum SuccessionGap: LintCheck {
  package static let note = LintNote(
    "succession-gap", .law, .warning,
    summary: BilingualText(
      zh: "新旧文件的施行日期不衔接",
      en: "a text does not begin on the day after the one it replaces ends"),
    explanation: BilingualText(
      zh: "`replaced_by` 指向的文件应当从旧文件失效的次日起施行；不是这样时，多半有一个日期写错了。",
      en:
        "The text that `replaced_by` names should begin on the day after the old one ends. Where it does "
        + "not, a date is probably wrong."),
    breaking: LintExample(
      in: "instruments.yaml",
      """
      - { id: old-law, name: { zh: 旧法, en: Old Law }, from: 2010-01-01, until: «2019-11-30», replaced_by: sample-law }
      - { id: sample-law, name: { zh: 样例法, en: Sample Law }, from: 2020-01-01 }
      """),
    sound: LintExample(
      in: "instruments.yaml",
      """
      - { id: old-law, name: { zh: 旧法, en: Old Law }, from: 2010-01-01, until: 2019-12-31, replaced_by: sample-law }
      - { id: sample-law, name: { zh: 样例法, en: Sample Law }, from: 2020-01-01 }
      """))

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let registry = LawRegistry(pack.loaded.source.instruments)
    for instrument in pack.loaded.source.instruments {
      guard let until = instrument.until, let successor = instrument.replacedBy,
        let from = registry[successor.text]?.from, until.next != from
      else { continue }
      let node = pack.documents[instrument.file]?.mappings
        .first { $0.range == instrument.range }?["until"]
      report.add(
        pack.file(instrument.file), node?.range ?? instrument.range, rule: nil,
        BilingualText(
          zh: "到 \(until) 为止，而 `\(successor.text)` 从 \(from) 起施行",
          en: "it ends on \(until), and `\(successor.text)` is in force from \(from)"))
    }
  }
}

internal import Findings
internal import SourceText

/// The fixed words of a report on mutants.
enum MutationWords {
  static let survives = BilingualText(zh: "存活", en: "survives")
  static let accepted = BilingualText(zh: "认定等价", en: "accepted as equivalent")
  static let family = BilingualText(zh: "变异种类", en: "family")
  static let mutants = BilingualText(zh: "变异", en: "mutants")
  static let killedHeading = BilingualText(zh: "被识破", en: "killed")
  static let left = BilingualText(zh: "存活", en: "left")

  /// Why some keys are not changed.
  static let unseen = BilingualText(
    zh: "不改严重程度，也不改只有一项检查的规则的类型：示例只写结论，而结论与这两者无关。",
    en:
      "Severities, and the kind of a rule with a single check, are not changed: an example states outcomes, which do not depend on them."
  )

  static func killed(_ killed: Int, of made: Int) -> BilingualText {
    BilingualText(
      zh: "\(made) 个变异中识破 \(killed) 个", en: "\(killed) of \(made) mutants killed")
  }

  static func notMeasured(_ rule: RuleMutation) -> BilingualText {
    guard rule.isCompiled else {
      return BilingualText(
        zh: "规则有错误，未测；`pingcha rules lint` 列出错误",
        en: "not measured: the rule has errors; `pingcha rules lint` lists them")
    }
    let numbers = rule.failingExamples.map { "\($0)" }
    return BilingualText(
      zh: "第 \(numbers.joined(separator: "、")) 个示例本身未通过，未测；`pingcha rules test` 列出详情",
      en:
        "not measured: as the rule stands, examples fail (\(numbers.joined(separator: ", "))); `pingcha rules test` tells more"
    )
  }

  static func possiblyEquivalent(_ records: Int) -> BilingualText {
    BilingualText(
      zh: "可能等价：\(records) 个小记录看不出差别",
      en: "possibly equivalent: \(records) small records show no difference")
  }

  static func wouldKill(_ example: KillingExample) -> BilingualText {
    BilingualText(
      zh: "以下示例可以识破（变异后为“\(ReportWords.outcome(example.mutant).zh)”）：",
      en:
        "this example would kill it (the mutant comes to \(ReportWords.outcome(example.mutant).en)):"
    )
  }

  static func unstatable(_ example: KillingExample) -> BilingualText {
    let check = example.check ?? ""
    let (zh, en) = (ReportWords.outcome(example.original), ReportWords.outcome(example.mutant))
    return BilingualText(
      zh:
        "示例写不出差别：检查项 \(check) 为“\(zh.zh)”，变异后为“\(en.zh)”，而规则的结论不同于该检查项。见于这样的记录：",
      en:
        "no example can state the difference: the check \(check) comes to \(zh.en), in the mutant to \(en.en), and the rule to something else. It shows on a record as in:"
    )
  }

  static func total(_ report: MutationReport) -> BilingualText {
    let share = report.score.map { percentage($0) + "%" } ?? "–"
    let counted = report.made - report.accepted
    let invalid = report.rules.reduce(0) { $0 + $1.invalid }
    return BilingualText(
      zh:
        "规则 \(report.rules.count) 条，变异 \(counted) 个，识破 \(report.killed) 个：\(share)；另有 \(report.accepted) 个认定等价，\(invalid) 个不能编译，不计入",
      en:
        "\(report.rules.count) \(report.rules.count == 1 ? "rule" : "rules"), \(counted) mutants, \(report.killed) killed: \(share); left out: \(report.accepted) accepted as equivalent, \(invalid) that do not compile"
    )
  }

  /// Two digits after the point, cut off and not rounded.
  static func percentage(_ score: Double) -> String {
    let hundredths = Int(score * 100)
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }

  static func family(_ family: MutationFamily) -> BilingualText {
    switch family {
    case .comparison: BilingualText(zh: "比较运算", en: "comparison")
    case .boolean: BilingualText(zh: "与或互换", en: "&& for ||")
    case .negation: BilingualText(zh: "取反", en: "negation")
    case .term: BilingualText(zh: "删去一项", en: "term dropped")
    case .period: BilingualText(zh: "期限 ±1", en: "period ±1")
    case .unit: BilingualText(zh: "工作日与自然日", en: "kind of days")
    case .date: BilingualText(zh: "日期 ±1", en: "date ±1")
    case .amount: BilingualText(zh: "金额 ±0.01", en: "amount ±0.01")
    case .number: BilingualText(zh: "整数 ±1", en: "number ±1")
    case .word: BilingualText(zh: "枚举值", en: "value of an enum")
    case .truth: BilingualText(zh: "真假互换", en: "true for false")
    case .quantifier: BilingualText(zh: "任一与全部", en: "exists for all")
    case .fact: BilingualText(zh: "换用另一事实", en: "another fact")
    case .inForce: BilingualText(zh: "施行日期 ±1", en: "day in force ±1")
    case .basis: BilingualText(zh: "依据日期次序", en: "order of basis dates")
    case .condition: BilingualText(zh: "删去条件", en: "condition dropped")
    case .check: BilingualText(zh: "删去检查项", en: "check dropped")
    case .kind: BilingualText(zh: "要求与提示", en: "violation for signal")
    case .absent: BilingualText(zh: "缺失的含义", en: "meaning of absence")
    case .exception: BilingualText(zh: "删去例外", en: "exception dropped")
    case .clock: BilingualText(zh: "期限的扣除与延长", en: "stops and extensions")
    }
  }
}

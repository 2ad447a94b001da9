internal import Findings
internal import SourceText

/// The fixed words of reports on coverage, in both languages.
enum CoverageWords {
  static let outcomes = BilingualText(zh: "结论", en: "outcomes")
  static let conditions = BilingualText(zh: "条件", en: "conditions")
  static let rules = BilingualText(zh: "规则", en: "rules")
  static let definitions = BilingualText(zh: "定义", en: "definitions")
  static let fields = BilingualText(zh: "字段", en: "fields")
  static let total = BilingualText(zh: "合计", en: "total")
  static let excused = BilingualText(zh: "例外", en: "excused")
  static let missing = BilingualText(zh: "缺", en: "missing")
  static let condition = BilingualText(zh: "条件", en: "condition")
  static let decision = BilingualText(zh: "所在表达式", en: "decision")
  static let gap = BilingualText(zh: "缺口", en: "gap")
  static let needs = BilingualText(zh: "需要", en: "needs")
  static let nearest = BilingualText(zh: "最近", en: "nearest")
  static let change = BilingualText(zh: "改为", en: "change")
  static let pageTitle = BilingualText(zh: "规则覆盖率", en: "Coverage of the rules")
  static let shown = BilingualText(zh: "覆盖", en: "shown")
  static let bothSides = BilingualText(zh: "真假两面都有示例", en: "shown on both sides")
  static let oneSide = BilingualText(zh: "缺一面", en: "on one side")
  static let noSide = BilingualText(zh: "两面都缺", en: "on none")
  static let legend = BilingualText(
    zh: "条件为真或为假且起决定作用才算；鼠标停在条件上可见是哪个示例。",
    en: "A side counts where the condition decides; a condition tells its examples when pointed at."
  )
  static let isTrue = BilingualText(zh: "真", en: "true")
  static let isFalse = BilingualText(zh: "假", en: "false")

  static func side(_ side: Bool) -> BilingualText { side ? isTrue : isFalse }

  static func reading(_ reading: ConditionReading) -> BilingualText {
    switch reading {
    case .true: isTrue
    case .false: isFalse
    case .unknown: BilingualText(zh: "未知", en: "unknown")
    case .absent: BilingualText(zh: "缺失", en: "absent")
    case .fault: BilingualText(zh: "出错", en: "a fault")
    }
  }

  static func ratio(_ part: Int, of whole: Int, _ what: BilingualText) -> BilingualText {
    BilingualText(zh: "\(what.zh) \(part)/\(whole)", en: "\(what.en) \(part)/\(whole)")
  }

  /// What is wrong with a side of a condition.
  static func problem(_ problem: CoverageGap.Problem, on side: Bool) -> BilingualText {
    let word = self.side(side)
    return switch problem {
    case .neverReached:
      BilingualText(zh: "从未走到（\(word.zh)）", en: "never reached (\(word.en))")
    case .neverTrue: BilingualText(zh: "从未为真", en: "never true")
    case .neverFalse: BilingualText(zh: "从未为假", en: "never false")
    case .trueNotDecided: BilingualText(zh: "曾为真，但从未起决定作用", en: "true but never decided")
    case .falseNotDecided: BilingualText(zh: "曾为假，但从未起决定作用", en: "false but never decided")
    case .decidesNothing:
      BilingualText(
        zh: "为\(word.zh)时无论其他条件如何都不起决定作用",
        en: "decides nothing where it is \(word.en), whatever the others are")
    }
  }

  /// Before the conditions that a condition on a side makes what they are.
  static func implied(_ side: Bool) -> BilingualText {
    let word = self.side(side)
    return BilingualText(zh: "为\(word.zh)时", en: "where it is \(word.en)")
  }

  static func neverOutcome(_ outcome: Outcome) -> BilingualText {
    let word = ReportWords.outcome(outcome)
    return BilingualText(zh: "从未得出“\(word.zh)”", en: "never \(word.en)")
  }

  /// The rule as a whole, or one check of it.
  static func subject(of check: String?) -> BilingualText {
    check.map { BilingualText(zh: "检查项 \($0)", en: "check \($0)") }
      ?? BilingualText(zh: "整条规则", en: "the rule as a whole")
  }

  static func cameTo(_ outcome: Outcome) -> BilingualText {
    let word = ReportWords.outcome(outcome)
    return BilingualText(zh: "结论为\(word.zh)", en: "it is \(word.en)")
  }

  static func example(_ witness: CoverageWitness) -> BilingualText {
    guard let number = witness.number else {
      return BilingualText(zh: "案卷 \(witness.name)", en: "case \(witness.name)")
    }
    let example = ReportWords.example(number)
    return BilingualText(
      zh: "\(example.zh) \(witness.name)", en: "\(example.en) \(witness.name)")
  }

  static func gapCount(_ count: Int) -> BilingualText {
    BilingualText(zh: "缺口 \(count) 处", en: ReportWords.counted(count, "gap", "gaps"))
  }

  static func ran(examples: Int, cases: Int) -> BilingualText {
    BilingualText(
      zh: "示例 \(examples) 个" + (cases > 0 ? "，案卷 \(cases) 个" : ""),
      en: ReportWords.counted(examples, "example", "examples")
        + (cases > 0 ? ", " + ReportWords.counted(cases, "case", "cases") : ""))
  }

  static func failed(_ count: Int) -> BilingualText {
    BilingualText(
      zh: "其中 \(count) 个示例没有通过，见 `pingcha rules test`",
      en: count == 1
        ? "one of the examples fails, see `pingcha rules test`"
        : "\(count) of the examples fail, see `pingcha rules test`")
  }

  static func kinds(_ kind: CoverageGroup.Kind) -> BilingualText {
    switch kind {
    case .rule: rules
    case .definition: definitions
    case .field: fields
    }
  }
}

extension CoverageTally {
  /// `83.3`
  var percentText: String { "\(permille / 10).\(permille % 10)" }
}

extension CoverageGroup {
  /// The name among those of rules, definitions and fields.
  package var fullName: String {
    switch kind {
    case .rule: name
    case .definition: "define.\(name)"
    case .field: "expect.\(name)"
    }
  }
}

internal import Findings
internal import SourceText
internal import WorkCalendar

/// Every fixed word of score reports, in both languages. Words of a sheet come from its file.
enum ScoreWords {
  static func header(asOf: CivilDate, cases: Int?) -> BilingualText {
    BilingualText(
      zh: "案卷评分  截至 \(asOf)" + (cases.map { "，案件 \($0) 件" } ?? ""),
      en: "Case file scores as of \(asOf)"
        + (cases.map { ": \($0) \($0 == 1 ? "case" : "cases")" } ?? ""))
  }

  static let standard = BilingualText(zh: "标准", en: "Standard")
  static let ours = BilingualText(
    zh: "本系统自拟，不是官方标准。", en: "Ours, and no official standard.")
  static let formula = BilingualText(zh: "计分", en: "Total")
  static let note = BilingualText(zh: "说明", en: "Note")
  static let source = BilingualText(zh: "来源", en: "Source")
  static let gradesNotStated = BilingualText(
    zh: "该标准没有规定等次，所列等次为通例。",
    en: "The standard states no grades; those shown are common practice.")

  static func confidence(_ word: String) -> BilingualText {
    switch word {
    case "primary-text": BilingualText(zh: "依原文录入", en: "taken from the text itself")
    case "partial-repost": BilingualText(zh: "只见到转载片段", en: "only parts of a repost were seen")
    default: BilingualText(zh: "自拟", en: "constructed")
    }
  }

  static func unseen(_ points: Points) -> BilingualText {
    BilingualText(
      zh: "另有 \(points) 分的项目未见原文，不评。",
      en: "Items worth another \(points) points were not seen and are not scored.")
  }

  // MARK: A case

  static let total = BilingualText(zh: "得分", en: "Score")
  static let grade = BilingualText(zh: "等次", en: "Grade")
  static let noItems = BilingualText(
    zh: "该案卷不涉及任何评分项，不评分", en: "no item of the sheet is about this case: not scored")
  static let doesNotApply = BilingualText(
    zh: "该标准不适用于本案，不评分", en: "the standard is not for this case: not scored")
  static let otherKind = BilingualText(
    zh: "该标准不适用于这类记录，不评分", en: "the standard is not for records of this kind: not scored")

  static func scopeOpen(_ facts: String) -> BilingualText {
    BilingualText(
      zh: "该标准是否适用于本案不能确定" + (facts.isEmpty ? "" : "，需补录：\(facts)"),
      en: "whether the standard is for this case cannot be told"
        + (facts.isEmpty ? "" : "; to be recorded: \(facts)"))
  }

  static func outOf(_ points: Points) -> BilingualText {
    BilingualText(zh: "满分 \(points)", en: "of \(points)")
  }

  static func beforeVeto(_ points: String) -> BilingualText {
    BilingualText(zh: "不计否决为 \(points)", en: "\(points) without the veto")
  }

  static func range(_ range: PointRange) -> BilingualText {
    if range.isExact {
      return BilingualText(zh: range.most.description, en: range.most.description)
    }
    return BilingualText(zh: "\(range.least) 至 \(range.most)", en: "\(range.least)–\(range.most)")
  }

  static func minus(_ range: PointRange) -> BilingualText {
    if range.isExact {
      return BilingualText(zh: "−\(range.most)", en: "−\(range.most)")
    }
    if range.least == .zero {
      return BilingualText(zh: "至多 −\(range.most)", en: "up to −\(range.most)")
    }
    return BilingualText(
      zh: "−\(range.least) 至 −\(range.most)", en: "−\(range.least) to −\(range.most)")
  }

  static func grades(_ best: BilingualText, _ worst: BilingualText) -> BilingualText {
    BilingualText(zh: "\(best.zh)，最低可能为\(worst.zh)", en: "\(best.en), at worst \(worst.en)")
  }

  static let vetoed = BilingualText(zh: "已否决", en: "vetoed")

  // MARK: Tables

  static let item = BilingualText(zh: "项目", en: "item")
  static let points = BilingualText(zh: "分值", en: "points")
  static let lost = BilingualText(zh: "扣分", en: "lost")
  static let open = BilingualText(zh: "待定", en: "open")
  static let left = BilingualText(zh: "得分", en: "kept")
  static let sum = BilingualText(zh: "计入", en: "in play")
  static let deductions = BilingualText(zh: "另行扣分", en: "taken off")
  static let notInvolved = BilingualText(zh: "不涉及", en: "not involved")
  static let judged = BilingualText(zh: "由人判断", en: "for a person")

  // MARK: Parts

  static func broken(_ count: Int) -> BilingualText {
    BilingualText(zh: "否决项：违反 \(count) 项", en: "Vetoes broken (\(count))")
  }

  static func openVetoes(_ count: Int) -> BilingualText {
    BilingualText(zh: "否决项：未能认定 \(count) 项", en: "Vetoes that are open (\(count))")
  }

  static func vetoes(clear: Int, notInvolved: Int, judged: Int) -> BilingualText {
    BilingualText(
      zh: "否决项：未违反 \(clear) 项，不涉及 \(notInvolved) 项，由人判断 \(judged) 项",
      en: "Vetoes: \(clear) clear, \(notInvolved) not involved, \(judged) for a person")
  }

  static let lossesHeading = BilingualText(zh: "扣分", en: "Points lost")
  static let openHeading = BilingualText(
    zh: "未能认定或未到期（不扣分）", en: "Undetermined or pending (nothing taken)")
  static let judgementHeading = BilingualText(
    zh: "由评查人阅卷判断（不扣分）", en: "For a person who reads the papers (nothing taken)")
  static let clues = BilingualText(zh: "线索", en: "to look at")
  static let rules = BilingualText(zh: "规则", en: "rules")
  static let missingRules = BilingualText(
    zh: "规则未能加载", en: "rules that could not be loaded")

  static func capped(at points: Points) -> BilingualText {
    BilingualText(zh: "该项扣完为止，共 \(points) 分", en: "capped at the \(points) points of the item")
  }

  static func unlisted(_ count: Int) -> BilingualText {
    BilingualText(
      zh: "该标准没有列入的不合格 \(count) 项（不扣分）",
      en: "Violations that the sheet has no item for (\(count), nothing taken)")
  }

  // MARK: Ranking

  static let ranking = BilingualText(zh: "按单位排名", en: "Offices")
  static let rank = BilingualText(zh: "名次", en: "rank")
  static let office = BilingualText(zh: "单位", en: "office")
  static let cases = BilingualText(zh: "案件", en: "cases")
  static let average = BilingualText(zh: "平均分", en: "average")
  static let lowest = BilingualText(zh: "最低分", en: "lowest")
  static let vetoedCases = BilingualText(zh: "否决", en: "vetoed")
  static func rank(_ best: Int, _ worst: Int) -> BilingualText {
    if best == worst { return BilingualText(zh: String(best), en: String(best)) }
    return BilingualText(zh: "\(best) 至 \(worst)", en: "\(best)–\(worst)")
  }

  static let noOffice = BilingualText(zh: "（未载明单位）", en: "(no office on file)")
}

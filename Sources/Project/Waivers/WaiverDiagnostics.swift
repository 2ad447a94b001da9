internal import Findings
internal import SourceText
internal import WorkCalendar

/// What is told of waivers.
extension Diagnostic {
  static let waiverExample = "{ rule: a.b.c, case: 〔2024〕1号, reason: …, approved_by: … }"

  static func waiversAreNoList(at range: ByteRange) -> Self {
    .settingIsNoList(
      "waivers", entry: BilingualText(zh: waiverExample, en: waiverExample), at: range)
  }

  static func waiverLacks(_ key: String, at range: ByteRange) -> Self {
    let help =
      switch key {
      case "rule":
        BilingualText(
          zh: "写明豁免哪条规则，例如 `rule: penalty.service.receipt-dated`。",
          en: "Name the rule, as in `rule: penalty.service.receipt-dated`.")
      case "case":
        BilingualText(
          zh: "写明哪一案：案号；没有案号的记录写文件路径。",
          en: "Name the case by its number, or a record without one by its path.")
      case "approved_by":
        BilingualText(
          zh: "写明由谁批准（机构或职务），例如 `approved_by: 法制审核科`。",
          en: "Say which office or role approved it, as in `approved_by: 法制审核科`.")
      default:
        BilingualText(zh: "写明为什么豁免。", en: "Say why it is let pass.")
      }
    return .settingMissing(key, help: help, at: range)
  }

  static func noRuleToWaive(_ id: String, known: [String], at range: ByteRange) -> Self {
    Self(
      code: "unknown-rule",
      message: BilingualText(zh: "没有规则 `\(id)`", en: "there is no rule `\(id)`"), range: range,
      help: .didYouMean(id, known)
        ?? BilingualText(
          zh: "`pingcha rules list` 列出全部规则。", en: "`pingcha rules list` lists them all."))
  }

  static func waiverExpired(_ entry: WaiverEntry, until: CivilDate) -> Self {
    Self(
      severity: .warning, code: Waiver.expiredCode,
      message: BilingualText(
        zh: "`\(entry.name)` 的豁免只到 \(until)，已不起作用",
        en: "the waiver of `\(entry.name)` held until \(until) only and no longer does anything"),
      range: entry.place.range,
      help: BilingualText(
        zh: "整改后删去这一条；仍需豁免的，报批后写新的日期。",
        en: "Put the case right and take this out, or have another day approved."))
  }

  static func waiverUnused(_ entry: WaiverEntry, in caseName: String) -> Self {
    Self(
      severity: .warning, code: Waiver.unusedCode,
      message: BilingualText(
        zh: "`\(caseName)` 没有 `\(entry.name)` 的发现可以豁免",
        en: "`\(caseName)` has no finding of `\(entry.name)` to be let pass"),
      range: entry.place.range, help: BilingualText(zh: "删去这一条。", en: "Take this out."))
  }
}

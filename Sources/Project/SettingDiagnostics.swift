package import SourceText

/// One mistake in a file of settings that keeps it from being used, told at its place.
package struct SettingsProblem: Error {
  package var diagnostic: Diagnostic
  package var file: SourceFile

  package init(diagnostic: Diagnostic, file: SourceFile) {
    self.diagnostic = diagnostic
    self.file = file
  }
}

/// What can be wrong with the shape of settings of any kind.
extension Diagnostic {
  /// - Parameter example: What keys with values look like there, as YAML on one line.
  package static func settingIsNoMapping(example: String, at range: ByteRange) -> Self {
    Self(
      code: "setting-shape",
      message: BilingualText(zh: "这里应为键和值", en: "this must be keys with values"), range: range,
      help: BilingualText(zh: "例如 `\(example)`。", en: "As in `\(example)`."))
  }

  /// - Parameter entry: What an entry looks like, as YAML on one line.
  package static func settingIsNoList(
    _ key: String, entry: BilingualText, at range: ByteRange
  ) -> Self {
    Self(
      code: "setting-shape",
      message: BilingualText(zh: "`\(key)` 应为列表", en: "`\(key)` must be a list"), range: range,
      help: BilingualText(
        zh: "每项写成 `\(entry.zh)`。", en: "Write an entry as `\(entry.en)`."))
  }

  package static func settingIsNoText(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "setting-shape",
      message: BilingualText(zh: "`\(key)` 应为文字", en: "`\(key)` must be a text"), range: range)
  }

  package static func settingMissing(
    _ key: String, help: BilingualText, at range: ByteRange
  ) -> Self {
    Self(
      code: "setting-missing",
      message: BilingualText(zh: "缺少 `\(key)`", en: "there is no `\(key)`"), range: range,
      help: help)
  }

  package static func settingIsNoDay(_ text: String, at range: ByteRange) -> Self {
    Self(
      code: "setting-value",
      message: BilingualText(zh: "`\(text)` 不是日期", en: "`\(text)` is no day"), range: range,
      help: BilingualText(zh: "日期写作 `2026-12-31`。", en: "Write it as `2026-12-31`."))
  }

  package static func unknownSetting(
    _ key: String, known: [String], otherwise: BilingualText? = nil, at range: ByteRange
  ) -> Self {
    Self(
      code: "unknown-setting",
      message: BilingualText(zh: "没有设置项 `\(key)`", en: "there is no setting `\(key)`"),
      range: range, help: .didYouMean(key, known) ?? otherwise ?? .listed(known))
  }
}

extension BilingualText {
  package static func listed(_ known: [String]) -> BilingualText {
    let names = known.map { "`\($0)`" }
    return BilingualText(
      zh: "有：\(names.joined(separator: "、"))。", en: "There are \(names.joined(separator: ", ")).")
  }
}

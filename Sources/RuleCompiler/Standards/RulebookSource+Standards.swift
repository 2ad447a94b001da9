internal import Findings
internal import SourceText

// What a score sheet says of the rules, and of other sheets.
extension RulebookSource {
  mutating func checkStandards() {
    checkStandardNames()
    for sheet in sheets { checkFeeders(of: sheet) }
  }

  private mutating func checkStandardNames() {
    let kinds = kinds.map(\.name)
    var defaults: [String: String] = [:]
    for sheet in sheets {
      let last = sheet.file.split(separator: "/").last ?? ""
      let expected = String(last.dropLast(".yaml".utf8.count))
      if sheet.id.text != expected {
        report(
          .standardNotAtPath(sheet.id.text, expected: expected, at: sheet.id.range),
          in: sheet.file)
      }
      if !kinds.contains(sheet.kind.text) {
        report(
          .unknownRecordKind(
            sheet.kind.text, near: Suggestion.nearest(to: sheet.kind.text, among: kinds),
            known: kinds, at: sheet.kind.range),
          in: sheet.file)
      }
      guard sheet.isDefault else { continue }
      if let other = defaults[sheet.kind.text] {
        report(.twoDefaults(other, at: sheet.id.range), in: sheet.file)
      } else {
        defaults[sheet.kind.text] = sheet.id.text
      }
    }
  }

  /// Every rule and check that feeds an item is there, and about the right records.
  private mutating func checkFeeders(of sheet: StandardSource) {
    let ids = rules.map(\.id.text)
    for name in sheet.feeders {
      let feeder = ScoreSheet.Feeder(name.text)
      guard let rule = rule(feeder.rule) else {
        let near =
          Suggestion.nearest(to: feeder.rule, among: ids)
          ?? ids.first { $0.hasSuffix(".\(feeder.rule.split(separator: ".").last ?? "")") }
        report(.unknownFedRule(feeder.rule, near: near, at: name.range), in: sheet.file)
        continue
      }
      if rule.recordKind != sheet.kind.text {
        report(
          .fedRuleOfAnotherKind(feeder.rule, kind: sheet.kind.text, at: name.range),
          in: sheet.file)
      }
      guard let check = feeder.check else { continue }
      let known = rule.checkIDs
      if !known.contains(check) {
        report(
          .unknownFedCheck(
            check, of: feeder.rule, near: Suggestion.nearest(to: check, among: known),
            known: known, at: name.range),
          in: sheet.file)
      }
    }
  }

  /// A rule by its id or a former one.
  func rule(_ id: String) -> RuleSource? {
    rules.first { $0.id.text == id } ?? rules.first { $0.aliases.contains { $0.text == id } }
  }
}

extension RuleSource {
  /// The ids of its checks over all versions, each once, in the order of the file.
  var checkIDs: [String] {
    let all = checks + versions.flatMap { $0.checks ?? [] }
    var seen: Set<String> = []
    return all.compactMap { $0.id?.text }.filter { seen.insert($0).inserted }
  }
}

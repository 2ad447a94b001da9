internal import Findings
package import SourceText
internal import WorkCalendar
internal import YAML

/// Reads lists of waivers: the section `waivers` of the project file, and `waivers.yaml` beside a
/// case's record.
package struct WaiverReader: Sendable {
  /// The file in a case folder.
  package static let fileName = "waivers.yaml"

  private let rules: KnownRules

  package init(rules: KnownRules) { self.rules = rules }

  /// Reads the section of a project file; every entry names its case.
  package func read(_ project: ProjectFile) throws(SettingsProblem) -> [WaiverEntry] {
    guard let section = project["waivers"], !section.isNull else { return [] }
    return try entries(of: section, in: project.file, namesCase: true)
  }

  /// Reads the file of a case folder: a list, whose entries may leave `case` out.
  package func read(_ file: SourceFile) throws(SettingsProblem) -> [WaiverEntry] {
    let (root, diagnostics) = readYAML(file.bytes)
    if diagnostics.map(\.code) == ["empty-document"] { return [] }
    if let first = diagnostics.first { throw SettingsProblem(diagnostic: first, file: file) }
    guard let root, !root.isNull else { return [] }
    return try entries(of: root, in: file, namesCase: false)
  }

  // MARK: Entries

  private struct Mistake: Error {
    var diagnostic: Diagnostic
  }

  private func entries(
    of list: Node, in file: SourceFile, namesCase: Bool
  ) throws(SettingsProblem) -> [WaiverEntry] {
    do throws(Mistake) {
      guard let nodes = list.sequence else {
        throw Mistake(diagnostic: .waiversAreNoList(at: list.range))
      }
      var entries: [WaiverEntry] = []
      for node in nodes { entries.append(try entry(node, in: file, namesCase: namesCase)) }
      return entries
    } catch {
      throw SettingsProblem(diagnostic: error.diagnostic, file: file)
    }
  }

  private func entry(
    _ node: Node, in file: SourceFile, namesCase: Bool
  ) throws(Mistake) -> WaiverEntry {
    guard let pairs = node.mapping else {
      throw Mistake(
        diagnostic: .settingIsNoMapping(example: Diagnostic.waiverExample, at: node.range))
    }
    let keys = (namesCase ? SourceForm.waiver : .caseWaiver).names
    for pair in pairs {
      guard keys.contains(pair.key.text) else {
        throw Mistake(
          diagnostic: .unknownSetting(pair.key.text, known: keys, at: pair.keyRange))
      }
      guard let text = pair.value.scalar?.text, !text.isEmpty, !pair.value.isNull else {
        throw Mistake(diagnostic: .settingIsNoText(pair.key.text, at: pair.value.range))
      }
    }
    func text(_ key: String) throws(Mistake) -> String {
      guard let text = node[key]?.scalar?.text else {
        throw Mistake(diagnostic: .waiverLacks(key, at: node.range))
      }
      return text
    }
    let (rule, check) = try name(try text("rule"), at: node["rule"]?.range ?? node.range)
    return WaiverEntry(
      rule: rule, check: check,
      caseName: namesCase ? try text("case") : node["case"]?.scalar?.text,
      reason: try text("reason"), approvedBy: try text("approved_by"), until: try until(node),
      place: Place(of: node.range, in: file))
  }

  /// `penalty.service.receipt-dated`, or with a check behind `#`.
  private func name(
    _ text: String, at range: ByteRange
  ) throws(Mistake) -> (rule: String, check: String?) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let rule = parts.first.flatMap({ rules.id(of: String($0)) }) else {
      throw Mistake(
        diagnostic: .noRuleToWaive(
          parts.first.map(String.init) ?? text, known: rules.names, at: range))
    }
    return (rule, parts.count > 1 ? String(parts[1]) : nil)
  }

  private func until(_ node: Node) throws(Mistake) -> CivilDate? {
    guard let node = node["until"] else { return nil }
    let text = node.scalar?.text ?? ""
    guard let day = CivilDate(text) else {
      throw Mistake(diagnostic: .settingIsNoDay(text, at: node.range))
    }
    return day
  }
}

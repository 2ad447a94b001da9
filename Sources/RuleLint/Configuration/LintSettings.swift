package import Project
package import SourceText
import WorkCalendar
import YAML

/// The section `lint` of the project file: how grave each code is, and which findings stay.
///
/// ```yaml
/// lint:
///   literal-threshold: info
///   ignore:
///     - { rule: penalty.service.mail, code: title-too-long, reason: the form calls it so, until: 2026-12-31 }
/// ```
package struct LintSettings: Sendable {
  /// A finding that the project knows of and keeps.
  struct Ignore: Hashable, Sendable {
    /// The rule, or the file below the rules folder, that it is about.
    var rule: String?
    var file: String?
    var code: String
    /// The last day on which it is kept; `nil` where it has no end.
    var until: CivilDate?
    var range: ByteRange
  }

  /// The key of the findings that stay; any other is a code.
  static let ignoreKey = "ignore"

  enum Level: String, CaseIterable, Sendable {
    case off, info, warning, error

    var severity: Diagnostic.Severity? {
      switch self {
      case .off: nil
      case .info: .info
      case .warning: .warning
      case .error: .error
      }
    }
  }

  /// Where the settings stand; `nil` for a project without any.
  package private(set) var file: SourceFile?
  private(set) var levels: [String: Level] = [:]
  private(set) var ignores: [Ignore] = []

  /// The settings of a project that has none.
  package init() {}

  /// Reads the section of a project file.
  package init(_ project: ProjectFile) throws(SettingsProblem) {
    file = project.file
    guard let section = project["lint"], !section.isNull else { return }
    do throws(SettingProblem) {
      try read(section)
    } catch {
      throw SettingsProblem(diagnostic: error.diagnostic, file: project.file)
    }
  }

  private struct SettingProblem: Error {
    var diagnostic: Diagnostic
  }

  private mutating func read(_ section: Node) throws(SettingProblem) {
    guard let pairs = section.mapping else {
      throw SettingProblem(diagnostic: .noMapping(at: section.range))
    }
    let codes = LintChecks.notes.map(\.code)
    for pair in pairs {
      let key = pair.key.text
      if key == Self.ignoreKey {
        guard let entries = pair.value.sequence else {
          throw SettingProblem(diagnostic: .noList(key, at: pair.value.range))
        }
        for entry in entries { ignores.append(try ignore(entry, codes)) }
        continue
      }
      guard codes.contains(key) else {
        throw SettingProblem(
          diagnostic: .unknownLintSetting(
            key, known: SourceForm.lintSettings.names, at: pair.keyRange))
      }
      let word = pair.value.scalar?.text ?? ""
      guard let level = Level(rawValue: word) else {
        throw SettingProblem(
          diagnostic: .noLevel(word, known: Level.allCases.map(\.rawValue), at: pair.value.range))
      }
      levels[key] = level
    }
  }

  private func ignore(_ entry: Node, _ codes: [String]) throws(SettingProblem) -> Ignore {
    guard let pairs = entry.mapping else {
      throw SettingProblem(diagnostic: .noMapping(at: entry.range))
    }
    let known = SourceForm.lintIgnore.names
    for pair in pairs {
      let key = pair.key.text
      guard known.contains(key) else {
        throw SettingProblem(
          diagnostic: .unknownSetting(key, known: known, at: pair.keyRange))
      }
      guard let text = pair.value.scalar?.text, !text.isEmpty, !pair.value.isNull else {
        throw SettingProblem(diagnostic: .settingIsNoText(key, at: pair.value.range))
      }
    }
    func text(_ key: String) -> String? { entry[key]?.scalar?.text }
    guard let code = text("code"), let node = entry["code"] else {
      throw SettingProblem(diagnostic: .noCode(at: entry.range))
    }
    guard codes.contains(code) else {
      throw SettingProblem(diagnostic: .unknownCode(code, known: codes, at: node.range))
    }
    guard text("reason") != nil else {
      throw SettingProblem(diagnostic: .noReason(at: entry.range))
    }
    guard (text("rule") == nil) != (text("file") == nil) else {
      throw SettingProblem(diagnostic: .ruleOrFile(at: entry.range))
    }
    var until: CivilDate?
    if let node = entry["until"] {
      until = CivilDate(node.scalar?.text ?? "")
      if until == nil {
        throw SettingProblem(diagnostic: .settingIsNoDay(node.scalar?.text ?? "", at: node.range))
      }
    }
    return Ignore(
      rule: text("rule"), file: text("file"), code: code, until: until, range: entry.range)
  }

  /// How grave a finding with a code is; `nil` where it is not told.
  func severity(of code: String, otherwise severity: Diagnostic.Severity) -> Diagnostic.Severity? {
    guard let level = levels[code] else { return severity }
    return level.severity
  }
}

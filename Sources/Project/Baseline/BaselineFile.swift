package import Findings
internal import FoundationEssentials
package import SourceText
internal import YAML

/// Reads the file of a baseline: JSON, as `BaselinePrinter` of the reports writes it.
package enum BaselineFile {
  /// Reads a file by its path; `nil` where there is none.
  package static func read(
    _ path: String, rules: KnownRules
  ) throws(SettingsProblem) -> Baseline? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return try read(SourceFile(path: path, bytes: [UInt8](data)), rules: rules)
  }

  /// Reads a text. Former ids of rules are taken for the present ones; a rule that is gone is kept,
  /// and matches nothing.
  package static func read(
    _ file: SourceFile, rules: KnownRules
  ) throws(SettingsProblem) -> Baseline {
    let (root, diagnostics) = readJSON(file.bytes)
    guard diagnostics.isEmpty, let root else {
      throw SettingsProblem(
        diagnostic: diagnostics.first ?? .noBaseline(at: .none), file: file)
    }
    do throws(Mistake) {
      return try baseline(root, rules)
    } catch {
      throw SettingsProblem(diagnostic: error.diagnostic, file: file)
    }
  }

  private struct Mistake: Error {
    var diagnostic: Diagnostic
  }

  private static func baseline(_ root: Node, _ rules: KnownRules) throws(Mistake) -> Baseline {
    guard root["format"]?.scalar?.text == Baseline.format, let findings = root["findings"]?.sequence
    else {
      throw Mistake(diagnostic: .noBaseline(at: root.range))
    }
    guard let node = root["version"], node.scalar?.text == String(Baseline.version) else {
      throw Mistake(diagnostic: .otherBaselineVersion(at: root["version"]?.range ?? root.range))
    }
    var counts: [FindingKey: Int] = [:]
    for node in findings {
      func text(_ key: String) throws(Mistake) -> String {
        guard let value = node[key], let text = value.scalar?.text, !value.isNull else {
          throw Mistake(diagnostic: .badBaselineEntry(key, at: node.range))
        }
        return text
      }
      guard let outcome = Outcome(rawValue: try text("outcome")) else {
        throw Mistake(diagnostic: .badBaselineEntry("outcome", at: node.range))
      }
      guard let count = Int(try text("count")), count > 0 else {
        throw Mistake(diagnostic: .badBaselineEntry("count", at: node.range))
      }
      let check = node["check"].flatMap { $0.isNull ? nil : $0.scalar?.text }
      let rule = try text("rule")
      let key = FindingKey(
        caseName: try text("case"), rule: rules.id(of: rule) ?? rule, check: check,
        outcome: outcome, fact: try text("fact"))
      counts[key, default: 0] += count
    }
    return Baseline(counts: counts)
  }
}

extension Diagnostic {
  fileprivate static let writeBaselineAnew = BilingualText(
    zh: "用 `pingcha check … --write-baseline 文件` 重新写出。",
    en: "Write it anew with `pingcha check … --write-baseline FILE`.")

  fileprivate static func noBaseline(at range: ByteRange) -> Self {
    Self(
      code: "baseline-shape",
      message: BilingualText(
        zh: "这不是 `\(Baseline.format)` 文件", en: "this is no `\(Baseline.format)`"),
      range: range, help: writeBaselineAnew)
  }

  fileprivate static func otherBaselineVersion(at range: ByteRange) -> Self {
    Self(
      code: "baseline-version",
      message: BilingualText(
        zh: "只认识第 \(Baseline.version) 版的基线",
        en: "only version \(Baseline.version) of a baseline is known"), range: range,
      help: writeBaselineAnew)
  }

  fileprivate static func badBaselineEntry(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "baseline-shape",
      message: BilingualText(
        zh: "这一条的 `\(key)` 缺少或不对", en: "`\(key)` of this entry is missing or wrong"),
      range: range, help: writeBaselineAnew)
  }
}

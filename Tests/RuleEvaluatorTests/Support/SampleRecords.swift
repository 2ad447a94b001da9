import CaseRecords
import RuleCompiler
import RuleEvaluator
import SourceText
import TestSupport
import Testing
import WorkCalendar
import YAML

/// A record that the project comes with: a sample case or a base record of the rules' examples.
struct SampleRecord: Sendable, CustomTestStringConvertible {
  /// `ordinary-food-label`; `examples/ordinary` for a base record.
  var name: String
  var root: Node
  /// The day of the review that the sample is written for.
  var asOf: CivilDate

  var testDescription: String { name }

  /// The day that samples are reviewed on where they name none.
  private static let usualDay = CivilDate("2024-12-31") ?? .first

  static let all: [SampleRecord] = cases + bases

  /// The files of the sample cases. With the dot a folder that is itself a link is walked too.
  static let caseFiles = ProjectFolder.files(
    under: "\(ProjectFolder.root)/Cases/.", suffix: "/case.yaml")

  private static let cases: [SampleRecord] = {
    let suffix = "/case.yaml"
    return caseFiles.compactMap { path in
      guard let root = document(atPath: path) else { return nil }
      let folder = String(path.dropLast(suffix.utf8.count))
      let day = document(atPath: "\(folder)/expected.yaml")?["as_of"]?.scalar?.text
      return SampleRecord(
        name: folder.split(separator: "/").last.map(String.init) ?? folder, root: root,
        asOf: day.flatMap { CivilDate($0) } ?? usualDay)
    }
  }()

  private static let bases: [SampleRecord] = RuleFixture.folder.source.kinds.flatMap { kind in
    kind.bases.map { SampleRecord(name: "examples/\($0.name)", root: $0.record, asOf: usualDay) }
  }

  private static func document(atPath path: String) -> Node? {
    ProjectFolder.bytes(atPath: path).flatMap { readYAML($0).root }
  }
}

/// The rules that the project comes with, compiled once.
enum RuleFixture {
  static let folder = RulebookLoader.load(folder: "\(ProjectFolder.root)/Rules")

  /// The files that rules stand in, by their path below the folder.
  static let ruleFiles = Set(folder.source.rules.map(\.file)).sorted()

  /// The rulebook of the kind that the samples are of.
  static func rulebook() throws -> Rulebook {
    try #require(folder.rulebooks.first { $0.schema.kind == "penalty" })
  }
}

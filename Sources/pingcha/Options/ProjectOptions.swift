import ArgumentParser
import Findings
import Project
import Reports
import RuleCompiler
import SourceText
import WorkCalendar

/// `--config`: the project's own settings.
struct ProjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The project's file. 项目设置文件",
      discussion: "Default: `pingcha.yaml` beside the rules folder or above it.",
      valueName: "file"))
  var config: String?

  /// Reads the file; `nil` for a project without one.
  func read(rulesFolder: String) throws -> ProjectFile? {
    if let config {
      guard let project = try ProjectFile.read(config) else {
        throw UsageProblem.noProjectFile(config)
      }
      return project
    }
    guard let path = ProjectFile.find(above: rulesFolder) else { return nil }
    return try ProjectFile.read(path)
  }

  /// Does what may meet a mistake in settings, which is then told at its place.
  static func telling<Result>(
    in language: Language, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let problem as SettingsProblem {
      Streams.tell(
        ExcerptPrinter(language: language).text(of: problem.diagnostic, in: problem.file))
      throw ExitStatus.notDone
    }
  }
}

extension UsageProblem {
  fileprivate static func noProjectFile(_ path: String) -> Self {
    Self(
      BilingualText(zh: "没有文件 `\(path)`，或无法读取", en: "`\(path)` cannot be read"),
      help: BilingualText(zh: "请检查 `--config` 的路径。", en: "Check the path of `--config`."))
  }

  fileprivate static func noBaseline(_ path: String) -> Self {
    Self(
      BilingualText(zh: "没有基线文件 `\(path)`，或无法读取", en: "the baseline `\(path)` cannot be read"),
      help: BilingualText(
        zh: "用 `--write-baseline \(path)` 写出。", en: "Write it with `--write-baseline \(path)`."))
  }
}

/// `--config` and `--baseline`: what is known already of the findings of a run.
struct KnownOptions: ParsableArguments {
  @OptionGroup var project: ProjectOptions

  @Option(
    help: ArgumentHelp(
      "What a baseline holds does not fail the run. 基线文件",
      discussion: "Written with --write-baseline.", valueName: "file"))
  var baseline: String?

  /// Reads the waivers of the project and the baseline.
  ///
  /// - Parameters:
  ///   - rules: Ids of the only rules of the run; `nil` for all.
  ///   - writesBaseline: Whether the run writes one.
  func read(
    for loaded: LoadedRules, rules: [String]?, asOf: CivilDate, language: Language,
    writesBaseline: Bool = false
  ) throws -> KnownFindings {
    let known = KnownRules(loaded)
    return try ProjectOptions.telling(in: language) {
      let file = try project.read(rulesFolder: loaded.folder)
      let reader = WaiverReader(rules: known)
      let waivers = try file.map { try reader.read($0) } ?? []
      let kept = try baseline.map { path in
        guard let baseline = try BaselineFile.read(path, rules: known) else {
          throw UsageProblem.noBaseline(path)
        }
        return baseline
      }
      return KnownFindings(
        marker: FindingMarker(
          asOf: asOf, rules: Set(rules ?? loaded.rules.map(\.id)), waivers: waivers, baseline: kept,
          writesBaseline: writesBaseline),
        reader: reader, projectFile: file?.file, hasBaseline: kept != nil)
    }
  }
}

/// What a run knows of its findings before it finds them.
struct KnownFindings {
  var marker: FindingMarker
  /// Reads the waivers in the folders of cases.
  let reader: WaiverReader
  /// The text of the project file, for excerpts.
  let projectFile: SourceFile?
  let hasBaseline: Bool
}

extension KnownRules {
  /// The rules of a folder, those with errors too: they are told elsewhere.
  init(_ loaded: LoadedRules) {
    self.init(loaded.source.rules.map { (id: $0.id.text, former: $0.aliases.map(\.text)) })
  }
}

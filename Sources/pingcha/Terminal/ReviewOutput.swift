import Findings
import Project
import Reports
import RuleCompiler
import RuleEvaluator
import SourceText

/// Writes a review in every format that was asked for, case by case.
final class ReviewOutput {
  private let texts: ShownTexts
  private let sinks: [Sink]
  private var teller: ReviewTeller

  /// Opens the files and writes the heads.
  ///
  /// - Parameters:
  ///   - settings: Of every format; its sources are ours to give, and colour is for a terminal alone.
  ///   - cases: How many there will be; `nil` where that is not known yet.
  init(
    _ formats: [FormatChoice], settings: ReviewSettings, choice: ReviewTeller.Choice,
    run: CheckRun, cases: Int?
  ) throws {
    let texts = ShownTexts(run)
    self.texts = texts
    let sinks = try formats.map { try Sink($0.file) }
    self.sinks = sinks
    let printers = try zip(formats, sinks).map { format, sink in
      var settings = settings
      settings.colour = format.file == nil && settings.colour
      settings.sources = { texts.text(of: $0) }
      settings.originals = { texts.text(of: $0, isHidden: false) }
      return try format.format().printer(settings, sink: { sink.write($0) })
    }
    teller = ReviewTeller(printers, choice: choice)
    var head = ReviewHead(
      asOf: run.asOf, rules: run.summaries, cases: cases, diagnostics: run.loaded.diagnostics)
    head.hasBaseline = run.known.hasBaseline
    teller.begin(head)
  }

  /// Writes one case; false once nobody reads any of the formats any more.
  func add(_ marked: CheckRun.MarkedCase) -> Bool {
    texts.show(marked)
    teller.add(marked.reviewed.review)
    return sinks.contains { $0.isOpen }
  }

  /// Writes the summaries and moves the files into place; one that cannot be written does not keep the
  /// others from theirs.
  func finish(_ marker: FindingMarker) throws {
    teller.end(diagnostics: marker.diagnostics, resolved: marker.resolved)
    var problem: (any Error)?
    for sink in sinks {
      do { try sink.close() } catch { problem = problem ?? error }
    }
    if let problem { throw problem }
  }
}

/// The texts that excerpts are taken from: the rule files, the project file, and the record that is just
/// printed with the waivers beside it; its personal data is starred out unless it is to be shown.
private final class ShownTexts {
  private let loaded: LoadedRules
  private let project: SourceFile?
  private let showsPersonalData: Bool
  private var marked: CheckRun.MarkedCase?
  private var shown: SourceFile?

  init(_ run: CheckRun) {
    loaded = run.loaded
    project = run.known.projectFile
    showsPersonalData = run.showsPersonalData
  }

  func show(_ marked: CheckRun.MarkedCase) {
    (self.marked, shown) = (marked, nil)
  }

  /// - Parameter isHidden: False for the text as it is, which is for counting and not for showing.
  func text(of path: String, isHidden: Bool = true) -> SourceFile? {
    if let file = marked?.waiverFile, file.path == path { return file }
    if let project, project.path == path { return project }
    guard let record = marked?.reviewed, record.review.source == path, let text = record.text else {
      return loaded.file(path)
    }
    if showsPersonalData || !isHidden { return text }
    let hidden = shown ?? text.hiding(record.personal)
    shown = hidden
    return hidden
  }
}

internal import CaseRecords
internal import RuleCompiler
internal import SourceText

/// The record of an example: its base with its patch, read as any record is.
struct ExampleReading {
  /// `nil` where the example cannot be run.
  var record: CaseRecord?
  /// Why it cannot.
  var problems: [Diagnostic]
  /// The file of the base record.
  var baseFile = ""

  init(_ example: ExampleSource, of rule: RuleSource, _ rulebook: Rulebook, in loaded: LoadedRules)
  {
    let bases = loaded.source.kinds.first { $0.name == rule.recordKind }?.bases ?? []
    guard let base = bases.first(where: { $0.name == example.base.text }) else {
      problems = [.noBase(example.base.text, at: example.base.range)]
      return
    }
    let patched = base.applying(example)
    let reading = RecordReader(schema: rulebook.schema).read(patched.record)
    problems = (patched.diagnostics + reading.diagnostics).filter { $0.severity == .error }
    baseFile = base.file
    if problems.isEmpty { record = reading.record }
  }
}

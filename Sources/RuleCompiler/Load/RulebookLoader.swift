internal import CaseRecords
internal import Findings
internal import SourceText
internal import WorkCalendar

/// Turns a rules folder into rulebooks.
///
/// What is wrong is left out and told: a rule with an error anywhere in it, both of two rules with
/// one id, a record kind without a right schema. The rest is there to work with.
package enum RulebookLoader {
  /// Reads and compiles a folder.
  package static func load(folder: String) -> LoadedRules {
    var root = folder[...]
    while root.utf8.count > 1, root.utf8.last == UInt8(ascii: "/") { root = root.dropLast() }
    return compile(RulebookSource.load(folder: String(root)), folder: String(root))
  }

  /// Compiles what was read.
  ///
  /// - Parameters:
  ///   - folder: What is put before the paths of files in diagnostics.
  ///   - observesDecisions: True for rulebooks that tell an observer what conditions come to.
  package static func compile(
    _ source: RulebookSource, folder: String, observesDecisions: Bool = false
  ) -> LoadedRules {
    var diagnostics = source.diagnostics
    let files = Dictionary(
      source.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let parameters = ParameterTable(source.parameters)
    let registry = LawRegistry(source.instruments)
    let calendar = calendar(of: source.publishedYears)
    let rules = soundRules(of: source)
    var rulebooks: [Rulebook] = []
    var standards: [CompiledStandard] = []
    for kind in source.kinds {
      guard let document = kind.schema else { continue }
      let (schema, problems) = SchemaReader.read(document)
      diagnostics += problems.map { FileDiagnostic(file: kind.schemaFile, diagnostic: $0) }
      guard let schema, schema.kind != nil else { continue }
      let schemaFile = files[kind.schemaFile] ?? SourceFile(path: kind.schemaFile, bytes: [])
      var input = RulebookCompiler.Input(
        schema: schema, schemaFile: schemaFile, definitions: kind.definitions,
        parameters: parameters, registry: registry, calendar: calendar,
        rules: rules.filter { $0.recordKind == kind.name }, files: files)
      input.observesDecisions = observesDecisions
      let (rulebook, found) = RulebookCompiler.compile(input)
      diagnostics += found
      rulebooks.append(rulebook)
      let sheets = source.compileStandards(for: rulebook, kind: kind.name)
      standards += sheets.standards
      diagnostics += sheets.diagnostics
    }
    return LoadedRules(
      folder: folder, source: source, rulebooks: rulebooks, standards: standards,
      diagnostics: inOrder(diagnostics).map { source.located($0, below: folder) })
  }

  /// The rules without an error of the reading stage in them.
  private static func soundRules(of source: RulebookSource) -> [RuleSource] {
    let errors = Dictionary(
      grouping: source.diagnostics.filter { $0.diagnostic.severity == .error }, by: \.file)
    var bearers: [String: Int] = [:]
    for rule in source.rules { bearers[rule.id.text, default: 0] += 1 }
    return source.rules.filter { rule in
      bearers[rule.id.text] == 1
        && !(errors[rule.file] ?? []).contains { error in
          let range = error.diagnostic.range
          return rule.range.start <= range.start && range.end <= rule.range.end
        }
    }
  }

  /// The calendar of the published years. Reading has left out years that do not fit together; were
  /// one to come through, the years before it would hold, and the others be unknown.
  private static func calendar(of years: [OfficeCalendar.PublishedYear]) -> OfficeCalendar {
    var sound: [OfficeCalendar.PublishedYear] = []
    for year in years where OfficeCalendar.problems(in: sound + [year]).isEmpty {
      sound.append(year)
    }
    return (try? OfficeCalendar(sound)) ?? .empty
  }

  /// By file, then by place; what is about a file as a whole comes first. Each once.
  private static func inOrder(_ diagnostics: [FileDiagnostic]) -> [FileDiagnostic] {
    var seen: Set<FileDiagnostic> = []
    let unique = diagnostics.filter { seen.insert($0).inserted }
    return unique.enumerated().sorted { a, b in
      let (left, right) = (a.element, b.element)
      if left.file != right.file {
        return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
      }
      let (one, other) = (left.diagnostic.range.start, right.diagnostic.range.start)
      return one == other ? a.offset < b.offset : one < other
    }.map(\.element)
  }
}

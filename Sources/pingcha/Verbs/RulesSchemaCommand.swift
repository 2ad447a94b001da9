import ArgumentParser
import CaseRecords
import Reports
import RuleCompiler
import SourceText

struct RulesSchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Writes JSON Schemas, of files for editors and of reviews for programs. JSON Schema",
    discussion: """
      NAME is one of:
        rule         a rule file
        record       a case record of --kind KIND
        definitions  records/KIND.definitions.yaml
        instruments  instruments.yaml
        parameters   a file of parameters/
        proof        proof.yaml
        standard     a file of standards/
        calendar     a file of calendars/
        letters      templates/letters.yaml
        project      pingcha.yaml
        waivers      waivers.yaml in the folder of a case
        expected     expected.yaml in the folder of a case
        review       what `pingcha check --format json` writes
        review-line  a line of what `pingcha check --format ndjson` writes
        summary      what `pingcha check --format summary` writes
        baseline     what `pingcha check --write-baseline` writes

      With a NAME alone the schema is printed. Without one, the schemas are listed, and whether \
      the files in --out are what would be written. The dialect is 2020-12; labels and meanings are \
      in both languages. A schema knows keys, words and forms; what needs more, such as an \
      expression, only `pingcha rules lint` checks.

      EXIT CODES
        0  it was printed, listed or written; with --check, nothing is stale
        1  with --check, a file is stale or missing
        2  a rule is wrong, and nothing was written

      EXAMPLES
        pingcha rules schema rule
        pingcha rules schema record --kind penalty
        pingcha rules schema --write
        pingcha rules schema --check
        pingcha rules schema --format json
      """)

  @Argument(help: ArgumentHelp("Which schema. 哪一个", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("The record kind. 记录类型", valueName: "kind"))
  var kind: String?

  @Flag(help: "Write the files. 写出文件")
  var write = false

  @Flag(help: "End with 1 where a file is not what would be written. 核对文件")
  var check = false

  @Option(help: ArgumentHelp("The folder of the files. 文件夹", valueName: "folder"))
  var out = "Documentation/schemas"

  @OptionGroup var rules: RulesOptions

  @Option(help: "text or json, of the listing. 清单的输出格式")
  var format: ListingFormat = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    if write && check { throw UsageProblem.excludingOptions("--write", "--check") }
    let folder = try WrittenFolder(out)
    let loaded = try rules.load()
    let entries = try chosen(from: SchemaBook(loaded), loaded)
    if loaded.hasErrors {
      tellErrors(of: loaded, words)
      if write || check { throw ExitStatus.notDone }
    }
    if write {
      try write(entries, folder)
    } else if check {
      try judge(entries, folder)
    } else if name != nil {
      for entry in entries { Streams.put(entry.tree.document) }
    } else {
      list(entries, folder)
    }
    if loaded.hasErrors { throw ExitStatus.notDone }
  }

  /// The schemas that the command line names; all where it names none.
  private func chosen(
    from book: SchemaBook, _ loaded: LoadedRules
  ) throws -> [SchemaBook.Entry] {
    if let name, !SchemaBook.names.contains(name) {
      throw UsageProblem.noSchema(name, known: SchemaBook.names)
    }
    var entries = book.entries.filter { name == nil || $0.name == name }
    guard let kind else {
      let kinds = entries.compactMap(\.kind)
      if name == "record", kinds.count > 1, !write, !check {
        throw UsageProblem.whichKind(known: kinds)
      }
      return entries
    }
    entries = entries.filter { $0.kind == kind }
    if name != nil, name != "record" { throw UsageProblem.kindOfNoRecord() }
    guard !entries.isEmpty else {
      throw UsageProblem.noKind(kind, known: loaded.kinds.names)
    }
    return entries
  }

  private func write(_ entries: [SchemaBook.Entry], _ folder: WrittenFolder) throws {
    var changed = 0
    for entry in entries {
      let text = entry.tree.document
      if folder.holds(entry.file, text) { continue }
      try folder.write(entry.file, text)
      changed += 1
      _ = Streams.print(folder.file(entry.file))
    }
    _ = Streams.print(CommandWords.written(changed, of: entries.count)[words.language])
  }

  private func judge(_ entries: [SchemaBook.Entry], _ folder: WrittenFolder) throws {
    let stale = descriptions(of: entries, folder).filter { $0.state != .current }
    if format == .json {
      SchemaListPrinter(sink: Streams.put).printJSON(stale)
    } else if !stale.isEmpty {
      print(stale)
      Streams.tell(CommandWords.staleSchemas[words.language])
    }
    if !stale.isEmpty { throw ExitStatus.found }
  }

  private func list(_ entries: [SchemaBook.Entry], _ folder: WrittenFolder) {
    let schemas = descriptions(of: entries, folder)
    switch format {
    case .json: SchemaListPrinter(sink: Streams.put).printJSON(schemas)
    case .text: print(schemas)
    }
  }

  private func print(_ schemas: [SchemaDescription]) {
    SchemaListPrinter(sink: Streams.put)
      .printText(schemas, language: words.language, colour: words.colour)
  }

  private func descriptions(
    of entries: [SchemaBook.Entry], _ folder: WrittenFolder
  ) -> [SchemaDescription] {
    entries.map { entry in
      let state: SchemaDescription.State =
        folder.holds(entry.file, entry.tree.document)
        ? .current : folder.exists(entry.file) ? .stale : .missing
      return SchemaDescription(
        name: entry.name, kind: entry.kind, title: entry.title, file: folder.file(entry.file),
        state: state)
    }
  }
}

package import SourceText
internal import WorkCalendar
package import YAML

extension RulebookSource {
  /// Reads the files of a rules folder, in byte order of their paths.
  package init(reading files: [SourceFile]) {
    self.init()
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for file in self.files { read(file) }
    rules.sort { $0.id.text.utf8.lexicographicallyPrecedes($1.id.text.utf8) }
    checkReferences()
    sortDiagnostics()
  }

  /// Where in the folder a file stands, and so what it is.
  private enum Role {
    case instruments, parameters, calendar, standard, proof, letters
    case schema(kind: String)
    case definitions(kind: String)
    case base(kind: String, name: String)
    case rules(kind: String, family: String, slug: String)

    init?(path: String) {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard let last = parts.last, last.hasSuffix(".yaml") else { return nil }
      let stem = String(last.dropLast(".yaml".utf8.count))
      switch (parts.first, parts.count) {
      case ("instruments.yaml", 1): self = .instruments
      case (ProofSource.path, 1): self = .proof
      case ("templates", 2) where path == SourceReader.lettersPath: self = .letters
      case ("parameters", 2...): self = .parameters
      case ("calendars", 2...): self = .calendar
      case ("standards", 2...): self = .standard
      case ("records", 2) where stem.hasSuffix(".definitions"):
        self = .definitions(kind: String(stem.dropLast(".definitions".utf8.count)))
      case ("records", 2) where !stem.contains("."): self = .schema(kind: stem)
      case ("records", 3) where parts[1].hasSuffix(".examples"):
        let kind = parts[1].dropLast(".examples".utf8.count)
        self = .base(kind: String(kind), name: stem)
      case (let kind?, 3) where kind != "records":
        self = .rules(kind: kind, family: parts[1], slug: stem)
      default: return nil
      }
    }
  }

  private mutating func read(_ file: SourceFile) {
    guard let role = Role(path: file.path) else {
      report(.misplacedFile(file.path), in: file.path)
      return
    }
    let (root, problems) = readYAML(file.bytes)
    for problem in problems { report(problem, in: file.path) }
    guard let document = root else { return }
    var reader = SourceReader(file: file.path, bytes: file.bytes)
    switch role {
    case .instruments:
      instruments += reader.instruments(document["instruments"] ?? document)
    case .parameters:
      parameters += reader.parameters(document["parameters"] ?? document)
    case .calendar: publishedYears += reader.publishedYears(document, beside: publishedYears)
    case .standard:
      standards.append(DocumentSource(file: file.path, document: document))
      if let sheet = reader.standard(document) { sheets.append(sheet) }
    case .proof: proof = reader.proof(document)
    case .letters: letters = reader.letters(document)
    case .schema(let kind):
      withKind(kind) { record in
        record.schema = document
        record.schemaFile = file.path
      }
    case .definitions(let kind):
      let definitions = reader.definitionFile(document)
      withKind(kind) { $0.definitions += definitions }
    case .base(let kind, let name):
      withKind(kind) {
        $0.bases.append(BaseRecordSource(name: name, record: document, file: file.path))
      }
    case .rules(let kind, let family, let slug):
      let isList = document.sequence != nil
      for rule in reader.rules(document) {
        let expected = isList ? "\(kind).\(family)." : "\(kind).\(family).\(slug)"
        if isList ? !rule.id.text.hasPrefix(expected) : rule.id.text != expected {
          reader.report(
            .idNotAtPath(
              rule.id.text, expected: isList ? "\(expected)…" : expected, at: rule.id.range))
        }
        rules.append(rule)
      }
    }
    for diagnostic in reader.diagnostics { report(diagnostic, in: file.path) }
  }

  mutating func report(_ diagnostic: Diagnostic, in file: String) {
    diagnostics.append(FileDiagnostic(file: file, diagnostic: diagnostic))
  }

  private mutating func withKind(_ name: String, _ change: (inout RecordKindSource) -> Void) {
    if let number = kinds.firstIndex(where: { $0.name == name }) {
      change(&kinds[number])
    } else {
      var kind = RecordKindSource(name: name, schema: nil, schemaFile: "records/\(name).yaml")
      change(&kind)
      kinds.append(kind)
    }
  }

  /// In the order of files, and then of places in them.
  private mutating func sortDiagnostics() {
    let ordered = diagnostics.enumerated().sorted { a, b in
      let (left, right) = (a.element, b.element)
      if left.file != right.file {
        return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
      }
      let (one, other) = (left.diagnostic.range.start, right.diagnostic.range.start)
      return one == other ? a.offset < b.offset : one < other
    }
    diagnostics = ordered.map(\.element)
  }
}

extension SourceReader {
  /// Reads `records/KIND.definitions.yaml`: a mapping whose `define` holds the definitions.
  package mutating func definitionFile(_ node: Node) -> [DefinitionSource] {
    guard let fields = fields(node, as: .definitions) else { return [] }
    return required(fields, "define", of: .definitions).map { definitions($0) } ?? []
  }
}

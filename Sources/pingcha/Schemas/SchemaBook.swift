import CaseRecords
import Reports
import RuleCompiler
import SourceText

/// The JSON Schemas of a rules folder: of its own files, and of the records that it describes; and of
/// what `check` writes for machines.
struct SchemaBook {
  struct Entry {
    /// What the command line calls it.
    var name: String
    var kind: String?
    var title: BilingualText
    /// The name of its file, which is its `$id` too.
    var file: String
    var tree: JSONTree
  }

  static let names =
    ["rule", "record", "definitions", "instruments", "parameters", "proof"]
    + ReviewSchema.all.map(\.name)

  let entries: [Entry]

  init(_ loaded: LoadedRules) {
    let instruments = loaded.source.instruments
    var entries = [
      Self.entry("rule", BilingualText(zh: "规则文件", en: "a rule file"), instruments) { schema in
        let rule = schema.reference(to: .rule)
        // One rule, or a list of them.
        return [
          .init("type", ["object", "array"]), .init("if", ["type": "array"]),
          .init("then", ["items": rule]), .init("else", rule),
        ]
      }
    ]
    for rulebook in loaded.rulebooks {
      guard let kind = rulebook.schema.kind else { continue }
      let file = "record-\(kind).schema.json"
      entries.append(
        Entry(
          name: "record", kind: kind, title: rulebook.schema.label, file: file,
          tree: RecordFileSchema.document(of: rulebook.schema, id: file)))
    }
    entries.append(
      Self.entry("definitions", SourceForm.definitions.title, instruments) { schema in
        schema.reference(to: .definitions).members
      })
    entries.append(
      Self.entry(
        "instruments", BilingualText(zh: "法律文件登记", en: "the law registry"), instruments
      ) { schema in
        let list = schema.value(.list(.form(.instrument)))
        return [
          .init("type", ["object", "array"]), .init("items", list["items"] ?? [:]),
          .init("properties", ["instruments": list]), .init("required", ["instruments"]),
        ]
      })
    entries.append(
      Self.entry("parameters", BilingualText(zh: "参数文件", en: "a file of parameters"), instruments) {
        schema in
        let parameters = schema.value(.named(.form(.parameter)))
        return [.init("properties", ["parameters": parameters])] + parameters.members
      })
    entries.append(
      Self.entry("proof", BilingualText(zh: "例外文件", en: "what no example shows"), instruments) {
        $0.reference(to: .proof).members
      })
    for schema in ReviewSchema.all {
      entries.append(
        Entry(
          name: schema.name, kind: nil, title: schema.title,
          file: ReviewSchema.file(schema.name), tree: schema.tree))
    }
    self.entries = entries
  }

  private static func entry(
    _ name: String, _ title: BilingualText, _ instruments: [Instrument],
    root: (inout FormSchema) -> [JSONTree.Member]
  ) -> Entry {
    let file = "\(name).schema.json"
    return Entry(
      name: name, kind: nil, title: title, file: file,
      tree: FormSchema.document(id: file, title: title, instruments: instruments, root: root))
  }
}

import CaseRecords
import Project
import Reports
import RuleCompiler
import RuleLint
import RuleProof
import SourceText

/// The JSON Schemas of a rules folder: of its own files, and of the records that it describes; of the
/// files that stand beside rules and records; and of what `check` writes for machines.
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
    [
      "rule", "record", "definitions", "instruments", "parameters", "proof", "standard", "calendar",
      "letters", "project", "waivers", "expected",
    ] + ReviewSchema.all.map(\.name)

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
      Self.entry("definitions", SourceForm.definitions.words, instruments) { schema in
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
    entries += Self.aside
    for schema in ReviewSchema.all {
      entries.append(
        Entry(
          name: schema.name, kind: nil, title: schema.title,
          file: ReviewSchema.file(schema.name), tree: schema.tree))
    }
    self.entries = entries
  }

  /// Files that name no instrument.
  private static var aside: [Entry] {
    [
      entry("standard", BilingualText(zh: "评分标准", en: "a score sheet")) {
        $0.reference(to: .standard).members
      },
      entry("calendar", BilingualText(zh: "放假安排", en: "a file of calendars")) {
        $0.reference(to: .calendar).members
      },
      entry("letters", BilingualText(zh: "文书设置", en: "what letters say")) {
        $0.reference(to: .letters).members
      },
      entry("project", BilingualText(zh: "项目设置", en: "the project's settings")) {
        $0.reference(to: .project(lint: .form(.lintSettings))).members
      },
      entry("waivers", BilingualText(zh: "一案的豁免", en: "the waivers of a case")) {
        $0.value(.list(.form(.caseWaiver))).members
      },
      entry("expected", BilingualText(zh: "案卷的预期结论", en: "what the review of a case must say")) {
        $0.reference(to: .expectations).members
      },
    ]
  }

  private static func entry(
    _ name: String, _ title: BilingualText, _ instruments: [Instrument] = [],
    root: (inout FormSchema) -> [JSONTree.Member]
  ) -> Entry {
    let file = "\(name).schema.json"
    return Entry(
      name: name, kind: nil, title: title, file: file,
      tree: FormSchema.document(id: file, title: title, instruments: instruments, root: root))
  }
}

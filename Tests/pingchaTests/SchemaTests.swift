import CaseRecords
import Findings
import Foundation
import Project
import RuleCompiler
import RuleLint
import RuleProof
import SourceText
import TestSupport
import Testing
import YAML

@Suite struct SchemaTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private static let project = "\(ProjectFolder.root)/Rules"

  private func schema(_ arguments: String..., rules: String? = nil) throws -> [String: Any] {
    let run = try Program.run(
      ["rules", "schema"] + arguments + (rules.map { ["--rules", $0] } ?? []), in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(object as? [String: Any])
  }

  private func object(_ value: Any?) throws -> [String: Any] {
    try #require(value as? [String: Any])
  }

  // MARK: What the schemas know

  @Test(
    "the properties of a rule's parts are the keys that the reader knows",
    arguments: [
      "rule", "instruments", "parameters", "definitions", "proof", "standard", "calendar",
      "letters", "project", "waivers", "expected",
    ])
  func forms(name: String) throws {
    let root: SourceForm =
      switch name {
      case "standard": .standard
      case "calendar": .calendar
      case "letters": .letters
      case "project": .project(lint: .form(.lintSettings))
      case "waivers": .caseWaiver
      case "expected": .expectations
      case "rule": .rule
      case "instruments": .instrument
      case "parameters": .parameter
      case "proof": .proof
      default: .definitions
      }
    let definitions = try object(try schema(name)["$defs"])
    var open = [root]
    var seen: Set<String> = []
    while let form = open.popLast() {
      guard seen.insert(form.name).inserted else { continue }
      let definition = try object(definitions[form.name])
      #expect(Set(try object(definition["properties"]).keys) == Set(form.names), "\(form.name)")
      #expect(definition["additionalProperties"] as? Bool == false)
      let required = form.keys.filter(\.isRequired).map(\.name)
      #expect(definition["required"] as? [String] ?? [] == required)
      open += form.keys.flatMap { forms(of: $0.value) }
    }
    #expect(seen.count > 1 || name == "waivers")
  }

  private func forms(of value: SourceValue) -> [SourceForm] {
    switch value {
    case .form(let form): [form]
    case .list(let inner), .oneOrMany(let inner), .named(let inner): forms(of: inner)
    case .either(let one, let other): forms(of: one) + forms(of: other)
    default: []
    }
  }

  @Test func `the properties of a record are the sections and fields that the loader knows`() throws
  {
    let text = try String(contentsOfFile: "\(Self.project)/records/penalty.yaml", encoding: .utf8)
    let root = try #require(readYAML(text).root)
    let known = try #require(SchemaReader.read(root).schema)
    let schema = try schema("record", "--kind", "penalty", rules: Self.project)
    let definitions = try object(schema["$defs"])
    let properties = try object(schema["properties"])
    let keys = ["kind", "completeness", "unrecorded", "complete", "documents"]
    #expect(Set(properties.keys) == Set(known.sections.map(\.name) + keys))
    var open = known.sections.map(\.shape) + [known.document]
    var seen: Set<String> = []
    while let shape = open.popLast() {
      guard seen.insert(shape.name).inserted else { continue }
      let name = "record." + shape.name.replacingOccurrences(of: "[]", with: ".element")
      let definition = try object(definitions[name])
      #expect(
        Set(try object(definition["properties"]).keys) == Set(shape.fields.map(\.name)), "\(name)")
      #expect(definition["additionalProperties"] as? Bool == false)
      for field in shape.fields {
        switch field.type {
        case .record(let inner), .list(.record(let inner)): open.append(inner)
        default: break
        }
      }
    }
    #expect(seen.count > known.sections.count)
  }

  @Test func `every reference leads somewhere`() throws {
    for schema in [
      try schema("rule"), try schema("record"), try schema("definitions"),
      try schema("instruments"), try schema("parameters"), try schema("standard"),
      try schema("calendar"), try schema("project"), try schema("expected"),
    ] {
      let names = Set(try object(schema["$defs"]).keys)
      var count = 0
      func walk(_ value: Any) {
        if let object = value as? [String: Any] {
          if let reference = object["$ref"] as? String {
            count += 1
            #expect(
              reference.hasPrefix("#/$defs/") && names.contains(String(reference.dropFirst(8))),
              "\(reference)")
          }
          object.values.forEach(walk)
        } else if let list = value as? [Any] {
          list.forEach(walk)
        }
      }
      walk(schema)
      #expect(count > 1)
    }
  }

  @Test func `the rules and sample records of the project are accepted by the loader`() throws {
    let loaded = RulebookLoader.load(folder: Self.project)
    #expect(loaded.diagnostics.filter { $0.diagnostic.severity == .error } == [])
    let loader = RecordLoader(kinds: loaded.kinds, checksAttachments: false)
    let found = RecordDiscovery.find(["\(ProjectFolder.root)/Cases"])
    #expect(found.count > 50)
    for case .source(let source) in found {
      #expect(loader.load(source).record != nil, "\(source.path)")
    }
  }

  @Test func `labels stand in both languages`() throws {
    let definitions = try object(try schema("record")["$defs"])
    let decision = try object(try object(definitions["record.decision"])["properties"])
    #expect(try object(decision["made_on"])["title"] as? String == "决定日期 / Date of the decision")
    let rule = try object(try object(try schema("rule")["$defs"])["instrumentID"])
    #expect(rule["enum"] as? [String] == ["sample-law"])
    #expect(rule["enumDescriptions"] as? [String] == ["样例法 / Sample Law"])
  }

  // MARK: Files

  @Test func `written files are current until something changes`() throws {
    func check() throws -> Program.Run {
      try Program.run(["rules", "schema", "--check", "--out", "schemas"], in: folder)
    }
    #expect(try check().status == 1)
    let written = try Program.run(["rules", "schema", "--write", "--out", "schemas"], in: folder)
    #expect(written.status == 0)
    #expect(written.output.hasSuffix("16 files, 16 changed.\n"))
    #expect(try check().status == 0)
    #expect(try check().output == "")
    try folder.write(
      "Rules/records/sample.yaml",
      SampleFolder.schema.replacingOccurrences(of: "zh: 说明理由", with: "zh: 写明理由"))
    let stale = try check()
    #expect(stale.status == 1)
    #expect(stale.output.contains("schemas/record-sample.schema.json"))
    #expect(!stale.output.contains("rule.schema.json"))
    #expect(stale.errors.contains("--write"))
    let again = try Program.run(["rules", "schema", "--write", "--out", "schemas"], in: folder)
    #expect(again.output == "schemas/record-sample.schema.json\n16 files, 1 changed.\n")
  }

  @Test func `the schemas are listed`() throws {
    let run = try Program.run(["rules", "schema", "--lang", "zh"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("record sample"))
    #expect(run.output.contains("没有"))
    let listing = try schema("--format", "json")
    let names = try #require(listing["schemas"] as? [[String: Any]]).map { $0["name"] as? String }
    #expect(
      names == [
        "rule", "record", "definitions", "instruments", "parameters", "proof", "standard",
        "calendar", "letters", "project", "waivers", "expected", "review", "review-line",
        "summary", "baseline",
      ])
  }

  @Test(
    "what there is not is told",
    arguments: [
      (["rul"], "Did you mean `rule`?"), (["record", "--kind", "samle"], "Did you mean `sample`?"),
      (["rule", "--kind", "sample"], "`--kind` goes with `record` alone"),
      (["--write", "--check"], "exclude each other"),
      (["--write", "--out", ""], "names no folder"),
    ])
  func refusals(arguments: [String], text: String) throws {
    let run = try Program.run(["rules", "schema"] + arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains(text), "\(run.errors)")
    #expect(run.output == "")
  }

  @Test func `nothing is written where a rule is wrong`() throws {
    try folder.write("Rules/sample/service/in-time.yaml", SampleFolder.inTime + "oops: 1\n")
    let run = try Program.run(["rules", "schema", "--write", "--out", "schemas"], in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("`oops`"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/schemas"))
  }

  @Test func `the editor's settings name every schema of the project`() throws {
    let data = try Data(
      contentsOf: URL(fileURLWithPath: "\(ProjectFolder.root)/.vscode/settings.json"))
    let settings = try object(try JSONSerialization.jsonObject(with: data))
    let named = Set(try object(settings["yaml.schemas"]).keys)
    let listing = try schema("--format", "json")
    // What the program writes is for no editor.
    let read = try #require(listing["schemas"] as? [[String: Any]]).prefix { schema in
      schema["name"] as? String != "review"
    }
    let files = read.compactMap {
      ($0["file"] as? String)?.replacingOccurrences(of: "record-sample", with: "record-penalty")
    }
    #expect(named == Set(files))
  }
}

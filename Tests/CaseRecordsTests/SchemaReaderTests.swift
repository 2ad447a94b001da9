import CEL
import CaseRecords
import SourceText
import TestSupport
import Testing
import YAML

@Suite struct SchemaReaderTests {
  @Test func `a field has its type as expressions see it`() throws {
    let section = try #require(Fixture.schema.section("case"))
    let expected: [String: ValueType] = [
      "number": .wrapper(.string), "urgent": .wrapper(.bool), "count": .wrapper(.int),
      "rate": .wrapper(.decimal), "fine": .wrapper(.money), "made_on": .wrapper(.date),
      "made_at": .wrapper(.timestamp), "tags": .list(.string),
      "paper": .structure(Fixture.schema.document.type),
      "papers": .list(.structure(Fixture.schema.document.type)),
      "penalties": .list(.structure(try #require(Fixture.schema.shape(named: "Penalty")).type)),
      "result": .structure(try #require(Fixture.schema.shape(named: "Result")).type),
      "procedure": .wrapper(
        .enumeration(try #require(Fixture.schema.enumeration(named: "procedure")).type)),
    ]
    let found = Dictionary(
      uniqueKeysWithValues: section.shape.type.fields.map { ($0.name, $0.type) })
    for (name, type) in expected { #expect(found[name] == type, "\(name)") }
    #expect(found.count == expected.count + 2)
  }

  @Test func `sections are the fields of the record, in the order of the file`() throws {
    let type = Fixture.schema.recordType
    #expect(type.fields.map(\.name) == ["case", "officers", "hearing"])
    let officers = try #require(Fixture.schema.section("officers"))
    #expect(type.fields[1].type == .list(.structure(officers.shape.type)))
    #expect(officers.shape.type.name == "officers[]")
    #expect(officers.shape.key == 1)
    #expect(Fixture.schema.shape(of: officers.shape.type) === officers.shape)
    #expect(Fixture.schema.field(0, of: officers.shape.type)?.isPersonal == true)
    #expect(Fixture.schema.field(5, of: officers.shape.type) == nil)
  }

  @Test func `an expectation keeps its words and its place`() throws {
    let fields = try #require(Fixture.schema.section("case")).shape.fields
    guard case .always = fields[0].expectation, case .never = fields[1].expectation,
      case .condition(let text, let node) = fields[7].expectation
    else {
      Issue.record("\(fields.map(\.expectation))")
      return
    }
    #expect(text == #"case.procedure == "ordinary""#)
    let file = SourceFile(path: "schema", text: Fixture.schemaText)
    #expect(file.text(in: node.range) == "'\(text)'")
  }

  @Test func `the short form needs neither labels nor meanings`() throws {
    let (schema, diagnostics) = SchemaReader.read(
      Fixture.node(
        """
        sections:
          - { name: case, shape: record, expect: always, fields: [{ name: n, type: integer }] }
        shapes: { Item: [{ name: k, type: text }], Other: { key: k, fields: [{ name: k, type: text }] } }
        enums: { a: [x, y], b: [{ id: z, zh: 丙, en: Z }] }
        """))
    #expect(diagnostics.isEmpty)
    let read = try #require(schema)
    #expect(read.kind == nil)
    #expect(read.section("case")?.label == BilingualText(zh: "case", en: "case"))
    #expect(read.shapes.map(\.name) == ["Item", "Other"])
    #expect(read.shapes.map(\.key) == [nil, 0])
    #expect(read.enums.map { $0.entries.map(\.id) } == [["x", "y"], ["z"]])
    #expect(read.enumeration(named: "b")?.label(of: "z")?.zh == "丙")
    #expect(read.document.fields.map(\.name) == ["id", "title", "path", "sha256", "pages"])
  }

  @Test(
    "says what is wrong with a schema, and where",
    arguments: [
      ("«- a»", ["wrong-shape"]),
      ("«kind: x»", ["missing-key"]),
      ("«sektions»: []\nsections: «[]»", ["unknown-key", "empty-list"]),
      ("sections: «{}»", ["wrong-shape"]),
      ("sections: [«a»]", ["wrong-shape"]),
      (
        "sections: [«{ shape: record, fields: [{ name: n, type: text }] }»]", ["missing-key"]
      ),
      (Self.section("name: «params», shape: record, fields: []"), ["reserved-name"]),
      (Self.section("name: «while», shape: record, fields: []"), ["reserved-name"]),
      (Self.section("name: «made-on», shape: record, fields: []"), ["bad-name"]),
      (Self.section("name: «c», fields: [{ name: n, type: text }]"), ["missing-key"]),
      (Self.section("name: c, shape: «lists», fields: [{ name: n, type: text }]"), ["wrong-word"]),
      (Self.section("name: «c», shape: record"), ["missing-key"]),
      (Self.section("name: c, shape: record, fields: «[]»"), ["empty-list"]),
      (
        Self.section("name: c, shape: record, «key»: n, fields: [{ name: n, type: text }]"),
        ["key-without-list"]
      ),
      (
        Self.section("name: c, shape: list, key: «m», fields: [{ name: n, type: text }]"),
        ["unknown-key-field"]
      ),
      (
        Self.section("name: c, shape: list, key: «n», fields: [{ name: n, type: 'list:text' }]"),
        ["unknown-key-field"]
      ),
      (
        Self.section(
          "name: c, shape: list, key: «n», fields: [{ name: n, type: text, personal: true }]"),
        ["personal-key"]
      ),
      (
        "sections: [{ name: c, shape: record, fields: &f [{ name: n, type: text }] }, "
          + "{ name: «c», shape: record, fields: *f }]", ["duplicate-name"]
      ),
      (Self.fields("{ name: n, type: text }, { name: «n», type: date }"), ["duplicate-name"]),
      (Self.fields("{ name: «in», type: text }"), ["reserved-name"]),
      (Self.fields("{ name: «n» }"), ["missing-key"]),
      (Self.fields("{ name: n, type: «texts» }"), ["unknown-type"]),
      (Self.fields("{ name: n, type: «null» }"), ["wrong-shape"]),
      (Self.fields("{ name: n, type: «'list:list:text'» }"), ["unknown-type"]),
      (Self.fields("{ name: n, type: «'list:txt'» }"), ["unknown-type"]),
      (Self.fields("{ name: n, type: «'list:Shape'» }"), ["unknown-shape"]),
      (Self.fields("{ name: n, type: «'record:Shape'» }"), ["unknown-shape"]),
      (Self.fields("{ name: n, type: «'enum:e'» }"), ["unknown-enum"]),
      (Self.fields("{ name: n, type: text, personal: «yes» }"), ["wrong-word"]),
      (Self.fields("{ name: n, type: text, nature: «act» }"), ["unknown-nature"]),
      (Self.fields("{ name: n, type: text, «expects»: always }"), ["unknown-key"]),
      (Self.fields("{ name: n, type: text, absent: «无» }"), ["wrong-shape"]),
      (Self.fields("{ name: n, type: text, absent: «{ zh: 无 }» }"), ["missing-key"]),
      (Self.fields("{ name: n, «zh»: 数, type: text }"), ["missing-label"]),
      (
        Self.fields("{ name: n, type: 'list:A' }")
          + "\nshapes: { A: [{ name: b, type: 'record:B' }], B: [{ name: a, type: «'record:A'» }] }",
        ["recursive-shape"]
      ),
      (
        Self.fields("{ name: n, type: text }")
          + "\nshapes: { Document: [{ name: id, type: text }, { name: d, type: «document» }] }",
        ["recursive-shape"]
      ),
      (
        Self.fields("{ name: n, type: text }")
          + "\nshapes: { «Document»: [{ name: title, type: text }] }", ["missing-key"]
      ),
      (
        Self.fields("{ name: n, type: text }")
          + "\nenums: [{ id: e, values: [a, «a»] }, «{ values: [] }»]",
        ["duplicate-name", "missing-key"]
      ),
      (Self.fields("{ name: n, type: text }") + "\nenums: { e: «[]» }", ["empty-list"]),
      (
        Self.fields("{ name: n, type: text }")
          + "\nnatures: { «act»: { absent: { zh: 无, en: none } } }",
        ["missing-key"]
      ),
    ])
  func problems(text: String, codes: [String]) {
    expectDiagnostics(text, codes, behind: "# 格式\n") {
      SchemaReader.read(Fixture.node($0)).diagnostics
    }
  }

  static func section(_ keys: String) -> String { "sections: [{ \(keys) }]" }

  static func fields(_ lines: String) -> String {
    "sections: [{ name: c, shape: record, fields: [\(lines)] }]"
  }
}

import CEL
import CaseRecords
import SourceText
import TestSupport
import Testing
import YAML

/// The schema that the project ships.
@Suite struct PenaltySchemaTests {
  static let reading: (schema: RecordSchema?, diagnostics: [Diagnostic]) = {
    let path = ProjectFolder.root + "/Rules/records/penalty.yaml"
    guard let bytes = ProjectFolder.bytes(atPath: path) else { return (nil, []) }
    let (root, diagnostics) = readYAML(bytes)
    guard let root, diagnostics.isEmpty else { return (nil, diagnostics) }
    return SchemaReader.read(root)
  }()

  static func schema() throws -> RecordSchema {
    try #require(reading.schema, "\(reading.diagnostics)")
  }

  @Test func `it reads without a word`() throws {
    let schema = try Self.schema()
    #expect(Self.reading.diagnostics == [])
    #expect(schema.kind == "penalty")
    #expect(schema.document.number(ofField: "sha256") != nil)
  }

  @Test func `every label is there in both languages`() throws {
    let schema = try Self.schema()
    var labels: [(String, BilingualText)] = schema.enums.flatMap { list in
      list.entries.map { ("\(list.name).\($0.id)", $0.label) }
    }
    for shape in schema.sections.map(\.shape) + schema.shapes {
      labels.append((shape.name, shape.label))
      labels += shape.fields.map { ("\(shape.name).\($0.name)", $0.label) }
    }
    for (name, label) in labels {
      #expect(label.zh.unicodeScalars.contains { $0.properties.isIdeographic }, "\(name)")
      #expect(!label.en.unicodeScalars.contains { $0.properties.isIdeographic }, "\(name)")
      #expect(!label.en.isEmpty && !label.en.hasSuffix("."), "\(name)")
    }
  }

  @Test func `every field says what it means and what its absence means`() throws {
    let schema = try Self.schema()
    for shape in schema.sections.map(\.shape) + schema.shapes {
      for field in shape.fields {
        #expect(!field.meaning.isEmpty && field.nature != nil, "\(shape.name).\(field.name)")
      }
    }
  }

  @Test func `every list of records but one tells its elements apart`() throws {
    let schema = try Self.schema()
    var withoutKey = schema.sections.filter { $0.isList && $0.shape.key == nil }.map(\.name)
    for field in schema.sections.flatMap(\.shape.fields) + schema.shapes.flatMap(\.fields) {
      if case .list(.record(let shape)) = field.type, shape.key == nil {
        withoutKey.append(shape.name)
      }
    }
    // A point of the defence has nothing of its own but what was said.
    #expect(withoutKey == ["StatementPoint"])
  }

  @Test func `every expectation is an expression that parses`() throws {
    let schema = try Self.schema()
    for shape in schema.sections.map(\.shape) + schema.shapes {
      for field in shape.fields {
        guard case .condition(let text, _) = field.expectation else { continue }
        #expect(parse(text).diagnostics == [], "\(shape.name).\(field.name): \(text)")
      }
    }
  }

  @Test func `a new fact is one line`() throws {
    let path = ProjectFolder.root + "/Rules/records/penalty.yaml"
    let text = String(decoding: try #require(ProjectFolder.bytes(atPath: path)), as: UTF8.self)
    let line =
      "      - { name: weather, zh: 天气, en: Weather, type: text, expect: never-required }\n"
    let place = try #require(text.firstRange(of: "  - name: inspection\n"))
    let fields = try #require(text[place.upperBound...].firstRange(of: "    fields:\n"))
    var edited = text
    edited.insert(contentsOf: line, at: fields.upperBound)
    let (schema, diagnostics) = SchemaReader.read(Fixture.node(edited))
    #expect(diagnostics == [])
    let reading = RecordReader(schema: try #require(schema)).read(
      Fixture.node("inspection: [{ weather: 小雨 }]"))
    #expect(try reading.record?.shown("inspection[0].weather") == "'小雨'")
  }
}

import CaseRecords
import SourceText
import TestSupport
import Testing
import YAML

@Suite struct RecordRoleTests {
  private func read(_ roles: String) -> (schema: RecordSchema?, diagnostics: [Diagnostic]) {
    SchemaReader.read(
      Fixture.node(
        roles + """
          natures:
            act: { absent: { zh: 无, en: none }, unrecorded: { zh: 未, en: not }, timeline: true }
          sections:
            - name: agency
              shape: record
              fields: [{ name: name, type: text }, { name: seal, type: text }]
            - name: officers
              shape: list
              fields: [{ name: name, type: text }]
            - name: decision
              shape: record
              fields:
                - { name: made_on, type: date, nature: act }
                - { name: valid_until, type: date, nature: act, timeline: false }
                - { name: seen_on, type: date, timeline: true }

          """))
  }

  @Test func `a kind that names none has them where kinds usually do`() throws {
    let schema = try #require(read("").schema)
    #expect(schema.roles[.office] == .init(section: 0, field: 0))
    #expect(schema.roles[.officers] == .init(section: 1, field: 0))
    #expect(schema.roles[.decidedOn] == .init(section: 2, field: 0))
    #expect(schema.roles[.number] == nil)
  }

  @Test func `a kind names them, and has no others`() throws {
    let schema = try #require(read("roles: { office: agency.seal }\n").schema)
    #expect(schema.roles[.office] == .init(section: 0, field: 1))
    #expect(schema.roles[.officers] == nil)
  }

  @Test(
    "a path that cannot have the role is told",
    arguments: [
      ("office: agency.nme", "agency.name"), ("office: decision.made_on", nil),
      ("officers: officers.name", "officers[].name"), ("decided_on: agency.name", nil),
    ])
  func wrongPath(line: String, near: String?) throws {
    let reading = read("roles: { \(line) }\n")
    #expect(reading.schema == nil)
    #expect(reading.diagnostics.map(\.code) == ["bad-role"])
    if let near { #expect(reading.diagnostics[0].help?.en == "Did you mean `\(near)`?") }
  }

  @Test func `a role that there is not is told`() {
    #expect(read("roles: { offce: agency.name }\n").diagnostics.map(\.code) == ["unknown-key"])
  }

  @Test func `a date is drawn as its nature says, or as it says itself`() throws {
    let fields = try #require(read("").schema?.section("decision")).shape.fields
    #expect(fields.map(\.isOnTimeline) == [true, false, true])
  }
}

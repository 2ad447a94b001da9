import CEL
import CaseRecords
import SourceText
import TestSupport
import Testing
import YAML

/// Where facts stand, what they are called, and what tells elements apart.
@Suite struct FactPlaceTests {
  @Test(
    "points at a fact, or at what it would stand under",
    arguments: [
      // marked text, path, is exact
      ("case: { count: «5» }", "case.count", true),
      ("case: «{ count: 5 }»", "case", true),
      ("case: { count: { value: «5», document: d1 } }", "case.count", true),
      ("case: { count: «null» }", "case.count", true),
      ("case: { title: 甲, «count»: }", "case.count", true),
      ("«case»: { count: 5 }", "case.rate", false),
      ("«case»: { count: 5 }", "case.result.published", false),
      ("case: { «result»: {} }", "case.result.published", false),
      ("officers: [{}, { licence: «A2» }]", "officers[1].licence", true),
      ("officers: [{}, «{ name: 甲 }»]", "officers[1].licence", false),
      ("officers: [{}, «{ name: 甲 }»]", "officers[1]", true),
      ("«officers»: [{}]", "officers[1]", false),
      ("case: { tags: [a, «b»] }", "case.tags[1]", true),
      ("case: { tags: [a, { value: «b», page: 2 }] }", "case.tags[1]", true),
      ("case: { penalties: [{ value: «5.00» }] }", "case.penalties[0].value", true),
      ("case: { penalties: [«{ value: 5.00 }»] }", "case.penalties[0]", true),
      ("case: { penalties: { value: «[{ value: 5.00 }]», document: d1 } }", "case.penalties", true),
      (
        "case: { penalties: { value: [{ value: «5.00» }], document: d1 } }",
        "case.penalties[0].value", true
      ),
      ("documents: [{ id: d1, sha256: «ab» }]", "documents[0].sha256", true),
    ])
  func places(marked: String, path: String, isExact: Bool) throws {
    for front in ["", "# 案卷\n"] {
      let text = MarkedText(front + "completeness: open\n" + marked)
      let record = try Fixture.record(text.text)
      let place = try #require(record.place(of: path))
      #expect(
        MarkedText.marking(text.text, [place.range]) == front + "completeness: open\n" + marked)
      #expect(place.isExact == isExact)
    }
  }

  @Test func `a fact that says where it stands in the file keeps it`() throws {
    let record = try Fixture.record(
      """
      documents: [{ id: d1, title: 决定书 }]
      case:
        count: { value: 5, document: d1, page: 3 }
        rate: { value: 5 }
        tags: [{ value: a, page: 7 }]
      """)
    let count = try #require(record.place(of: "case.count"))
    #expect(count.document == "d1")
    #expect(count.page == 3)
    #expect(record.title(ofDocument: "d1") == "决定书")
    #expect(record.title(ofDocument: "d2") == nil)
    #expect(record.place(of: "case.rate")?.document == nil)
    #expect(record.place(of: "case.tags[0]")?.page == 7)
    #expect(record.place(of: "case.fine")?.document == nil)
    #expect(record.place(of: "hearing.held_on") == nil)
    #expect(record.place(of: "") == nil)
    #expect(record.range(ofSection: "documents")?.start == 0)
    #expect(record.range(ofSection: "hearing") == nil)
  }

  @Test(
    "reads paths",
    arguments: [
      ("case", 1), ("case.count", 2), ("officers[1].licence", 3), ("a.b[0].c[12]", 5),
      ("案.号", 2), ("", nil), (".", nil), ("a.", nil), (".a", nil), ("a..b", nil), ("[0]", nil),
      ("a[", nil), ("a[]", nil), ("a[-1]", nil), ("a[x]", nil), ("a[0]b", nil),
      ("a[9999999999]", nil),
    ])
  func paths(text: String, steps: Int?) {
    let path = FactPath(text)
    #expect(path?.steps.count == steps)
    if let path { #expect(path.description == text) }
  }

  @Test(
    "names what a path leads to",
    arguments: [
      ("case.number", "案件·案号", "Case: Case number"),
      ("officers[1].licence", "人员（第2项）·证号", "Officers 2: Licence"),
      ("officers[0].tags[1]", "人员（第1项）·标签（第2项）", "Officers 1: Tags 2"),
      ("case.penalties[0].kind", "案件·处罚（第1项）·种类", "Case: Penalties 1: Kind"),
      ("case.result.published_on", "案件·结果·公开日期", "Case: Result: Date of publication"),
      ("documents[0].sha256", "卷内文件（第1项）·SHA-256 摘要", "Document on file 1: SHA-256 digest"),
      ("hearing", "听证", "Hearing"),
    ])
  func labels(path: String, zh: String, en: String) {
    #expect(Fixture.schema.location(of: path)?.label == BilingualText(zh: zh, en: en))
  }

  @Test(
    "knows no path that the schema lacks",
    arguments: [
      "case.x", "x", "officers.name", "case[0]", "case.number.x", "case.tags[0].x", "case.tags.x",
      "officers[0][1]", "case.penalties.kind",
    ])
  func unknownPaths(path: String) {
    #expect(Fixture.schema.location(of: path) == nil)
  }

  @Test func `personal data is known by its path`() {
    #expect(Fixture.schema.location(of: "officers[0].name")?.isPersonal == true)
    #expect(Fixture.schema.location(of: "officers[0].licence")?.isPersonal == false)
    #expect(Fixture.schema.location(of: "officers[0]")?.isPersonal == true)
    #expect(Fixture.schema.location(of: "case")?.isPersonal == false)
  }

  @Test func `an element is known by its key, or else not at all`() throws {
    let record = try Fixture.record(
      """
      unrecorded: ["officers[2].licence"]
      officers: [{ licence: A1 }, { name: 甲 }, {}]
      case: { penalties: [{ kind: 罚款 }], result: {} }
      documents: [{ id: d1 }]
      """)
    func key(_ path: String) throws -> String? {
      guard case .structure(let element) = try record.value(path) else { return "no element" }
      return record.schema.key(of: element)
    }
    #expect(try key("officers[0]") == "A1")
    #expect(try key("officers[1]") == nil)
    #expect(try key("officers[2]") == nil)
    #expect(try key("case.penalties[0]") == "罚款")
    #expect(try key("case.result") == nil)
    #expect(try key("documents[0]") == "d1")
  }

  @Test(
    "spells keys of every type",
    arguments: [
      ("text", "甲", "甲"), ("integer", "7", "7"), ("boolean", "true", "true"),
      ("money", "5.00", "5"), ("date", "2025-07-01", "2025-07-01"), ("date", "2025", nil),
      ("datetime", "2025-07-01T09:30+08:00", "2025-07-01T09:30:00+08:00"),
      ("document", "d1", "d1"),
    ])
  func keys(type: String, text: String, key: String?) throws {
    let (schema, _) = SchemaReader.read(
      Fixture.node(
        "sections: [{ name: l, shape: list, key: k, fields: [{ name: k, type: \(type) }] }]"))
    let reading = RecordReader(schema: try #require(schema)).read(
      Fixture.node("documents: [{ id: d1 }]\nl: [{ k: \(text) }]"))
    let record = try #require(reading.record)
    guard case .structure(let element) = try record.value("l[0]") else {
      Issue.record("no element")
      return
    }
    #expect(record.schema.key(of: element) == key)
  }
}

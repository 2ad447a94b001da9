import CEL
import CaseRecords
import SourceText
import TestSupport
import Testing
import YAML

/// The three states of a fact: semantics §1.
@Suite struct FactStateTests {
  @Test(
    "reads a value by the type of its field",
    arguments: [
      ("number", "〔2025〕1号", "'〔2025〕1号'"),
      ("region", "522600", "'522600'"),
      ("region", "\"522600\"", "'522600'"),
      ("title", "true", "'true'"),
      ("title", "\"null\"", "'null'"),
      ("title", "|-\n    一\n    二", "'一\n二'"),
      ("urgent", "true", "true"),
      ("urgent", "false", "false"),
      ("count", "0", "0"),
      ("count", "-5", "-5"),
      ("rate", "1.50", "1.5"),
      ("rate", "2", "2"),
      ("fine", "5000.00", "¥5000"),
      ("fine", "0.1", "¥0.1"),
      ("fine", "\"5000.00\"", "¥5000"),
      ("made_on", "2025-07-01", "2025-07-01"),
      ("made_on", "\"2025-07-01\"", "2025-07-01"),
      ("made_on", "2018", "2018-01-01…2018-12-31 of [\"case.made_on\"]"),
      ("made_on", "2020-02", "2020-02-01…2020-02-29 of [\"case.made_on\"]"),
      ("made_on", "2017-10/2017-12", "2017-10-01…2017-12-31 of [\"case.made_on\"]"),
      ("made_on", "../2020-05-01", "…2020-05-01 of [\"case.made_on\"]"),
      ("made_on", "2020-05-01/..", "2020-05-01… of [\"case.made_on\"]"),
      ("made_on", "2020-05-01/2020-05-01", "2020-05-01"),
      ("made_at", "2025-07-01T09:30:00+08:00", "2025-07-01T09:30:00+08:00"),
      ("made_at", "2025-07-01T09:30+08:00", "2025-07-01T09:30:00+08:00"),
      ("made_at", "2025-07-01T01:30:00Z", "2025-07-01T09:30:00+08:00"),
      (
        "made_at", "2025-07-01",
        "2025-07-01T00:00:00+08:00…2025-07-01T23:59:59+08:00 of [\"case.made_at\"]"
      ),
      (
        "made_at", "../2025-07-01", "…2025-07-01T23:59:59+08:00 of [\"case.made_at\"]"
      ),
      ("procedure", "simple", "'simple'"),
      ("tags", "[a, 1]", "closed case.tags ['a', '1']"),
      ("paper", "d1", "present documents[0]"),
      ("papers", "[d2, d1]", "closed case.papers [present documents[1], present documents[0]]"),
      (
        "penalties", "[{ kind: 罚款, value: 5 }]", "closed case.penalties [present case.penalties[0]]"
      ),
      ("result", "{ published: true }", "present case.result"),
      ("made_on", "{ value: 2025-07-01, document: d1, page: 3 }", "2025-07-01"),
      ("made_on", "{ value: 2025, page: 3 }", "2025-01-01…2025-12-31 of [\"case.made_on\"]"),
      ("made_on", "{ value: null, document: d1 }", "null"),
      ("tags", "{ value: [a], document: d1 }", "closed case.tags ['a']"),
      ("tags", "[{ value: a, document: d1 }, b]", "closed case.tags ['a', 'b']"),
      ("paper", "{ value: d2, page: 1 }", "present documents[1]"),
    ])
  func values(field: String, text: String, value: String) throws {
    let record = try Fixture.record(
      "documents: [{ id: d1 }, { id: d2 }]\ncase:\n  \(field): \(text)")
    #expect(try record.shown("case.\(field)") == value)
  }

  @Test(
    "knows absent from unrecorded",
    arguments: [
      // record, path, value
      ("case: {}", "case.count", "null"),
      ("case: { count: null }", "case.count", "null"),
      ("case: { count: }", "case.count", "null"),
      ("case: { count: ~ }", "case.count", "null"),
      ("completeness: closed\ncase: {}", "case.count", "null"),
      ("completeness: open\ncase: {}", "case.count", "unknown [\"case.count\"]"),
      ("completeness: open\ncase: { count: null }", "case.count", "null"),
      ("unrecorded: [case.count]\ncase: {}", "case.count", "unknown [\"case.count\"]"),
      ("unrecorded: [case.count]\ncase: {}", "case.rate", "null"),
      ("unrecorded: [case.count]", "case.count", "unknown [\"case.count\"]"),
      ("unrecorded: [case.count]", "case.rate", "null"),
      ("unrecorded: [case.count]", "case", "unrecorded case"),
      ("case: {}", "case", "present case"),
      ("kind: sample", "hearing", "absent hearing"),
      ("kind: sample", "hearing.held_on", "null"),
      ("kind: sample", "hearing.paper", "absent hearing.paper"),
      ("kind: sample", "hearing.paper.sha256", "null"),
      ("kind: sample", "hearing.pauses", "closed, not recorded hearing.pauses []"),
      ("hearing: null", "hearing", "absent hearing"),
      ("completeness: open", "hearing", "unrecorded hearing"),
      ("completeness: open", "hearing.held_on", "unknown [\"hearing.held_on\"]"),
      ("completeness: open", "hearing.paper", "unrecorded hearing.paper"),
      ("completeness: open", "hearing.paper.sha256", "unknown [\"hearing.paper\"]"),
      ("completeness: open", "hearing.pauses", "open, not recorded hearing.pauses []"),
      ("completeness: open\nhearing: null", "hearing", "absent hearing"),
      ("completeness: open\nhearing: null", "hearing.held_on", "null"),
      ("unrecorded: [hearing]", "hearing", "unrecorded hearing"),
      ("unrecorded: [hearing]", "hearing.held_on", "unknown [\"hearing.held_on\"]"),
      (
        "unrecorded: [hearing, hearing.held_on]", "hearing.held_on", "unknown [\"hearing.held_on\"]"
      ),
      ("unrecorded: [hearing]\nhearing: {}", "hearing", "unrecorded hearing"),
      ("case: {}", "case.result", "absent case.result"),
      ("case: { result: null }", "case.result.published", "null"),
      ("completeness: open\ncase: {}", "case.result", "unrecorded case.result"),
      (
        "completeness: open\ncase: {}", "case.result.published",
        "unknown [\"case.result.published\"]"
      ),
      ("completeness: open\ncase: { result: null }", "case.result.published", "null"),
      (
        "completeness: open\ncase: { result: { published: true } }", "case.result.published_on",
        "unknown [\"case.result.published_on\"]"
      ),
      (
        "unrecorded: [case.result.published]\ncase: {}", "case.result.published",
        "unknown [\"case.result.published\"]"
      ),
      ("unrecorded: [case.result.published]\ncase: {}", "case.result.published_on", "null"),
      ("unrecorded: [case.result]\ncase: {}", "case.result", "unrecorded case.result"),
      (
        "unrecorded: ['officers[0].licence']\nofficers: [{ name: 甲 }]", "officers[0].licence",
        "unknown [\"officers[0].licence\"]"
      ),
      (
        "unrecorded: ['officers[0].licence']\nofficers: [{ name: 甲 }]", "officers[0].valid_until",
        "null"
      ),
      ("unrecorded: ['officers[1]']\nofficers: [{}, {}]", "officers[0]", "present officers[0]"),
      ("unrecorded: ['officers[1]']\nofficers: [{}, {}]", "officers[1]", "unrecorded officers[1]"),
      (
        "completeness: open\nofficers: [{}]", "officers[0].valid_until",
        "unknown [\"officers[0].valid_until\"]"
      ),
      (
        "completeness: open\ncomplete: [officers]\nofficers: [{}]", "officers[0].valid_until",
        "unknown [\"officers[0].valid_until\"]"
      ),
      (
        "unrecorded: ['documents[0].sha256']\ndocuments: [{ id: d1 }]\ncase: { paper: d1 }",
        "case.paper.sha256", "unknown [\"documents[0].sha256\"]"
      ),
      ("completeness: open\ncase: { paper: d9 }", "case.paper", "present case.paper"),
      ("completeness: open\ncase: { paper: d9 }", "case.paper.id", "'d9'"),
      (
        "completeness: open\ncase: { paper: d9 }", "case.paper.sha256",
        "unknown [\"case.paper.sha256\"]"
      ),
      ("unrecorded: [documents]\ncase: { paper: d9 }", "case.paper.id", "'d9'"),
    ])
  func states(record: String, path: String, value: String) throws {
    #expect(try Fixture.record(record).shown(path) == value)
  }

  @Test(
    "knows an open list from a closed one",
    arguments: [
      ("case: {}", "officers", "closed, not recorded officers []"),
      ("officers: null", "officers", "closed, not recorded officers []"),
      ("officers: []", "officers", "closed officers []"),
      ("officers: [{}]", "officers", "closed officers [present officers[0]]"),
      ("completeness: open", "officers", "open, not recorded officers []"),
      ("completeness: open\nofficers: null", "officers", "closed, not recorded officers []"),
      ("completeness: open\nofficers: []", "officers", "open officers []"),
      ("completeness: open\nofficers: [{}]", "officers", "open officers [present officers[0]]"),
      ("completeness: open\ncomplete: [officers]\nofficers: []", "officers", "closed officers []"),
      (
        "completeness: open\ncomplete: [officers]", "officers", "closed, not recorded officers []"
      ),
      ("unrecorded: [officers]\nofficers: [{}]", "officers", "open officers [present officers[0]]"),
      ("unrecorded: [officers]", "officers", "open, not recorded officers []"),
      ("complete: [officers]\nofficers: []", "officers", "closed officers []"),
      ("case: { tags: [] }", "case.tags", "closed case.tags []"),
      ("case: { tags: null }", "case.tags", "closed, not recorded case.tags []"),
      ("completeness: open\ncase: { tags: [] }", "case.tags", "open case.tags []"),
      (
        "completeness: open\ncase: { tags: null }", "case.tags", "closed, not recorded case.tags []"
      ),
      (
        "completeness: open\ncomplete: [case.tags]\ncase: { tags: [a] }", "case.tags",
        "closed case.tags ['a']"
      ),
      ("unrecorded: [case.tags]\ncase: { tags: [a] }", "case.tags", "open case.tags ['a']"),
      ("unrecorded: [case.tags]\ncase: {}", "case.tags", "open, not recorded case.tags []"),
      (
        "completeness: open\ncomplete: ['officers[0].tags']\nofficers: [{ tags: [a] }, { tags: [b] }]",
        "officers[0].tags", "closed officers[0].tags ['a']"
      ),
      (
        "completeness: open\ncomplete: ['officers[0].tags']\nofficers: [{ tags: [a] }, { tags: [b] }]",
        "officers[1].tags", "open officers[1].tags ['b']"
      ),
      (
        "completeness: open\ncase: { penalties: [] }", "case.penalties", "open case.penalties []"
      ),
      (
        "completeness: open\ncomplete: [case.penalties]\ncase: {}", "case.penalties",
        "closed, not recorded case.penalties []"
      ),
      ("completeness: open\ndocuments: []", "documents", "open documents []"),
      (
        "completeness: open\ncomplete: [documents]\ndocuments: []", "documents",
        "closed documents []"
      ),
    ])
  func lists(record: String, path: String, value: String) throws {
    #expect(try Fixture.record(record).shown(path) == value)
  }

  @Test func `an absent fact reads with its path`() throws {
    let record = try Fixture.record("officers: [{}]")
    guard case .list(let officers) = record.sections[1],
      case .structure(let officer)? = officers.elements.first,
      case .absentFact(let fact) = officer.value(ofField: 1)
    else {
      Issue.record("no absent fact")
      return
    }
    #expect(fact.path == "officers[0].licence")
  }

  @Test func `a record that says nothing of itself is closed and of the schema's kind`() throws {
    let record = try Fixture.record("case: { number: 一号, title: 甲案 }")
    #expect(record.completeness == .closed)
    #expect(record.number == "一号")
    #expect(record.title == "甲案")
    #expect(try Fixture.record("case: {}").number == nil)
    #expect(try Fixture.record("completeness: open").number == nil)
  }

  @Test func `JSON reads as YAML does`() throws {
    let text = """
      {"kind":"sample","completeness":"open","unrecorded":[],"documents":[{"id":"d1"}],
      "case":{"number":"1","region":522600,"urgent":true,"count":5,"fine":5000.00,
      "made_on":{"value":"2025-07","document":"d1","page":3},"title":null},"officers":[]}
      """
    let root = try #require(readJSON(text).root)
    let record = try #require(RecordReader(schema: Fixture.schema).read(root).record)
    #expect(try record.shown("case.region") == "'522600'")
    #expect(try record.shown("case.urgent") == "true")
    #expect(try record.shown("case.fine") == "¥5000")
    #expect(try record.shown("case.made_on") == "2025-07-01…2025-07-31 of [\"case.made_on\"]")
    #expect(try record.shown("case.title") == "null")
    #expect(try record.shown("officers") == "open officers []")
    #expect(record.place(of: "case.made_on")?.page == 3)
  }

  @Test func `a record is read by the schema of its kind`() throws {
    let kinds = RecordKinds([Fixture.schema])
    #expect(kinds.names == ["sample"])
    #expect(kinds.schema("sample") === Fixture.schema)
    #expect(kinds.read(Fixture.node("kind: sample")).record != nil)
    expectDiagnostics("«case»: {}", ["missing-kind"]) { kinds.read(Fixture.node($0)).diagnostics }
    expectDiagnostics("«[]»", ["not-a-record"]) { kinds.read(Fixture.node($0)).diagnostics }
    expectDiagnostics("kind: «samples»", ["unknown-kind"]) {
      kinds.read(Fixture.node($0)).diagnostics
    }
    #expect(
      kinds.read(Fixture.node("kind: samples")).diagnostics[0].help?.en
        == "Did you mean `sample`?")
  }
}

import CEL
import CaseRecords
import SourceText
import TestSupport
import Testing
import YAML

/// What is wrong with a record, each with its place.
@Suite struct RecordProblemTests {
  @Test(
    "says what is wrong with a record, and where",
    arguments: [
      ("«[]»", ["not-a-record"]),
      ("kind: «permit»", ["unknown-kind"]),
      ("kind: «[]»", ["unknown-kind"]),
      ("completeness: «half»", ["bad-completeness"]),
      ("«hering»: {}", ["unknown-field"]),
      ("case: { «servd_on»: 1 }", ["unknown-field"]),
      ("officers: [{ name: 甲, «licens»: A1 }]", ["unknown-field"]),
      ("case: «[]»", ["wrong-type"]),
      ("case: «甲»", ["wrong-type"]),
      ("officers: «{ name: 甲 }»", ["wrong-type"]),
      ("officers: [«甲», {}, «null»]", ["wrong-type", "wrong-type"]),
      ("case: { result: «true» }", ["wrong-type"]),
      ("case: { tags: «a» }", ["wrong-type"]),
      ("case: { tags: [«[b]»] }", ["wrong-type"]),
      ("case: { tags: [a, «null»] }", ["null-in-list"]),
      ("case: { penalties: «{ kind: a }» }", ["wrong-type"]),
      ("case: { title: «[a]» }", ["wrong-type"]),
      ("case: { title: «{ a: b }» }", ["wrong-type"]),
      ("case: { urgent: «yes» }", ["wrong-type"]),
      ("case: { urgent: «\"true\"» }", ["wrong-type"]),
      ("case: { urgent: «True» }", ["wrong-type"]),
      ("case: { count: «five» }", ["wrong-type"]),
      ("case: { count: «5.0» }", ["wrong-type"]),
      ("case: { count: «'5'» }", ["wrong-type"]),
      ("case: { count: «1e3» }", ["wrong-type"]),
      ("case: { count: «0x1F» }", ["wrong-type"]),
      ("case: { count: «99999999999999999999» }", ["number-too-large"]),
      ("case: { rate: «1e3» }", ["wrong-type"]),
      ("case: { rate: «.5» }", ["wrong-type"]),
      ("case: { rate: «0.12345678901234567890123» }", ["number-too-large"]),
      ("case: { fine: «5000.005» }", ["too-many-decimals"]),
      ("case: { fine: «5000.000» }", ["too-many-decimals"]),
      ("case: { fine: «5e3» }", ["wrong-type"]),
      ("case: { fine: «'5,000.00'» }", ["wrong-type"]),
      ("case: { fine: «￥5000» }", ["wrong-type"]),
      ("case: { fine: «99999999999999999999.00» }", ["number-too-large"]),
      ("case: { made_on: «2025-02-30» }", ["impossible-date"]),
      ("case: { made_on: «2025-13» }", ["impossible-date"]),
      ("case: { made_on: «2025-07/2025-01» }", ["impossible-date"]),
      ("case: { made_on: «../..» }", ["impossible-date"]),
      ("case: { made_on: «2025年7月1日» }", ["wrong-type"]),
      ("case: { made_on: «2025-7-1» }", ["wrong-type"]),
      ("case: { made_on: «2025-07-01T09:30:00+08:00» }", ["wrong-type"]),
      ("case: { made_at: «2025-07-01T09:30:00» }", ["missing-offset"]),
      ("case: { made_at: «2025-07-01T09:30» }", ["missing-offset"]),
      ("case: { made_at: «2025-02-30T09:30:00+08:00» }", ["impossible-date"]),
      ("case: { made_at: «2025-02-30» }", ["impossible-date"]),
      ("case: { made_at: «2025-07-01T24:30:00+08:00» }", ["impossible-date"]),
      ("case: { made_at: «2025-07-01 09:30» }", ["wrong-type"]),
      ("case: { made_at: «2025-07-01T09:30:00+8» }", ["wrong-type"]),
      ("case: { procedure: «ordinry» }", ["unknown-value"]),
      ("case: { procedure: «[]» }", ["wrong-type"]),
      ("case: { paper: «d2» }\ndocuments: [{ id: d1 }]", ["unknown-document"]),
      ("case: { papers: [d1, «d2»] }\ndocuments: [{ id: d1 }]", ["unknown-document"]),
      (
        "completeness: open\ncomplete: [documents]\ncase: { paper: «d2» }\ndocuments: [{ id: d1 }]",
        ["unknown-document"]
      ),
      ("documents: [{ id: d1 }, { id: «d1» }, { id: d2 }]", ["duplicate-document"]),
      (
        "documents: [«{ title: 甲 }», «{ id: null }»]",
        ["missing-document-id", "missing-document-id"]
      ),
      ("documents: [«甲», { id: d1 }, { id: «d1» }]", ["wrong-type", "duplicate-document"]),
      ("documents: [{ id: d1, «sha265»: ab }]", ["unknown-field"]),
      ("documents: «d1»", ["wrong-type"]),
      ("case: { count: «{ document: d1 }» }\ndocuments: [{ id: d1 }]", ["missing-value"]),
      ("case: { count: { value: «x», page: «0» } }", ["wrong-type", "wrong-type"]),
      ("case: { count: { value: 1, page: «3-5» } }", ["wrong-type"]),
      ("case: { count: { value: 1, document: «d1» } }", ["unknown-document"]),
      ("case: { count: { value: 1, document: «[d1]» } }", ["wrong-type"]),
      ("case: { count: { value: 1, «pages»: 3 } }", ["unknown-field"]),
      ("unrecorded: «case.count»", ["wrong-type"]),
      ("unrecorded: [«{}»]", ["wrong-type"]),
      ("unrecorded: [«case..count»]", ["unknown-path"]),
      ("unrecorded: [«case.cuont»]", ["unknown-path"]),
      ("unrecorded: [«hering.held_on»]", ["unknown-path"]),
      ("unrecorded: [«officers.licence»]", ["unknown-path"]),
      ("unrecorded: [«case.count.value»]", ["unknown-path"]),
      ("unrecorded: [«'case[0]'»]", ["unknown-path"]),
      ("unrecorded: [«'case.tags[0]'»]\ncase: { tags: [a] }", ["unknown-path"]),
      ("unrecorded: [«'officers[1].licence'»]\nofficers: [{}]", ["unknown-path"]),
      ("unrecorded: [«'officers[0].licence'»]", ["unknown-path"]),
      ("complete: [«case.count»]", ["not-a-list"]),
      ("complete: [«case»]", ["not-a-list"]),
      ("complete: [«'officers[0]'»]", ["not-a-list"]),
      ("unrecorded: [case.tags, «case.tags»]", ["duplicate-path"]),
      ("unrecorded: [case.count]\ncase: { «count»: 1 }", ["given-and-unrecorded"]),
      ("unrecorded: [case.count]\ncase: { «count»: null }", ["given-and-unrecorded"]),
      (
        "unrecorded: [case.result]\ncase: { «result»: { published: true } }",
        ["given-and-unrecorded"]
      ),
      ("unrecorded: [hearing]\n«hearing»: { held_on: 2025-01-01 }", ["given-and-unrecorded"]),
      ("unrecorded: [hearing]\n«hearing»: null", ["given-and-unrecorded"]),
      ("unrecorded: [«hearing.held_on»]\nhearing: null", ["given-and-unrecorded"]),
      ("unrecorded: [officers]\n«officers»: null", ["given-and-unrecorded"]),
      (
        "unrecorded: [«case.tags»]\ncomplete: [case.tags]\ncase: {}", ["given-and-unrecorded"]
      ),
      ("unrecorded: ['officers[0]']\nofficers: [«{ name: 甲 }»]", ["given-and-unrecorded"]),
    ])
  func problems(text: String, codes: [String]) {
    expectDiagnostics(text, codes, behind: "# 案卷\n") { Fixture.read($0).diagnostics }
  }

  @Test func `everything is told in one pass, and the record cannot be read`() {
    let text = """
      completeness: closed
      unrecorded: [«case.cout»]
      case: { urgent: «yes», count: «x», fine: «0.001», made_on: «2025-02-30», «nr»: 1 }
      officers:
        - { name: 甲, valid_until: «2025-02-30» }
        - { «nam»: 乙 }
      documents: [{ id: d1 }, { id: «d1» }]
      """
    expectDiagnostics(
      text,
      [
        "unknown-path", "wrong-type", "wrong-type", "too-many-decimals", "impossible-date",
        "unknown-field", "impossible-date", "unknown-field", "duplicate-document",
      ]
    ) {
      let reading = Fixture.read($0)
      #expect(reading.record == nil)
      return reading.diagnostics
    }
  }

  @Test func `a warning leaves the record readable`() {
    let reading = Fixture.read("unrecorded: [case.tags, case.tags]")
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.record != nil)
  }

  @Test(
    "says what to try",
    arguments: [
      ("case: { servd_on: 1 }", nil),
      ("case: { cuont: 1 }", "Did you mean `count`?"),
      ("hering: {}", "Did you mean `hearing`?"),
      ("complet: []", "Did you mean `complete`?"),
      ("case: { urgent: 是 }", "Write true."),
      ("case: { urgent: No }", "Write false."),
      ("case: { urgent: \"false\" }", "Take the quotes away and write false."),
      ("case: { count: \"5\" }", "Take the quotes away and write 5."),
      (
        "case: { made_at: 2025-07-01T09:30 }", "In China's time it is `2025-07-01T09:30+08:00`."
      ),
      (
        "case: { procedure: ordinry }",
        "Did you mean `ordinary`? It may be `ordinary`, `simple`."
      ),
      ("case: { procedure: 简易 }", "It may be `ordinary`, `simple`."),
      ("unrecorded: [case.cuont]", "Did you mean `count`?"),
      ("unrecorded: [officers.licence]", "Indexes count from 0, as in `officers[0]`."),
      ("case: { paper: d02 }\ndocuments: [{ id: d01 }]", "Did you mean `d01`?"),
    ])
  func help(text: String, help: String?) {
    let diagnostics = Fixture.read(text).diagnostics
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.help?.en == help)
  }

  @Test func `long and odd words are cut before they are printed`() {
    let name = String(repeating: "很", count: 200) + "`"
    let diagnostics = Fixture.read("case: { \"\(name)\": 1, procedure: \"a`b\\nc\" }").diagnostics
    #expect(diagnostics.count == 2)
    for diagnostic in diagnostics { expectWellWritten(diagnostic) }
    #expect(diagnostics.allSatisfy { $0.message.en.count < 140 && !$0.message.en.contains("\n") })
  }
}

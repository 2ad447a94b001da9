import RuleCompiler
import TestSupport
import Testing
import WorkCalendar

@Suite struct LawRegistryTests {
  static let register = """
    - { id: apl-1996, name: { zh: 处罚法, en: Penalty Law }, from: 1996-10-01, until: 2021-07-14, replaced_by: apl-2021 }
    - id: apl-2021
      name: { zh: 处罚法, en: Penalty Law }
      number: 70
      issuer: the congress
      from: 2021-07-15
      articles:
        - { article: 第十条, changed_on: 2023-01-01 }
        - { article: 第十一条, changed_on: [] }
    - { id: food, name: { zh: 食品法, en: Food Law }, from: 2015-10-01, lists_every_change: true }
    - { id: salt, name: { zh: 盐法, en: Salt Law }, from: null, until: 2017-12-31 }
    """

  func registry() -> LawRegistry {
    let (instruments, diagnostics) = readInstruments(Self.register)
    #expect(diagnostics == [])
    return LawRegistry(instruments)
  }

  @Test(
    "knows what is in force, both days included",
    arguments: [
      ("apl-1996", "1996-09-30", false), ("apl-1996", "1996-10-01", true),
      ("apl-1996", "2021-07-14", true), ("apl-1996", "2021-07-15", false),
      ("apl-2021", "2021-07-15", true), ("食品法", "2020-01-01", true),
      ("处罚法", "2020-01-01", nil), ("sugar", "2020-01-01", nil),
      ("salt", "2018-01-01", false), ("salt", "2017-12-31", nil),
    ] as [(String, String, Bool?)])
  func inForce(key: String, day: String, expected: Bool?) throws {
    #expect(registry().inForce(key, on: try #require(CivilDate(day))) == expected)
  }

  @Test(
    "knows where the wording changed",
    arguments: [
      ("apl-2021", "第十条", "2022-01-01", "2022-12-31", false),
      ("apl-2021", "第十条", "2022-12-31", "2023-01-01", true),
      ("apl-2021", "第十条", "2023-01-01", "2023-01-02", false),
      ("apl-2021", "第十条", "2023-01-02", "2022-01-01", true),
      ("apl-2021", "第十一条", "2022-01-01", "2024-01-01", false),
      ("apl-2021", "第十二条", "2022-01-01", "2024-01-01", nil),
      ("apl-1996", "第十二条", "2021-01-01", "2021-07-15", true),
      ("apl-1996", "第十二条", "2022-01-01", "2023-07-15", nil),
      ("food", "第十二条", "2022-01-01", "2024-01-01", false),
      ("salt", "第十二条", "2022-01-01", "2024-01-01", nil),
    ] as [(String, String, String, String, Bool?)])
  func changed(
    key: String, article: String, earlier: String, later: String, expected: Bool?
  ) throws {
    let days = try (#require(CivilDate(earlier)), #require(CivilDate(later)))
    #expect(
      registry().lawChanged(key, article: article, from: days.0, to: days.1) == expected)
  }

  @Test(
    "says what is wrong in the register",
    arguments: [
      ("- «{ name: { zh: 甲, en: a }, from: 2021-07-15 }»", ["missing-key"]),
      ("- { id: a, name: «{ zh: 甲 }», from: 2021-07-15 }", ["language-missing"]),
      (
        "- { id: a, name: { zh: 甲, en: a }, from: 2021-07-15 }\n"
          + "- { id: «a», name: { zh: 甲, en: a }, from: 2021-07-15 }", ["instrument-twice"]
      ),
      (
        "- { id: a, name: { zh: 甲, en: a }, from: 2021-07-15, replaced_by: «b» }",
        ["unknown-instrument"]
      ),
      ("- { id: a, name: { zh: 甲, en: a }, from: «2021-7-15» }", ["bad-date"]),
      ("- { id: a, name: { zh: 甲, en: a }, from: 2021-07-15, «isuer»: b }", ["unknown-key"]),
    ])
  func fault(marked: String, codes: [String]) {
    expectDiagnostics(marked, codes, behind: "# 法律\n") { readInstruments($0).diagnostics }
  }
}

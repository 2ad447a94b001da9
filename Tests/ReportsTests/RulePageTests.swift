import Findings
import Reports
import SourceText
import TestSupport
import Testing

@Suite struct RulePageTests {
  /// Two rules of two families; the first has one of everything.
  private var handbook: RuleHandbook {
    var entry = RuleHandbook.Entry(rule: Self.published)
    entry.facts = [
      .init(
        path: "decision.made_on", label: BilingualText(zh: "决定·作出日期", en: "Decision: date"),
        meaning: "Date on the decision"),
      .init(
        path: "officers[].role", label: BilingualText(zh: "人员·身份", en: "Officers: role"),
        meaning: ""),
    ]
    entry.definitions = [
      .init(
        name: "fine_total", label: BilingualText(zh: "罚款总额", en: "Fines in total"),
        expression: "sum(fines)", meaning: "0 where there is none")
    ]
    entry.parameters = [
      .init(
        name: "publicity_workdays", label: BilingualText(zh: "公示期限", en: "Term to publish"),
        values: [
          .init(
            value: "workdays(7)", conditions: [], from: Fixture.day("2018-12-05"), until: nil,
            source: "样令第2号二（二）", isVerified: true),
          .init(
            value: nil, conditions: ["sector: a", "region: 52"], from: nil, until: nil,
            source: "未见原文", isVerified: false),
        ])
    ]
    entry.cases = [
      .init(
        name: "late-publicity", about: BilingualText(zh: "迟一日公示", en: "Published a day late"),
        outcome: .violated)
    ]
    var other = RuleDescription(
      summary: RuleSummary(
        id: "penalty.service.told", family: "service",
        title: BilingualText(zh: "告知 <b>权利</b>", en: "Rights & \"remedies\" are *told*"),
        severity: .minor, kind: .signal, cites: [], inForceFrom: nil, inForceUntil: nil,
        file: "penalty/service/told.yaml"),
      versions: [RuleDescription.Version(from: nil, until: nil, basis: ["as_of"])])
    other.versions[0].checks = [.init(id: nil, severity: .minor, kind: .signal)]
    other.versions[0].checks[0].that = "a < b && \"</script>\" != c || d == \"`\""
    other.versions[0].checks[0].message = BilingualText(zh: "{a},{b}", en: "{a},{b} | none")
    other.versions[0].cites = [Self.act]
    return RuleHandbook(
      rules: [entry, RuleHandbook.Entry(rule: other)],
      instruments: [
        .init(
          id: "act", name: Self.act.instrumentName, number: nil, issuer: "样例机关",
          from: Fixture.day("2020-01-01"), until: nil,
          address: "https://law.example/act?a=1&b=2"),
        .init(id: "unused", name: BilingualText(zh: "无人引用", en: "Cited by none")),
      ])
  }

  private static let act = Citation(
    instrument: "act", instrumentName: BilingualText(zh: "样例法", en: "Sample Act"), number: nil,
    article: "第十条", says: nil)
  private static let earlier = Citation(
    instrument: "act", instrumentName: BilingualText(zh: "样例法", en: "Sample Act"), number: nil,
    article: "第九条", says: "应当公示")
  private static let notice = Citation(
    instrument: "notice", instrumentName: BilingualText(zh: "样例通知", en: "Sample Notice"),
    number: "样令第2号", article: "二（二）", says: "7个工作日内")

  private static var published: RuleDescription {
    var deadline = RuleDescription.Deadline(
      from: "decision.made_on", period: "params.publicity_workdays", isWait: false,
      act: "publicity.published_on")
    deadline.excluding = ["from: a.from, until: a.until, each: a in appraisals"]
    deadline.extendedBy = ["by: days(30), approved_on: publicity.extended_on"]
    var inTime = RuleDescription.Check(id: "in-time", severity: .major, kind: .violation)
    inTime.when = "!publicity.exempt"
    inTime.deadline = deadline
    inTime.message = BilingualText(
      zh: "应在 {due} 前公开，{act|未公开}。", en: "Due by {due}: {act|not published}.")
    inTime.remedy = BilingualText(zh: "补充公开。", en: "Publish it.")
    var role = RuleDescription.Check(id: "role", severity: .minor, kind: .signal)
    role.each = ["o in officers"]
    role.whereCondition = "has(o.role)"
    role.that = "o.role in params.roles"
    role.absent = .undetermined
    role.cites = [earlier]
    var old = RuleDescription.Version(
      from: nil, until: Fixture.day("2021-07-14"), basis: ["decision.made_on"])
    old.checks = [.init(id: nil, severity: .major, kind: .violation)]
    old.checks[0].that = "has(publicity.published_on)"
    old.cites = [notice]
    var new = RuleDescription.Version(
      from: Fixture.day("2021-07-15"), until: nil, basis: ["decision.made_on", "as_of"])
    new.isLighter = true
    new.cites = [act, notice]
    new.applies = "case.procedure != \"simple\""
    new.definitions = [.init(name: "limit", expression: "params.publicity_workdays")]
    new.checks = [inTime, role]
    new.exceptions = [
      .init(
        when: "case.sector == \"a\"", checks: ["role"], cites: [act],
        reading: "special law before general law")
    ]
    new.reading = "We count from the day after the decision.\n"
    var rule = RuleDescription(
      summary: RuleSummary(
        id: "penalty.publicity.published", family: "publicity",
        title: BilingualText(zh: "按期公示", en: "Published in time"), severity: .major,
        kind: .violation, cites: [act, notice], inForceFrom: nil, inForceUntil: nil,
        file: "penalty/publicity/published.yaml"), versions: [old, new])
    rule.aliases = ["penalty.publicity.told"]
    rule.isRetroactiveWhereLenient = true
    var late = RuleDescription.Example(base: "ordinary", outcome: .violated)
    late.checks = ["in-time"]
    late.with = [.init(path: "publicity.published_on", value: "2024-10-16")]
    late.without = ["decision"]
    late.asOf = Fixture.day("2024-12-31")
    late.note = "a day late"
    var open = RuleDescription.Example(base: "ordinary", outcome: .undetermined)
    open.unrecorded = ["decision.made_on"]
    open.complete = ["officers"]
    open.completeness = "open"
    rule.examples = [late, open]
    return rule
  }

  private func page(_ name: String, _ pages: [WrittenPage]) throws -> String {
    try #require(pages.first { $0.name == name }).text
  }

  private var site: [WrittenPage] { HTMLRuleSite(handbook, language: .zh).pages() }
  private var folder: [WrittenPage] { MarkdownRulePages(handbook).pages() }

  // MARK: Pages

  @Test func `the site has a page a rule, two indexes and three shared files`() {
    #expect(
      site.map(\.name) == [
        "index.html", "laws.html", "rules/penalty.publicity.published.html",
        "rules/penalty.service.told.html", "search-index.js", "site.js", "style.css",
      ])
    #expect(
      folder.map(\.name) == [
        "README.md", "laws.md", "rules/penalty.publicity.published.md",
        "rules/penalty.service.told.md",
      ])
  }

  @Test func `a page of a rule, as HTML and as Markdown`() throws {
    expectGolden(
      try page("rules/penalty.publicity.published.html", site), named: "pages/rule.html")
    expectGolden(
      try page("rules/penalty.publicity.published.md", folder), named: "pages/rule.md")
  }

  @Test func `the indexes, as HTML and as Markdown`() throws {
    expectGolden(try page("index.html", site), named: "pages/index.html")
    expectGolden(try page("laws.html", site), named: "pages/laws.html")
    expectGolden(try page("README.md", folder), named: "pages/index.md")
    expectGolden(try page("laws.md", folder), named: "pages/laws.md")
  }

  @Test func `no rules make empty indexes`() throws {
    let empty = RuleHandbook(rules: [], instruments: [])
    let site = HTMLRuleSite(empty, language: .en).pages()
    #expect(site.count == 5)
    #expect(try page("index.html", site).contains("0 rules in 0 families"))
    #expect(try page("search-index.js", site).hasSuffix("window.PINGCHA_RULES = [\n\n];\n"))
  }

  @Test func `pages do not depend on the run`() {
    #expect(site == HTMLRuleSite(handbook, language: .zh).pages())
    #expect(folder == MarkdownRulePages(handbook).pages())
  }

  @Test("the language that is seen first is a choice on the page", arguments: Language.allCases)
  func language(_ language: Language) throws {
    let page = try page("index.html", HTMLRuleSite(handbook, language: language).pages())
    #expect(page.contains("data-lang=\"\(language.rawValue)\""))
    #expect(page.contains("id=\"lang-\(language.rawValue)\" aria-label"))
    let checked = page.split(separator: "\n").filter { $0.hasSuffix(" checked>") }
    #expect(checked.count == 1)
    #expect(checked.allSatisfy { $0.contains("lang-\(language.rawValue)") })
  }

  // MARK: Escaping

  @Test func `what rules say is text in a page, never markup`() throws {
    let page = try page("rules/penalty.service.told.html", site)
    #expect(page.contains("告知 &lt;b&gt;权利&lt;/b&gt;"))
    #expect(page.contains("Rights &amp; &quot;remedies&quot; are *told*"))
    #expect(page.contains("a &lt; b &amp;&amp; &quot;&lt;/script&gt;&quot; != c"))
    #expect(page.contains("href=\"https://law.example/act?a=1&amp;b=2\""))
    #expect(!page.contains("<b>"))
    #expect(page.components(separatedBy: "</script>").count == 3)
  }

  @Test func `what rules say is text in Markdown too`() throws {
    let page = try page("rules/penalty.service.told.md", folder)
    #expect(page.contains(#"告知 \<b\>权利\</b\> / Rights \& "remedies" are \*told\*"#))
    // Code with a backtick stands between two.
    #expect(page.contains(#"`` a < b && "</script>" != c || d == "`" ``"#))
    #expect(page.contains("<https://law.example/act?a=1&b=2>"))
  }

  @Test func `a bar in a cell does not end it`() throws {
    var handbook = handbook
    handbook.rules[0].rule.examples[0].note = "a | b"
    handbook.rules[0].rule.examples[0].with[0].value = "x || y"
    let page = try page(
      "rules/penalty.publicity.published.md", MarkdownRulePages(handbook).pages())
    #expect(page.contains(#"`publicity.published_on: x \|\| y`"#))
    #expect(page.contains(#"| a \| b |"#))
  }

  @Test func `the search index is a line a rule, whatever the rules say`() throws {
    let script = try page("search-index.js", site)
    let lines = script.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[3].contains(#""zh":"告知 <b>权利</b>""#))
    #expect(lines[3].contains("{a},{b}"))
  }

  // MARK: Marks

  @Test func `every page bears the mark`() {
    for page in site + folder {
      #expect(GeneratedMark.isBorne(by: Array(page.text.utf8)), "\(page.name)")
    }
    #expect(!GeneratedMark.isBorne(by: Array("# Notes of our own\n".utf8)))
    #expect(!GeneratedMark.isBorne(by: []))
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}

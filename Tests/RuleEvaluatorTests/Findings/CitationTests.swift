import Findings
import Testing

/// Which of a rule's texts a finding cites: those that may bind the agency of the case on the day.
@Suite struct CitationTests {
  static let instruments = """
    - { id: everybody, from: 2000-01-01 }
    - { id: markets, from: 2000-01-01, sectors: [market, drug] }
    - { id: farms, from: 2000-01-01, sectors: [agriculture] }
    - { id: south, from: 2000-01-01, regions: ["44"] }
    - { id: older, from: 2000-01-01, until: 2021-07-14 }
    - { id: newer, from: 2021-07-15 }
    """

  static func cited(_ texts: [String], _ record: String) throws -> [String] {
    let cites = texts.map { "{ instrument: \($0), article: 第一条 }" }.joined(separator: ", ")
    var trial = RuleTrial(
      rule: """
        cites: [\(cites)]
        effective: { basis: case.day, from: 2010-01-01 }
        require: [{ that: case.n > 1 }]
        """, record: record)
    trial.instruments = instruments
    let finding = try #require(try trial.result().findings.first)
    return finding.cites.map(\.instrument)
  }

  @Test(arguments: [
    ("sector: market, ", ["everybody", "markets"]), ("sector: drug, ", ["everybody", "markets"]),
    ("sector: agriculture, ", ["everybody", "farms"]), ("sector: tax, ", ["everybody"]),
    ("", ["everybody", "markets", "farms"]),
  ])
  func `a text of another sector is left out`(sector: String, expected: [String]) throws {
    let record = "case: { \(sector)n: 1, day: 2024-01-01 }"
    #expect(try Self.cited(["everybody", "markets", "farms"], record) == expected)
  }

  @Test(arguments: [
    ("region: '440100', ", ["everybody", "south"]), ("region: '520000', ", ["everybody"]),
  ])
  func `a text of another region is left out`(region: String, expected: [String]) throws {
    let record = "case: { \(region)n: 1, day: 2024-01-01 }"
    #expect(try Self.cited(["everybody", "south"], record) == expected)
  }

  @Test(arguments: [
    ("2021-07-14", ["older"]), ("2021-07-15", ["newer"]), ("2021-07", ["older", "newer"]),
  ])
  func `a text that was not in force on the basis date is left out`(
    day: String, expected: [String]
  ) throws {
    #expect(try Self.cited(["older", "newer"], "case: { n: 1, day: \(day) }") == expected)
  }

  @Test func `where no text binds, all are cited`() throws {
    let record = "case: { sector: tax, n: 1, day: 2024-01-01 }"
    #expect(try Self.cited(["markets", "farms"], record) == ["markets", "farms"])
  }
}

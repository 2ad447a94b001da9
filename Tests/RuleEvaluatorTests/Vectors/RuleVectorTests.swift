import TestSupport
import Testing

@Suite(.enabled(if: RuleVectorFile.folder != nil, "the vectors are not there"))
struct RuleVectorTests {
  /// What came of the vectors of one file.
  private struct Tally {
    var file: RuleVectorFile
    var failures: [String]
  }

  private static let tallies = RuleVectorFile.all.map { file in
    Tally(
      file: file,
      failures: file.vectors.compactMap { vector in
        let differences = vector.differences()
        return differences.isEmpty
          ? nil : "\(vector.testDescription): \(differences.joined(separator: "\n  "))"
      })
  }

  @Test(arguments: RuleVectorFile.all) func `every vector of a file holds`(file: RuleVectorFile) {
    #expect(file.problem == nil)
    let failures = Self.tallies.first { $0.file.name == file.name }?.failures ?? ["not run"]
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  @Test func `a table says how many vectors of each file hold`() {
    let width = Self.tallies.map(\.file.name.utf8.count).max() ?? 0
    func line(_ file: String, _ passed: String, _ failed: String) -> String {
      let gap = String(repeating: " ", count: max(0, width - file.utf8.count))
      let numbers = [passed, failed].map { number in
        String(repeating: " ", count: max(0, 7 - number.utf8.count)) + number
      }
      return "\(file)\(gap)\(numbers.joined())"
    }
    var table = [line("file", "passed", "failed")]
    var (passed, failed) = (0, 0)
    for tally in Self.tallies {
      let bad = tally.failures.count + (tally.file.problem == nil ? 0 : 1)
      let good = tally.file.vectors.count - tally.failures.count
      table.append(line(tally.file.name, "\(good)", "\(bad)"))
      passed += good
      failed += bad
    }
    table.append(line("all", "\(passed)", "\(failed)"))
    print(table.joined(separator: "\n"))
    #expect(failed == 0)
    #expect(passed > 0, "no vector in \(RuleVectorFile.folder ?? "any folder")")
  }

  @Test func `names are unique in a file`() {
    for file in RuleVectorFile.all {
      let names = file.vectors.map(\.name)
      #expect(Set(names).count == names.count, "\(file.name)")
    }
  }

  @Test(.enabled(if: RuleVectorFile.isShared))
  func `every vector of the shared folder is read`() {
    #expect(RuleVectorFile.all.map(\.vectors.count).reduce(0, +) >= 354)
  }
}

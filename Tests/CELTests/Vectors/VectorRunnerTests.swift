import Testing

@Suite(.enabled(if: Vectors.isPresent)) struct VectorRunnerTests {
  /// Files of which every vector must pass.
  static let whole = [
    "basic", "bindings_ext", "block_ext", "comparisons", "conversions", "dynamic", "encoders_ext",
    "fields",
    "fp_math", "integer_math", "lists", "logic", "macros", "macros2", "math_ext", "namespace",
    "network_ext", "optionals", "parse", "plumbing", "proto2", "string", "string_ext", "timestamps",
    "type_deductions",
  ]

  @Test("the language as its vectors define it", arguments: whole)
  func language(file name: String) {
    let vectors = Vectors.all.filter { $0.name.hasPrefix(name + "/") }
    #expect(!vectors.isEmpty)
    for vector in vectors {
      guard let failure = VectorRunner.run(vector) else {
        #expect(Vectors.mistaken[vector.name] == nil, "\(vector.name) is no longer mistaken")
        continue
      }
      if Vectors.mistaken[vector.name] == nil { Issue.record("\(failure)") }
    }
  }

  @Test func `a table of every file`() throws {
    var rows: [(file: String, passed: Int, failed: Int)] = []
    for file in try Vectors.files() {
      let failures = file.vectors.compactMap(VectorRunner.run)
      for failure in failures where !Self.whole.contains(file.name) { print("✗ \(failure)") }
      rows.append((file.name, file.vectors.count - failures.count, failures.count))
    }
    rows.append(
      (
        "all", rows.map(\.passed).reduce(0, +), rows.map(\.failed).reduce(0, +)
      ))
    print("file                passed  failed")
    for row in rows {
      print(
        row.file.padded(to: 18), "\(row.passed)".padded(to: -7), "\(row.failed)".padded(to: -7))
    }
    #expect(rows.last.map { $0.passed + $0.failed } == 1_307)
  }
}

extension String {
  /// The text with spaces behind it up to a width, or before it where the width is negative.
  fileprivate func padded(to width: Int) -> String {
    let spaces = String(repeating: " ", count: max(0, abs(width) - count))
    return width < 0 ? spaces + self : self + spaces
  }
}

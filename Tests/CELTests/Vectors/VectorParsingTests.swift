import SourceText
import Testing

@testable import CEL

@Suite(.enabled(if: Vectors.isPresent)) struct VectorParsingTests {
  /// No vector expects a mistake of syntax: those with `expect_error` fail in the check or when
  /// they run.
  @Test(arguments: Vectors.all) func `a vector parses`(vector: Vector) {
    let result = parse(
      vector.expression, options: ParserOptions(macrosEnabled: !vector.disablesMacros))
    #expect(result.diagnostics.isEmpty, "\(vector.expression)")
    expectWellFormed(result)
  }

  @Test func `a literal has the value that its vector expects`() {
    var count = 0
    for vector in Vectors.all where Vectors.mistaken[vector.name] == nil {
      let tree = parse(vector.expression).tree
      guard case .literal(let literal) = tree[tree.root].kind,
        case .value(let expected) = vector.outcome
      else { continue }
      count += 1
      #expect(same(literal, expected), "\(vector.name): \(vector.expression)")
    }
    #expect(count > 120)
  }

  private func same(_ literal: Literal, _ value: VectorValue) -> Bool {
    switch (literal, value) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.uint(let a), .uint(let b)): a == b
    case (.double(let a), .double(let b)): a == b && a.sign == b.sign
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.bytes(let a), .bytes(let b)): a == b
    default: false
    }
  }
}

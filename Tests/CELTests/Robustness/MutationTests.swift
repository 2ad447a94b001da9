import SourceText
import Testing

@testable import CEL

/// Damaged expressions go through parse, check and evaluation: diagnostics or an answer, no crash.
@Suite struct MutationTests {
  /// Pieces that mean something to the check and the library.
  private static let pieces = [
    "x", "a.b", "[1, 2]", "{'a': 1}", "null", "true", "1", "2u", "-1", "1.5", "'汉字'", "b'x'",
    "9223372036854775807", "0", " + ", " - ", " * ", " / ", " % ", " == ", " != ", " < ", " >= ",
    " in ", " && ", " || ", "!", "-", "? 1 : ", "(", ")", "[", "]", "{", "}", ",", ".", ":",
    "[?0]", ".?a", ".map(x, x)", ".all(x, x > 0)", ".exists(i, x, i == x)", ".filter(x, true)",
    ".transformMap(k, v, k)", ".optMap(x, x)", ".size()", ".matches('(a*)*b')", ".format([1])",
    ".split('')", ".join()", "optional.of(", "optional.none()", "dyn(", "type(", "string(", "int(",
    "timestamp(", "duration('1h')", "math.greatest(", "math.bitShiftLeft(1, ", "base64.decode(",
    "ip('::1')", "cidr(", "cel.bind(x, 1, ", "has(", "date('2024-09-30')", "workdays(3)",
    "between(", "earliest([", "sum(", "money('1.00')", "due(", "case.open", "case.gone",
    "case.dim", "case.october", "case.hearing", "people",
  ]

  @Test(.enabled(if: Vectors.isPresent), arguments: [1, 2] as [UInt64])
  func `mutated vectors`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let record = MadeUpRecord(people: "TFAU!", calendar: .autumn)
    for vector in Vectors.all {
      var environment = record.environment
      for variable in vector.variables where environment.variables[variable.name] == nil {
        environment.declare(variable.name, VectorRunner.type(variable.type))
      }
      var scalars = Array(vector.expression.unicodeScalars)
      for _ in 0..<3 {
        mutate(&scalars, &generator)
        run(text(scalars), in: environment, of: record)
      }
    }
  }

  @Test func `soups of pieces`() {
    var generator = SeededGenerator(seed: 0xCE1)
    let record = MadeUpRecord(people: "TFAU!", calendar: .autumn)
    for _ in 0..<2_000 {
      let count = Int.random(in: 1..<12, using: &generator)
      let parts = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
      run(parts.joined(), in: record.environment, of: record)
    }
  }

  /// Compiles an expression with and without heed of its types, and evaluates it both ways.
  private func run(_ source: String, in environment: Environment, of record: MadeUpRecord) {
    let (program, checked, diagnostics) = Program.compile(
      source, in: environment, needsCheck: false)
    let length = UInt32(source.utf8.count)
    for diagnostic in diagnostics where diagnostic.range.end > length {
      Issue.record("\(diagnostic.code) points behind `\(source)`")
    }
    guard let program, let checked else { return }
    #expect(checked.types.count == checked.tree.nodes.count)
    var frame = record.frame(for: program)
    let value = ValueText.debug(program.evaluate(&frame))
    frame.tracer = Tracer()
    let traced = ValueText.debug(program.evaluateTraced(&frame))
    #expect(value == traced, "`\(source)`")
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private func mutate(_ scalars: inout [Unicode.Scalar], _ generator: inout SeededGenerator) {
    let place = Int.random(in: 0...scalars.count, using: &generator)
    let end = min(scalars.count, place + Int.random(in: 0..<8, using: &generator))
    let piece = (Self.pieces.randomElement(using: &generator) ?? "").unicodeScalars
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: scalars.removeSubrange(place..<end)
    case 1: scalars.replaceSubrange(place..<end, with: piece)
    case 2: scalars.insert(contentsOf: piece, at: place)
    default: scalars.insert(contentsOf: Array(scalars[place..<end]), at: place)
    }
  }
}

import SourceText
import Testing

@testable import CEL

/// Numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct SyntaxMutationTests {
  static let fragments = [
    "a", "b.c", ".x", "f", "has", "all", "map", "cel", "bind", "in", "true", "null", "if", "and",
    "or", "not", "1", "2u", "0x1F", "1.5", "1e3", "9223372036854775808", "-", "!", "(", ")", "[",
    "]", "{", "}", ",", ":", "?", ".", "+", "*", "%", "&&", "||", "=", "==", "!=", "<=", "<", "&",
    "'s'", "\"", "'", "'''", "`f g`", "`", "r'", "b\"x\"", "\\", "//c\n", "\n", " ", "（", "）", "，",
    "“", "”", "年龄", "＝", "。", "\u{3000}", "#", "@", "😀", "a.all(x, ", "m.map(k, v, ", "has(a.",
    "cel.bind(v, ", "T{f: ", "[?", "{?", ".?", "\\u12", "\u{0}",
  ]

  @Test(.enabled(if: Vectors.isPresent)) func `mutated vectors never crash the parser`() {
    var generator = SeededGenerator(seed: 0x5EED)
    for vector in Vectors.all {
      var scalars = Array(vector.expression.unicodeScalars)
      for _ in 0..<12 {
        mutate(&scalars, &generator)
        expectWellFormed(parse(text(scalars)))
      }
    }
  }

  @Test func `a soup of tokens never crashes the parser`() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<4_000 {
      let count = Int.random(in: 0..<24, using: &generator)
      let parts = (0..<count).map { _ in Self.fragments.randomElement(using: &generator) ?? "" }
      let separator = Bool.random(using: &generator) ? " " : ""
      expectWellFormed(parse(parts.joined(separator: separator)))
    }
  }

  @Test func `every cut of an expression parses to something`() {
    let source =
      "cel.bind(x, [1, 2u, b'\\x41'], x.all(i, v, has(m.f[?0].`a b`) ? -v < 3.5 : T{a: {?'k': \"汉\"}} != null)) || (a in b)"
    let scalars = Array(source.unicodeScalars)
    for end in 0...scalars.count {
      expectWellFormed(parse(text(scalars[..<end])))
      expectWellFormed(parse(text(scalars[end...])))
    }
    #expect(parse(source).diagnostics.isEmpty)
  }

  private func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private func mutate(_ scalars: inout [Unicode.Scalar], _ generator: inout SeededGenerator) {
    let place = Int.random(in: 0...scalars.count, using: &generator)
    let end = min(scalars.count, place + Int.random(in: 0..<6, using: &generator))
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: scalars.removeSubrange(place..<end)
    case 1:
      let fragment = Self.fragments.randomElement(using: &generator) ?? ""
      scalars.replaceSubrange(place..<end, with: fragment.unicodeScalars)
    case 2:
      let fragment = Self.fragments.randomElement(using: &generator) ?? ""
      scalars.insert(contentsOf: fragment.unicodeScalars, at: place)
    default: scalars.insert(contentsOf: Array(scalars[place..<end]), at: place)
    }
  }
}

import SourceText
import TestSupport
import Testing

@testable import CEL

/// Two hundred thousand expressions, damaged word by word so that many of them can still be read, go
/// through parse, check, plan and evaluation: no crash, none beyond its budget, and what the check
/// lets through gives a value of the type that it said, or a state.
@Suite struct FuzzTests {
  static let rounds = 50_000
  private static let budget = EvaluationBudget(steps: 20_000, bytes: 1 << 16)

  /// Words apart by spaces.
  private static let corpus: [[String]] = [
    // As rules have it.
    "case.one > 0 && case.role == \"head\"",
    "has( case.day ) && case.day <= date( \"2024-10-08\" )",
    "! has( case.gone ) || case.gone + 1 > case.dim",
    "daysBetween( case.day , case.october ) <= 15",
    "case.day + workdays( 7 ) >= due( case.day , days( 3 ) )",
    "people.all( p , p.v > 0 && has( p.name ) )",
    "people.filter( p , p.v != null ).map( p , p.v ).sort( ).first( ).orValue( 0 ) > 1",
    "people.exists( p , p.name in [ \"n0\" , \"n1\" ] )",
    "sum( people.map( p , p.d ) ) == size( people )",
    "case.sum * 3 > money( \"5000.00\" ) ? case.sure : case.never",
    "case.role in [ \"head\" , \"clerk\" ] && case.text.startsWith( \"汉\" )",
    "latest( [ case.day , case.hearing.held_on , case.trial.held_on ] ) != null",
    "cel.bind( x , case.nine , x.exists( n , n == case.one ) )",
    "case.open.exists( n , n > 9 ) || case.none.size( ) == 0",
    "days_outside( between( case.day , case.before ) , [ ] ) < 30",
    "case.sum == case.unpaid || case.sum > 100",
    "case.text.matches( \"^[汉字]{1,3}$\" ) && ! case.flag",
    "case.at.getFullYear( ) == 2024",
    // As the vectors of the language have it.
    "1 + 2 * 3 - 4 / 5 % 6 == -7", "1u + 2u == 3u", "1.5 * 2.0 > 1e3",
    "[ 1 , 2 , 3 ].map( x , x * x ) == [ 1 , 4 , 9 ]",
    "{ \"a\" : 1 , \"b\" : 2 }.transformMap( k , v , v + 1 )",
    "{ 1 : [ 2 ] }[ 1 ][ 0 ] + 1", "\"abc\".replace( \"b\" , \"汉字\" ).size( ) > 3",
    "\"a,b\".split( \",\" ).join( \"-\" )", "\"%s %d\".format( [ \"x\" , 1 ] )",
    "string( 1 ) + string( true ) + string( b'a' )", "int( \"12\" ) + int( 1.5 ) + size( \"汉\" )",
    "type( 1 ) == int && type( [ ] ) == list", "dyn( 1 ) == 1u || dyn( \"a\" ) == 1",
    "optional.of( 1 ).optMap( x , x + 1 ).orValue( 0 )", "[ ?optional.none( ) , 1 ].size( )",
    "lists.range( 4 ).reverse( ).slice( 0 , 2 ).distinct( )", "[ [ 1 ] , [ 2 ] ].flatten( )",
    "sets.contains( [ 1 , 2 ] , [ 2 ] ) && sets.intersects( [ 1 ] , case.nine )",
    "math.greatest( 1 , 2 , 3 ) > math.least( 1.0 , 2.0 )", "math.bitAnd( 5 , 3 ) == 1",
    "timestamp( \"2024-09-30T08:00:00Z\" ) + duration( \"1h\" ) > case.at",
    "lists.range( 9 ).all( i , lists.range( 9 ).all( j , i * j < 99 ) )",
    "cel.bind( t , \"aa\" + case.text , t + t + t )", "base64.encode( b'abc' ) == \"YWJj\"",
    "[ 3 , 1 , 2 ].sortBy( x , -x ) == [ 3 , 2 , 1 ]",
    "[ 1 , 2 ].exists_one( x , x > 1 ) ? [ ] : [ 1 ]", "{ }.size( ) == 0 && null == null",
  ].map { $0.split(separator: " ").map(String.init) }

  /// Words that may stand for one another: as a rule something of the same form, so that the whole can
  /// still be read.
  private enum Kind: Hashable { case text, number, fact, name, operation, opening, method, other }

  private static func kind(of word: String) -> Kind {
    if ["&&", "||", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "in"].contains(word)
    {
      return .operation
    }
    if word.hasSuffix("(") {
      return word.hasPrefix(").") || word.hasPrefix("].") || word.hasPrefix("}.")
        ? .method : .opening
    }
    if word.hasPrefix("case.") { return .fact }
    switch word.utf8.first {
    case UInt8(ascii: "\"")?: return .text
    case .some(0x30...0x39), UInt8(ascii: "-")?: return .number
    case .some(0x61...0x7A): return .name
    default: return .other
    }
  }

  private static let words: [Kind: [String]] = Dictionary(
    grouping: Set(corpus.joined()).sorted(), by: kind)
  private static let allWords = Set(corpus.joined()).sorted()

  /// What became of the expressions.
  struct Tally: CustomStringConvertible {
    var (parsed, checked, evaluated, stopped) = (0, 0, 0, 0)
    var wrong: [String] = []

    var description: String {
      "\(parsed) parsed, \(checked) checked, \(evaluated) gave a value, \(stopped) were stopped"
    }
  }

  @Test("mutated expressions", arguments: [1, 2, 3, 4] as [UInt64])
  func mutations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let record = MadeUpRecord(people: "TFAU", calendar: .autumn)
    var tally = Tally()
    for _ in 0..<Self.rounds {
      guard var words = Self.corpus.randomElement(using: &random) else { break }
      for _ in 0..<Int.random(in: 1...2, using: &random) { Self.mutate(&words, &random) }
      Self.run(words.joined(separator: " "), against: record, &tally)
    }
    print("fuzz \(seed): of \(Self.rounds), \(tally)")
    #expect(tally.wrong.isEmpty, "\(tally.wrong.prefix(10).joined(separator: "\n"))")
    // What cannot be read or typed tells little: a good share of them can.
    #expect(tally.parsed > Self.rounds * 2 / 5, "\(tally)")
    #expect(tally.checked > Self.rounds / 6, "\(tally)")
    #expect(tally.evaluated > Self.rounds / 8, "\(tally)")
  }

  private static func mutate(_ words: inout [String], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0..<max(words.count, 1), using: &random)
    guard words.indices.contains(place) else { return }
    switch Int.random(in: 0..<20, using: &random) {
    case 0: words.remove(at: place)
    case 1: words.insert(allWords.randomElement(using: &random) ?? "", at: place)
    case 2: words.swapAt(place, Int.random(in: words.indices, using: &random))
    case 3:
      // A term of another expression.
      if let other = corpus.randomElement(using: &random) {
        words +=
          [["&&", "||", "==", "+"].randomElement(using: &random) ?? "+", "("] + other + [")"]
      }
    default:
      let like = Self.words[kind(of: words[place])] ?? []
      words[place] = like.randomElement(using: &random) ?? words[place]
    }
  }

  private static func run(_ source: String, against record: MadeUpRecord, _ tally: inout Tally) {
    let parsed = parse(source)
    let length = UInt32(source.utf8.count)
    if parsed.diagnostics.contains(where: { $0.range.end > length || $0.range.start > $0.range.end }
    ) {
      tally.wrong.append("a diagnostic points behind: \(source)")
    }
    guard parsed.isValid else { return }
    tally.parsed += 1
    let (checked, found) = Checker.check(parsed.tree, in: record.environment)
    guard !found.contains(where: { $0.severity == .error }) else { return }
    tally.checked += 1
    let program = Program(
      checked, in: record.environment, firstLocal: record.environment.slotCount)
    var frame = record.frame(for: program)
    frame.budget = budget
    let value = program.evaluate(&frame)
    if frame.spent.steps > budget.steps || frame.spent.bytes > budget.bytes {
      tally.wrong.append("past the budget: \(source)")
    }
    if case .fault(let fault) = value, fault.code == EvaluationBudget.faultCode {
      tally.stopped += 1
    }
    if !value.isState { tally.evaluated += 1 }
    if !fits(value, checked.type) {
      tally.wrong.append("\(checked.type.text) gave \(ValueText.debug(value)): \(source)")
    }
  }

  /// Whether a value, or a state, is one of a type; what is not on file is one of each.
  private static func fits(_ value: Value, _ type: ValueType) -> Bool {
    if value.isState || value.isNullLike { return true }
    if case .range(let range) = value {
      return [range.low, range.high].allSatisfy { $0.map { fits($0, type) } ?? true }
    }
    switch (type, value) {
    case (.dynamic, _), (.error, _): return true
    case (.wrapper(let of), _): return fits(value, of)
    case (.list(let of), .list(let list)): return list.elements.allSatisfy { fits($0, of) }
    case (.map(let key, let of), .map(let map)):
      return map.keys.allSatisfy { fits($0, key) } && map.values.allSatisfy { fits($0, of) }
    case (.optional(let of), .optional(let held)): return held.wrapped.map { fits($0, of) } ?? true
    case (.type, .type): return true
    case (.enumeration, .string): return true
    case (.structure(let of), .structure(let held)): return held.type == of
    default: return value.runtimeType == type
    }
  }
}

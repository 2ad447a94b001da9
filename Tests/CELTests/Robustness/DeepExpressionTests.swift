import Dispatch
import Foundation
import SourceText
import Synchronization
import Testing

@testable import CEL

/// Expressions that nest deep or go on long, on a stack of 512 KiB as threads of a pool may have it: an
/// answer or a diagnostic, and no crash.
@Suite(.serialized) struct DeepExpressionTests {
  private static func times(_ count: Int, _ part: String) -> String {
    String(repeating: part, count: count)
  }

  /// A description, an expression, and what it gives; nil where any answer will do.
  static let deep: [(name: String, source: String, outcome: String?)] = [
    ("and", times(4_999, "true&&") + "true", "true"),
    ("or", times(4_999, "false||") + "true", "true"),
    ("plus", times(4_999, "1+") + "1", "5000"),
    ("texts", times(4_990, "'a'+") + "'a' == ''", "false"),
    ("lists", "size(" + times(4_000, "[1]+") + "[1])", "4001"),
    ("equal", times(4_000, "true==") + "true", "true"),
    ("less", "1 < " + times(4_000, "1-") + "1", "false"),
    ("fields", "dyn({})" + times(4_000, ".a"), "fault(no-such-key)"),
    ("optional fields", "dyn({})" + times(4_000, ".?a") + ".hasValue()", "false"),
    ("names", "a" + times(4_000, ".a"), "(cel-unknown-name)"),
    ("record", "case" + times(4_000, ".hearing"), "(cel-unknown-field)"),
    ("indexes", "dyn([])" + times(4_000, "[0]"), "fault(invalid-argument)"),
    ("conditionals", times(2_500, "false?1:") + "2", "2"),
    ("conditionals in conditions", times(90, "(") + "true" + times(90, "?true:false)"), "true"),
    ("maps", "[1]" + times(4_000, ".map(x,x)") + " == [1]", "true"),
    ("lists in lists", "[1]" + times(4_000, ".map(x,[x])"), "fault(too-deep)"),
    ("optionals", "optional.of(1)" + times(1_500, ".optMap(x,optional.of(x))"), "fault(too-deep)"),
    ("filters", "[1]" + times(3_500, ".filter(x,x>0)") + " == [1]", "true"),
    ("methods", "'a'" + times(4_000, ".trim()") + " == 'a'", "true"),
    ("calls", times(95, "dyn(") + "1" + times(95, ")"), "1"),
    ("brackets", times(95, "(") + "1" + times(95, ")"), "1"),
    ("literals", times(95, "[") + "1" + times(95, "]") + " == dyn([[1]])", "false"),
    ("maps in maps", times(95, "{1:") + "1" + times(95, "}") + " == dyn({1: 1})", "false"),
    (
      "brackets of every operator", times(23, "false||true&&1==2-1*(") + "1" + times(23, ")"), nil
    ),
    (
      "brackets of too many operators", times(40, "false||true&&1==2-1*(") + "1" + times(40, ")"),
      "(too-deep)"
    ),
    (
      "long chains of and at the end of each other",
      times(90, times(32, "true&&") + "!(") + "false" + times(90, ")"), nil
    ),
    (
      "and within or within and", times(90, "(") + "true" + times(45, "&&true)||false)"), "true"
    ),
    ("depth", times(101, "(") + "1" + times(101, ")"), "(too-deep)"),
    ("not", times(95, "!") + "true", "false"), ("minus", times(95, "-") + "(1)", "-1"),
    ("too many brackets", times(20_000, "(") + "1" + times(20_000, ")"), "(too-deep)"),
    (
      "comprehensions", times(90, "[1].all(x,") + "x > 0" + times(90, ")"), "true"
    ),
    ("bindings", times(95, "cel.bind(x,1,") + "x" + times(95, ")"), "1"),
    (
      "blocks",
      "cel.block([1" + (0..<2_000).map { ",cel.index(\($0))+1" }.joined() + "],cel.index(2000))",
      "2001"
    ),
    (
      "long sums within each other",
      times(90, "1" + times(40, "+1") + "+(") + "1" + times(90, ")"), "3691"
    ),
    (
      "long sums at the bottom of each other",
      times(90, "dyn(0+(") + "1" + times(90, ")" + times(40, "+1") + ")"), nil
    ),
    (
      "long chains as arguments",
      times(45, "[[0].map(x,") + "1" + times(45, ")" + times(10, "+[1]") + ".size()][0]"), nil
    ),
  ]

  @Test(arguments: deep.map(\.name)) func `deep or long`(name: String) throws {
    let (_, source, wanted) = try #require(Self.deep.first { $0.name == name })
    #expect(source.utf8.count <= ParserOptions().maximumBytes)
    let outcome = onSmallStack { Self.outcome(of: source) }
    if let wanted { #expect(outcome == wanted, "\(source.prefix(60))…") }
    #expect(outcome != nil)
  }

  /// What an expression gives, fast and traced; the codes of its diagnostics in brackets.
  private static func outcome(of source: String) -> String {
    let record = MadeUpRecord()
    let (program, _, diagnostics) = Program.compile(
      source, in: record.environment, needsCheck: source.hasPrefix("true=="))
    guard let program, diagnostics.allSatisfy({ $0.severity != .error }) else {
      return "(\(Set(diagnostics.map(\.code)).sorted().joined(separator: " ")))"
    }
    var frame = record.frame(for: program)
    let value = program.evaluate(&frame)
    frame.tracer = Tracer()
    let traced = program.evaluateTraced(&frame)
    guard ValueText.debug(value) == ValueText.debug(traced) else { return "traced differs" }
    if case .fault(let fault) = value { return "fault(\(fault.code))" }
    return ValueText.debug(value)
  }

  /// Runs something on a thread of its own with a small stack.
  private func onSmallStack(_ work: @escaping @Sendable () -> String) -> String? {
    let result = Result()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let text = work()
      result.text.withLock { $0 = text }
      done.signal()
    }
    #if DEBUG
      // Without optimisation a frame is several times as large.
      thread.stackSize = 4096 * 1024
    #else
      thread.stackSize = 512 * 1024
    #endif
    thread.start()
    done.wait()
    return result.text.withLock { $0 }
  }

  private final class Result: Sendable {
    let text = Mutex<String?>(nil)
  }
}

import CEL
import SourceText
import YAML

/// Compiles the expressions of one file and tells what is wrong at their places in it.
struct ExpressionCompiler {
  let file: SourceFile
  var diagnostics: [Diagnostic] = []
  /// The first slot that no expression has used for its locals.
  var nextSlot: Int
  /// True where an expression reads a name whose own definition has errors. They are told there; what
  /// reads it is left out without another word.
  private(set) var readsBroken = false

  init(file: SourceFile, nextSlot: Int) {
    self.file = file
    self.nextSlot = nextSlot
  }

  /// Compiles an expression, giving its macros slots of their own.
  ///
  /// - Returns: `nil` where it has errors; they are in `diagnostics`.
  mutating func compile(
    _ source: ExpressionSource, in environment: Environment, expecting type: ValueType? = nil
  ) -> Program? {
    let (program, _, found) = Program.compile(
      source.text, in: environment, expecting: type, firstLocal: nextSlot)
    report(found.map { $0.helped(expecting: type) }, in: source)
    if let program {
      nextSlot = max(nextSlot, program.slotCount)
      note(program)
    }
    return program
  }

  /// Looks for names without a right definition in a program.
  mutating func note(_ program: Program) {
    let isBroken = program.checked.references.values.contains { reference in
      switch reference {
      case .variable(let variable): variable.type == .error
      case .inline(let inline): inline.result == .error
      default: false
      }
    }
    if isBroken { readsBroken = true }
  }

  /// Compiles an expression that must give one of several types.
  mutating func compile(
    _ source: ExpressionSource, in environment: Environment, expectingOneOf types: [ValueType]
  ) -> Program? {
    guard let program = compile(source, in: environment) else { return nil }
    let type = program.type.unwrapped
    if type == .dynamic || type == .null || type == .error || types.contains(type) {
      return program
    }
    report([.expressionType(program.type, types)], in: source, whole: true)
    return nil
  }

  /// Takes diagnostics with ranges in an expression over, at their places in the file.
  mutating func report(_ found: [Diagnostic], in source: ExpressionSource, whole: Bool = false) {
    guard !found.isEmpty else { return }
    let map = source.node.scalar.map {
      ScalarSourceMap($0, range: source.range, source: file.bytes)
    }
    for var diagnostic in found {
      diagnostic.range = whole ? source.range : map?.range(of: diagnostic.range) ?? source.range
      report(diagnostic)
    }
  }

  mutating func report(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}

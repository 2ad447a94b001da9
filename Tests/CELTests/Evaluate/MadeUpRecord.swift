import SourceText
import Testing
import WorkCalendar

@testable import CEL

/// A record made by hand, with a fact in each state, and expressions evaluated against it.
///
/// `case.gone` and `case.lost` are not on file, `case.dim` and `case.grey` are unrecorded; texts,
/// conditions, lists and sections of each kind stand beside them.
struct MadeUpRecord {
  static let person = StructType(
    name: "people[]",
    fields: [
      .init(name: "v", type: .wrapper(.int)), .init(name: "d", type: .wrapper(.int)),
      .init(name: "name", type: .wrapper(.string)),
    ])
  static let section = StructType(
    name: "hearing",
    fields: [
      .init(name: "held_on", type: .wrapper(.date)), .init(name: "people", type: .list(.int)),
    ])
  static let role = EnumType(name: "role", values: ["head", "clerk"])

  /// The fields of `case` with their values; `.null` is absent.
  static let facts: [(name: String, type: ValueType, value: Value)] = [
    ("one", .wrapper(.int), .int(1)), ("zero", .wrapper(.int), .int(0)),
    ("gone", .wrapper(.int), .null), ("lost", .wrapper(.int), .null),
    ("dim", .wrapper(.int), unknown("case.dim")), ("grey", .wrapper(.int), unknown("case.grey")),
    ("sure", .wrapper(.bool), .bool(true)), ("never", .wrapper(.bool), .bool(false)),
    ("flag", .wrapper(.bool), .null), ("dimflag", .wrapper(.bool), unknown("case.dimflag")),
    ("word", .wrapper(.string), .null), ("text", .wrapper(.string), .string("汉字")),
    ("role", .wrapper(.enumeration(role)), .string("head")),
    ("day", .wrapper(.date), .date(day("2024-09-30"))),
    ("at", .wrapper(.timestamp), .timestamp(Timestamp(seconds: 1_727_712_000, nanoseconds: 0))),
    ("october", .wrapper(.date), range("2017-10-01", "2017-10-31", "case.october")),
    ("before", .wrapper(.date), range(nil, "2020-05-01", "case.before")),
    ("sum", .wrapper(.money), .money(amount("5000.00"))), ("unpaid", .wrapper(.money), .null),
    ("nine", .list(.int), .list(ListValue([.int(1), .int(9)], path: "case.nine"))),
    ("none", .list(.int), .list(ListValue([], path: "case.none", isRecorded: false))),
    ("open", .list(.int), .list(ListValue([.int(1), .int(9)], isOpen: true, path: "case.open"))),
    (
      "nobody", .list(.int),
      .list(ListValue([], isOpen: true, path: "case.nobody", isRecorded: false))
    ),
    ("hearing", .structure(section), .structure(missing(.absent, "case.hearing"))),
    ("inquiry", .structure(section), .structure(missing(.unrecorded, "case.inquiry"))),
    (
      "trial", .structure(section),
      .structure(
        StructValue(
          type: section,
          slots: [
            .date(day("2024-05-01")), .list(ListValue([.int(3)], path: "case.trial.people")),
          ],
          path: "case.trial"))
    ),
  ]

  static func unknown(_ path: String) -> Value { .unknown(Trail([path])) }

  static func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure("no date: \(text)") }
    return day
  }

  static func amount(_ text: String) -> ExactDecimal {
    guard let amount = ExactDecimal(text) else { preconditionFailure("no amount: \(text)") }
    return amount
  }

  static func range(_ low: String?, _ high: String?, _ path: String) -> Value {
    .range(
      RangeValue(
        low: low.map { .date(day($0)) }, high: high.map { .date(day($0)) }, trail: Trail([path])))
  }

  static func missing(_ presence: StructValue.Presence, _ path: String) -> StructValue {
    let isAbsent = presence == .absent
    return StructValue(
      type: section,
      slots: [
        isAbsent ? .null : unknown("\(path).held_on"),
        .list(
          ListValue([], isOpen: !isAbsent, path: "\(path).people", isRecorded: false)),
      ], presence: presence, path: path)
  }

  /// A list of `people` with these values of `v`; `d` is 1 but for a fault, where it is 0.
  static func people(_ letters: String) -> Value {
    let elements = letters.enumerated().map { index, letter -> Value in
      let path = "people[\(index)]"
      let v: Value =
        switch letter {
        case "T": .int(1)
        case "F": .int(-1)
        case "A": .null
        case "U": unknown("\(path).v")
        default: .int(1)
        }
      return .structure(
        StructValue(
          type: person, slots: [v, .int(letter == "!" ? 0 : 1), .string("n\(index)")], path: path))
    }
    return .list(ListValue(ContiguousArray(elements), path: "people"))
  }

  var environment: Environment
  private let values: [Int: Value]

  /// - Parameter people: The elements of `people`, one letter each: `T F A U !`, by what `p.v / p.d > 0`
  ///   gives.
  init(people: String = "", calendar: OfficeCalendar? = nil) {
    let functions = FunctionTable(
      StandardLibrary.functions(calendar: calendar) + CaseLibrary.functions(calendar: calendar))
    environment = Environment(functions: functions)
    let type = StructType(
      name: "case", fields: Self.facts.map { .init(name: $0.name, type: $0.type) })
    let record = StructValue(
      type: type, slots: ContiguousArray(Self.facts.map(\.value)), path: "case")
    let caseSlot = environment.declare("case", .structure(type))
    let peopleSlot = environment.declare("people", .list(.structure(Self.person)))
    values = [caseSlot: .structure(record), peopleSlot: Self.people(people)]
  }

  func frame(for program: Program) -> Frame {
    var frame = Frame(slotCount: program.slotCount)
    for (slot, value) in values { frame.slots[slot] = value }
    return frame
  }

  func value(
    of expression: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Value {
    let (program, _, diagnostics) = Program.compile(expression, in: environment)
    guard let program else {
      Issue.record(
        "\(expression): \(diagnostics.map(\.message.en))", sourceLocation: sourceLocation)
      return .fault("not-compiled", expression)
    }
    var frame = frame(for: program)
    return program.evaluate(&frame)
  }

  /// What an expression comes to, as tables of tests write it: `true`, `A(case.gone)`, `U(case.dim)`,
  /// `fault(divide-by-zero)`.
  func outcome(
    of expression: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    switch value(of: expression, sourceLocation: sourceLocation) {
    case .absent(let trail): "A(\(trail.paths.joined(separator: " ")))"
    case .unknown(let trail): "U(\(trail.paths.joined(separator: " ")))"
    case .fault(let fault): "fault(\(fault.code))"
    case .absentFact(let fact): "null(\(fact.path))"
    case .null: "null"
    case let other: ValueText.debug(other)
    }
  }

  /// Expects what expressions come to, run as they are and with every condition looked at.
  func expect(
    _ table: [(String, String)], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var observed = self
    observed.environment.observesDecisions = true
    for (expression, wanted) in table {
      #expect(
        observed.outcome(of: expression, sourceLocation: sourceLocation) == wanted,
        "observed: \(expression)", sourceLocation: sourceLocation)
      #expect(
        outcome(of: expression, sourceLocation: sourceLocation) == wanted, "\(expression)",
        sourceLocation: sourceLocation)
    }
  }
}

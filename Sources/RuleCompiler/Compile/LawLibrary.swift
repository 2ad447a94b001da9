import CEL
import SourceText
import WorkCalendar

/// Functions that answer from the law registry (semantics §8).
enum LawLibrary {
  static func functions(registry: LawRegistry) -> [Function] {
    [
      Function(
        [
          Signature(name: "in_force", isMember: false, parameters: [.string, .date], result: .bool)
        ],
        meaning: "Whether an instrument was in force on a day; unknown when the registry lacks it.",
        body: .binary { instrument, day in
          guard case .string(let id) = instrument, case .date(let date) = day else {
            return .fault(Fault(code: "no-such-overload", detail: "in_force"))
          }
          return registry.inForce(id, on: date).map { .bool($0) } ?? lacks(id)
        }),
      Function(
        [
          Signature(
            name: "law_changed", isMember: false,
            parameters: [.string, .string, .date, .date], result: .bool)
        ],
        meaning:
          "Whether an article changed after the first day, up to and with the second; unknown when "
          + "the registry lacks it.",
        body: .variadic { values in
          guard values.count == 4, case .string(let id) = values[0],
            case .string(let article) = values[1], case .date(let from) = values[2],
            case .date(let until) = values[3]
          else { return .fault(Fault(code: "no-such-overload", detail: "law_changed")) }
          return registry.lawChanged(id, article: article, from: from, to: until)
            .map { .bool($0) } ?? lacks(id)
        }),
    ]
  }

  private static func lacks(_ id: String) -> Value { .unknown(Trail(["instruments.\(id)"])) }
}

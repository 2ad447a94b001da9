/// The address of a fact in a record: `decision.made_on`, `officers[1].licence_no`,
/// `decision.penalties[0].amount`.
///
/// Indexes count from 0. The first step is a section, or `documents`.
package struct FactPath: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case name(String)
    case index(Int)
  }

  package let steps: [Step]

  /// Reads a path; `nil` for a text that is none. Spaces are not allowed anywhere.
  package init?(_ text: String) {
    var steps: [Step] = []
    var rest = text.utf8[...]
    while let first = rest.first {
      if first == UInt8(ascii: "[") {
        guard !steps.isEmpty, let end = rest.firstIndex(of: UInt8(ascii: "]")),
          let index = Self.index(rest[rest.index(after: rest.startIndex)..<end])
        else { return nil }
        steps.append(.index(index))
        rest = rest[rest.index(after: end)...]
        continue
      }
      if !steps.isEmpty {
        guard first == UInt8(ascii: ".") else { return nil }
        rest = rest.dropFirst()
      }
      let end = rest.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") }
      let name = rest[..<(end ?? rest.endIndex)]
      guard !name.isEmpty, let text = String(name) else { return nil }
      steps.append(.name(text))
      rest = rest[name.endIndex...]
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  /// - Precondition: Begins with a name.
  init(_ steps: some Sequence<Step>) {
    self.steps = Array(steps)
    guard case .name? = self.steps.first else { preconditionFailure("a path begins with a name") }
  }

  /// Up to nine digits and nothing else, which no list comes near.
  private static func index(_ digits: Substring.UTF8View) -> Int? {
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    var number = 0
    for digit in digits {
      guard case UInt8(ascii: "0")...UInt8(ascii: "9") = digit else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}

extension FactPath: CustomStringConvertible {
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .name(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}

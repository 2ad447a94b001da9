extension RecordPath: CustomStringConvertible {
  /// Reads `decision.penalties[1].amount`; `nil` for anything else. It starts with a field, and
  /// an index has no sign and no leading zero.
  package init?(_ text: String) {
    var steps: [Step] = []
    var rest = text.utf8[...]
    while !rest.isEmpty {
      if rest.first == UInt8(ascii: "[") {
        guard !steps.isEmpty, let close = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let digits = rest[rest.index(after: rest.startIndex)..<close]
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.count < 10,
          digits.count == 1 || digits.first != UInt8(ascii: "0"),
          let number = Int(String(decoding: digits, as: UTF8.self))
        else { return nil }
        steps.append(.element(number))
        rest = rest[rest.index(after: close)...]
        continue
      }
      if !steps.isEmpty {
        guard rest.first == UInt8(ascii: ".") else { return nil }
        rest = rest.dropFirst()
      }
      let end =
        rest.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") } ?? rest.endIndex
      let field = String(decoding: rest[..<end], as: UTF8.self)
      guard Identifiers.isIdentifier(field) else { return nil }
      steps.append(.field(field))
      rest = rest[end...]
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .field(let name): text += text.isEmpty ? name : ".\(name)"
      case .element(let number): text += "[\(number)]"
      }
    }
    return text
  }
}

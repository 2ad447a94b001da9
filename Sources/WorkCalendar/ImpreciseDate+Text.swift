extension ImpreciseDate {
  /// Reads one of the forms above; nothing before or after it, no spaces.
  ///
  /// Seasons, sets, `~` and `?` of ISO 8601-2 are not read: none of them gives a first and a last day
  /// that a rule could count with.
  package init(parsing text: String) throws(Problem) {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    switch sides.count {
    case 1: try self.init(.part(Part(parsing: sides[0])))
    case 2:
      switch (sides[0] == "..", sides[1] == "..") {
      case (true, true): throw .openOnBothSides
      case (true, false): try self.init(.onOrBefore(Part(parsing: sides[1])))
      case (false, true): try self.init(.onOrAfter(Part(parsing: sides[0])))
      case (false, false):
        try self.init(.interval(from: Part(parsing: sides[0]), through: Part(parsing: sides[1])))
      }
    default: throw .form
    }
  }
}

extension ImpreciseDate.Part {
  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  fileprivate init(parsing text: Substring) throws(ImpreciseDate.Problem) {
    var fields: [Int] = []
    for (place, digits) in text.utf8.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false
    ).enumerated() {
      guard place < 3, digits.count == (place == 0 ? 4 : 2) else { throw .form }
      var number = 0
      for byte in digits {
        guard case UInt8(ascii: "0")...UInt8(ascii: "9") = byte else { throw .form }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      fields.append(number)
    }
    switch fields.count {
    case 1: self = .year(fields[0])
    case 2: self = .month(year: fields[0], month: fields[1])
    default:
      guard fields[0] > 0, (1...12).contains(fields[1]) else { throw .noSuchMonthOrYear }
      guard let day = CivilDate(year: fields[0], month: fields[1], day: fields[2]) else {
        throw .noSuchDay
      }
      self = .day(day)
    }
  }
}

extension ImpreciseDate: CustomStringConvertible {
  /// The text that reads back as the same date.
  package var description: String {
    switch form {
    case .part(let part): part.description
    case .interval(let from, let through): "\(from)/\(through)"
    case .onOrBefore(let part): "../\(part)"
    case .onOrAfter(let part): "\(part)/.."
    }
  }
}

extension ImpreciseDate.Part: CustomStringConvertible {
  package var description: String {
    switch self {
    case .year(let year): padded(year, to: 4)
    case .month(let year, let month): "\(padded(year, to: 4))-\(padded(month, to: 2))"
    case .day(let day): day.description
    }
  }
}

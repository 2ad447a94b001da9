import Foundation

@testable import WorkCalendar

/// The statutory days of the rules folder, read by a reader for that one file: the target under test
/// knows no file format.
enum StatutoryDays {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The material that several checkouts share, where it is present.
  static let shared: URL? = {
    let candidates = [
      ProcessInfo.processInfo.environment["PINGCHA_SHARED"].map { URL(filePath: $0) },
      package.deletingLastPathComponent().appending(path: "shared"),
    ]
    return candidates.compactMap(\.self).first {
      FileManager.default.fileExists(atPath: $0.appending(path: "data").path)
    }
  }()

  struct Unreadable: Error { var line: Substring }

  static func years() throws -> [OfficeCalendar.PublishedYear] {
    let file = package.appending(path: "Rules/calendars/cn-statutory-days.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    var years: [OfficeCalendar.PublishedYear] = []
    var kind = OfficeCalendar.Entry.Kind.holiday
    for line in text.split(separator: "\n") where !line.hasPrefix("#") && line != "years:" {
      if let year = line.after("  - year: ").flatMap({ Int($0) }) {
        years.append(OfficeCalendar.PublishedYear(year: year, source: "", entries: []))
      } else if let source = line.after("    source: ") {
        years[years.count - 1].source = String(source)
      } else if line == "    holidays:" {
        kind = .holiday
      } else if line == "    workdays:" {
        kind = .workday
      } else if let flow = line.after("      - { "), flow.hasSuffix(" }") {
        years[years.count - 1].entries += try entries(flow.dropLast(2), kind)
      } else {
        throw Unreadable(line: line)
      }
    }
    return years
  }

  static func calendar() throws -> OfficeCalendar { try OfficeCalendar(years()) }

  private static func entries(
    _ flow: Substring, _ kind: OfficeCalendar.Entry.Kind
  ) throws -> [OfficeCalendar.Entry] {
    var fields: [Substring: Substring] = [:]
    for part in flow.split(separator: ", ") {
      guard let colon = part.firstRange(of: ": ") else { throw Unreadable(line: flow) }
      fields[part[..<colon.lowerBound]] = part[colon.upperBound...]
    }
    guard let first = (fields["date"] ?? fields["from"]).flatMap({ CivilDate($0) }),
      let last = (fields["date"] ?? fields["until"]).flatMap({ CivilDate($0) }),
      let zh = fields["zh"], let en = fields["en"]
    else { throw Unreadable(line: flow) }
    return (first.dayNumber...last.dayNumber).map {
      OfficeCalendar.Entry(
        date: CivilDate(dayNumber: $0), kind: kind,
        occasion: OfficeCalendar.Occasion(zh: String(zh), en: String(en)),
        source: fields["source"].map { String($0) })
    }
  }
}

extension Substring {
  fileprivate func after(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}

/// A date of a test; a slip in the test fails it.
func day(_ text: String) throws -> CivilDate {
  struct NoDate: Error { var text: String }
  guard let day = CivilDate(text) else { throw NoDate(text: text) }
  return day
}

/// A generator with a seed, so that a failure comes again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

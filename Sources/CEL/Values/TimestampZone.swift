internal import FoundationEssentials
internal import FoundationInternationalization
internal import Synchronization

/// A time zone, as the getters of a timestamp take it (CEL language definition, “Timezones”).
package enum TimestampZone: Hashable, Sendable {
  /// Seconds east of UTC.
  case fixed(Int)
  /// China: eight hours east since 1992, and what the database says before (there was summer time
  /// from 1986 to 1991, and local mean time until 1901).
  case shanghai
  /// A zone of the tz database, by a name that is known to be there.
  case named(String)

  package static let utc = TimestampZone.fixed(0)

  /// Reads `UTC`, `+05:30`, `-08:00`, `05:30`, or a name of the tz database such as `Asia/Kathmandu`.
  ///
  /// - Throws: `.unknownZone`.
  package init(_ text: String) throws(TimeError) {
    switch text {
    case "UTC", "": self = .utc
    case "Asia/Shanghai": self = .shanghai
    default:
      if let offset = Self.fixedOffset(text) {
        self = .fixed(offset)
      } else if text.utf8.contains(where: { $0 < 0x80 && $0.isIdentifierStart }),
        NamedZones.shared.zone(text) != nil
      {
        self = .named(text)
      } else {
        throw .unknownZone
      }
    }
  }

  /// `hh:mm` with or without a sign, as seconds.
  private static func fixedOffset(_ text: String) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var reader = DigitReader(first.isDigit ? "+" + text : text)
    guard !reader.take("Z"), let offset = try? reader.offset(), reader.isAtEnd else { return nil }
    return offset
  }

  /// Seconds east of UTC at a point in time.
  package func offset(at time: Timestamp) -> Int {
    switch self {
    case .fixed(let seconds): seconds
    case .shanghai:
      // 1992-01-01T00:00:00+08:00
      time.seconds >= 694_195_200 ? 28_800 : NamedZones.shared.offset("Asia/Shanghai", at: time)
    case .named(let name): NamedZones.shared.offset(name, at: time)
    }
  }
}

/// The zones of the tz database that were asked for, each looked up once. The database is the one
/// that Foundation carries, so that it does not depend on the machine.
private final class NamedZones: Sendable {
  static let shared = NamedZones()
  private let zones = Mutex<[String: TimeZone]>([:])

  func zone(_ name: String) -> TimeZone? {
    zones.withLock { zones in
      if let known = zones[name] { return known }
      let found = TimeZone(identifier: name)
      if let found { zones[name] = found }
      return found
    }
  }

  func offset(_ name: String, at time: Timestamp) -> Int {
    let date = Date(timeIntervalSince1970: Double(time.seconds))
    return zone(name)?.secondsFromGMT(for: date) ?? 0
  }
}

/// An address of the internet, version 4 or 6.
package struct NetworkAddress: Hashable, Sendable {
  package enum Family: Int, Sendable {
    case four = 4
    case six = 6
  }

  package let family: Family
  /// The 32 or 128 bits of it as a number.
  package let bits: UInt128

  package init(family: Family, bits: UInt128) {
    precondition(family == .six || bits <= 0xFFFF_FFFF, "an address of version 4 has 32 bits")
    self.family = family
    self.bits = bits
  }

  package var width: Int { family == .four ? 32 : 128 }

  /// Reads `192.168.0.1` or `2001:db8::68`; `nil` for anything else, also for an address with a
  /// zone (`fe80::1%en0`) and one of version 4 within version 6 (`::ffff:192.168.0.1`).
  package init?(_ text: String) {
    if text.utf8.contains(UInt8(ascii: ":")) {
      guard let bits = Self.sixBits(text) else { return nil }
      self.init(family: .six, bits: bits)
    } else {
      guard let bits = Self.fourBits(text) else { return nil }
      self.init(family: .four, bits: bits)
    }
  }

  private static func fourBits(_ text: String) -> UInt128? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt128 = 0
    for part in parts {
      // A zero in front would be octal to some.
      guard (1...3).contains(part.count), part.allSatisfy(\.isDigit),
        part.count == 1 || part.first != UInt8(ascii: "0"),
        let number = UInt8(String(decoding: part, as: UTF8.self))
      else { return nil }
      bits = bits << 8 | UInt128(number)
    }
    return bits
  }

  private static func sixBits(_ text: String) -> UInt128? {
    var halves: [[UInt16]] = [[]]
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part.isEmpty {
        // `::` is one empty part in the middle, two at an end.
        if index == 0 || index == parts.count - 1 {
          let neighbour = index == 0 ? 1 : parts.count - 2
          guard parts[neighbour].isEmpty else { return nil }
          // Of `::` alone the middle part is the gap.
          continue
        }
        guard halves.count == 1 else { return nil }
        halves.append([])
        continue
      }
      guard part.count <= 4, let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16),
        part.allSatisfy({ $0.hexValue != nil })
      else { return nil }
      halves[halves.count - 1].append(group)
    }
    let given = halves.map(\.count).reduce(0, +)
    guard halves.count == 2 ? given <= 7 : given == 8 else { return nil }
    let groups =
      halves[0] + Array(repeating: 0, count: 8 - given) + (halves.count == 2 ? halves[1] : [])
    return groups.reduce(0) { $0 << 16 | UInt128($1) }
  }

  // MARK: Kinds

  package var isUnspecified: Bool { bits == 0 }

  package var isLoopback: Bool { family == .four ? bits >> 24 == 127 : bits == 1 }

  var isMulticast: Bool { family == .four ? bits >> 28 == 0xE : bits >> 120 == 0xFF }

  package var isLinkLocalMulticast: Bool {
    family == .four ? bits >> 8 == 0xE00000 : bits >> 112 & 0xFF0F == 0xFF02
  }

  package var isLinkLocalUnicast: Bool {
    family == .four ? bits >> 16 == 0xA9FE : bits >> 118 == 0x3FA
  }

  package var isGlobalUnicast: Bool {
    !(isUnspecified || isLoopback || isMulticast || isLinkLocalUnicast
      || family == .four && bits == 0xFFFF_FFFF)
  }

  /// The address with all bits behind the first `count` zero.
  package func masked(to count: Int) -> NetworkAddress {
    let host = width - count
    return NetworkAddress(family: family, bits: host >= 128 ? 0 : (bits >> host) << host)
  }
}

extension NetworkAddress: CustomStringConvertible {
  /// The form that is the only one for each address (RFC 5952).
  package var description: String {
    if family == .four {
      return [24, 16, 8, 0].map { String(bits >> $0 & 255) }.joined(separator: ".")
    }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> (112 - 16 * $0)) }
    // The longest run of zeros, the first of equal ones, of two groups at least.
    var (best, start) = (0..<0, 0)
    while start < 8 {
      let end = groups[start...].firstIndex { $0 != 0 } ?? 8
      if end - start > max(best.count, 1) { best = start..<end }
      start = end + 1
    }
    func text(_ groups: ArraySlice<UInt16>) -> String {
      groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
    if best.isEmpty { return text(groups[...]) }
    return text(groups[..<best.lowerBound]) + "::" + text(groups[best.upperBound...])
  }
}

/// An address, or a range of addresses that begin with the same bits; what the network functions
/// pass around.
package final class NetworkValue: Sendable {
  package let address: NetworkAddress
  /// How many bits all addresses of the range have in common; `nil` for a single address.
  package let prefixLength: Int?

  package init(_ address: NetworkAddress, prefixLength: Int? = nil) {
    self.address = address
    self.prefixLength = prefixLength
  }

  /// Reads a range such as `192.168.0.0/24`; bits behind the prefix are kept.
  package convenience init?(range text: String) {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let digits = text[text.utf8.index(after: slash)...]
    guard let address = NetworkAddress(String(text[..<slash])),
      (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit),
      digits.utf8.count == 1 || digits.utf8.first != UInt8(ascii: "0"), let length = Int(digits),
      length <= address.width
    else { return nil }
    self.init(address, prefixLength: length)
  }

  package var text: String {
    address.description + (prefixLength.map { "/\($0)" } ?? "")
  }

  func isEqual(to other: NetworkValue) -> Bool {
    address == other.address && prefixLength == other.prefixLength
  }

  /// Whether a range holds an address, or every address of another range.
  func contains(_ other: NetworkValue) -> Bool {
    guard let length = prefixLength, address.family == other.address.family,
      length <= other.prefixLength ?? other.address.width
    else { return false }
    return address.masked(to: length) == other.address.masked(to: length)
  }
}

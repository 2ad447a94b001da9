/// Addresses of the internet (the network extension of CEL). A text where an address or a range is
/// taken is read as one.
enum NetworkLibrary {
  static func functions() -> [Function] {
    [
      Function([Signature("isIP(string) -> bool")], body: .unary { isRead($0, address) }),
      Function([Signature("isCIDR(string) -> bool")], body: .unary { isRead($0, range) }),
      Function(
        [Signature("ip(string) -> IP"), Signature("ip(IP) -> IP")],
        body: .unary { made($0, address, "an address") }),
      Function(
        [Signature("cidr(string) -> CIDR"), Signature("cidr(CIDR) -> CIDR")],
        body: .unary { made($0, range, "a range of addresses") }),
      Function(
        [Signature("ip.isCanonical(string) -> bool")],
        body: .unary { value in
          guard case .string(let text) = value else { return .noOverload("ip.isCanonical", value) }
          return NetworkAddress(text).map { .bool($0.description == text) }
            ?? .fault("invalid-argument", "`\(text)` is no address")
        }),
    ] + questions() + ranges()
  }

  private static func address(_ text: String) -> NetworkValue? {
    NetworkAddress(text).map { NetworkValue($0) }
  }

  private static func range(_ text: String) -> NetworkValue? { NetworkValue(range: text) }

  private static func isRead(_ value: Value, _ read: (String) -> NetworkValue?) -> Value {
    guard case .string(let text) = value else { return .noOverload("isIP", value) }
    return .bool(read(text) != nil)
  }

  private static func made(
    _ value: Value, _ read: (String) -> NetworkValue?, _ wanted: String
  ) -> Value {
    switch value {
    case .network: value
    case .string(let text):
      read(text).map { .network($0) } ?? .fault("invalid-argument", "`\(text)` is not \(wanted)")
    default: .noOverload("ip", value)
    }
  }

  private static func questions() -> [Function] {
    let questions: [(name: String, ask: @Sendable (NetworkAddress) -> Bool)] = [
      ("isUnspecified", \.isUnspecified), ("isLoopback", \.isLoopback),
      ("isGlobalUnicast", \.isGlobalUnicast), ("isLinkLocalUnicast", \.isLinkLocalUnicast),
      ("isLinkLocalMulticast", \.isLinkLocalMulticast),
    ]
    return questions.map { name, ask in
      member(name, of: .networkAddress, result: .bool) { .bool(ask($0.address)) }
    } + [
      member("family", of: .networkAddress, result: .int) {
        .int(Int64($0.address.family.rawValue))
      }
    ]
  }

  private static func ranges() -> [Function] {
    [
      member("ip", of: .networkRange, result: .networkAddress) {
        .network(NetworkValue($0.address))
      },
      member("prefixLength", of: .networkRange, result: .int) { .int(Int64($0.prefixLength ?? 0)) },
      member("masked", of: .networkRange, result: .networkRange) { value in
        .network(
          NetworkValue(
            value.address.masked(to: value.prefixLength ?? 0), prefixLength: value.prefixLength))
      },
      Function(
        [Signature("CIDR.containsIP(IP) -> bool"), Signature("CIDR.containsIP(string) -> bool")],
        body: .binary { contains($0, $1, address) }),
      Function(
        [
          Signature("CIDR.containsCIDR(CIDR) -> bool"),
          Signature("CIDR.containsCIDR(string) -> bool"),
        ], body: .binary { contains($0, $1, range) }),
    ]
  }

  private static func contains(
    _ range: Value, _ other: Value, _ read: (String) -> NetworkValue?
  ) -> Value {
    let other = made(other, read, "an address or a range")
    if other.isState { return other }
    guard case .network(let whole) = range, case .network(let part) = other else {
      return .noOverload("contains", range, other)
    }
    return .bool(whole.contains(part))
  }

  private static func member(
    _ name: String, of type: ValueType, result: ValueType,
    _ read: @escaping @Sendable (NetworkValue) -> Value
  ) -> Function {
    Function(
      [Signature(name: name, isMember: true, parameters: [type], result: result)],
      body: .unary { value in
        guard case .network(let network) = value,
          (network.prefixLength == nil) == (type == .networkAddress)
        else { return .noOverload(name, value) }
        return read(network)
      })
  }
}

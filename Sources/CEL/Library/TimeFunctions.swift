/// Getters of timestamps and durations (language definition, “Date/Time Functions”).
enum TimeFunctions {
  static func functions(zone: TimestampZone) -> [Function] {
    TimestampField.allCases.flatMap { field in
      [getter(field, zone: zone), zonedGetter(field)]
    }
  }

  private static func getter(_ field: TimestampField, zone: TimestampZone) -> Function {
    let name = field.rawValue
    let ofDuration: (@Sendable (Duration) -> Int64)? =
      switch field {
      case .getHours: { $0.hours }
      case .getMinutes: { $0.minutes }
      case .getSeconds: { $0.seconds }
      case .getMilliseconds: { $0.milliseconds }
      default: nil
      }
    var signatures = [
      Signature(name: name, isMember: true, parameters: [.timestamp], result: .int)
    ]
    if ofDuration != nil {
      signatures.append(
        Signature(name: name, isMember: true, parameters: [.duration], result: .int))
    }
    return Function(
      signatures,
      body: .unary { value in
        switch value {
        case .timestamp(let time): .int(field.value(of: time.civil(in: zone)))
        case .duration(let length):
          ofDuration.map { .int($0(length)) } ?? .noOverload(name, value)
        default: .noOverload(name, value)
        }
      })
  }

  private static func zonedGetter(_ field: TimestampField) -> Function {
    let name = field.rawValue
    return Function(
      [
        Signature(
          name: name, isMember: true, parameters: [.timestamp, .string], result: .int)
      ],
      body: .binary { value, zone in
        guard case .timestamp(let time) = value, case .string(let text) = zone else {
          return .noOverload(name, value, zone)
        }
        guard let zone = try? TimestampZone(text) else {
          return .fault("invalid-argument", "`\(text)` is no time zone")
        }
        return .int(field.value(of: time.civil(in: zone)))
      })
  }
}

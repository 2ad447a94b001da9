import Testing

@testable import CEL

@Suite struct DurationTests {
  @Test(
    "a duration is read and written back",
    arguments: [
      ("1000000s", "1000000s"), ("1h2m3.5s", "3723.5s"), ("-1.5h", "-5400s"), ("0", "0s"),
      ("+1m", "60s"), ("1ms", "0.001s"), ("1us", "0.000001s"), ("1µs", "0.000001s"),
      ("1ns", "0.000000001s"), ("-999999999ns", "-0.999999999s"), ("1.0000000019s", "1.000000001s"),
      ("0.1h", "360s"), (".5s", "0.5s"), ("2.s", "2s"), ("1s1s", "2s"), ("-0.5s", "-0.5s"),
      ("1500ms500us", "1.5005s"), ("315576000000s", "315576000000s"),
      ("-315576000000s", "-315576000000s"), ("0.3333333333333333333h", "1199.999999999s"),
    ])
  func texts(text: String, written: String) throws {
    #expect(try Duration(parsing: text).text == written)
  }

  @Test(
    "what is no duration is refused",
    arguments: ["", "1", "s", "1x", "1 s", "1s ", "1d", "--1s", "1.2.3s", "1m-2s", ".s", "-", "1n"])
  func malformed(text: String) {
    #expect(throws: TimeError.malformed) { try Duration(parsing: text) }
  }

  @Test(
    "ten thousand years are the limit",
    arguments: [
      "315576000001s", "-315576000001s", "315576000000.000000001s", "99999999999999999999s",
      "9223372036854775807h", "315576000000s1ns",
    ])
  func range(text: String) {
    #expect(throws: TimeError.outOfRange) { try Duration(parsing: text) }
  }

  @Test func `getters give totals, but milliseconds what is left of a second`() throws {
    let length = try Duration(parsing: "3730.321s")
    #expect((length.hours, length.minutes, length.seconds) == (1, 62, 3730))
    #expect(length.milliseconds == 321)
    let negative = try Duration(parsing: "-90.25s")
    #expect((negative.hours, negative.minutes, negative.milliseconds) == (0, -1, -250))
  }

  @Test func `sums keep one sign and the range`() throws {
    let a = try Duration(parsing: "1.5s")
    let b = try Duration(parsing: "2.25s")
    #expect(try a - b == Duration(seconds: 0, nanoseconds: -750_000_000))
    #expect(try a + b == Duration(seconds: 3, nanoseconds: 750_000_000))
    #expect(try b - a == Duration(seconds: 0, nanoseconds: 750_000_000))
    #expect(-a == Duration(seconds: -1, nanoseconds: -500_000_000))
    let long = try Duration(parsing: "200000000000s")
    #expect(throws: TimeError.outOfRange) { try long + long }
    #expect(throws: TimeError.outOfRange) { try -long - long }
    #expect(try Duration(parsing: "-1.5s") < Duration(parsing: "-1.25s"))
  }
}

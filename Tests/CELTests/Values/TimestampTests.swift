import Testing

@testable import CEL

@Suite struct TimestampTests {
  @Test(
    "a text of RFC 3339 is read and written back",
    arguments: [
      ("2009-02-13T23:31:30Z", 1_234_567_890, 0, "2009-02-13T23:31:30Z"),
      ("2009-02-14T07:31:30+08:00", 1_234_567_890, 0, "2009-02-13T23:31:30Z"),
      ("2009-02-13T21:01:30-02:30", 1_234_567_890, 0, "2009-02-13T23:31:30Z"),
      ("1970-01-01T00:00:00.5Z", 0, 500_000_000, "1970-01-01T00:00:00.5Z"),
      ("1969-12-31T23:59:59.000000001Z", -1, 1, "1969-12-31T23:59:59.000000001Z"),
      ("2000-02-29T00:00:00.120Z", 951_782_400, 120_000_000, "2000-02-29T00:00:00.12Z"),
      ("0001-01-01T00:00:00Z", -62_135_596_800, 0, "0001-01-01T00:00:00Z"),
      (
        "9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999,
        "9999-12-31T23:59:59.999999999Z"
      ),
    ])
  func texts(text: String, seconds: Int64, nanoseconds: Int32, written: String) throws {
    let time = try Timestamp(parsing: text)
    #expect(time == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    #expect(time.text == written)
  }

  @Test(
    "what is not quite RFC 3339 is refused",
    arguments: [
      "", "2009-02-13", "2009-02-13T23:31:30", "2009-02-13 23:31:30Z", "2009-02-13t23:31:30Z",
      "2009-02-13T23:31:30z", "2009-2-13T23:31:30Z", "2009-02-30T00:00:00Z", "1900-02-29T00:00:00Z",
      "2009-13-01T00:00:00Z", "2009-00-01T00:00:00Z", "2009-01-00T00:00:00Z",
      "2009-02-13T24:00:00Z",
      "2009-02-13T23:60:00Z", "2009-02-13T23:31:60Z", "2009-02-13T23:31:30.Z",
      "2009-02-13T23:31:30.1234567890Z", "2009-02-13T23:31:30+8:00", "2009-02-13T23:31:30+0800",
      "2009-02-13T23:31:30+24:00", "2009-02-13T23:31:30Z ", "+2009-02-13T23:31:30Z",
      "10000-01-01T00:00:00Z",
    ])
  func malformed(text: String) {
    #expect(throws: TimeError.malformed) { try Timestamp(parsing: text) }
  }

  @Test(
    "years outside 1 to 9999 are refused",
    arguments: [
      "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
    ])
  func years(text: String) {
    #expect(throws: TimeError.outOfRange) { try Timestamp(parsing: text) }
  }

  @Test func `a fixed offset is shown as such`() throws {
    let time = try Timestamp(parsing: "2009-02-13T23:31:30.25Z")
    #expect(time.text(offset: 28_800) == "2009-02-14T07:31:30.25+08:00")
    #expect(time.text(offset: -9_000) == "2009-02-13T21:01:30.25-02:30")
  }

  @Test func `getters count as the language does`() throws {
    let time = try Timestamp(parsing: "2009-02-13T23:31:20.123456789Z")
    let found = TimestampField.allCases.map { $0.value(of: time.civil(in: .utc)) }
    #expect(found == [2009, 1, 13, 12, 5, 43, 23, 31, 20, 123])
  }

  @Test func `days and dates are each other's inverse`() {
    for days in stride(from: Int64(-719_200), through: 2_933_000, by: 97) {
      let (year, month, day) = CivilTime.date(days: days)
      #expect(CivilTime.days(year: year, month: month, day: day) == days)
    }
    #expect(CivilTime.date(days: 0) == (1970, 1, 1))
    #expect(CivilTime.date(days: 11_016) == (2000, 2, 29))
  }

  @Test(
    "time zones by name and by offset",
    arguments: [
      ("2009-02-13T23:31:30Z", "UTC", 23, 31), ("2009-02-13T23:31:30Z", "Asia/Kathmandu", 5, 16),
      ("2009-02-13T23:31:30Z", "Australia/Sydney", 10, 31),
      ("2009-02-13T02:00:00Z", "America/St_Johns", 22, 30),
      ("2009-02-13T23:31:30Z", "+11:00", 10, 31), ("2009-02-13T23:31:30Z", "-02:30", 21, 1),
      ("2009-02-13T23:31:30Z", "02:00", 1, 31), ("2009-02-13T23:31:30Z", "Asia/Shanghai", 7, 31),
      ("1991-12-31T15:59:59Z", "Asia/Shanghai", 23, 59),
      ("1992-01-01T00:00:00Z", "Asia/Shanghai", 8, 0),
      // Summer time of 1988, and the local mean time of 1900.
      ("1988-07-01T00:00:00Z", "Asia/Shanghai", 9, 0),
      ("1900-01-01T00:00:00Z", "Asia/Shanghai", 8, 5),
    ])
  func zones(text: String, name: String, hour: Int, minute: Int) throws {
    let time = try Timestamp(parsing: text).civil(in: TimestampZone(name))
    #expect((time.hour, time.minute) == (hour, minute))
  }

  @Test(
    "names of no time zone are refused",
    arguments: ["Mars/Olympus", "+25:00", "8:00", "+08", "08:60", " UTC", "中国"])
  func noZones(name: String) {
    #expect(throws: TimeError.unknownZone) { try TimestampZone(name) }
  }

  @Test func `arithmetic carries and stays in range`() throws {
    let first = try Timestamp(parsing: "0001-01-01T00:00:00Z")
    let last = try Timestamp(parsing: "9999-12-31T23:59:59.999999999Z")
    let tick = Duration(seconds: 0, nanoseconds: 1)
    #expect(throws: TimeError.outOfRange) { try first - tick }
    #expect(throws: TimeError.outOfRange) { try last + tick }
    #expect(try (first + tick) - tick == first)
    #expect(try (last - tick) + tick == last)
    let early = try Timestamp(parsing: "0001-01-01T00:00:01.000000001Z")
    #expect(
      try early + Duration(parsing: "-999999999ns")
        == Timestamp(
          parsing: "0001-01-01T00:00:00.000000002Z"))
    #expect(try early - first == Duration(seconds: 1, nanoseconds: 1))
    #expect(try first - early == Duration(seconds: -1, nanoseconds: -1))
    #expect(throws: TimeError.outOfRange) { try last - first }
    #expect(throws: TimeError.outOfRange) { try first - last }
  }

  @Test func `whole seconds are checked`() {
    #expect(Timestamp(exactly: -62_135_596_801) == nil)
    #expect(Timestamp(exactly: 253_402_300_800) == nil)
    #expect(Timestamp(exactly: 0)?.text == "1970-01-01T00:00:00Z")
  }
}

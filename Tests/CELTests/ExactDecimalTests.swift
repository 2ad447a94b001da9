import Testing

@testable import CEL

@Suite struct ExactDecimalTests {
  /// A number of a test; a slip in the test fails it.
  private func number(_ text: String) throws -> ExactDecimal {
    try #require(ExactDecimal(text))
  }

  @Test(
    "reads plain decimals into lowest terms",
    arguments: [
      ("0", 0, 0), ("-0", 0, 0), ("0.00", 0, 0), ("5000.00", 5000, 0), ("5000.50", 50005, 1),
      ("-0.05", -5, 2), ("+1.5", 15, 1), ("100", 100, 0), ("0007", 7, 0),
      ("0.000000000000000001", 1, 18), ("1.0000000000000000000000", 1, 0),
      ("0.10000000000000000000000", 1, 1),
      ("9223372036854775807", Int64.max, 0), ("-9223372036854775808", Int64.min, 0),
      ("9.223372036854775807", Int64.max, 18), ("-9.223372036854775808", Int64.min, 18),
      ("92233720368547758.07000", Int64.max, 2),
    ] as [(String, Int64, UInt8)])
  func reading(text: String, coefficient: Int64, scale: UInt8) throws {
    let decimal = try number(text)
    #expect(decimal.coefficient == coefficient)
    #expect(decimal.scale == scale)
  }

  @Test(
    "refuses what is none, or cannot be exact",
    arguments: [
      "", "-", "+", ".", "1.", ".5", "1e3", "1,000", " 1", "1 ", "--1", "1.2.3", "１", "0x1", "NaN",
      "9223372036854775808", "-9223372036854775809", "0.0000000000000000001",
      "10.000000000000000001", "99999999999999999999999999999999999999999999",
      "1.10000000000000000001",
    ])
  func refusing(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(
    "writes with as many digits as asked for, or as it has",
    arguments: [
      ("5000", 2, "5000.00"), ("5000.5", 2, "5000.50"), ("5000.505", 2, "5000.505"),
      ("-0.05", 2, "-0.05"), ("0", 2, "0.00"), ("0", 0, "0"), ("-12", 0, "-12"),
      ("0.000000000000000001", 0, "0.000000000000000001"),
      ("-9.223372036854775808", 2, "-9.223372036854775808"),
    ] as [(String, Int, String)])
  func writing(text: String, digits: Int, written: String) throws {
    #expect(try number(text).text(minimumFractionDigits: digits) == written)
  }

  @Test(
    "adds, takes away and multiplies exactly",
    arguments: [
      ("0.1", "0.2", "0.3", "-0.1", "0.02"), ("5000", "0.03", "5000.03", "4999.97", "150"),
      ("-1.5", "1.5", "0", "-3", "-2.25"), ("0.5", "0.5", "1", "0", "0.25"),
      ("100.01", "3", "103.01", "97.01", "300.03"),
    ])
  func arithmetic(
    a: String, b: String, sum: String, difference: String, product: String
  ) throws {
    #expect(try number(a).adding(number(b)) == number(sum))
    #expect(try number(a).subtracting(number(b)) == number(difference))
    #expect(try number(a).multiplied(by: number(b)) == number(product))
  }

  @Test func `overflow is told, and what only looks like it is not`() throws {
    let (most, least) = (ExactDecimal(.max), ExactDecimal(.min))
    let tiny = try number("0.000000000000000001")
    #expect(most.adding(ExactDecimal(1)) == nil)
    #expect(least.subtracting(ExactDecimal(1)) == nil)
    #expect(least.negated == nil)
    #expect(most.negated?.coefficient == -Int64.max)
    #expect(most.multiplied(by: 2) == nil)
    #expect(least.multiplied(by: least) == nil)
    #expect(most.adding(tiny) == nil)
    #expect(try tiny.multiplied(by: number("0.1")) == nil)
    #expect(try tiny.multiplied(by: number("100")) == number("0.0000000000000001"))
    #expect(most.adding(least) == ExactDecimal(-1))
    #expect(try number("0.000000001").multiplied(by: number("5000000000")) == number("5"))
  }

  @Test(
    "rounds half away from zero",
    arguments: [
      ("1.005", "1.01"), ("1.0049", "1"), ("-1.005", "-1.01"), ("-1.0049", "-1"), ("2.5", "2.5"),
      ("0.999", "1"), ("9.223372036854775807", "9.22"), ("0.005", "0.01"), ("0.004999", "0"),
      ("-9.223372036854775808", "-9.22"),
    ])
  func rounding(text: String, rounded: String) throws {
    #expect(try number(text).rounded() == number(rounded))
  }

  @Test func `whole numbers are known as such`() throws {
    #expect(try number("5000.00").wholeNumber == 5000)
    #expect(try number("5000.01").wholeNumber == nil)
    #expect(try number("1.5").rounded(fractionDigits: 0).wholeNumber == 2)
  }

  @Test func `an ordered list is in order, whatever the scales`() throws {
    let ordered = try [
      "-9223372036854775808", "-9.3", "-9.223372036854775808", "-1", "-0.5",
      "-0.000000000000000001",
      "0", "0.000000000000000001", "0.5", "0.500000000000000001", "1", "9.223372036854775807",
      "9.3", "9223372036854775807",
    ].map(number)
    for (i, a) in ordered.enumerated() {
      for (j, b) in ordered.enumerated() {
        #expect((a < b) == (i < j))
        #expect(a.compared(to: b) == (i < j ? .less : i == j ? .equal : .greater))
      }
    }
  }

  @Test(
    "compares with integers exactly",
    arguments: [
      ("5000.00", 5000, .equal), ("4999.99", 5000, .less), ("5000.01", 5000, .greater),
      ("-0.01", 0, .less), ("9223372036854775807", Int64.max, .equal),
      ("-9223372036854775808", Int64.min, .equal),
    ] as [(String, Int64, ExactDecimal.Order)])
  func integers(text: String, other: Int64, order: ExactDecimal.Order) throws {
    #expect(try number(text).compared(to: other) == order)
    if let unsigned = UInt64(exactly: other) {
      #expect(try number(text).compared(to: unsigned) == order)
    }
    #expect(try number(text).compared(to: UInt64.max) == .less)
  }

  @Test(
    "compares with the number that a double is",
    arguments: [
      ("0.5", 0.5, .equal), ("0.1", 0.1, .less), ("0.3", 0.3, .greater), ("-0.1", -0.1, .greater),
      ("0", 0.0, .equal), ("0", -0.0, .equal), ("0", .leastNonzeroMagnitude, .less),
      ("0", -.leastNonzeroMagnitude, .greater),
      ("0.000000000000000001", .leastNonzeroMagnitude, .greater),
      ("-0.000000000000000001", -.leastNonzeroMagnitude, .less),
      ("1", 1.0.nextUp, .less), ("1", 1.0.nextDown, .greater), ("2.75", 2.75, .equal),
      ("-2.75", -2.75, .equal), ("-2.75", -2.5, .less), ("0.25", -0.25, .greater),
      ("-0.25", 0.25, .less), ("9223372036854775807", 0x1p63, .less),
      ("-9223372036854775808", -0x1p63, .equal),
      ("-9223372036854775808", -0x1.0000000000001p63, .greater),
      ("1", .infinity, .less), ("1", -.infinity, .greater),
      ("9007199254740993", 9_007_199_254_740_992.0, .greater),
      ("0.000000000000000001", 1e-18, .less), ("0.001", 0.001, .less),
      ("0.0000152587890625", 0x1p-16, .equal), ("0.5", 0.4, .greater), ("1.5", 0.5, .greater),
    ] as [(String, Double, ExactDecimal.Order)])
  func doubles(text: String, other: Double, order: ExactDecimal.Order) throws {
    #expect(try number(text).compared(to: other) == order)
  }

  @Test func `not-a-number compares with nothing`() {
    #expect(ExactDecimal.zero.compared(to: Double.nan) == nil)
  }

  @Test func `random sums read back as they were written`() throws {
    var state: UInt64 = 42
    for _ in 0..<500 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let decimal = try #require(
        ExactDecimal(coefficient: Int128(Int64(bitPattern: state)), scale: Int(state >> 59) % 19))
      #expect(ExactDecimal(decimal.description) == decimal)
      #expect(ExactDecimal(decimal.text(minimumFractionDigits: 25)) == decimal)
    }
  }
}

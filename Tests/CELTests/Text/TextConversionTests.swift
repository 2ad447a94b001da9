import Testing

@testable import CEL

@Suite struct TextConversionTests {
  @Test(
    "a double is written with the fewest digits",
    arguments: [
      (-4.5e-3, "-0.0045"), (2.71828, "2.71828"), (1.0, "1"), (0.0, "0"), (-0.0, "-0"),
      (1e15, "1000000000000000"), (123_456_789.25, "123456789.25"), (1e20, "100000000000000000000"),
      (1e21, "1e+21"), (6.02214e23, "6.02214e+23"), (1e-4, "0.0001"), (1e-5, "1e-05"),
      (1.38e-23, "1.38e-23"), (Double.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"),
      (0.1, "0.1"), (100, "100"), (3.14, "3.14"), (.nan, "NaN"), (.infinity, "Infinity"),
      (-.infinity, "-Infinity"), (12_300_000, "12300000"),
      (9_007_199_254_740_992, "9007199254740992"),
    ])
  func doubles(number: Double, text: String) {
    #expect(celText(of: number) == text)
    if !number.isNaN { #expect(celDouble(from: text) == number) }
  }

  @Test(
    "ints and uints",
    arguments: [
      ("987", 987, 987), ("-1", -1, nil), ("+1", nil, nil), ("", nil, nil), (" 1", nil, nil),
      ("1 ", nil, nil), ("0x10", nil, nil), ("1.0", nil, nil), ("1_000", nil, nil), ("-", nil, nil),
      ("１", nil, nil), ("007", 7, 7), ("-9223372036854775808", Int64.min, nil),
      ("9223372036854775808", nil, 9_223_372_036_854_775_808),
      ("18446744073709551616", nil, nil),
    ] as [(String, Int64?, UInt64?)])
  func integers(text: String, int: Int64?, uint: UInt64?) {
    #expect(celInt(from: text) == int)
    #expect(celUInt(from: text) == uint)
  }

  @Test(
    "doubles from texts",
    arguments: [
      ("123", 123), ("-987.654", -987.654), ("6.02214e23", 6.02214e23), ("1.38E-23", 1.38e-23),
      (".5", 0.5), ("5.", 5), ("+1", 1), ("Infinity", .infinity), ("-inf", -.infinity), ("", nil),
      (".", nil), ("e5", nil), ("1e", nil), ("1e+", nil), ("0x1p3", nil), ("1 ", nil), ("1,5", nil),
      ("--1", nil), ("1e999", nil), ("infinite", nil),
    ] as [(String, Double?)])
  func doubles(text: String, number: Double?) { #expect(celDouble(from: text) == number) }

  @Test func `not a number can be read`() { #expect(celDouble(from: "NaN")?.isNaN == true) }

  @Test(
    "booleans have few spellings",
    arguments: [
      ("1", true), ("t", true), ("T", true), ("true", true), ("TRUE", true), ("True", true),
      ("0", false), ("f", false), ("F", false), ("false", false), ("FALSE", false),
      ("False", false), ("TrUe", nil), ("FaLsE", nil), ("yes", nil), ("", nil), (" true", nil),
    ] as [(String, Bool?)])
  func booleans(text: String, flag: Bool?) { #expect(celBool(from: text) == flag) }

  @Test(
    "doubles are cut off towards zero",
    arguments: [
      (-7.9, -7, nil), (11.5, 11, 11), (-0.5, 0, nil), (0.9, 0, 0), (.nan, nil, nil),
      (.infinity, nil, nil), (9.223372036854775807e18, nil, 9_223_372_036_854_775_808),
      (-9.223372036854775808e18, nil, nil), (1.8446744073709551615e19, nil, nil),
      (9.223372036854774784e18, 9_223_372_036_854_774_784, 9_223_372_036_854_774_784),
    ] as [(Double, Int64?, UInt64?)])
  func cutOff(number: Double, int: Int64?, uint: UInt64?) {
    #expect(celInt(from: number) == int)
    #expect(celUInt(from: number) == uint)
  }

  @Test func `bytes are a text only when they are UTF-8`() {
    #expect(celText(of: [0xC3, 0xBF]) == "ÿ")
    #expect(celText(of: [0x00, 0xFF]) == nil)
    #expect(celText(of: [0xED, 0xA0, 0x80]) == nil)
    #expect(celBytes(of: "ÿ") == [0xC3, 0xBF])
  }

  @Test func `texts are code points, not what looks like one character`() {
    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    #expect(codePointCount(composed) == 4)
    #expect(codePointCount(decomposed) == 5)
    #expect(codePointCount("👨‍👩‍👧汉") == 6)
    #expect(!sameCodePoints(composed, decomposed))
    #expect(startsWith(decomposed, "cafe"))
    #expect(endsWith(decomposed, "\u{301}"))
    #expect(!endsWith(composed, "\u{301}"))
    #expect(contains("ab\r\ncd", "\n"))
    #expect(contains("", "") && contains("a", "") && !contains("", "a"))
    #expect(!contains("aab", "aaab") && contains("aaab", "aab"))
    // As Swift strings the second would come first.
    #expect(precedes("\u{FFFD}", "\u{1F600}") && precedes("a", "ab") && !precedes("b", "ab"))
  }
}

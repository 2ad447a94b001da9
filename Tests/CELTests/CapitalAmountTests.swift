import Testing

@testable import CEL

@Suite struct CapitalAmountTests {
  @Test(
    "reads sums as papers write them",
    arguments: [
      ("壹拾万捌仟元整", "108000"), ("人民币壹拾万捌仟元整", "108000"), ("人民币：伍仟圆正", "5000"),
      ("人民币 伍仟 元整", "5000"), ("伍仟元", "5000"), ("拾万元整", "100000"), ("拾伍元整", "15"),
      ("壹佰零伍元整", "105"), ("壹仟零伍拾元整", "1050"), ("壹万零伍元整", "10005"),
      ("壹万伍仟元整", "15000"), ("壹万伍佰元整", "10500"), ("壹佰元零伍分", "100.05"), ("壹佰元伍分", "100.05"),
      ("壹仟陆佰捌拾元零叁角贰分", "1680.32"), ("伍角整", "0.5"), ("伍分", "0.05"), ("伍角伍分", "0.55"),
      ("零元整", "0"), ("零元伍角", "0.5"), ("壹元伍角零分", "1.5"), ("壹元零角伍分", "1.05"),
      ("貳萬參仟肆佰伍拾陸圓柒角捌分", "23456.78"), ("三千五百元", "3500"), ("两万元整", "20000"),
      ("叄拾元整", "30"), ("二〇元", nil), ("壹亿元整", "100000000"),
      ("壹亿零壹元整", "100000001"), ("壹万亿元整", "1000000000000"),
      ("玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分", "9999999999999999.99"),
      ("壹拾亿零伍拾万元整", "1000500000"), ("零拾零万伍仟零佰零拾零元零角零分", "5000"),
      ("壹拾伍万元整", "150000"), ("贰佰万零捌仟元整", "2008000"),
    ] as [(String, String?)])
  func reading(words: String, sum: String?) {
    #expect(CapitalAmount.read(words)?.description == sum)
  }

  @Test(
    "refuses what is no plain sum",
    arguments: [
      "", "整", "元", "元整", "人民币", "人民币元整", "拾万多元", "约伍仟元", "伍仟", "伍仟整", "5000元",
      "伍仟元整元", "伍仟元元", "壹佰伍元整", "壹万伍元整", "壹佰贰佰元整", "壹拾佰元", "佰元整", "壹佰拾元",
      "壹壹元整", "零零元整", "壹亿壹亿元", "壹万壹万元", "万元整", "亿元", "壹元伍分伍角", "壹元伍角伍角", "壹元零",
      "壹元零整", "零伍分", "壹元整伍角", "壹佰元零零伍分", "壹仟零元整", "伍仟元整。", "人民币人民币伍仟元整", "壹亿拾万元",
      "壹拾万捌仟元整壹拾万捌仟元整", "多元", "伍仟美元",
    ])
  func refusing(words: String) {
    #expect(CapitalAmount.read(words) == nil)
  }

  @Test(
    "writes sums as papers should",
    arguments: [
      ("108000", "壹拾万捌仟元整"), ("10005", "壹万零伍元整"), ("1050", "壹仟零伍拾元整"), ("1005", "壹仟零伍元整"),
      ("100.05", "壹佰元零伍分"), ("0.05", "伍分"), ("0.5", "伍角整"), ("0", "零元整"), ("1.5", "壹元伍角整"),
      ("100000001", "壹亿零壹元整"), ("1000000000000", "壹万亿元整"), ("1000500000", "壹拾亿零伍拾万元整"),
      ("10000000010000", "壹拾万亿零壹万元整"), ("23456.78", "贰万叁仟肆佰伍拾陆元柒角捌分"),
      ("100010000", "壹亿零壹万元整"),
    ])
  func writing(sum: String, words: String) throws {
    #expect(try CapitalAmount.write(#require(ExactDecimal(sum))) == words)
  }

  @Test(arguments: ["-1", "0.001", "10000000000000000"])
  func `writes no sum that has no words`(sum: String) throws {
    #expect(try CapitalAmount.write(#require(ExactDecimal(sum))) == nil)
  }

  @Test func `every written sum reads back`() throws {
    var state: UInt64 = 7
    for round in 0..<4000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Of every length, and with runs of zeros.
      var cents = Int64(state >> 4) % 1_000_000_000_000_000_000
      for _ in 0..<(round % 18) { cents /= 10 }
      if round % 3 == 0 {
        let gap = Int64([10, 1000, 100_000, 10_000_000][round / 3 % 4])
        cents = cents / gap / 1000 * gap * 1000 + cents % gap
      }
      let sum = try #require(ExactDecimal(coefficient: Int128(cents), scale: 2))
      let words = try #require(CapitalAmount.write(sum))
      #expect(CapitalAmount.read(words) == sum, "\(words)")
    }
    for cents in 0..<12_000 {
      let sum = try #require(ExactDecimal(coefficient: Int128(cents) * 100, scale: 2))
      let words = try #require(CapitalAmount.write(sum))
      guard CapitalAmount.read(words) == sum else {
        Issue.record("\(words) does not read as \(sum)")
        return
      }
    }
  }

  @Test func `a sum cut short or mended with another mark never reads as itself by chance`() throws
  {
    let words = Array("壹拾贰万叁仟肆佰伍拾陆元柒角捌分")
    let sum = CapitalAmount.read(String(words))
    #expect(sum?.description == "123456.78")
    for place in words.indices {
      for mark in "零壹拾佰仟万亿元角分整" where mark != words[place] {
        var changed = words
        changed[place] = mark
        #expect(CapitalAmount.read(String(changed)) != sum, "\(String(changed))")
      }
    }
  }
}

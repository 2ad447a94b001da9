/// The order of articles: numbers count as numbers, be they written with digits or in Chinese.
enum ArticleOrder {
  /// True where `a` stands before `b` in a law: 第九条 before 第十条, 第十条 before 第十条第二款.
  static func precedes(_ a: String, _ b: String) -> Bool {
    let (left, right) = (keys(of: a), keys(of: b))
    for (one, other) in zip(left, right) where one != other { return one.precedes(other) }
    if left.count != right.count { return left.count < right.count }
    return a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private enum Key: Equatable {
    case number(Int)
    case text(String)

    func precedes(_ other: Key) -> Bool {
      switch (self, other) {
      case (.number(let a), .number(let b)): a < b
      case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
      case (.number, .text): true
      case (.text, .number): false
      }
    }
  }

  /// The text cut into numbers and what stands between them.
  private static func keys(of text: String) -> [Key] {
    var keys: [Key] = []
    var number = ""
    var between = ""
    for character in text {
      if character.isASCII && character.isNumber || chinese[character] != nil {
        if !between.isEmpty { keys.append(.text(between)) }
        between = ""
        number.append(character)
      } else {
        if !number.isEmpty { keys.append(.number(value(of: number))) }
        number = ""
        between.append(character)
      }
    }
    if !number.isEmpty { keys.append(.number(value(of: number))) }
    if !between.isEmpty { keys.append(.text(between)) }
    return keys
  }

  private static let chinese: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "十": 10, "百": 100, "千": 1000,
  ]

  /// 一百二十三 and 123 are 123; digits beyond what an article may have count as the largest.
  private static func value(of text: String) -> Int {
    if let number = Int(text) { return number }
    var (total, digit) = (0, 0)
    for character in text {
      let value = chinese[character] ?? Int(String(character)) ?? 0
      if value >= 10 {
        total += max(digit, 1) * value
        digit = 0
      } else {
        digit = min(digit, 99_999) * 10 + value
      }
    }
    return total + digit
  }
}

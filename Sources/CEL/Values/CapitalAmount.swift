/// Sums of money in Chinese capital numerals, as papers write them beside the figures:
/// 人民币壹拾万捌仟元整.
package enum CapitalAmount {
  /// Reads a sum.
  ///
  /// Read are 人民币 before it (with or without a colon), capital and plain numerals and their usual
  /// variants (貳, 叄, 陸, 〇, 兩 …), units up to 万亿, 元 or 圆, 角, 分, and 整 or 正 behind it; spaces
  /// are skipped. A leading 壹 before 拾 may be missing. A zero may be missing, or stand before a unit as
  /// printed forms have it (零仟零佰), but not where its lack would leave the place of a
  /// digit open: 壹佰伍元 may be 105 or 150.
  ///
  /// - Returns: `nil` where the text is not such a sum, whole and without contradiction.
  package static func read(_ text: String) -> ExactDecimal? {
    var marks: [Mark] = []
    for scalar in unprefixed(text).unicodeScalars where !isSpace(scalar) {
      guard let mark = Mark(scalar) else { return nil }
      marks.append(mark)
    }
    var reader = Reader(marks: marks[...])
    return reader.amount().flatMap { ExactDecimal(coefficient: $0, scale: 2) }
  }

  private static func unprefixed(_ text: String) -> Substring {
    let trimmed = text.drop { $0.unicodeScalars.allSatisfy(isSpace) }
    for prefix in ["人民币", "人民幣"] where trimmed.hasPrefix(prefix) {
      let rest = trimmed.dropFirst(prefix.count)
      return rest.first == "：" || rest.first == ":" ? rest.dropFirst() : rest
    }
    return trimmed
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }
}

/// One character of a sum.
private enum Mark: Equatable {
  case digit(Int)
  /// 拾 佰 仟
  case unit(Int)
  /// 万
  case tenThousand
  /// 亿
  case hundredMillion
  case yuan, jiao, fen, whole

  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "零", "〇": self = .digit(0)
    case "壹", "一", "弌", "壱": self = .digit(1)
    case "贰", "貳", "二", "弍", "貮", "弐", "两", "兩": self = .digit(2)
    case "叁", "叄", "參", "参", "三", "弎": self = .digit(3)
    case "肆", "四": self = .digit(4)
    case "伍", "五": self = .digit(5)
    case "陆", "陸", "六": self = .digit(6)
    case "柒", "七": self = .digit(7)
    case "捌", "八": self = .digit(8)
    case "玖", "九": self = .digit(9)
    case "拾", "十": self = .unit(10)
    case "佰", "百": self = .unit(100)
    case "仟", "千": self = .unit(1000)
    case "万", "萬": self = .tenThousand
    case "亿", "億": self = .hundredMillion
    case "元", "圆", "圓": self = .yuan
    case "角": self = .jiao
    case "分": self = .fen
    case "整", "正": self = .whole
    default: return nil
    }
  }
}

extension Mark {
  var isDigit: Bool { if case .digit = self { true } else { false } }
}

/// Reads marks from the left; every function gives `nil` for what is no sum.
private struct Reader {
  var marks: ArraySlice<Mark>

  /// The whole sum, in 分.
  mutating func amount() -> Int128? {
    var total: Int128 = 0
    let hasYuan: Bool
    if let yuan = marks.firstIndex(of: .yuan) {
      guard let whole = Self.number(marks[..<yuan]) else { return nil }
      marks = marks[(yuan + 1)...]
      total = whole * 100
      hasYuan = true
    } else {
      hasYuan = false
    }
    // 元零伍分, and 元零叁角 after a whole number that ends in a zero.
    let leadsWithZero =
      hasYuan && marks.first == .digit(0) && marks.dropFirst().first?.isDigit ?? false
    if leadsWithZero { marks.removeFirst() }
    let tenths = digit(before: .jiao)
    let hundredths = digit(before: .fen)
    let hasSmallChange = tenths != nil || hundredths != nil
    guard hasYuan || hasSmallChange, hasSmallChange || !leadsWithZero else { return nil }
    total += Int128(tenths ?? 0) * 10 + Int128(hundredths ?? 0)
    if marks.first == .whole { marks.removeFirst() }
    return marks.isEmpty ? total : nil
  }

  /// Takes a digit and its unit; `nil` where they do not come next.
  private mutating func digit(before unit: Mark) -> Int? {
    guard case .digit(let digit) = marks.first, marks.dropFirst().first == unit else { return nil }
    marks.removeFirst(2)
    return digit
  }

  /// A whole number of 元.
  private static func number(_ marks: ArraySlice<Mark>) -> Int128? {
    guard !marks.isEmpty else { return nil }
    if marks.elementsEqual([.digit(0)]) { return 0 }
    var (total, rest) = (Int128(0), marks)
    var needsZero = false
    if let split = rest.lastIndex(of: .hundredMillion) {
      guard let high = sections(rest[..<split], isLeading: true, needsZero: false) else {
        return nil
      }
      total = high * 100_000_000
      rest = rest[(split + 1)...]
      needsZero = true
      if rest.isEmpty { return total }
    }
    return sections(rest, isLeading: !needsZero, needsZero: needsZero).map { total + $0 }
  }

  /// A number below a hundred million, with 万 at most once.
  private static func sections(
    _ marks: ArraySlice<Mark>, isLeading: Bool, needsZero: Bool
  ) -> Int128? {
    guard let split = marks.firstIndex(of: .tenThousand) else {
      return section(marks, isLeading: isLeading, after: needsZero ? 10_000 : nil)
    }
    guard
      let high = section(marks[..<split], isLeading: isLeading, after: needsZero ? 10_000 : nil)
    else { return nil }
    let rest = marks[(split + 1)...]
    if rest.isEmpty { return high * 10_000 }
    return section(rest, isLeading: false, after: 10_000).map { high * 10_000 + $0 }
  }

  /// A number below ten thousand.
  ///
  /// - Parameters:
  ///   - isLeading: The sum begins here, so that 拾 may stand for 壹拾.
  ///   - previous: The unit before, which the first unit here must follow; a digit without a unit
  ///     may only follow 拾 or a zero.
  private static func section(
    _ marks: ArraySlice<Mark>, isLeading: Bool, after previous: Int?
  ) -> Int128? {
    guard !marks.isEmpty else { return nil }
    var rest = marks
    var total = 0
    var unit = previous ?? 10_000
    // Whether the digit that comes next has its place made plain.
    var isPlain = previous == nil
    if isLeading, rest.first == .unit(10) {
      (total, unit) = (10, 10)
      isPlain = true
      rest.removeFirst()
    }
    while let mark = rest.popFirst() {
      guard case .digit(let digit) = mark else { return nil }
      switch rest.first {
      case .unit(let next):
        guard next < unit else { return nil }
        total += digit * next
        unit = next
        isPlain = digit == 0 || next == 10
        rest.removeFirst()
      case nil:
        // A zero in the last place only as printed forms have it, right after 拾.
        guard isPlain, digit > 0 || unit == 10 else { return nil }
        total += digit
      case .digit(let next) where digit == 0 && next != 0:
        isPlain = true
      default: return nil
      }
    }
    return Int128(total)
  }
}

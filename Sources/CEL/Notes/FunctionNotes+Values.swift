extension FunctionChapter {
  /// Texts, numbers, times, optional values, encodings, networks.
  static let valueChapters = [texts, numbers, times, optionals, encodings, networks]

  private static let texts = FunctionChapter(
    zh: "文本", en: "Texts",
    [
      FunctionNote(
        "size", zh: "文本的字符数（码点），列表、映射的元素数，字节数。",
        en: "The code points of a text, the elements of a list or map, the bytes.",
        [
          "size(\"汉字\")": "2", "[1, 2].size()": "2", "size({\"a\": 1})": "1",
        ]),
      FunctionNote(
        "startsWith", zh: "是否以此开头。", en: "Whether a text begins with another.",
        ["\"abc\".startsWith(\"ab\")": "true"]),
      FunctionNote(
        "endsWith", zh: "是否以此结尾。", en: "Whether a text ends with another.",
        ["\"abc\".endsWith(\"bc\")": "true"]),
      FunctionNote(
        "contains", zh: "是否包含。", en: "Whether a text holds another.",
        ["\"abc\".contains(\"d\")": "false"]),
      FunctionNote(
        "matches", zh: "是否有一处符合正则表达式（RE2 语法）。",
        en: "Whether a regular expression (RE2) is found in the text.",
        ["\"2024号\".matches(\"^[0-9]{4}号$\")": "true", "matches(\"abc\", \"b\")": "true"]),
      FunctionNote(
        "charAt", zh: "某处的字符。", en: "The character at a place.", ["\"汉字\".charAt(1)": "\"字\""]),
      FunctionNote(
        "indexOf", zh: "首次出现的位置；没有为 -1。", en: "The first place of a text in another; -1 for none.",
        ["\"abab\".indexOf(\"b\")": "1", "\"abab\".indexOf(\"b\", 2)": "3"]),
      FunctionNote(
        "lastIndexOf", zh: "末次出现的位置；没有为 -1。",
        en: "The last place of a text in another; -1 for none.",
        ["\"abab\".lastIndexOf(\"b\")": "3", "\"abab\".lastIndexOf(\"b\", 2)": "1"]),
      FunctionNote(
        "substring", zh: "从某处起，到某处前为止。", en: "From a place on, up to but not with another.",
        ["\"abcd\".substring(1)": "\"bcd\"", "\"abcd\".substring(1, 3)": "\"bc\""]),
      FunctionNote(
        "replace", zh: "替换全部，或前几处。", en: "With all places replaced, or the first few.",
        [
          "\"aXbX\".replace(\"X\", \"-\")": "\"a-b-\"",
          "\"aXbX\".replace(\"X\", \"-\", 1)": "\"a-bX\"",
        ]),
      FunctionNote(
        "split", zh: "按分隔符拆开，或至多几段。", en: "The parts between separators, or at most so many.",
        [
          "\"a,b,c\".split(\",\")": "[\"a\", \"b\", \"c\"]",
          "\"a,b,c\".split(\",\", 2)": "[\"a\", \"b,c\"]",
        ]),
      FunctionNote(
        "join", zh: "连接列表中的文本。", en: "The texts of a list in one.",
        ["[\"a\", \"b\"].join()": "\"ab\"", "[\"a\", \"b\"].join(\"、\")": "\"a、b\""]),
      FunctionNote(
        "trim", zh: "去掉两端空白。", en: "Without white space at both ends.",
        ["\" a \".trim()": "\"a\""]),
      FunctionNote(
        "reverse", zh: "倒序。", en: "Backwards.", ["\"abc\".reverse()": "\"cba\""]),
      FunctionNote(
        "lowerAscii", zh: "拉丁字母改为小写。", en: "Letters of ASCII in lower case.",
        ["\"Ab\".lowerAscii()": "\"ab\""]),
      FunctionNote(
        "upperAscii", zh: "拉丁字母改为大写。", en: "Letters of ASCII in upper case.",
        ["\"Ab\".upperAscii()": "\"AB\""]),
      FunctionNote(
        "format", zh: "按 `%s`、`%d`、`%.2f` 等填入值。", en: "With values put in for `%s`, `%d`, `%.2f`.",
        ["\"%s-%d\".format([\"a\", 1])": "\"a-1\""]),
      FunctionNote(
        "strings.quote", zh: "加引号并转义。", en: "In quotes, with escapes.",
        ["strings.quote(\"a\\nb\").size()": "6"]),
    ])

  private static let numbers = FunctionChapter(
    zh: "数", en: "Numbers",
    [
      FunctionNote(
        "math.greatest", zh: "最大者。", en: "The greatest.",
        [
          "math.greatest(1, 3, 2)": "3", "math.greatest([1, 2])": "2",
          "math.greatest(1, 2.5)": "2.5",
        ]),
      FunctionNote(
        "math.least", zh: "最小者。", en: "The least.", ["math.least(3, 1, 2)": "1"]),
      FunctionNote("math.abs", zh: "绝对值。", en: "The absolute value.", ["math.abs(-3)": "3"]),
      FunctionNote(
        "math.sign", zh: "符号：-1、0 或 1。", en: "The sign: -1, 0 or 1.", ["math.sign(-2.5)": "-1"]),
      FunctionNote("math.sqrt", zh: "平方根。", en: "The square root.", ["math.sqrt(16)": "4"]),
      FunctionNote("math.ceil", zh: "向上取整。", en: "Rounded up.", ["math.ceil(1.2)": "2"]),
      FunctionNote("math.floor", zh: "向下取整。", en: "Rounded down.", ["math.floor(-1.2)": "-2"]),
      FunctionNote(
        "math.round", zh: "四舍五入，一半远离零。", en: "Rounded; a half goes away from zero.",
        ["math.round(-2.5)": "-3"]),
      FunctionNote(
        "math.trunc", zh: "向零取整。", en: "Cut towards zero.", ["math.trunc(-1.9)": "-1"]),
      FunctionNote(
        "math.isNaN", zh: "是否不是数。", en: "Whether it is no number.",
        ["math.isNaN(0.0 / 0.0)": "true"]),
      FunctionNote(
        "math.isInf", zh: "是否无穷。", en: "Whether it is infinite.",
        ["math.isInf(1.0 / 0.0)": "true"]),
      FunctionNote(
        "math.isFinite", zh: "是否有限。", en: "Whether it is finite.",
        ["math.isFinite(1.5)": "true"]),
      FunctionNote("math.bitAnd", zh: "按位与。", en: "The bits of both.", ["math.bitAnd(6, 3)": "2"]),
      FunctionNote("math.bitOr", zh: "按位或。", en: "The bits of either.", ["math.bitOr(6, 3)": "7"]),
      FunctionNote(
        "math.bitXor", zh: "按位异或。", en: "The bits of one alone.", ["math.bitXor(6, 3)": "5"]),
      FunctionNote("math.bitNot", zh: "按位取反。", en: "All bits turned.", ["math.bitNot(0)": "-1"]),
      FunctionNote(
        "math.bitShiftLeft", zh: "左移。", en: "Bits moved up.", ["math.bitShiftLeft(1, 4)": "16"]),
      FunctionNote(
        "math.bitShiftRight", zh: "右移，高位补 0。", en: "Bits moved down, zeros moving in.",
        ["math.bitShiftRight(16, 2)": "4"]),
    ])

  private static let instant = "timestamp(\"2024-09-30T16:30:15.250Z\")"

  /// A getter of times, in the office's zone and in a named one.
  private static func getter(
    _ name: String, zh: String, en: String, here: String, utc: String,
    ofDuration: KeyValuePairs<String, String> = [:]
  ) -> FunctionNote {
    // `KeyValuePairs` cannot be added up, so the third stands in another list.
    let more = ofDuration.first.map { (expression: $0.key, value: $0.value) }
    let first = "\(instant).\(name)()"
    let second = "\(instant).\(name)(\"UTC\")"
    if let more {
      return FunctionNote(
        name, zh: zh, en: en, [first: here, second: utc, more.expression: more.value])
    }
    return FunctionNote(name, zh: zh, en: en, [first: here, second: utc])
  }

  private static let times = FunctionChapter(
    zh: "时间", en: "Times",
    [
      getter(
        "getFullYear", zh: "年。不写时区即按北京时间，下同。",
        en: "The year; where no zone is named, in Shanghai, as for all that follow.", here: "2024",
        utc: "2024"),
      getter("getMonth", zh: "月，从 0 起。", en: "The month, from 0.", here: "9", utc: "8"),
      getter("getDate", zh: "日，从 1 起。", en: "The day of the month, from 1.", here: "1", utc: "30"),
      getter(
        "getDayOfMonth", zh: "日，从 0 起。", en: "The day of the month, from 0.", here: "0", utc: "29"),
      getter(
        "getDayOfWeek", zh: "星期，周日为 0。", en: "The day of the week, Sunday being 0.", here: "2",
        utc: "1"),
      getter(
        "getDayOfYear", zh: "一年中的第几日，从 0 起。", en: "The day of the year, from 0.", here: "274",
        utc: "273"),
      getter(
        "getHours", zh: "时；时长则为总小时数。", en: "The hour; of a duration all its hours.", here: "0",
        utc: "16", ofDuration: ["duration(\"90m\").getHours()": "1"]),
      getter(
        "getMinutes", zh: "分；时长则为总分钟数。", en: "The minute; of a duration all its minutes.",
        here: "30", utc: "30", ofDuration: ["duration(\"90m\").getMinutes()": "90"]),
      getter(
        "getSeconds", zh: "秒；时长则为总秒数。", en: "The second; of a duration all its seconds.",
        here: "15", utc: "15", ofDuration: ["duration(\"2m\").getSeconds()": "120"]),
      getter(
        "getMilliseconds", zh: "毫秒。", en: "The milliseconds.", here: "250", utc: "250",
        ofDuration: ["duration(\"1.5s\").getMilliseconds()": "500"]),
    ])

  private static let optionals = FunctionChapter(
    zh: "可选值", en: "Optional values",
    [
      FunctionNote(
        "optional.of", zh: "有值的可选值。", en: "An optional value that is there.",
        ["optional.of(1)": "optional(1)"]),
      FunctionNote(
        "optional.none", zh: "没有值。", en: "One that is not.",
        ["optional.none().hasValue()": "false"]),
      FunctionNote(
        "optional.ofNonZeroValue", zh: "零、空文本、空列表即没有值。",
        en: "One that is there unless it is zero or empty.",
        ["optional.ofNonZeroValue(\"\").hasValue()": "false"]),
      FunctionNote(
        "hasValue", zh: "是否有值。", en: "Whether it is there.",
        ["optional.of(1).hasValue()": "true"]),
      FunctionNote(
        "value", zh: "其值；没有则出错。", en: "The value; an error where there is none.",
        ["optional.of(1).value()": "1"]),
      FunctionNote(
        "or", zh: "有值则取之，否则取另一可选值。", en: "This where it is there, else the other.",
        ["optional.none().or(optional.of(2)).value()": "2"]),
      FunctionNote(
        "orValue", zh: "有值则取之，否则取给定值。", en: "The value, else the one given.",
        ["optional.none().orValue(3)": "3"]),
    ])

  private static let encodings = FunctionChapter(
    zh: "编码", en: "Encodings",
    [
      FunctionNote(
        "base64.encode", zh: "字节转为 Base64 文本。", en: "Bytes as a text in base 64.",
        ["base64.encode(b\"abc\")": "\"YWJj\""]),
      FunctionNote(
        "base64.decode", zh: "Base64 文本转为字节。", en: "The bytes of a text in base 64.",
        ["base64.decode(\"YWJj\") == b\"abc\"": "true"]),
    ])

  private static let networks = FunctionChapter(
    zh: "网络地址", en: "Network addresses",
    [
      FunctionNote(
        "ip", zh: "文本所写的地址；网段的地址。", en: "The address that a text names, or of a range.",
        [
          "ip(\"192.168.0.1\")": "192.168.0.1", "cidr(\"192.168.0.1/24\").ip()": "192.168.0.1",
        ]),
      FunctionNote(
        "cidr", zh: "文本所写的网段。", en: "The range that a text names.",
        ["cidr(\"192.168.0.0/24\")": "192.168.0.0/24"]),
      FunctionNote(
        "isIP", zh: "文本是否为地址。", en: "Whether a text is an address.",
        ["isIP(\"1.2.3.400\")": "false"]),
      FunctionNote(
        "isCIDR", zh: "文本是否为网段。", en: "Whether a text is a range.",
        ["isCIDR(\"10.0.0.0/8\")": "true"]),
      FunctionNote(
        "ip.isCanonical", zh: "地址是否为规范写法。", en: "Whether an address is in its canonical form.",
        ["ip.isCanonical(\"2001:DB8::1\")": "false"]),
      FunctionNote(
        "family", zh: "4 或 6。", en: "4 or 6.", ["ip(\"::1\").family()": "6"]),
      FunctionNote(
        "isUnspecified", zh: "是否为未指定地址。", en: "Whether it is the unspecified address.",
        ["ip(\"0.0.0.0\").isUnspecified()": "true"]),
      FunctionNote(
        "isLoopback", zh: "是否为回环地址。", en: "Whether it is a loopback address.",
        ["ip(\"127.0.0.1\").isLoopback()": "true"]),
      FunctionNote(
        "isGlobalUnicast", zh: "是否为全局单播地址。", en: "Whether it is a global unicast address.",
        ["ip(\"192.168.0.1\").isGlobalUnicast()": "true"]),
      FunctionNote(
        "isLinkLocalUnicast", zh: "是否为链路本地单播地址。", en: "Whether it is a link-local unicast address.",
        ["ip(\"169.254.0.1\").isLinkLocalUnicast()": "true"]),
      FunctionNote(
        "isLinkLocalMulticast", zh: "是否为链路本地组播地址。",
        en: "Whether it is a link-local multicast address.",
        ["ip(\"224.0.0.1\").isLinkLocalMulticast()": "true"]),
      FunctionNote(
        "prefixLength", zh: "网段前缀的位数。", en: "The bits of the prefix of a range.",
        ["cidr(\"10.0.0.0/8\").prefixLength()": "8"]),
      FunctionNote(
        "masked", zh: "主机位清零的网段。", en: "The range with the bits behind its prefix cleared.",
        ["cidr(\"192.168.0.1/24\").masked()": "192.168.0.0/24"]),
      FunctionNote(
        "containsIP", zh: "网段是否含有地址。", en: "Whether a range holds an address.",
        ["cidr(\"10.0.0.0/8\").containsIP(\"10.1.2.3\")": "true"]),
      FunctionNote(
        "containsCIDR", zh: "网段是否含有另一网段。", en: "Whether a range holds another.",
        ["cidr(\"10.0.0.0/8\").containsCIDR(\"10.1.0.0/16\")": "true"]),
    ])
}

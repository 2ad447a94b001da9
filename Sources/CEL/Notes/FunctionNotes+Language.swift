extension FunctionChapter {
  /// Operators, macros, conversions.
  static let languageChapters = [
    FunctionChapter(
      zh: "运算符", en: "Operators",
      [
        FunctionNote(
          "&&", forms: ["bool && bool -> bool"],
          zh: "两者皆真。一边为假即为假，另一边未知、缺失或出错也一样。",
          en: "Both are true. A false side decides, whatever the other is.",
          ["true && false": "false", "1 / 0 == 1 && false": "false"]),
        FunctionNote(
          "||", forms: ["bool || bool -> bool"],
          zh: "至少一者为真。一边为真即为真，另一边未知、缺失或出错也一样。",
          en: "One is true. A true side decides, whatever the other is.",
          ["false || true": "true", "1 / 0 == 1 || true": "true"]),
        FunctionNote(
          "!", forms: ["!bool -> bool"], zh: "否定。", en: "Not.", ["!true": "false"]),
        FunctionNote(
          "? :", forms: ["bool ? A : A -> A"], zh: "条件为真取前者，否则取后者；另一者不求值。",
          en: "The first where the condition is true, else the second; the other is not evaluated.",
          ["1 < 2 ? \"a\" : \"b\"": "\"a\""]),
        FunctionNote(
          "==, !=", forms: ["A == A -> bool", "A != A -> bool"],
          zh: "相等与不等。整数、无符号整数与浮点数按数值比较；`null` 只等于 `null`。",
          en:
            "Equal or not. Numbers of different types compare by value; `null` equals `null` alone.",
          ["dyn(1) == 1.0": "true", "null == null": "true", "[1, 2] != [2, 1]": "true"]),
        FunctionNote(
          "in", forms: ["A in list(A) -> bool", "A in map(A, B) -> bool"],
          zh: "是否为列表的元素，或映射的键。", en: "Whether a list has the element, or a map the key.",
          ["2 in [1, 2]": "true", "\"b\" in {\"a\": 1}": "false"]),
        FunctionNote(
          "[ ]", forms: ["list(A)[int] -> A", "map(A, B)[A] -> B"],
          zh: "第几个元素（从 0 起），或键下的值；没有则出错。",
          en:
            "The element at a place, from 0, or the value under a key; an error where there is none.",
          ["[10, 20][1]": "20", "{\"a\": 1}[\"a\"]": "1"]),
        FunctionNote(
          ".?, [?]", forms: ["A.?name -> optional_type(B)", "A[?key] -> optional_type(B)"],
          zh: "可能没有的字段或元素，作为可选值。",
          en: "A field or element that may not be there, as an optional value.",
          [
            "{\"a\": 1}.?b.orValue(0)": "0", "[1, 2][?5].hasValue()": "false",
          ]),
        FunctionNote(
          "_+_", zh: "相加、连接，日期或时间加期间、时长。工作日按法定工作日历计。",
          en:
            "Sum or concatenation; a date or time plus a period or duration. Working days are those "
            + "of the published calendar.",
          [
            "1 + 2": "3", "\"a\" + \"b\"": "\"ab\"", "[1] + [2]": "[1, 2]",
            "date(\"2024-09-30\") + workdays(7)": "2024-10-15",
            "date(\"2024-01-31\") + months(1)": "2024-02-29", "money(\"0.10\") + 1": "1.10",
          ]),
        FunctionNote(
          "_-_", zh: "相减；日期减期间；两个时间之差为时长。",
          en: "Difference; a date less a period; two times differ by a duration.",
          [
            "5 - 7": "-2", "date(\"2024-03-31\") - months(1)": "2024-02-29",
            "timestamp(\"2024-03-01T00:01:00Z\") - timestamp(\"2024-03-01T00:00:00Z\")": "60s",
          ]),
        FunctionNote(
          "_*_", zh: "相乘；金额乘小数，结果不舍入。",
          en: "Product; money times a decimal is not rounded.",
          ["6 * 7": "42", "money(\"100\") * decimal(\"0.03\")": "3.00"]),
        FunctionNote(
          "_/_", zh: "相除；整数向零取整，除以 0 出错。",
          en: "Quotient; of integers cut towards zero, and an error over 0.",
          ["-7 / 2": "-3", "1.0 / 4.0": "0.25"]),
        FunctionNote(
          "_%_", zh: "余数，符号同被除数。", en: "Remainder, with the sign of the first.",
          ["-7 % 2": "-1"]),
        FunctionNote(
          "-_", zh: "相反数。", en: "The negative.", ["-(3)": "-3"]),
        FunctionNote(
          "_<_", zh: "小于。不同类型的数按数值比较；期间须同单位。",
          en: "Less. Numbers of different types compare by value; periods must have one unit.",
          ["1 < 2.5": "true", "days(7) < days(10)": "true"]),
        FunctionNote(
          "_<=_", zh: "小于或等于。", en: "Less or equal.",
          ["date(\"2024-09-30\") <= date(\"2024-09-30\")": "true"]),
        FunctionNote("_>_", zh: "大于。", en: "Greater.", ["\"b\" > \"a\"": "true"]),
        FunctionNote(
          "_>=_", zh: "大于或等于。", en: "Greater or equal.", ["money(\"5000\") >= 5000": "true"]),
      ]),
    FunctionChapter(
      zh: "宏", en: "Macros",
      [
        FunctionNote(
          "has", forms: ["has(e.f) -> bool", "has(name) -> bool"],
          zh: "字段或部分是否载明；列表是否非空。`false` 与 `0` 也算载明。",
          en:
            "Whether a field or section is on file, a list not empty. `false` and `0` are on file.",
          ["has({\"a\": 0}.a)": "true", "has({\"a\": 0}.b)": "false"]),
        FunctionNote(
          "all", forms: ["list(A).all(x, bool) -> bool", "list(A).all(i, x, bool) -> bool"],
          zh: "每个元素都满足条件；空列表为真。", en: "Every element meets the condition; true of an empty list.",
          ["[1, 2].all(x, x > 0)": "true", "[5, 6].all(i, x, x == i + 5)": "true"]),
        FunctionNote(
          "exists",
          forms: ["list(A).exists(x, bool) -> bool", "list(A).exists(i, x, bool) -> bool"],
          zh: "至少一个元素满足条件；空列表为假。", en: "Some element meets the condition; false of an empty list.",
          ["[1, 2].exists(x, x > 1)": "true"]),
        FunctionNote(
          "exists_one",
          forms: ["list(A).exists_one(x, bool) -> bool", "list(A).existsOne(i, x, bool) -> bool"],
          zh: "恰有一个元素满足条件。", en: "Exactly one element meets the condition.",
          ["[1, 2, 2].exists_one(x, x == 2)": "false"]),
        FunctionNote(
          "map", forms: ["list(A).map(x, B) -> list(B)", "list(A).map(x, bool, B) -> list(B)"],
          zh: "由各元素（或满足条件的元素）算出的列表。",
          en: "The list of what each element, or each that meets a condition, gives.",
          ["[1, 2, 3].map(x, x * 2)": "[2, 4, 6]", "[1, 2, 3].map(x, x > 1, x * 2)": "[4, 6]"]),
        FunctionNote(
          "filter", forms: ["list(A).filter(x, bool) -> list(A)"], zh: "满足条件的元素。",
          en: "The elements that meet the condition.", ["[1, 2, 3].filter(x, x > 1)": "[2, 3]"]),
        FunctionNote(
          "transformList",
          forms: [
            "list(A).transformList(i, x, B) -> list(B)",
            "list(A).transformList(i, x, bool, B) -> list(B)",
          ], zh: "由序号与元素（映射则为键与值）算出的列表。",
          en: "The list of what each place and element, or key and value, gives.",
          ["[5, 6].transformList(i, x, i + x)": "[5, 7]"]),
        FunctionNote(
          "transformMap",
          forms: [
            "map(A, B).transformMap(k, v, C) -> map(A, C)",
            "map(A, B).transformMap(k, v, bool, C) -> map(A, C)",
          ], zh: "键不变，值改为算出的值。", en: "The map with each value replaced by what key and value give.",
          ["{\"a\": 1}.transformMap(k, v, v + 1)": "{\"a\": 2}"]),
        FunctionNote(
          "transformMapEntry",
          forms: ["map(A, B).transformMapEntry(k, v, map(C, D)) -> map(C, D)"],
          zh: "由各键与值算出的一项组成的映射。", en: "The map of the one entry that each key and value gives.",
          ["{\"a\": 1}.transformMapEntry(k, v, {v: k})": "{1: \"a\"}"]),
        FunctionNote(
          "cel.bind", forms: ["cel.bind(x, A, B) -> B"], zh: "给一个值起名，在后面的表达式中使用。",
          en: "Names a value for the expression behind it.",
          ["cel.bind(x, 2 + 3, x * x)": "25"]),
        FunctionNote(
          "cel.block", forms: ["cel.block(list(dyn), A) -> A"],
          zh: "给若干值编号，供表达式以 `cel.index(n)` 引用；多由程序写出。",
          en: "Numbers values for the expression behind them; programs write it.",
          ["cel.block([2, cel.index(0) + 1], cel.index(1) * 2)": "6"]),
        FunctionNote(
          "optMap", forms: ["optional_type(A).optMap(x, B) -> optional_type(B)"],
          zh: "有值则由其算出新值。", en: "What the value gives, where there is one.",
          ["optional.of(2).optMap(x, x + 1).value()": "3"]),
        FunctionNote(
          "optFlatMap",
          forms: ["optional_type(A).optFlatMap(x, optional_type(B)) -> optional_type(B)"],
          zh: "有值则由其算出新的可选值。", en: "The optional value that the value gives, where there is one.",
          ["optional.of(2).optFlatMap(x, optional.none()).hasValue()": "false"]),
      ]),
    FunctionChapter(
      zh: "类型转换", en: "Conversions",
      [
        FunctionNote(
          "int", zh: "转为整数；浮点数向零取整，时间取秒数。",
          en: "An integer; a double is cut towards zero, a time gives its seconds.",
          [
            "int(\"42\")": "42", "int(-1.9)": "-1",
            "int(timestamp(\"1970-01-01T00:01:00Z\"))": "60",
          ]),
        FunctionNote(
          "uint", zh: "转为无符号整数；负数出错。", en: "An unsigned integer; a negative is an error.",
          ["uint(7)": "7"]),
        FunctionNote("double", zh: "转为浮点数。", en: "A double.", ["double(\"2.5\")": "2.5"]),
        FunctionNote(
          "bool", zh: "由 `\"true\"`、`\"false\"` 等文本转为真假值。",
          en: "A boolean from a text such as `\"true\"`.", ["bool(\"true\")": "true"]),
        FunctionNote(
          "string", zh: "转为文本；时间按 UTC。", en: "A text; a time is told in UTC.",
          [
            "string(1.0)": "\"1\"",
            "string(timestamp(\"2024-09-30T08:00:00+08:00\"))": "\"2024-09-30T00:00:00Z\"",
            "string(date(\"2024-09-30\"))": "\"2024-09-30\"",
          ]),
        FunctionNote(
          "bytes", zh: "文本的 UTF-8 字节。", en: "The UTF-8 bytes of a text.",
          ["bytes(\"汉\") == b\"\\xe6\\xb1\\x89\"": "true"]),
        FunctionNote(
          "timestamp", zh: "由 RFC 3339 文本或秒数得到时间。",
          en: "A time from a text of RFC 3339, or from seconds.",
          ["timestamp(\"2024-09-30T00:00:00Z\") == timestamp(1727654400)": "true"]),
        FunctionNote(
          "duration", zh: "由 `\"1h30m\"` 一类文本得到时长。",
          en: "A duration from a text such as `\"1h30m\"`.",
          ["duration(\"1h30m\")": "5400s"]),
        FunctionNote(
          "type", zh: "值的类型。", en: "The type of a value.", ["type(1) == int": "true"]),
        FunctionNote(
          "dyn", zh: "同一个值，但检查时不问类型。", en: "The same value, whose type the check does not ask for.",
          ["dyn(1) == \"a\"": "false"]),
      ]),
  ]
}

extension FunctionChapter {
  /// Lists, and lists taken as sets.
  static let listChapters = [lists, sets]

  private static let lists = FunctionChapter(
    zh: "列表", en: "Lists",
    [
      FunctionNote(
        "lists.range", zh: "从 0 起的若干个整数。", en: "So many integers from 0 on.",
        ["lists.range(3)": "[0, 1, 2]"]),
      FunctionNote(
        "distinct", zh: "去掉重复元素，保留首次出现的。", en: "Without repetitions; the first of equals stays.",
        ["[1, 2, 1].distinct()": "[1, 2]"]),
      FunctionNote(
        "flatten", zh: "展开嵌套列表一层，或几层。", en: "With lists inside it opened up, one level or so many.",
        ["[[1], [2, [3]]].flatten()": "[1, 2, [3]]", "[[1], [2, [3]]].flatten(2)": "[1, 2, 3]"]),
      FunctionNote(
        "slice", zh: "从某处起，到某处前为止。", en: "From a place on, up to but not with another.",
        ["[1, 2, 3, 4].slice(1, 3)": "[2, 3]"]),
      FunctionNote(
        "sort", zh: "由小到大排列。", en: "From the least to the greatest.",
        ["[3, 1, 2].sort()": "[1, 2, 3]"]),
      FunctionNote(
        "first", zh: "第一个元素（可选值）。", en: "The first element, as an optional.",
        ["[1, 2].first().value()": "1"]),
      FunctionNote(
        "last", zh: "最后一个元素（可选值）。", en: "The last element, as an optional.",
        ["[1, 2].last().value()": "2"]),
    ])

  private static let sets = FunctionChapter(
    zh: "集合", en: "Sets",
    [
      FunctionNote(
        "sets.contains", zh: "前者是否包含后者的全部元素。",
        en: "Whether the first list holds every element of the second.",
        ["sets.contains([1, 2, 3], [3, 1])": "true"]),
      FunctionNote(
        "sets.equivalent", zh: "元素是否相同，不论次序和重复。",
        en: "Whether the same elements are in both, whatever their order and number.",
        ["sets.equivalent([1, 2, 2], [2, 1])": "true"]),
      FunctionNote(
        "sets.intersects", zh: "是否有共同元素。", en: "Whether an element is in both.",
        ["sets.intersects([1, 2], [2, 3])": "true", "sets.intersects([1], [2])": "false"]),
    ])
}

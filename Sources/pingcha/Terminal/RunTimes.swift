import Reports
import RuleEvaluator
import SourceText

/// Adds up where the time of a run of `check` goes.
struct RunTimes {
  private var loading = Swift.Duration.zero
  private var writing = Swift.Duration.zero
  private var reviews = ReviewProfile()

  /// Rules that are named; the rest are in the time of evaluation.
  private static let slowest = 10

  mutating func load<T>(_ work: () throws -> T) rethrows -> T {
    let start = ContinuousClock.now
    defer { loading += .now - start }
    return try work()
  }

  mutating func write<T>(_ reviewed: ReviewedCase? = nil, _ work: () throws -> T) rethrows -> T {
    if let profile = reviewed?.profile { reviews.add(profile) }
    let start = ContinuousClock.now
    defer { writing += .now - start }
    return try work()
  }

  func print(_ language: Language) {
    let stages: [ProfilePrinter.Entry] = [
      .init(BilingualText(zh: "读入规则", en: "loading rules"), loading),
      .init(BilingualText(zh: "读入案卷", en: "reading records"), reviews.reading),
      .init(BilingualText(zh: "评查", en: "evaluating"), reviews.evaluating),
      .init(BilingualText(zh: "定位证据", en: "locating evidence"), reviews.locating),
      .init(BilingualText(zh: "输出", en: "writing"), writing),
    ]
    let rules = reviews.slowest(Self.slowest).map { rule, time in
      ProfilePrinter.Entry(BilingualText(zh: "  \(rule)", en: "  \(rule)"), time)
    }
    ProfilePrinter(language: language, sink: Streams.tellPart)
      .print(stages: stages, rules: rules, records: reviews.records)
  }
}

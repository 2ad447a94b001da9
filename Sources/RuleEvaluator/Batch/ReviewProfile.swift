/// Where the time of reviews went.
package struct ReviewProfile: Sendable {
  /// Records that it is the sum of.
  package private(set) var records = 0
  /// Reading records: bytes, parsing, the schema.
  package var reading = Swift.Duration.zero
  /// Evaluating rules, findings included.
  package var evaluating = Swift.Duration.zero
  /// Finding the lines and columns of evidence.
  package var locating = Swift.Duration.zero
  /// Of `evaluating`, the part of each rule, by its id.
  package private(set) var rules: [String: Swift.Duration] = [:]
  /// The same of one record, in the order of evaluation; added up where nothing is timed.
  private var laps: [(rule: String, time: Swift.Duration)] = []

  package init() {}

  /// Notes the time of one rule.
  mutating func note(_ rule: String, _ time: Swift.Duration) { laps.append((rule, time)) }

  /// Adds the time of one record.
  package mutating func add(_ record: ReviewProfile) {
    records += 1
    reading += record.reading
    evaluating += record.evaluating
    locating += record.locating
    for lap in record.laps { rules[lap.rule, default: .zero] += lap.time }
  }

  /// The rules that took longest, and their time, the slowest first.
  package func slowest(_ count: Int) -> [(rule: String, time: Swift.Duration)] {
    rules.map { (rule: $0.key, time: $0.value) }
      .sorted { ($1.time, $0.rule) < ($0.time, $1.rule) }
      .prefix(count).map(\.self)
  }
}

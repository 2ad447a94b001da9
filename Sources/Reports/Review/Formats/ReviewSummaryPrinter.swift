internal import Findings

/// Prints the figures of a review as one line of JSON, for a log or a dashboard.
package struct ReviewSummaryPrinter: ReviewPrinter {
  package static let format = "pingcha.summary"
  package static let version = 1

  private let sink: (String) -> Void
  private var writer = JSONWriter(layout: .line)

  package init(sink: @escaping (String) -> Void) { self.sink = sink }

  package mutating func begin(_ head: ReviewHead) {
    writer.beginObject()
    writer.header(format: Self.format, version: Self.version)
    writer.member("as_of", head.asOf)
  }

  package mutating func add(_ told: ToldCase) {}

  package mutating func end(_ tail: ReviewTail) {
    writer.tally(tail.tally)
    writer.end()
    writer.endDocument()
    sink(writer.take())
  }
}

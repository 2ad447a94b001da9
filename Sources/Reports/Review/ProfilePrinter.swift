package import SourceText

/// Prints where the time of a run went.
package struct ProfilePrinter {
  /// Something that took time.
  package struct Entry {
    package var name: BilingualText
    package var time: Swift.Duration

    package init(_ name: BilingualText, _ time: Swift.Duration) {
      self.name = name
      self.time = time
    }
  }

  private let language: Language
  private let sink: (String) -> Void

  package init(language: Language, sink: @escaping (String) -> Void) {
    self.language = language
    self.sink = sink
  }

  /// Prints stages and rules with their time, in all and for each record.
  ///
  /// - Parameters:
  ///   - stages: What the run did, in its order. With several workers they add up to more than the
  ///     time that went by.
  ///   - rules: The slowest rules, the slowest first.
  package func print(stages: [Entry], rules: [Entry], records: Int) {
    var page = TextPage(language: language, colour: false)
    var table = TextTable([.left, .right, .right])
    table.add([
      .init(page.word(ReportWords.stage)), .init(page.word(ReportWords.milliseconds)),
      .init(page.word(ReportWords.microsecondsARecord)),
    ])
    for entry in stages + rules {
      table.add([
        .init(entry.name[language]), .init(Self.tenths(entry.time, of: .milliseconds(1))),
        .init(records == 0 ? "" : Self.tenths(entry.time, of: .microseconds(1) * records)),
      ])
    }
    page.table(table, indent: 0)
    sink(page.take())
  }

  /// `12.3`
  private static func tenths(_ time: Swift.Duration, of unit: Swift.Duration) -> String {
    let tenths = Int((time / unit * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

import SourceText

/// A line on standard error that says how far the work is. Only on a terminal, and only once the
/// work has taken longer than a second.
final class ProgressLine {
  private let isShown: Bool
  private let language: Language
  /// What is done, before the number: `reviewed`.
  private let words: BilingualText
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var isThere = false

  init(
    isShown: Bool, language: Language,
    words: BilingualText = BilingualText(zh: "已评查", en: "reviewed")
  ) {
    self.words = words
    self.isShown = isShown && Streams.errorIsTerminal
    self.language = language
  }

  /// Shows the number of records, or rules, done, at most ten times a second.
  ///
  /// - Parameter total: The number of sources; a source may hold many records.
  func show(_ count: Int, of total: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(1), last.map({ now - $0 > .milliseconds(100) }) ?? true else {
      return
    }
    last = now
    isThere = true
    let done = count <= total ? "\(count)/\(total)" : "\(count)"
    Streams.tell(
      "\r\u{1B}[K" + words[language] + " " + done, terminator: "")
  }

  /// Takes the line away, where it was shown.
  func clear() {
    if isThere { Streams.tell("\r\u{1B}[K", terminator: "") }
    isThere = false
  }
}

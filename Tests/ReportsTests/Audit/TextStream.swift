import Reports

/// A stream that keeps what is written, with a digest that says over how much it was taken.
final class TextStream: AuditStream {
  private(set) var text = ""

  func write(_ text: String) { self.text += text }

  func digest(endingWith rest: String) -> String { "of \((text + rest).utf8.count) bytes" }
}

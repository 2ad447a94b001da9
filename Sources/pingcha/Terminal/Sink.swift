/// Where the text of one format goes: standard output, or a file that is there as a whole once
/// `close` has been called, and until then is what it was.
final class Sink {
  private let path: String?
  private let file: ReplacedFile?
  /// False once nobody reads it any more; what is written then is dropped.
  private(set) var isOpen = true
  private var hasFailed = false

  /// - Parameter path: The file to write; `nil` for standard output.
  init(_ path: String?) throws {
    self.path = path
    if let path {
      guard let file = ReplacedFile(path) else { throw UsageProblem.cannotWrite(path) }
      self.file = file
    } else {
      file = nil
    }
  }

  func write(_ text: String) {
    guard isOpen, !text.isEmpty else { return }
    if let file {
      isOpen = file.write(Array(text.utf8))
      hasFailed = !isOpen
    } else {
      isOpen = Streams.print(text, terminator: "")
    }
  }

  /// Ends the file and moves it into place; a full disk is told, a reader of standard output who has
  /// left is not.
  func close() throws {
    guard let path, let file else { return }
    if hasFailed || !file.commit() { throw UsageProblem.cannotWrite(path) }
  }
}

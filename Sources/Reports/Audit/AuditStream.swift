/// Where the text of a report goes, and its digest.
package protocol AuditStream: AnyObject {
  func write(_ text: String)

  /// The SHA-256, in lower-case hex, of everything that was written so far and of `rest`, as UTF-8.
  func digest(endingWith rest: String) -> String
}

extension AuditStream {
  /// Ends a report by the line that tells its digest, and what stands behind that line.
  ///
  /// The digest is of the whole text without the line, so that anyone can work it out again.
  func seal(rest: String, line: (String) -> String) {
    let digest = digest(endingWith: rest)
    write(line(digest) + "\n")
    write(rest)
  }
}

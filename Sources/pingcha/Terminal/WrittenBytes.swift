/// Writes files that are no text.
enum WrittenBytes {
  /// Writes a file so that its place holds what it held before until all of it is there.
  ///
  /// - Throws: `UsageProblem` where it cannot be written.
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = ReplacedFile(path), file.write(bytes), file.commit() else {
      throw UsageProblem.cannotWrite(path)
    }
  }
}

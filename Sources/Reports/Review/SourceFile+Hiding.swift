package import SourceText

extension SourceFile {
  /// Returns the same text with a star for every byte of the ranges, so that excerpts do not show
  /// what stands there and every other place stays what it is. Line breaks are left.
  package func hiding(_ ranges: [ByteRange]) -> SourceFile {
    var bytes = bytes
    for range in ranges {
      let end = min(Int(range.end), bytes.count)
      for index in min(Int(range.start), end)..<end where bytes[index] >= 0x20 {
        bytes[index] = UInt8(ascii: "*")
      }
    }
    return SourceFile(path: path, bytes: bytes)
  }
}

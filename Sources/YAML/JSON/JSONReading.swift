package import SourceText

/// Reads one JSON value (RFC 8259) into the same tree as a YAML document.
///
/// Strings are double-quoted scalars; numbers, `true`, `false` and `null` are plain scalars with
/// their text as written, so `5000.00` stays `5000.00`. Keys of an object keep their order; a key
/// that stands twice is reported and its second value dropped. Everything else that is wrong stops,
/// and then there is no tree. A byte order mark at the start is passed over.
///
/// - Parameters:
///   - bytes: UTF-8; one value with nothing but white space around it, such as a line of NDJSON.
///   - base: What is added to every offset: where `bytes` starts in the text that ranges speak of.
package func readJSON(
  _ bytes: ArraySlice<UInt8>, base: Int = 0, limits: ReadingLimits = .standard
) -> (root: Node?, diagnostics: [Diagnostic]) {
  if let problem = TextCheck.problem(in: bytes, base: base, limit: limits.bytes) {
    return (nil, [problem])
  }
  var reader = JSONReader(bytes, base: base, limits: limits)
  return reader.read()
}

/// Reads one JSON value (RFC 8259).
package func readJSON(
  _ bytes: [UInt8], limits: ReadingLimits = .standard
) -> (root: Node?, diagnostics: [Diagnostic]) {
  readJSON(bytes[...], limits: limits)
}

/// Reads one JSON value from a text.
package func readJSON(
  _ text: String, limits: ReadingLimits = .standard
) -> (root: Node?, diagnostics: [Diagnostic]) {
  readJSON(Array(text.utf8)[...], limits: limits)
}

// Paths as text, with `/` between their parts.

extension String {
  /// The last part: `case.yaml` of `a/b/case.yaml`.
  var lastComponent: String {
    let parts = split(separator: "/")
    return parts.last.map(String.init) ?? self
  }

  /// The folder that holds it: `.` for a mere name.
  var parentFolder: String {
    var bytes = utf8[...]
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes = bytes.dropLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == bytes.startIndex ? "/" : String(self[..<slash])
  }

  /// What follows the last point, in lower case; empty for none.
  var pathExtension: String {
    guard let point = utf8.lastIndex(of: UInt8(ascii: ".")), point > utf8.startIndex else {
      return ""
    }
    return self[point...].dropFirst().lowercased()
  }

  /// The path of an entry of this folder; of the folder `.` the entry's name alone.
  func appending(_ name: String) -> String {
    if self == "." { return name }
    return utf8.last == UInt8(ascii: "/") ? self + name : "\(self)/\(name)"
  }
}

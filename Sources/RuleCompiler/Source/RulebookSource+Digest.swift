internal import CaseRecords
package import SourceText

extension RulebookSource {
  /// The SHA-256 of files with their paths below the rules folder, in lower-case hex: the same
  /// wherever the folder lies.
  package static func digest(of files: [SourceFile]) -> String {
    let lines = files.map { "\($0.path) \(sha256(of: $0.bytes))\n" }
    return sha256(of: Array(lines.joined().utf8))
  }
}

internal import Findings
internal import SourceText

// What a log of SARIF 2.1.0 is made of, as far as we write it. Members without a value are left out.

/// How grave a result is (§3.27.10).
enum SARIFLevel: String {
  case none, note, warning, error

  init(_ severity: Diagnostic.Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .info: self = .note
    }
  }
}

/// A `reportingDescriptor` (§3.49): a rule, or a text of law.
struct SARIFRule {
  var id: String
  var short: String
  var full: String?
  /// In plain text and in Markdown.
  var help: (text: String, markdown: String)?
  var level: SARIFLevel?
  /// Ids of the texts that it rests on, in the taxonomy of the log.
  var taxa: [String] = []
  var tags: [String] = []
}

/// A `location` (§3.28).
struct SARIFLocation {
  /// A path as it was given.
  var file: String
  var region: SARIFRegion?
  /// What the place is called inside its record, such as `decision.made_on`.
  var name: String?
  var message: String?
}

/// A `region` (§3.30): lines from 1, columns in code points from 1, an end just past the last one.
/// A place that cannot be looked up in its file keeps its line alone.
struct SARIFRegion: Hashable {
  var startLine: Int
  var columns: Columns?

  struct Columns: Hashable {
    var start: Int
    var endLine: Int
    var end: Int
  }

  /// - Parameter text: What the ranges of the place are offsets in; for a line of a stream that line.
  init(_ place: Place, in text: SourceFile?) {
    startLine = place.line
    guard let text, Int(place.range.end) <= text.bytes.count else { return }
    columns = Columns(
      start: Self.column(of: place.range.start, in: text), endLine: place.endLine,
      end: Self.column(of: place.range.end, in: text))
  }

  /// The code points before an offset on its line, and one more.
  private static func column(of offset: UInt32, in file: SourceFile) -> Int {
    let line = file.lines.line(at: Int(offset))
    let content = file.lines.content(ofLine: line, in: file.bytes)
    let end = min(max(Int(offset), content.lowerBound), content.upperBound)
    // Every code point has one byte that is no continuation.
    return file.bytes[content.lowerBound..<end].count { $0 & 0xC0 != 0x80 } + 1
  }
}

/// A `result` (§3.27).
struct SARIFResult {
  /// Whether it is a failure at all (§3.27.9).
  enum Kind: String { case fail, open, review, informational }
  enum BaselineState: String { case new, unchanged, absent }

  var rule: String
  var message: String
  var level: SARIFLevel
  /// `nil` leaves it at `fail`.
  var kind: Kind?
  var locations: [SARIFLocation] = []
  var related: [SARIFLocation] = []
  var fingerprint: String?
  /// `nil` where the log has no suppressions at all.
  var suppressions: [Waiver]?
  var baselineState: BaselineState?
  var taxa: [String] = []
  /// Further members, for readers that know this program.
  var properties: JSONTree?
}

/// A `notification` (§3.58): what went wrong with a run.
struct SARIFNotification {
  var code: String
  var level: SARIFLevel
  var message: String
  var location: SARIFLocation?
  /// The rule that it is about.
  var rule: String?
}

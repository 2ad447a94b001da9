package import SourceText

/// A text with its interesting places marked by `«…»`, as tests write it.
///
/// `"case.«servd_on» != null"` is the text `case.servd_on != null` and one range; `«»` marks an
/// empty range. Marks may nest; ranges come in the order of their opening marks.
package struct MarkedText: Sendable {
  package private(set) var text = ""
  package private(set) var ranges: [ByteRange] = []

  /// - Precondition: The marks pair up.
  package init(_ marked: String) {
    var open: [Int] = []
    var length = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«":
        open.append(ranges.count)
        ranges.append(ByteRange(length, length))
      case "»":
        guard let index = open.popLast() else { preconditionFailure("» without «: \(marked)") }
        ranges[index].end = UInt32(length)
      default:
        text.unicodeScalars.append(scalar)
        length += UTF8.width(scalar)
      }
    }
    precondition(open.isEmpty, "« without »: \(marked)")
  }

  package var bytes: [UInt8] { Array(text.utf8) }

  /// Returns a text with the marks put where the ranges are: the inverse, to show what a test got.
  package static func marking(_ text: String, _ ranges: [ByteRange]) -> String {
    let bytes = Array(text.utf8)
    var marks: [(offset: Int, order: Int, mark: String)] = []
    for range in ranges {
      let (start, end) = (min(Int(range.start), bytes.count), min(Int(range.end), bytes.count))
      // An end stands before a start at the same offset, but never before its own start.
      marks.append((start, start == end ? 1 : 2, "«"))
      marks.append((end, start == end ? 1 : 0, "»"))
    }
    marks.sort { ($0.offset, $0.order) < ($1.offset, $1.order) }
    var (result, last) = ("", 0)
    for mark in marks {
      result += String(decoding: bytes[last..<mark.offset], as: UTF8.self) + mark.mark
      last = mark.offset
    }
    return result + String(decoding: bytes[last...], as: UTF8.self)
  }
}

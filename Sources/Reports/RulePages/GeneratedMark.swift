/// What every written page says near its beginning, so that one whose rule is gone can be told from
/// a file of somebody else.
package enum GeneratedMark {
  package static let text = "written by pingcha rules docs; do not edit"

  /// True for the bytes of a file that bears the mark among its first.
  package static func isBorne(by bytes: [UInt8]) -> Bool {
    let beginning = bytes.prefix(300)
    let mark = Array(text.utf8)
    guard beginning.count >= mark.count else { return false }
    for start in 0...(beginning.count - mark.count)
    where beginning[start] == mark[0] && beginning[start..<(start + mark.count)].elementsEqual(mark)
    {
      return true
    }
    return false
  }
}

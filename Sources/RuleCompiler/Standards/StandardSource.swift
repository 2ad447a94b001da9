package import Findings
internal import SourceText

/// A score sheet as its file says it, read and checked for shape; what it says of rules and of the
/// record is checked with the rest of the folder.
package struct StandardSource: Sendable {
  package var id: NameSource
  /// The record kind that it is for.
  package var kind: NameSource
  /// True for the sheet that is used where none is asked for.
  package var isDefault: Bool
  /// Which cases it is for; `nil` for all of the kind.
  package var applies: ExpressionSource?
  /// Feeders in it name rules as the file does, also by former ids.
  package var sheet: ScoreSheet
  /// Every entry of a `fed_by:`, as written: `penalty.service.mail` or `penalty.service.mail#proof`.
  package var feeders: [NameSource]
  /// Every entry of a `feeds:`, the fields of the record that show an item, without indexes.
  package var feeds: [NameSource]
  /// The path of the file below the rules folder.
  package var file: String

  package init(
    id: NameSource, kind: NameSource, isDefault: Bool, applies: ExpressionSource?,
    sheet: ScoreSheet, feeders: [NameSource], feeds: [NameSource], file: String
  ) {
    self.id = id
    self.kind = kind
    self.isDefault = isDefault
    self.applies = applies
    self.sheet = sheet
    self.feeders = feeders
    self.feeds = feeds
    self.file = file
  }
}

extension ScoreSheet.Feeder {
  /// Reads `RULE` or `RULE#CHECK`.
  init(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(
      rule: String(parts.first ?? ""), check: parts.count > 1 ? String(parts[1]) : nil)
  }
}

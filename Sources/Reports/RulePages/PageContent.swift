internal import SourceText

/// Where a link of a page leads.
enum PageTarget: Hashable, Sendable {
  case rule(String)
  /// The rules that rest on an instrument, in the index by law.
  case instrument(String)
  /// The rules of a family, in the index by family.
  case family(String)
  case families
  case laws
  /// An address of the web.
  case address(String)
}

/// A stretch of a line.
enum PageInline: Hashable, Sendable {
  /// Words in both languages.
  case words(BilingualText)
  /// Words that there are in one form only: of the law, of the author, ids.
  case plain(String)
  /// An expression, a path, a name of the files.
  case code(String)
  indirect case link(PageTarget, [PageInline])
  /// A word set off, coloured by what it says: `violated`, `fatal`.
  case tag(String, BilingualText)
}

/// A part of a page.
enum PageBlock: Hashable, Sendable {
  case heading(level: Int, [PageInline], anchor: String?)
  case paragraph([PageInline])
  /// Labels with what stands behind each.
  case facts([PageFact])
  case list([[PageInline]])
  case table(head: [BilingualText], rows: [[[PageInline]]])
  /// Parts that belong together, such as a check.
  indirect case card([PageBlock])
}

struct PageFact: Hashable, Sendable {
  var label: BilingualText
  var lines: [[PageInline]]

  init(_ label: BilingualText, _ lines: [PageInline]...) {
    self.label = label
    self.lines = lines
  }

  init(_ label: BilingualText, lines: [[PageInline]]) {
    self.label = label
    self.lines = lines
  }
}

/// One page, in no format yet.
struct PageContent: Sendable {
  enum Place: Hashable, Sendable {
    case families, laws
    case rule(String)
  }

  var place: Place
  var title: BilingualText
  var blocks: [PageBlock]
}

extension BilingualText {
  /// True where neither language says a word.
  var isPunctuation: Bool { !(zh + en).contains { $0.isLetter || $0.isNumber } }
}

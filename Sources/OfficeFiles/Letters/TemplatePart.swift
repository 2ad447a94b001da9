internal import SourceText

/// A part of a template whose tags have been put together.
///
/// A word processor cuts a text wherever its style, its language or its spelling check changes, also
/// within `{{office}}`. Here every tag stands in one piece again. A paragraph that holds nothing but
/// a tag of a section is only there to mark a place, and so is a row of a table: they become the tag.
struct TemplatePart {
  /// A tag that a paragraph begins and does not end.
  struct Fault: Error, Hashable {
    var range: Range<Int>
  }

  /// In the order of the part.
  private(set) var tags: [TemplateTag] = []
  /// Mustache.
  private(set) var text = ""

  private let bytes: [UInt8]
  private let pieces: [XMLPiece]
  /// What stands in the place of a piece, where that is not the piece itself.
  private var replaced: [Int: String] = [:]
  /// Pieces of paragraphs that have tags.
  private var paragraphs: [Paragraph] = []

  private struct Paragraph {
    var first: Int
    /// Its pieces of text, each with the elements that are open around it.
    var texts: [(piece: Int, open: [String])] = []
    var holdsOther = false
    var tags: [TemplateTag] = []
  }

  private struct Row {
    var first: Int
    var text = ""
    var tags: [TemplateTag] = []
  }

  init(_ bytes: [UInt8], _ pieces: [XMLPiece]) throws(Fault) {
    self.bytes = bytes
    self.pieces = pieces
    try joinTags()
    for (index, piece) in pieces.enumerated() { text += replaced[index] ?? string(piece.range) }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func joinTags() throws(Fault) {
    var open: [String] = []
    var paragraphs: [Paragraph] = []
    var rows: [Row] = []
    for (index, piece) in pieces.enumerated() {
      switch piece.kind {
      case .start(let name):
        open.append(name)
        if name == "w:p" { paragraphs.append(Paragraph(first: index)) }
        if name == "w:tr" { rows.append(Row(first: index)) }
        if Self.visible.contains(name), !paragraphs.isEmpty {
          paragraphs[paragraphs.count - 1].holdsOther = true
        }
      case .text:
        guard open.last == "w:t", !paragraphs.isEmpty else { break }
        paragraphs[paragraphs.count - 1].texts.append((index, open))
      case .end(let name):
        open.removeLast()
        if name == "w:p", var paragraph = paragraphs.popLast() {
          let text = try join(&paragraph)
          if !rows.isEmpty {
            rows[rows.count - 1].text += text
            rows[rows.count - 1].tags += paragraph.tags
          }
          if isMark(text, paragraph.tags), !paragraph.holdsOther {
            replace(paragraph.first...index, with: text.trimmed)
            lift(paragraph.tags, to: open)
          }
        }
        if name == "w:tr", let row = rows.popLast(), isMark(row.text, row.tags) {
          replace(row.first...index, with: row.text.trimmed)
          lift(row.tags, to: open)
        }
      case .empty(let name):
        if Self.visible.contains(name), !paragraphs.isEmpty {
          paragraphs[paragraphs.count - 1].holdsOther = true
        }
      case .other: break
      }
    }
    // Those of a text box are found before what its paragraph goes on with.
    tags.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Notes where tags stand that have taken the place of their paragraph or row.
  private mutating func lift(_ lifted: [TemplateTag], to open: [String]) {
    for index in tags.indices where lifted.contains(where: { $0.range == tags[index].range }) {
      tags[index].open = open
    }
  }

  /// Elements for whose sake a paragraph stays.
  private static let visible: Set<String> = [
    "w:drawing", "w:pict", "w:object", "w:sectPr", "w:br", "w:tab",
  ]

  private func isMark(_ text: String, _ tags: [TemplateTag]) -> Bool {
    guard tags.count == 1, let tag = tags.first, tag.isStructural else { return false }
    let text = text.trimmed
    return text.hasPrefix("{{") && text.hasSuffix("}}")
      && text.dropFirst(2).firstRange(of: "{{") == nil
  }

  private mutating func replace(_ range: ClosedRange<Int>, with text: String) {
    for index in range { replaced[index] = "" }
    replaced[range.lowerBound] = text
  }

  /// Puts the tags of a paragraph together, each where it begins, and returns its whole text.
  private mutating func join(_ paragraph: inout Paragraph) throws(Fault) -> String {
    // Every byte of the text with the piece that it is of and its place in the part.
    var bytes: [(byte: UInt8, piece: Int, place: Int)] = []
    for text in paragraph.texts {
      for place in pieces[text.piece].range {
        bytes.append((self.bytes[place], text.piece, place))
      }
    }
    func isBrace(_ place: Int, _ byte: Character) -> Bool {
      guard place + 1 < bytes.count, let brace = byte.asciiValue else { return false }
      return bytes[place].byte == brace && bytes[place + 1].byte == brace
    }
    var place = 0
    while place < bytes.count {
      guard isBrace(place, "{") else {
        place += 1
        continue
      }
      let first = place
      place += 2
      while place < bytes.count, !isBrace(place, "}") { place += 1 }
      guard place < bytes.count else {
        throw Fault(range: bytes[first].place..<bytes[first].place + 2)
      }
      let inner = String(decoding: bytes[(first + 2)..<place].map(\.byte), as: UTF8.self)
      // `}}}` ends a raw tag.
      if inner.hasPrefix("{"), place + 2 < bytes.count,
        bytes[place + 2].byte == UInt8(ascii: "}")
      {
        place += 1
      }
      place += 2
      let open = paragraph.texts.first { $0.piece == bytes[first].piece }?.open ?? []
      paragraph.tags.append(
        TemplateTag(inner, range: bytes[first].place..<bytes[place - 1].place + 1, open: open))
      for index in first..<place { bytes[index].piece = bytes[first].piece }
    }
    tags += paragraph.tags
    if !paragraph.tags.isEmpty {
      for (index, _) in paragraph.texts {
        let text = bytes.filter { $0.piece == index }.map(\.byte)
        replaced[index] = String(decoding: text, as: UTF8.self)
        // What is put in may begin or end with a blank, which XML would drop.
        if index > 0, string(pieces[index - 1].range) == "<w:t>" {
          replaced[index - 1] = "<w:t xml:space=\"preserve\">"
        }
      }
    }
    return String(decoding: bytes.map(\.byte), as: UTF8.self)
  }
}

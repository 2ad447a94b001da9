internal import SourceText

/// The pieces of a part of a document, as far as templates need them: tags and what stands between.
struct XMLPiece: Hashable {
  enum Kind: Hashable {
    case start(String)
    case end(String)
    case empty(String)
    case text
    /// A comment, a processing instruction, a declaration.
    case other
  }

  var kind: Kind
  /// In the bytes of the part.
  var range: Range<Int>

  /// What keeps a part from being read, and where.
  struct Fault: Error, Hashable {
    enum Reason: Hashable {
      case unended
      /// An end tag that closes nothing, or another element than the one that is open.
      case misplacedEnd(String, open: String?)
      case unclosed(String)
    }

    var reason: Reason
    var range: Range<Int>
  }

  /// Cuts a part into pieces, and checks that its elements nest.
  static func all(of bytes: [UInt8]) throws(Fault) -> [XMLPiece] {
    var pieces: [XMLPiece] = []
    var open: [(name: String, range: Range<Int>)] = []
    var place = 0
    while place < bytes.count {
      let end =
        bytes[place] == UInt8(ascii: "<")
        ? try tagEnd(in: bytes, from: place)
        : bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      let piece = XMLPiece(kind: kind(of: bytes[place..<end]), range: place..<end)
      switch piece.kind {
      case .start(let name): open.append((name, piece.range))
      case .end(let name):
        let opened = open.popLast()?.name
        if opened != name {
          throw Fault(reason: .misplacedEnd(name, open: opened), range: piece.range)
        }
      case .empty, .text, .other: break
      }
      pieces.append(piece)
      place = end
    }
    if let last = open.last { throw Fault(reason: .unclosed(last.name), range: last.range) }
    return pieces
  }

  /// Returns the offset behind the tag, comment or section that begins at `start`.
  private static func tagEnd(in bytes: [UInt8], from start: Int) throws(Fault) -> Int {
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where bytes[start...].starts(with: opening.utf8) {
      let closing = Array(closing.utf8)
      var place = start + opening.utf8.count
      while place + closing.count <= bytes.count {
        if bytes[place..<place + closing.count].elementsEqual(closing) {
          return place + closing.count
        }
        place += 1
      }
      throw Fault(reason: .unended, range: start..<start + 1)
    }
    var quote: UInt8?
    for place in start..<bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      }
    }
    throw Fault(reason: .unended, range: start..<start + 1)
  }

  private static func kind(of piece: ArraySlice<UInt8>) -> Kind {
    guard piece.first == UInt8(ascii: "<") else { return .text }
    let inner = piece.dropFirst().dropLast()
    switch inner.first {
    case UInt8(ascii: "?"), UInt8(ascii: "!"): return .other
    case UInt8(ascii: "/"): return .end(name(inner.dropFirst()))
    default: return inner.last == UInt8(ascii: "/") ? .empty(name(inner)) : .start(name(inner))
    }
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }, as: UTF8.self)
  }
}

/// A tag of a template, such as `{{#cases}}`.
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    case value, section, inverted, end, comment
    /// One that Mustache has and letters do not, by its sign.
    case refused(String)
  }

  var kind: Kind
  var name: String
  /// In the bytes of the part, from its first brace to its last, with whatever Word put between.
  var range: Range<Int>
  /// The elements that are open where it stands, from the outermost.
  var open: [String]

  /// - Parameter text: What stands between the braces, as the part has it.
  init(_ text: String, range: Range<Int>, open: [String]) {
    self.range = range
    self.open = open
    var name = text
    // Word writes these two as entities.
    for (entity, sign) in [("&gt;", ">"), ("&lt;", "<"), ("&amp;", "&")]
    where name.hasPrefix(entity) {
      name = sign + name.dropFirst(entity.count)
    }
    let sign = name.first
    switch sign {
    case "#": kind = .section
    case "^": kind = .inverted
    case "/": kind = .end
    case "!": kind = .comment
    case "{", "&", ">", "<", "=", "$", "%": kind = .refused(String(sign ?? "{"))
    default: kind = .value
    }
    if kind != .value { name = String(name.dropFirst()) }
    self.name = name.trimmed
  }

  /// True for a tag that leaves nothing behind, and so takes its paragraph along.
  var isStructural: Bool {
    switch kind {
    case .section, .inverted, .end, .comment: true
    case .value, .refused: false
    }
  }
}

extension String {
  /// Without blanks at its ends, among them the wide one of Chinese.
  var trimmed: String {
    let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\u{3000}", "\u{A0}"]
    var rest = self[...]
    while let first = rest.first, blanks.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, blanks.contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}

internal import Reports
internal import SourceText

/// Holds the tags of a part against what a letter may ask for.
struct TemplateCheck {
  /// The first thing that is wrong, if any.
  static func problem(in tags: [TemplateTag], shape: LetterShape) -> Diagnostic? {
    var sections: [(tag: TemplateTag, shape: LetterShape)] = []
    for tag in tags {
      let range = ByteRange(tag.range.lowerBound, tag.range.upperBound)
      switch tag.kind {
      case .comment: continue
      case .refused(let sign): return .tagRefused(sign, at: range)
      case .end:
        guard let (opened, _) = sections.popLast() else {
          return .endWithoutSection(tag.name, at: range)
        }
        if opened.name != tag.name { return .wrongEnd(tag.name, of: opened.name, at: range) }
        if opened.open != tag.open { return .sectionAcross(tag.name, at: range) }
      case .value, .section, .inverted:
        if tag.name.isEmpty { return .tagWithoutName(at: range) }
        let scopes = [shape] + sections.map(\.shape)
        guard let found = resolve(tag.name, in: scopes) else {
          return unknown(tag.name, in: scopes, at: range)
        }
        if tag.kind == .value {
          if found != .text { return .notAText(tag.name, at: range) }
        } else {
          // What is not there has no names of its own.
          sections.append((tag, tag.kind == .inverted ? .flag : found))
        }
      }
    }
    return sections.last.map { opened in
      .sectionWithoutEnd(
        opened.tag.name,
        at: ByteRange(opened.tag.range.lowerBound, opened.tag.range.upperBound))
    }
  }

  /// What a name stands for: looked for from the innermost section outwards, as Mustache does.
  private static func resolve(_ name: String, in scopes: [LetterShape]) -> LetterShape? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first else { return nil }
    for scope in scopes.reversed() {
      guard let field = scope.fields.first(where: { $0.name == first }) else { continue }
      var shape = field.shape
      for part in parts.dropFirst() {
        guard case .object(let fields) = shape,
          let next = fields.first(where: { $0.name == part })
        else { return nil }
        shape = next.shape
      }
      return shape
    }
    return nil
  }

  private static func unknown(
    _ name: String, in scopes: [LetterShape], at range: ByteRange
  ) -> Diagnostic {
    var known: [String] = []
    for scope in scopes.reversed() {
      for field in scope.fields {
        known.append(field.name)
        if case .object(let inner) = field.shape {
          known += inner.map { "\(field.name).\($0.name)" }
        }
      }
    }
    return .unknownName(
      name, near: Suggestion.nearest(to: name, among: known),
      known: scopes.last?.fields.isEmpty
        == false ? (scopes.last?.fields ?? []).map(\.name) : known, at: range)
  }
}

internal import SourceText
internal import YAML

extension RecordPass {
  /// Reads the lists `unrecorded:` and `complete:`, and checks their paths against the schema.
  mutating func readMarks(unrecorded: Pair?, complete: Pair?) -> PathMarks {
    var marks = PathMarks()
    for (pair, kind) in [(unrecorded, PathMarks.Kind.unrecorded), (complete, .complete)] {
      guard let pair, !pair.value.isNull else { continue }
      guard let items = pair.value.sequence else {
        diagnostics.append(.notAListOfPaths(pair.key.text, at: pair.value.range))
        continue
      }
      for item in items {
        guard let text = item.scalar?.text, !item.isNull else {
          diagnostics.append(.notAListOfPaths(pair.key.text, at: item.range))
          continue
        }
        guard let path = check(text, as: kind, at: item.range) else { continue }
        if !marks.add(kind, path, at: item.range) {
          diagnostics.append(.pathTwice(path, at: item.range))
        }
      }
    }
    return marks
  }

  /// Returns the path as it is spelled elsewhere; `nil` with a diagnostic for one that the schema
  /// does not know, or that cannot be marked so.
  private mutating func check(_ text: String, as kind: PathMarks.Kind, at range: ByteRange)
    -> String?
  {
    guard let path = FactPath(text) else {
      diagnostics.append(.notAPath(text, at: range))
      return nil
    }
    do {
      let location = try schema.locate(path)
      switch (location.target, kind) {
      case (.scalarElement, _):
        diagnostics.append(.scalarElementMarked(text, at: range))
        return nil
      case (.recordList, _), (_, .unrecorded): return path.description
      case (.field(let field), .complete):
        if case .list = field.type { return path.description }
        fallthrough
      case (_, .complete):
        diagnostics.append(.notAListToComplete(text, at: range))
        return nil
      }
    } catch {
      switch error {
      case .unknownName(let name, let known):
        diagnostics.append(
          .unknownPath(
            text, name: name, at: range, near: Suggestion.nearest(to: name, among: known)))
      case .needsIndex(let list):
        diagnostics.append(.pathNeedsIndex(text, list: list, at: range))
      case .leadsNoFurther(let end):
        diagnostics.append(.pathLeadsTooFar(text, end: end, at: range))
      }
    }
    return nil
  }
}

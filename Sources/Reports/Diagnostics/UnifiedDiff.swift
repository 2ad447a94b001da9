package import SourceText

/// Shows how a text changes, as `diff -u` does.
package enum UnifiedDiff {
  private enum Line {
    case same(String)
    case removed(String)
    case added(String)
  }

  private static let context = 3

  /// Returns the hunks with their heading; empty where nothing differs.
  ///
  /// - Parameter path: What the file is called on both sides.
  package static func text(
    of path: String, from before: SourceFile, to after: SourceFile
  ) -> String {
    let lines = changes(from: split(before.text), to: split(after.text))
    let changed = lines.indices.filter { if case .same = lines[$0] { false } else { true } }
    guard !changed.isEmpty else { return "" }
    var result = "--- a/\(path)\n+++ b/\(path)\n"
    var hunk = max(changed[0] - context, 0)..<min(changed[0] + context + 1, lines.count)
    var hunks: [Range<Int>] = []
    for place in changed.dropFirst() {
      if place - context <= hunk.upperBound {
        hunk = hunk.lowerBound..<min(place + context + 1, lines.count)
      } else {
        hunks.append(hunk)
        hunk = (place - context)..<min(place + context + 1, lines.count)
      }
    }
    hunks.append(hunk)
    var (old, new, at) = (1, 1, 0)
    for hunk in hunks {
      for line in lines[at..<hunk.lowerBound] { advance(&old, &new, line) }
      let (oldStart, newStart) = (old, new)
      var body = ""
      for line in lines[hunk] {
        advance(&old, &new, line)
        switch line {
        case .same(let text): body += " " + ended(text)
        case .removed(let text): body += "-" + ended(text)
        case .added(let text): body += "+" + ended(text)
        }
      }
      at = hunk.upperBound
      result += "@@ -\(span(oldStart, old)) +\(span(newStart, new)) @@\n" + body
    }
    return result
  }

  private static func advance(_ old: inout Int, _ new: inout Int, _ line: Line) {
    switch line {
    case .same: (old, new) = (old + 1, new + 1)
    case .removed: old += 1
    case .added: new += 1
    }
  }

  /// First line and number of lines; a stretch of none is said to stand behind the line before.
  private static func span(_ start: Int, _ end: Int) -> String {
    let count = end - start
    return count == 1 ? "\(start)" : "\(count == 0 ? start - 1 : start),\(count)"
  }

  private static func ended(_ line: String) -> String {
    line.hasSuffix("\n") ? line : line + "\n\\ No newline at end of file\n"
  }

  /// The lines, each with its line break.
  private static func split(_ text: String) -> [String] {
    var (lines, line): ([String], String.UnicodeScalarView) = ([], String.UnicodeScalarView())
    for scalar in text.unicodeScalars {
      line.append(scalar)
      if scalar == "\n" {
        lines.append(String(line))
        line = String.UnicodeScalarView()
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    return lines
  }

  private static func changes(from old: [String], to new: [String]) -> [Line] {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var (lines, i, j): ([Line], Int, Int) = ([], 0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        lines.append(.removed(old[i]))
        i += 1
      } else if j < new.count, added.contains(j) {
        lines.append(.added(new[j]))
        j += 1
      } else if i < old.count {
        lines.append(.same(old[i]))
        i += 1
        j += 1
      } else {
        break
      }
    }
    return lines
  }
}

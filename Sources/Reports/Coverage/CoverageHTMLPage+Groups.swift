internal import Findings
internal import SourceText

extension CoverageHTMLPage {
  /// A rule, definition or field: its outcomes, its text, and what is missing.
  func section(of group: CoverageGroup) -> String {
    let name = HTMLText.escaped(group.fullName)
    var html = "<section id=\"\(name)\">\n<h2>\(name) <small>\(word(group.title))</small></h2>\n"
    html += "<p>\(bar(group.tally))</p>\n"
    html += chips(of: group)
    html += text(of: group)
    let parts = CoverageGapList.parts(of: group)
    if !parts.isEmpty {
      html += "<ul>\n" + parts.map { "<li>\(gap($0))</li>\n" }.joined() + "</ul>\n"
    }
    return html + "</section>\n"
  }

  // MARK: Outcomes

  private func chips(of group: CoverageGroup) -> String {
    var lines: [(check: String?, chips: [String])] = []
    for outcome in group.outcomes {
      if lines.last?.check != outcome.check || lines.isEmpty { lines.append((outcome.check, [])) }
      lines[lines.count - 1].chips.append(chip(of: outcome))
    }
    return lines.map { line in
      "<p class=\"chips\">\(word(CoverageWords.subject(of: line.check)))\(word(ReportWords.colon))"
        + line.chips.joined() + "</p>\n"
    }.joined()
  }

  private func chip(of outcome: OutcomeCoverage) -> String {
    let title = describe(outcome.state, missing: CoverageWords.missing)
    let mark =
      switch outcome.state {
      case .shown: (style: "full", sign: "✓")
      case .excused: (style: "excused", sign: "–")
      case .missing: (style: "none", sign: "✗")
      }
    return "<span class=\"\(mark.style)\" title=\"\(title)\">"
      + "\(word(ReportWords.outcome(outcome.outcome))) \(mark.sign)</span>"
  }

  private func describe(_ state: CoverageState, missing: BilingualText) -> String {
    switch state {
    case .shown(let witness): HTMLText.escaped(describe(witness))
    case .excused(let reason):
      word(CoverageWords.excused) + word(ReportWords.colon) + word(reason)
    case .missing: word(missing)
    }
  }

  private func describe(_ witness: CoverageWitness) -> String {
    var text = CoverageWords.example(witness)[language]
    if let note = witness.note { text += " " + ReportWords.quoted(note, language) }
    return text
  }

  // MARK: Text

  /// The author's text with line numbers, conditions marked.
  private func text(of group: CoverageGroup) -> String {
    guard let place = group.place, let file = sources(place.file) else { return "" }
    let bytes = file.bytes
    let (start, end) = (Int(group.range.start), min(Int(group.range.end), bytes.count))
    guard start < end else { return "" }
    var marks = marks(of: group).filter { $0.start >= start && $0.end <= end }[...]
    var open: [(end: Int, behind: String)] = []
    var html = "<pre>"
    var line = file.position(at: group.range.start).line
    var at = start
    var piece = start
    func flush(to offset: Int) {
      html += HTMLText.escaped(String(decoding: bytes[piece..<offset], as: UTF8.self))
      piece = offset
    }
    func number() {
      let text = String(line)
      html += "<b>" + String(repeating: " ", count: max(0, 4 - text.utf8.count)) + text + "  </b>"
      line += 1
    }
    number()
    while at <= end {
      while let last = open.last, last.end == at {
        flush(to: at)
        html += "</span>" + last.behind
        open.removeLast()
      }
      while let mark = marks.first, mark.start == at {
        flush(to: at)
        html += "<span class=\"c \(mark.style)\" title=\"\(mark.title)\">"
        open.append((mark.end, mark.behind))
        marks.removeFirst()
      }
      if at < end, bytes[at] == 0x0A, at + 1 < end {
        flush(to: at + 1)
        number()
      }
      at += 1
    }
    flush(to: end)
    return html + "</pre>\n"
  }

  private struct Mark {
    var start: Int
    var end: Int
    var style: String
    var title: String
    /// What the condition lacks, to stand behind it.
    var behind: String
  }

  /// One for each place of a condition, outer ones before what is in them.
  private func marks(of group: CoverageGroup) -> [Mark] {
    var marks: [Mark] = []
    for condition in group.decisions.flatMap(\.conditions) {
      let missing = condition.sides.filter { $0.state == .missing }
      let isExcused = condition.sides.contains { side in
        if case .excused = side.state { true } else { false }
      }
      let style =
        switch missing.count {
        case 0: isExcused ? "excused" : "full"
        case 1: "half"
        default: "none"
        }
      let title = condition.sides.map { side in
        word(CoverageWords.side(side.side)) + word(ReportWords.colon)
          + describe(
            side.state,
            missing: side.gap.map { CoverageWords.problem($0.problem, on: side.side) }
              ?? CoverageWords.missing)
      }.joined(separator: "\n")
      let behind = missing.map { word(CoverageWords.side($0.side)) }.joined(separator: " ")
      for place in condition.places {
        marks.append(
          Mark(
            start: Int(place.range.start), end: Int(place.range.end), style: style, title: title,
            behind: behind.isEmpty ? "" : "<sup>\(behind)✗</sup>"))
      }
    }
    // Expressions that are written with escapes have no place of their own for each condition.
    var seen: Set<[Int]> = []
    return marks.filter { $0.start < $0.end && seen.insert([$0.start, $0.end]).inserted }
      .sorted { $0.start == $1.start ? $0.end > $1.end : $0.start < $1.start }
  }

  // MARK: Gaps

  private func gap(_ part: CoverageGapList.Part) -> String {
    switch part {
    case .outcome(let outcome):
      var html =
        word(CoverageWords.subject(of: outcome.check)) + word(ReportWords.colon)
        + "<span class=\"none\">\(word(CoverageWords.neverOutcome(outcome.outcome)))</span>"
      if let place = outcome.place { html += " <small>:\(place.line)</small>" }
      if let nearest = outcome.nearest, let came = outcome.nearestOutcome {
        html += line(
          CoverageWords.nearest,
          HTMLText.escaped(describe(nearest)) + word(ReportWords.comma)
            + word(CoverageWords.cameTo(came)))
      }
      return html
    case .side(_, let condition, let side):
      guard let gap = side.gap else { return "" }
      var html =
        "<span class=\"none\">\(word(CoverageWords.problem(gap.problem, on: side.side)))</span>"
        + word(ReportWords.colon) + code(condition.text)
      if let place = condition.places.first { html += " <small>:\(place.line)</small>" }
      if !gap.needs.isEmpty { html += line(CoverageWords.needs, needs(gap.needs)) }
      if !gap.implied.isEmpty {
        html += line(
          CoverageWords.implied(side.side),
          gap.implied.map {
            code($0.condition) + " → " + word(CoverageWords.reading($0.value))
          }.joined(separator: word(ReportWords.semicolon)))
      }
      if let nearest = gap.nearest {
        html += line(
          CoverageWords.nearest,
          HTMLText.escaped(describe(nearest.witness)) + word(ReportWords.semicolon)
            + word(CoverageWords.change) + word(ReportWords.colon) + needs(nearest.changes))
      }
      return html
    }
  }

  private func line(_ label: BilingualText, _ text: String) -> String {
    "<br><small>\(word(label))\(word(ReportWords.colon))\(text)</small>"
  }

  private func code(_ text: String) -> String { "<code>\(HTMLText.escaped(text))</code>" }

  private func needs(_ needs: [CoverageGap.Need]) -> String {
    needs.map { code($0.condition) + " → " + word(CoverageWords.side($0.value)) }
      .joined(separator: word(ReportWords.semicolon))
  }
}

internal import Findings
internal import SourceText

extension ReviewTextPrinter {
  /// Prints what could not be told, a line each: first by the facts that several results miss, the
  /// fact that most of them miss first, and then the rest.
  ///
  /// Whoever completes the file sees at once which fact decides most.
  mutating func printUndetermined(_ findings: [Finding], indent: Int) {
    var rest = Self.worstFirst(findings)
    while let fact = Self.mostMissed(in: rest) {
      let group = rest.filter { $0.missing.contains(fact) }
      rest.removeAll { $0.missing.contains(fact) }
      let heading = ReportWords.wouldDecide(
        nameOfMissing(fact, in: findings), count: group.count)
      page.paragraph(page.word(heading), indent: indent)
      for finding in group {
        printLine(
          finding, missing: finding.missing.filter { $0 != fact },
          word: ReportWords.alsoToRecord, labelsFrom: findings, indent: indent + 2)
      }
    }
    for finding in rest {
      printLine(
        finding, missing: finding.missing, word: ReportWords.toRecord, labelsFrom: findings,
        indent: indent)
    }
  }

  private mutating func printLine(
    _ finding: Finding, missing: [String], word: BilingualText, labelsFrom findings: [Finding],
    indent: Int
  ) {
    let (title, name) = (finding.title[page.language], finding.name)
    var text = title == name ? name : "\(title)  \(name)"
    if let element = finding.elements.last { text += "  " + element }
    if !missing.isEmpty {
      let names = missing.map { nameOfMissing($0, in: findings) }
      text +=
        page.word(ReportWords.semicolon) + page.word(word) + page.word(ReportWords.colon)
        + names.joined(separator: page.word(ReportWords.listSeparator))
    } else if finding.missing.isEmpty, finding.message != finding.title {
      text += page.word(ReportWords.semicolon) + finding.message[page.language]
    }
    page.paragraph(
      text, indent: indent, lead: "[\(marks(of: finding))] ",
      colour: Self.colour(of: finding), hanging: 2)
  }

  /// The thing that most findings miss, if two or more do; of several the one met first.
  private static func mostMissed(in findings: [Finding]) -> String? {
    var counts: [String: Int] = [:]
    for finding in findings {
      for path in Set(finding.missing) { counts[path, default: 0] += 1 }
    }
    guard let most = counts.values.max(), most > 1 else { return nil }
    return findings.lazy.flatMap(\.missing).first { counts[$0] == most }
  }
}

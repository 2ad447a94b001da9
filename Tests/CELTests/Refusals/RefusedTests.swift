import SourceText
import TestSupport
import Testing

@testable import CEL

/// What people read of an expression that is wrong, at its place in the file that it stands in.
@Suite struct RefusedTests {
  @Test("the place in the file", arguments: Refused.all, Refused.Carrier.allCases)
  func place(refused: Refused, carrier: Refused.Carrier) {
    let file = refused.file(carrier)
    let found = refused.diagnostics(carrier)
    #expect(found.map(\.code) == [refused.code], "\(found.map(\.message.en))")
    #expect(MarkedText.marking(MarkedText(file).text, found.map(\.range)) == file)
    for diagnostic in found { expectWellWritten(diagnostic) }
  }

  /// A caret stands under the first column of its place, where 汉字 are two columns wide.
  @Test("carets", arguments: Refused.all)
  func caret(refused: Refused) throws {
    for carrier in Refused.Carrier.allCases {
      let source = SourceFile(
        path: "rule.yaml", text: MarkedText(refused.file(carrier)).text)
      let diagnostic = try #require(refused.diagnostics(carrier).first)
      let lines = ExcerptPrinter(language: .en).text(of: diagnostic, in: source)
        .split(separator: "\n")
      let caret = try #require(lines.firstIndex { $0.contains("^") })
      let column = lines[caret].prefix { $0 != "^" }.count
      // What stands at that column of the line above: long lines are cut.
      var width = 0
      let rest = lines[caret - 1].unicodeScalars.drop {
        guard width < column else { return false }
        width += $0.value > 0x2E80 ? 2 : 1
        return true
      }
      #expect(width == column)
      let range = Int(diagnostic.range.start)..<Int(diagnostic.range.end)
      let place = String(decoding: Array(source.text.utf8)[range], as: UTF8.self)
      #expect(String(rest).hasPrefix(place) || place.unicodeScalars.count > 60, "\(lines)")
    }
  }

  @Test("what people read", arguments: [Language.zh, .en])
  func goldens(language: Language) {
    let printer = ExcerptPrinter(language: language)
    var report = ""
    for (index, refused) in Refused.all.enumerated() {
      let carrier = Refused.Carrier.allCases[index % Refused.Carrier.allCases.count]
      let file = refused.file(carrier)
      let source = SourceFile(path: "rule.yaml", text: MarkedText(file).text)
      for diagnostic in refused.diagnostics(carrier) {
        report += printer.text(of: diagnostic, in: source) + "\n"
      }
      report += "\n"
    }
    expectGolden(report, named: "refused.\(language.rawValue).txt")
  }

  @Test func `there are enough of them`() {
    #expect(Refused.all.count >= 100)
    #expect(Set(Refused.all.map(\.code)).count >= 50)
  }
}

import Findings
import SourceText
import TestSupport
import Testing
import WorkCalendar

@testable import Reports

@Suite struct OfficeLettersTests {
  private func letters(_ audit: Audit, _ language: Language = .zh) -> [Letter] {
    OfficeLetters(audit, settings: LetterFixture.settings, language: language).letters
  }

  @Test("says everything of each office", arguments: Language.allCases)
  func everything(language: Language) {
    let text = letters(WorkbookFixture.audit, language).map { letter in
      "# \(letter.kind.rawValue): \(letter.office)\n" + DataText.text(of: letter.data)
    }.joined(separator: "\n")
    expectGolden(text, named: "letters.\(language.rawValue).txt")
  }

  @Test func `a notice goes only where something has to be put right`() {
    let sent = letters(WorkbookFixture.audit).map { "\($0.kind.rawValue) \($0.office)" }
    #expect(
      sent == [
        "findings-letter 某县市场监督管理局", "rectification-notice 某县市场监督管理局",
        "findings-letter 某市城管局",
      ])
    #expect(letters(WorkbookFixture.empty).map(\.kind) == [.findings])
  }

  @Test("data is of the shape that templates are held against", arguments: Language.allCases)
  func shape(language: Language) {
    for letter in letters(WorkbookFixture.audit, language) + letters(WorkbookFixture.empty) {
      expect(letter.data, is: .letter, path: "letter")
    }
  }

  private func expect(_ data: PlainData, is shape: LetterShape, path: String) {
    switch (shape, data) {
    case (.text, .text), (.text, .null), (.flag, .bool), (.object, .null): break
    case (.object(let fields), .object(let members)):
      #expect(members.map(\.key).sorted() == fields.map(\.name).sorted(), "\(path)")
      for field in fields {
        guard let member = members.first(where: { $0.key == field.name }) else { continue }
        expect(member.value, is: field.shape, path: "\(path).\(field.name)")
      }
    case (.list(let fields), .list(let elements)):
      for element in elements { expect(element, is: .object(fields), path: "\(path)[]") }
    default: Issue.record("\(path) is \(data)")
    }
  }

  @Test(
    "counts as headings do",
    arguments: [
      (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"),
      (101, "一百〇一"), (110, "一百一十"), (111, "一百一十一"), (1_001, "一千〇一"),
      (10_000, "10000"),
    ])
  func ordinals(number: Int, words: String) {
    #expect(LetterWords.ordinal(number).zh == words)
    #expect(LetterWords.ordinal(number).en == "\(number)")
  }
}

/// Data as lines of `path = value`, without what is not there.
enum DataText {
  static func text(of data: PlainData, at path: String = "") -> String {
    switch data {
    case .null: ""
    case .bool(let flag): "\(path) = \(flag)\n"
    case .number(let text), .text(let text): "\(path) = \(text)\n"
    case .list(let elements):
      elements.enumerated().map { text(of: $1, at: "\(path)[\($0)]") }.joined()
    case .object(let members):
      members.map { text(of: $0.value, at: path.isEmpty ? $0.key : "\(path).\($0.key)") }.joined()
    }
  }
}

package import SourceText

/// What a check looks for, told to authors: the page that `rules lint --explain` prints.
package struct LintNote: Sendable {
  /// A stable name in kebab case; never renamed, never reused.
  package var code: String
  package var topic: LintTopic
  /// How grave a finding is where the project's file does not say otherwise.
  package var severity: Diagnostic.Severity
  /// One line: lower case in English, no full stop.
  package var summary: BilingualText
  /// Why it matters and what to do, in a few sentences.
  package var explanation: BilingualText
  /// What is told of, with `«…»` around the place.
  package var breaking: LintExample
  /// The same put right. Where the check knows a fix, it makes this of `breaking`.
  package var sound: LintExample
  /// True where the check can put right what it finds.
  package var hasFix: Bool

  package init(
    _ code: String, _ topic: LintTopic, _ severity: Diagnostic.Severity, hasFix: Bool = false,
    summary: BilingualText, explanation: BilingualText, breaking: LintExample, sound: LintExample
  ) {
    self.code = code
    self.topic = topic
    self.severity = severity
    self.hasFix = hasFix
    self.summary = summary
    self.explanation = explanation
    self.breaking = breaking
    self.sound = sound
  }
}

/// What several checks are about; the chapters of `Documentation/lint.md`.
package enum LintTopic: String, Hashable, Sendable, CaseIterable {
  case conditions, names, law, examples, texts, shape

  package var title: BilingualText {
    switch self {
    case .conditions: BilingualText(zh: "条件", en: "Conditions")
    case .names: BilingualText(zh: "没有用到的", en: "What nothing uses")
    case .law: BilingualText(zh: "依据与时间", en: "Law and time")
    case .examples: BilingualText(zh: "示例", en: "Examples")
    case .texts: BilingualText(zh: "文字", en: "Texts")
    case .shape: BilingualText(zh: "写法", en: "Form of the files")
    }
  }
}

/// A part of a rule, or another file of a rules folder, that shows what a check is about.
package struct LintExample: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Below the rules folder.
  package static let rulePath = "sample/test/rule.yaml"

  package var path: String
  /// For a rule the keys that matter; what a rule needs besides is left out.
  package var text: String

  /// A part of a rule.
  package init(stringLiteral text: String) { self.init(in: Self.rulePath, text) }

  package init(in path: String, _ text: String) {
    self.path = path
    self.text = text
  }

  package var isRule: Bool { path == Self.rulePath }

  /// The text without the marks around the place.
  package var plainText: String {
    String(text.unicodeScalars.filter { $0 != "«" && $0 != "»" }.map(Character.init))
  }
}

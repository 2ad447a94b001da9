import CEL
import CaseRecords
import RuleCompiler
import SourceText

/// Fills the placeholders of a message from a frame (semantics §9).
struct MessagePrinter {
  static let notRecorded = BilingualText(zh: "未摘录", en: "not recorded")
  static let notOnFile = BilingualText(zh: "未载明", en: "not on file")

  /// True to print personal data as it is recorded.
  let showsPersonalData: Bool

  func text(of message: CompiledMessage, _ frame: inout Frame) -> BilingualText {
    BilingualText(
      zh: text(of: message, in: .zh, &frame), en: text(of: message, in: .en, &frame))
  }

  private func text(
    of message: CompiledMessage, in language: Language, _ frame: inout Frame
  ) -> String {
    var text = ""
    for piece in message[language] {
      switch piece {
      case .text(let words): text += words
      case .value(let placeholder): text += self.text(of: placeholder, in: language, &frame)
      }
    }
    return text
  }

  private func text(
    of placeholder: CompiledMessage.Placeholder, in language: Language, _ frame: inout Frame
  ) -> String {
    let value = placeholder.program.evaluate(&frame)
    switch value {
    case .unknown: return Self.notRecorded[language]
    case .null, .absent, .absentFact, .fault:
      return placeholder.alternative ?? Self.notOnFile[language]
    default: break
    }
    guard let text = Self.shown(value, labels: placeholder.labels, in: language) else {
      return placeholder.alternative ?? Self.notOnFile[language]
    }
    return placeholder.isPersonal && !showsPersonalData ? PersonalData.masked(text) : text
  }

  /// A value of an enum by its label, any other as it reads.
  static func shown(_ value: Value, labels: EnumSchema?, in language: Language) -> String? {
    if case .string(let id) = value, let label = labels?.label(of: id) { return label[language] }
    return ValueText.plain(value, in: language)
  }
}

/// How personal data is shown where nobody asked for it.
enum PersonalData {
  /// The first character, and stars: enough to tell two people in one file apart.
  static func masked(_ text: String) -> String {
    guard let first = text.first else { return "" }
    return "\(first)**"
  }
}

import CEL
import CaseRecords
import Findings
import RuleCompiler
import SourceText
import YAML

/// A message that shows nothing of what the check compares.
package enum MessageWithoutFact: LintCheck {
  package static let note = LintNote(
    "message-without-fact", .texts, .warning,
    summary: BilingualText(
      zh: "文字没有写出出问题的事实", en: "a message shows no fact that its check compares"),
    explanation: BilingualText(
      zh:
        "检查比较日期、金额或数目，文字里却没有占位符：评查员还要自己去找那个值。用 `{事实|备用文字}` 把它写出来。",
      en:
        "The check compares dates, sums or numbers, and its message has no placeholder, so that a "
        + "reviewer must look the value up. Print it with `{fact|alternative}`."),
    breaking: """
      require:
        - { that: case.sum >= params.threshold }
      message: «{ zh: 数额不够。, en: The sum is too small. }»
      """,
    sound: """
      require:
        - { that: case.sum >= params.threshold }
      message: { zh: "数额{case.sum}不够。", en: "The sum of {case.sum} is too small." }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let places = ExpressionPlaces(pack)
    for rule in pack.rules {
      for reading in rule.readings {
        for check in reading.checks {
          guard let message = check.message ?? reading.message,
            message.zh.placeholders.isEmpty, (check.kind ?? reading.kind) == .violation,
            compares(check, rule, places)
          else { continue }
          report.add(
            rule.file, message.range, rule: rule.id,
            BilingualText(
              zh: "文字没有写出检查所比较的值", en: "the message shows nothing of what is compared"))
        }
      }
    }
  }

  /// True where the check compares an amount, a day or a number with another by size.
  static func compares(
    _ check: CheckSource, _ rule: LintRule, _ places: ExpressionPlaces
  ) -> Bool {
    if check.deadline != nil { return true }
    guard let expression = places[check.that, rule], let checked = expression.checked else {
      return false
    }
    let names = [Operator.less, Operator.lessEquals, Operator.greater, Operator.greaterEquals]
    // Inside of a macro the value is that of an element, which a message cannot name.
    return expression.conjuncts.contains { term in
      guard case .call(let name, nil, let arguments) = expression.tree[term].kind,
        names.contains(name)
      else { return false }
      return arguments.contains { argument in
        switch checked.types[argument].unwrapped {
        case .money, .date, .timestamp, .decimal: true
        default: false
        }
      }
    }
  }
}

/// A message that says what the title says.
package enum MessageIsTitle: LintCheck {
  package static let note = LintNote(
    "message-is-title", .texts, .warning,
    summary: BilingualText(zh: "文字与标题相同", en: "a message repeats the title of its rule"),
    explanation: BilingualText(
      zh: "标题说要求，文字说这一卷哪里不合要求；两者相同，报告就没有说出问题。",
      en:
        "The title says what is asked, the message what is wrong in this file. Where they are the same "
        + "a finding tells nothing."),
    breaking: """
      title: { zh: 测试按期做了, en: The test is made in time }
      message: «{ zh: 测试按期做了。, en: The test is not made. }»
      """,
    sound: """
      title: { zh: 测试按期做了, en: The test is made in time }
      message: { zh: 测试没有做。, en: The test is not made. }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      for reading in rule.readings {
        guard let title = reading.title?.text else { continue }
        for message in [reading.message] + reading.checks.map(\.message) {
          guard let message, same(message.zh, title.zh) || same(message.en, title.en) else {
            continue
          }
          report.add(
            rule.file, message.range, rule: rule.id,
            BilingualText(zh: "文字与标题相同", en: "the message is the title"))
        }
      }
    }
  }

  private static func same(_ template: MessageTemplate, _ title: String) -> Bool {
    let text = template.node.scalar?.text ?? ""
    return text == title || text == title + "。" || text == title + "."
  }
}

/// The message of a deadline that does not say when the act was due.
package enum MessageWithoutDue: LintCheck {
  package static let note = LintNote(
    "message-without-due", .texts, .warning,
    summary: BilingualText(
      zh: "期限的文字没有写出到期日", en: "the message of a deadline does not say when it was due"),
    explanation: BilingualText(
      zh: "到期日由引擎逐日算出，评查员要看到它才能核对；用 `{due}` 写出来。",
      en:
        "The due day is counted day by day, and a reviewer must see it to check the count: print it with "
        + "`{due}`."),
    breaking: """
      deadline: { from: case.day, within: params.term, act: case.later }
      message: «{ zh: "办理日期：{act|没有}。", en: "Done on: {act|no day}." }»
      """,
    sound: """
      deadline: { from: case.day, within: params.term, act: case.later }
      message: { zh: "应于{due}前办理。", en: "It was due by {due}." }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      for reading in rule.readings {
        for check in reading.checks where check.deadline != nil {
          guard (check.kind ?? reading.kind) == .violation,
            let message = check.message ?? reading.message,
            !message.zh.placeholders.contains(where: { $0.expression.contains("due") })
          else { continue }
          report.add(
            rule.file, message.range, rule: rule.id,
            BilingualText(zh: "没有写出到期日", en: "the due day is not shown"),
            help: BilingualText(zh: "写上 `{due}`。", en: "Print it with `{due}`."))
        }
      }
    }
  }
}

/// An alternative of a placeholder in the other language.
package enum AlternativeInWrongLanguage: LintCheck {
  package static let note = LintNote(
    "alternative-in-wrong-language", .texts, .warning,
    summary: BilingualText(
      zh: "占位符的备用文字不是所在语言",
      en: "the alternative of a placeholder is in the other language"),
    explanation: BilingualText(
      zh: "中文文字的备用文字用中文，英文的用英文；多半是抄过来忘了译。",
      en:
        "An alternative is in the language of its message; probably it was copied and not translated."
    ),
    breaking:
      "message: { zh: \"数目是«{case.n|unknown}»。\", en: \"The number is {case.n|unknown}.\" }",
    sound: "message: { zh: \"数目是{case.n|不明}。\", en: \"The number is {case.n|unknown}.\" }")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      for reading in rule.readings {
        let sources =
          [reading.message, reading.remedy]
          + reading.checks.flatMap { [$0.message, $0.remedy] }
        for message in sources.compactMap(\.self) {
          for language in Language.allCases {
            let template = message[language]
            for placeholder in template.placeholders {
              let scalars = (placeholder.alternative ?? "").unicodeScalars
              let hasHan = scalars.contains { LintText.isHan($0) }
              let hasLatin = scalars.contains { $0.isASCII && $0.properties.isAlphabetic }
              let isWrong = language == .zh ? hasLatin && !hasHan : hasHan && !hasLatin
              guard isWrong else { continue }
              report.add(
                rule.file,
                ScalarEditor(node: template.node, file: rule.file).range(of: placeholder.span),
                rule: rule.id,
                BilingualText(
                  zh: "备用文字 `\(placeholder.alternative ?? "")` 是另一种语言",
                  en: "the alternative `\(placeholder.alternative ?? "")` is in the other language")
              )
            }
          }
        }
      }
    }
  }
}

/// A placeholder with an alternative in one language only.
package enum AlternativeInOneLanguage: LintCheck {
  package static let note = LintNote(
    "alternative-in-one-language", .texts, .warning,
    summary: BilingualText(
      zh: "占位符只在一种语言里有备用文字",
      en: "a placeholder has an alternative in one language only"),
    explanation: BilingualText(
      zh: "事实不在卷时，一种语言印备用文字，另一种什么也不印。两种语言都写。",
      en:
        "Where the fact is not on file one language prints its alternative and the other nothing. Give "
        + "both."),
    breaking: "message: { zh: \"数目是{case.n|不明}。\", en: \"The number is «{case.n}».\" }",
    sound: "message: { zh: \"数目是{case.n|不明}。\", en: \"The number is {case.n|unknown}.\" }")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      for reading in rule.readings {
        let sources =
          [reading.message, reading.remedy]
          + reading.checks.flatMap { [$0.message, $0.remedy] }
        for message in sources.compactMap(\.self) {
          let sides = [(message.zh, message.en), (message.en, message.zh)]
          for (template, other) in sides {
            let given = Set(
              other.placeholders.filter { $0.alternative != nil }.map(\.expression))
            for placeholder in template.placeholders
            where placeholder.alternative == nil && given.contains(placeholder.expression)
              && !template.placeholders.contains(where: {
                $0.expression == placeholder.expression && $0.alternative != nil
              })
            {
              let editor = ScalarEditor(node: template.node, file: rule.file)
              report.add(
                rule.file, editor.range(of: placeholder.span), rule: rule.id,
                BilingualText(
                  zh: "另一种语言给了 `{\(placeholder.expression)}` 备用文字",
                  en: "the other language gives `{\(placeholder.expression)}` an alternative"))
            }
          }
        }
      }
    }
  }
}

/// An English sentence that begins with a small letter.
package enum LowerCaseStart: LintCheck {
  package static let note = LintNote(
    "lower-case-start", .texts, .warning, hasFix: true,
    summary: BilingualText(
      zh: "英文句子以小写字母开头", en: "an English sentence begins with a small letter"),
    explanation: BilingualText(
      zh: "英文的标题、`message` 和 `remedy` 以大写字母开头。修复时改为大写。",
      en: "Titles, messages and remedies begin with a capital; the fix makes it one."),
    breaking: "message: { zh: 不合规定。, en: \"«i»t is not as asked.\" }",
    sound: "message: { zh: 不合规定。, en: \"It is not as asked.\" }")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for text in pack.texts where text.language == .en && text.role != .label {
      guard let first = text.units.first, "a"..."z" ~= first.scalar else { continue }
      report.add(
        text, 0..<1,
        BilingualText(
          zh: "英文句子以小写的 `\(first.scalar)` 开头",
          en: "the sentence begins with the small letter `\(first.scalar)`"),
        replacement: first.scalar.properties.uppercaseMapping)
    }
  }
}

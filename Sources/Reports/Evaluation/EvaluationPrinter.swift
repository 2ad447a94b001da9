package import Findings
package import SourceText

/// Prints what expressions gave, as `eval` does: lines for a person, or JSON.
package struct EvaluationPrinter {
  package static let format = "pingcha.evaluation"
  package static let version = 1

  private let sink: (String) -> Void

  package init(sink: @escaping (String) -> Void) { self.sink = sink }

  /// Prints a line each for the value, the type and what is not there, then what it is made of.
  package func printText(_ answer: Evaluation.Answer, language: Language, colour: Bool) {
    var page = TextPage(language: language, colour: colour)
    func line(_ label: BilingualText, _ text: String, _ colour: Ink.Colour = .cyan) {
      let lead = page.ink.painted(page.word(label) + page.word(ReportWords.colon), colour)
      page.line(lead + ExcerptPrinter.safe(text))
    }
    switch answer.state {
    case .value(let text, _): line(ReportWords.value, text)
    case .notEvaluated: break
    case .unknown: line(ReportWords.value, page.word(ReportWords.unknownValue), .yellow)
    case .absent: line(ReportWords.value, page.word(ReportWords.absentValue), .yellow)
    case .fault(let code, let detail):
      line(ReportWords.value, page.word(ReportWords.fault("\(code) (\(detail))")), .red)
    }
    line(ReportWords.type, answer.type + " — " + page.word(answer.typePhrase))
    let separator = page.word(ReportWords.listSeparator)
    if !answer.unknown.isEmpty {
      line(ReportWords.unknownFacts, answer.unknown.joined(separator: separator))
    }
    if !answer.absent.isEmpty {
      line(ReportWords.absentFacts, answer.absent.joined(separator: separator))
    }
    sink(page.take())
    guard let steps = answer.steps else { return }
    var story = ExplanationPage(page: page)
    story.page.blank()
    story.write(steps, indent: 0)
    sink(story.page.take())
  }

  /// - Parameter isLine: True for one of many, each on a line of its own.
  package func printJSON(_ evaluation: Evaluation, isLine: Bool) {
    var writer = JSONWriter(layout: isLine ? .line : .indented)
    writer.object {
      $0.header(format: Self.format, version: Self.version)
      $0.member("expression", evaluation.expression)
      $0.answer(evaluation.answer)
      $0.diagnostics(evaluation.diagnostics)
    }
    writer.endDocument()
    sink(writer.take())
  }
}

extension JSONWriter {
  fileprivate mutating func answer(_ answer: Evaluation.Answer?) {
    member("type", answer?.type)
    let (state, text, data, fault): (String?, String?, PlainData, (code: String, detail: String)?) =
      switch answer?.state {
      case nil: (nil, nil, .null, nil)
      case .value(let text, let data): ("present", text, data, nil)
      case .notEvaluated: ("not-evaluated", nil, .null, nil)
      case .unknown: ("unrecorded", nil, .null, nil)
      case .absent: ("absent", nil, .null, nil)
      case .fault(let code, let detail): ("fault", nil, .null, (code, detail))
      }
    member("state", state)
    member("text", text)
    key("value")
    value(data)
    key("fault")
    if let fault {
      object {
        $0.member("code", fault.code)
        $0.member("detail", fault.detail)
      }
    } else {
      null()
    }
    member("unknown", answer?.unknown ?? [])
    member("absent", answer?.absent ?? [])
    condition("steps", answer?.steps)
  }

  private mutating func value(_ data: PlainData) {
    switch data {
    case .null: null()
    case .bool(let flag): value(flag)
    case .number(let digits): number(digits)
    case .text(let text): value(text)
    case .list(let elements): array(elements) { $0.value($1) }
    case .object(let members):
      object {
        for member in members {
          $0.key(member.key)
          $0.value(member.value)
        }
      }
    }
  }
}

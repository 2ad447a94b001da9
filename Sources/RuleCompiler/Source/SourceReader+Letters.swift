package import Findings
internal import SourceText
internal import WorkCalendar
package import YAML

extension SourceReader {
  /// The path of the settings of letters below the rules folder.
  package static let lettersPath = "templates/letters.yaml"

  /// Reads the settings of letters; `nil` where something of them is missing or wrong.
  package mutating func letters(_ node: Node) -> LetterSettings? {
    guard let fields = fields(node, as: .letters) else { return nil }
    let sender = text(of: "sender", in: fields, .name)
    let number = text(of: "number", in: fields, .name)
    let source = text(of: "source", in: fields, .reason)
    let object = period(of: "object", in: fields, .letters)
    let rectify = required(fields, "rectify", of: .letters).flatMap { terms($0) }
    guard let sender, let number, let source, let object, let rectify else { return nil }
    return LetterSettings(
      sender: sender, number: number, rectify: rectify, object: object, source: source)
  }

  private mutating func text(
    of key: String, in fields: SourceFields, _ thing: SourceThing
  ) -> BilingualText? {
    required(fields, key, of: .letters).flatMap { bilingual($0, of: thing)?.text }
  }

  private mutating func terms(_ node: Node) -> [RuleSeverity: Period]? {
    guard let fields = fields(node, as: .rectify) else { return nil }
    var terms: [RuleSeverity: Period] = [:]
    for severity in RuleSeverity.allCases {
      terms[severity] = period(of: severity.rawValue, in: fields, .letterTerms)
    }
    return terms.count == RuleSeverity.allCases.count ? terms : nil
  }

  /// Reads a term, which is at least one of its unit.
  private mutating func period(
    of key: String, in fields: SourceFields, _ thing: SourceThing
  ) -> Period? {
    guard let node = required(fields, key, of: thing), let text = text(node, key) else {
      return nil
    }
    guard let period = ParameterType.period(text), period.count > 0 else {
      report(.noPeriod(text, of: key, at: node.range))
      return nil
    }
    return period
  }
}

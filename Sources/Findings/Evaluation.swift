package import SourceText

/// What came of an expression that somebody asked for, as a report can tell it in either language.
package struct Evaluation: Hashable, Sendable {
  /// What the expression gave.
  package struct Answer: Hashable, Sendable {
    /// As CEL writes it, such as `wrapper(date)`, and as a person says it.
    package var type: String
    package var typePhrase: BilingualText
    package var state: State
    /// Facts that would have to be recorded, or recorded more precisely, by path.
    package var unknown: [String] = []
    /// Facts that are not on file, by path.
    package var absent: [String] = []
    /// What it is made of, where somebody asked.
    package var steps: Explanation.Condition?

    package init(type: String, typePhrase: BilingualText, state: State) {
      self.type = type
      self.typePhrase = typePhrase
      self.state = state
    }
  }

  package enum State: Hashable, Sendable {
    /// A value, as CEL would write it (texts in quotes), and as data.
    case value(String, PlainData)
    /// Only the type was asked for.
    case notEvaluated
    case unknown
    case absent
    case fault(code: String, detail: String)
  }

  package var expression: String
  /// `nil` where the expression is wrong: `diagnostics` say why.
  package var answer: Answer?
  package var diagnostics: [LocatedDiagnostic]

  package init(expression: String, answer: Answer?, diagnostics: [LocatedDiagnostic] = []) {
    self.expression = expression
    self.answer = answer
    self.diagnostics = diagnostics
  }
}

/// A value as JSON has it.
package indirect enum PlainData: Hashable, Sendable {
  case null
  case bool(Bool)
  /// Its digits, as JSON writes a number.
  case number(String)
  case text(String)
  case list([PlainData])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: PlainData

    package init(key: String, value: PlainData) {
      self.key = key
      self.value = value
    }
  }
}

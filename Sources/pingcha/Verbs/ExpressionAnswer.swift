import CEL
import SourceText

/// What `eval` says of a value.
struct ExpressionAnswer {
  let value: Value
  let type: ValueType

  var isFault: Bool { if case .fault = value { true } else { false } }

  /// The paths of facts that nobody recorded, or that are known too imprecisely.
  private var unknown: [String] {
    switch value {
    case .unknown(let trail): trail.paths
    case .range(let range): range.trail.paths
    case .structure(let structure) where structure.presence == .unrecorded: [structure.path]
    case .list(let list) where list.isOpen && !list.path.isEmpty: [list.path]
    default: []
    }
  }

  /// The paths of facts that are not on file.
  private var absent: [String] {
    switch value {
    case .absent(let trail): trail.paths
    case .absentFact(let fact): [fact.path]
    case .structure(let structure) where structure.presence == .absent: [structure.path]
    default: []
    }
  }

  /// A line each for the value, the type, and what is not there.
  func text(in language: Language) -> String {
    let words =
      language == .zh ? ["值", "类型", "未摘录", "未载明"] : ["value", "type", "unknown", "absent"]
    let lines = [
      [ValueText.debug(value)], [type.text + " — " + type.phrase[language]], unknown, absent,
    ]
    let colon = language == .zh ? "：" : ": "
    return zip(words, lines).compactMap { word, texts in
      texts.isEmpty ? nil : word + colon + texts.joined(separator: ", ")
    }.joined(separator: "\n")
  }
}

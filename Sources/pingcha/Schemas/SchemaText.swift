import Reports
import SourceText

// Words and forms that the JSON Schemas share.

extension JSONTree {
  /// Both languages in one text, which is all that an editor shows.
  static func both(_ text: BilingualText, separator: String = "\n\n") -> JSONTree {
    text.zh == text.en ? .text(text.zh) : .text(text.zh + separator + text.en)
  }

  static func reference(_ name: String) -> JSONTree { ["$ref": .text("#/$defs/\(name)")] }
}

enum SchemaText {
  static let day = "(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))"
  /// A year, a month or a day.
  private static let part = "(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?)"
  /// A date as precise as the file is.
  static let date = "(?:\(part)(?:/(?:\(part)|\\.\\.))?|\\.\\./\(part))"
  static let datetime =
    "(?:\(day)T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]+)?)?"
    + "(?:Z|[+-][0-9]{2}:[0-9]{2}))"
  static let identifier = "^[A-Za-z_][A-Za-z0-9_]*$"
  static let slug = "[a-z0-9]+(?:-[a-z0-9]+)*"
  static let ruleID = "^\(slug)\\.\(slug)\\.\(slug)$"
  static let factPath = "^[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*|\\[[0-9]{1,9}\\])*$"
  /// Not blank.
  static let someText = "[^ \\n]"

  /// An enumeration with what each value is called. A number among the ids is one to YAML too.
  static func enumeration(
    _ values: [(id: String, label: BilingualText)]
  ) -> JSONTree {
    var ids: [JSONTree] = []
    var labels: [JSONTree] = []
    for value in values {
      ids.append(.text(value.id))
      labels.append(.both(value.label, separator: " / "))
      if let number = Int(value.id) {
        ids.append(.integer(number))
        labels.append(.both(value.label, separator: " / "))
      }
    }
    return ["enum": .list(ids), "enumDescriptions": .list(labels)]
  }
}

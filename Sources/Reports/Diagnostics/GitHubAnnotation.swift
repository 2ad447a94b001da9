internal import Findings

/// One annotation that a workflow of GitHub shows beside the lines of a change.
///
/// Source: “Workflow commands”, `::warning file=…,line=…,endLine=…,col=…,endColumn=…,title=…::…`.
struct GitHubAnnotation {
  enum Level: String { case error, warning, notice }

  var level: Level
  /// In the order they are written.
  var properties: [(name: String, value: String)]
  var message: String

  /// What says where it is shown, and under which title.
  static func properties(
    file: String, place: Place?, title: String
  ) -> [(name: String, value: String)] {
    var properties = [(name: "file", value: file)]
    if let place {
      properties += [("line", "\(place.line)"), ("endLine", "\(place.endLine)")]
      // Columns are understood only within one line.
      if place.line == place.endLine {
        properties += [("col", "\(place.column)"), ("endColumn", "\(place.endColumn)")]
      }
    }
    return properties + [("title", title)]
  }

  /// The line that tells of it, with its end.
  var line: String {
    let shown = properties.map { "\($0.name)=\(Self.escaped($0.value, isProperty: true))" }
    return "::\(level.rawValue) \(shown.joined(separator: ","))::"
      + Self.escaped(message, isProperty: false) + "\n"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

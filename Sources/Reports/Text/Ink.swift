/// Colours of a terminal, or none.
struct Ink: Sendable {
  enum Colour: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "32"
    case yellow = "1;33"
    case blue = "34"
    case magenta = "35"
    case cyan = "36"
  }

  /// Whether to write ANSI sequences; the caller knows whether it writes to a terminal.
  var isOn: Bool

  func painted(_ text: String, _ colour: Colour) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}

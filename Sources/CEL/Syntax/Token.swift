internal import SourceText

/// One word of an expression: what it is and where it stands.
struct Token {
  enum Kind: UInt8 {
    case end
    // Names.
    case identifier
    /// A word that the language keeps for its hosts, such as `if`; a name only behind a dot.
    case reserved
    case `true`, `false`, null, `in`
    /// A field name in backticks.
    case quotedField
    // Literals; `payload` is the index of the value.
    case int, uint, double, string, bytes
    // Punctuation.
    case dot, comma, colon, question
    case openParenthesis, closeParenthesis, openBracket, closeBracket, openBrace, closeBrace
    // Operators.
    case plus, minus, star, slash, percent, bang
    case equal, notEqual, less, lessEqual, greater, greaterEqual, and, or
    /// Stands for an operand that could not be read; a diagnostic is already made.
    case unreadable
    /// A character that means nothing; a diagnostic is already made.
    case unknownSymbol
  }

  var kind: Kind
  var start: Int
  var end: Int
  var payload: Int = -1

  var range: ByteRange { ByteRange(start, end) }
}

extension Token.Kind {
  /// Whether an operand may begin with it.
  var startsOperand: Bool {
    switch self {
    case .identifier, .reserved, .true, .false, .null, .quotedField, .int, .uint, .double, .string,
      .bytes, .dot, .openParenthesis, .openBracket, .openBrace, .bang, .minus, .unreadable:
      true
    default: false
    }
  }

  /// The bracket that an opening one asks for.
  var closer: Token.Kind? {
    switch self {
    case .openParenthesis: .closeParenthesis
    case .openBracket: .closeBracket
    case .openBrace: .closeBrace
    default: nil
    }
  }

  var isCloser: Bool {
    switch self {
    case .closeParenthesis, .closeBracket, .closeBrace: true
    default: false
    }
  }

  /// How tightly a binary operator binds, from 1 (`||`); `nil` for what is none.
  var precedence: Int? {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .in: 3
    case .plus, .minus: 4
    case .star, .slash, .percent: 5
    default: nil
    }
  }

  /// The function that a binary operator calls.
  var function: String? {
    switch self {
    case .or: Operator.logicalOr
    case .and: Operator.logicalAnd
    case .equal: Operator.equals
    case .notEqual: Operator.notEquals
    case .less: Operator.less
    case .lessEqual: Operator.lessEquals
    case .greater: Operator.greater
    case .greaterEqual: Operator.greaterEquals
    case .in: Operator.in
    case .plus: Operator.add
    case .minus: Operator.subtract
    case .star: Operator.multiply
    case .slash: Operator.divide
    case .percent: Operator.modulo
    default: nil
    }
  }

  /// How a punctuation mark or operator is written, for messages.
  var spelling: String {
    switch self {
    case .dot: "."
    case .comma: ","
    case .colon: ":"
    case .question: "?"
    case .openParenthesis: "("
    case .closeParenthesis: ")"
    case .openBracket: "["
    case .closeBracket: "]"
    case .openBrace: "{"
    case .closeBrace: "}"
    case .plus: "+"
    case .minus: "-"
    case .star: "*"
    case .slash: "/"
    case .percent: "%"
    case .bang: "!"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessEqual: "<="
    case .greater: ">"
    case .greaterEqual: ">="
    case .and: "&&"
    case .or: "||"
    case .true: "true"
    case .false: "false"
    case .null: "null"
    case .in: "in"
    default: ""
    }
  }
}

/// The words that are no identifiers (language definition, “Syntax”, RESERVED).
enum Keyword {
  static let kinds: [String: Token.Kind] = {
    var kinds: [String: Token.Kind] = [
      "true": .true, "false": .false, "null": .null, "in": .in,
    ]
    for word in reserved { kinds[word] = .reserved }
    return kinds
  }()

  static let reserved = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]
}

/// One step of libyaml through a document, freed of C.
///
/// Places are counted in characters (Unicode scalars) from 0, a byte order mark not counted:
/// that is what `yaml_mark_t.index` of libyaml 0.2.5 holds. `CharacterOffsets` makes bytes of them.
struct Event {
  enum Kind {
    case streamStart
    case streamEnd
    /// `version` is what a `%YAML` directive asks for.
    case documentStart(version: (major: Int, minor: Int)?)
    case documentEnd
    case alias(name: String)
    case scalar(Scalar, Properties)
    case sequenceStart(Properties, isFlow: Bool)
    case sequenceEnd
    case mappingStart(Properties, isFlow: Bool)
    case mappingEnd
  }

  /// What stands before a node: `&anchor` and `!tag`. Where there are any, the event starts there.
  struct Properties {
    var anchor: String?
    var hasTag: Bool
  }

  var kind: Kind
  var start: Int
  var end: Int
}

/// Why libyaml stopped, in its own words.
struct SyntaxFault: Error {
  /// The empty text when libyaml found no memory.
  var problem: String
  /// Where it noticed, in characters.
  var place: Int
  /// What it was doing, if it said so, and where that began.
  var context: String?
  var contextPlace: Int
}

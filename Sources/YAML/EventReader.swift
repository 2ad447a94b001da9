internal import CLibYAML

/// Owns one libyaml parser and its input. Noncopyable: freed exactly once, never shared.
///
/// The only file that touches C memory. What comes out of `next` is plain Swift values.
@safe struct EventReader: ~Copyable {
  // Invariant: neither ever moves, since libyaml keeps pointers into its own struct and to its input.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter bytes: UTF-8; copied.
  init(_ bytes: [UInt8]) {
    unsafe parser = .allocate(capacity: 1)
    let ready = unsafe yaml_parser_initialize(parser)
    precondition(ready == 1, "libyaml found no memory for a parser")
    unsafe input = .allocate(capacity: bytes.count)
    _ = unsafe input.initialize(from: bytes)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// Returns the next event. Past the end of the stream it is `.streamEnd` again.
  ///
  /// - Throws: What libyaml found wrong; it cannot go on after that, and says the same again.
  func next() throws(SyntaxFault) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe Event(
      kind: Self.kind(of: event), start: event.start_mark.index, end: event.end_mark.index)
  }

  private func fault() -> SyntaxFault {
    unsafe SyntaxFault(
      problem: Self.text(parser.pointee.problem) ?? "",
      place: parser.pointee.problem_mark.index,
      context: Self.text(parser.pointee.context),
      contextPlace: parser.pointee.context_mark.index)
  }

  private static func kind(of event: borrowing yaml_event_t) -> Event.Kind {
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT:
      guard let version = unsafe event.data.document_start.version_directive else {
        return .documentStart(version: nil)
      }
      return unsafe .documentStart(
        version: (Int(version.pointee.major), Int(version.pointee.minor)))
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return unsafe .alias(name: text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let data = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: data.value, count: data.length)
      let scalar = unsafe Scalar(
        text: String(decoding: bytes, as: UTF8.self), style: style(of: data.style))
      return unsafe .scalar(scalar, properties(anchor: data.anchor, tag: data.tag))
    case YAML_SEQUENCE_START_EVENT:
      let data = unsafe event.data.sequence_start
      return unsafe .sequenceStart(
        properties(anchor: data.anchor, tag: data.tag),
        isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let data = unsafe event.data.mapping_start
      return unsafe .mappingStart(
        properties(anchor: data.anchor, tag: data.tag),
        isFlow: data.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    // libyaml gives no event (type 0) only past the end of the stream.
    default: return .streamEnd
    }
  }

  private static func style(of style: yaml_scalar_style_t) -> Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func properties(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> Event.Properties {
    unsafe Event.Properties(anchor: text(anchor), hasTag: tag != nil)
  }

  private static func text(_ words: UnsafePointer<CChar>?) -> String? {
    guard let words = unsafe words else { return nil }
    return unsafe String(cString: words)
  }

  private static func text(_ words: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let words = unsafe words else { return nil }
    return unsafe String(cString: words)
  }
}

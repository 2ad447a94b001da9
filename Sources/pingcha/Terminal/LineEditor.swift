import CLineEditor

/// Owns the line editor of a terminal: keys, history, completion with Tab.
@safe final class LineEditor {
  enum Outcome {
    case line(String)
    /// Ctrl-D on an empty line.
    case end
    /// Ctrl-C.
    case abandoned
  }

  /// What Tab does to a line.
  enum Help {
    /// Writes at the cursor.
    case insert(String)
    /// Prints texts to choose from, below the line.
    case choices([String])
  }

  // Invariant: freed exactly once, in `deinit`; it keeps a pointer to this object, which outlives
  // it.
  private var editor: OpaquePointer?
  private var complete: (String) -> Help = { _ in .choices([]) }

  /// - Parameter remembered: The most lines that the history holds.
  /// - Returns: `nil` where there is no memory for one.
  init?(remembering remembered: Int) {
    unsafe editor = line_editor_make(
      "pingcha", Int32(remembered),
      { owner, _, line, length in
        guard let owner = unsafe owner, let line = unsafe line else { return }
        let bytes = unsafe UnsafeRawBufferPointer(start: line, count: length)
        unsafe Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
          .help(String(decoding: bytes, as: UTF8.self))
      }, Unmanaged.passUnretained(self).toOpaque())
    if unsafe editor == nil { return nil }
  }

  deinit { if let editor = unsafe editor { unsafe line_editor_end(editor) } }

  /// Asks for a line; it comes without its end.
  ///
  /// - Parameter completing: Says what Tab does, of the part of the line before the cursor.
  func read(prompt: String, completing: @escaping (String) -> Help) -> Outcome {
    complete = completing
    var outcome = LINE_EDITOR_END
    // The editor needs the prompt until the call returns, and no longer.
    let line = unsafe prompt.withCString { prompt in
      unsafe line_editor_read(editor, prompt, &outcome).map { unsafe String(cString: $0) }
    }
    if let line { return .line(line) }
    return outcome == LINE_EDITOR_ABANDONED ? .abandoned : .end
  }

  /// Adds a line to what the arrow keys show.
  func remember(_ line: String) { unsafe line_editor_remember(editor, line) }

  private func help(_ beginning: String) {
    switch complete(beginning) {
    case .insert(let text): unsafe line_editor_insert(editor, text)
    case .choices(let texts):
      if texts.isEmpty { return }
      let width = Int(line_editor_columns())
      unsafe line_editor_show(editor, TextColumns(texts, width: width).text)
    }
  }
}

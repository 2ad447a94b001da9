internal import CEL
package import SourceText

/// Checks the papers of a record against the files in its folder: each is there, is in the folder
/// also when links are followed, and has the bytes that the record says.
///
/// What it finds is about the record, which can be reviewed all the same.
package struct AttachmentCheck: Sendable {
  /// The case folder.
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// Returns what is wrong, in the order of `documents`; ranges are in the record's file.
  ///
  /// A paper without a path is not looked for, one without a hash is not read; whether they are
  /// needed is for the rules to say.
  package func diagnostics(of record: CaseRecord) -> [Diagnostic] {
    let fields = record.schema.documentFields
    guard let pathSlot = fields.path else { return [] }
    var diagnostics: [Diagnostic] = []
    for case .structure(let paper) in record.documents.elements {
      func range(_ slot: Int) -> ByteRange {
        record.place(of: paper.path(ofField: slot))?.range ?? .none
      }
      var hash: (text: String, range: ByteRange)?
      if let slot = fields.sha256, case .string(let text) = paper.slots[slot] {
        hash = (text.lowercased(), range(slot))
        if !isHash(text) {
          diagnostics.append(.malformedHash(text, at: range(slot)))
          hash = nil
        }
      }
      guard case .string(let path) = paper.slots[pathSlot] else { continue }
      if let problem = check(path, at: range(pathSlot), hash: hash) { diagnostics.append(problem) }
    }
    return diagnostics
  }

  /// Returns the one thing that is wrong with an attachment.
  private func check(_ path: String, at range: ByteRange, hash: (text: String, range: ByteRange)?)
    -> Diagnostic?
  {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.isEmpty || path.utf8.first == UInt8(ascii: "/") || parts.contains("..") {
      return .attachmentOutside(path, byLink: false, at: range)
    }
    do throws(FileProblem) {
      let root = try FileSystem.resolved(folder)
      let file = try FileSystem.resolved(folder.appending(path))
      guard file.utf8.starts(with: (root == "/" ? root : root + "/").utf8) else {
        return .attachmentOutside(path, byLink: true, at: range)
      }
      let open = try OpenFile.regular(file)
      guard let hash else { return nil }
      let found = try open.sha256()
      return found == hash.text
        ? nil : .attachmentAltered(path, expected: hash.text, found: found, at: hash.range)
    } catch {
      return error == .missing
        ? .attachmentMissing(path, near: neighbour(of: path), at: range)
        : .attachmentUnreadable(path, .cannotRead(error, near: nil), at: range)
    }
  }

  /// The attachment that was probably meant by a path that leads nowhere.
  private func neighbour(of path: String) -> String? {
    let parent = path.parentFolder
    let known = (try? FileSystem.names(in: folder.appending(parent))) ?? []
    return Suggestion.nearest(to: path.lastComponent, among: known)
      .map { parent == "." ? $0 : parent.appending($0) }
  }

  private func isHash(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
          UInt8(ascii: "A")...UInt8(ascii: "F"):
          true
        default: false
        }
      }
  }
}

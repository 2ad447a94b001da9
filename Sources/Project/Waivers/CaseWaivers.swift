internal import FoundationEssentials
package import SourceText

/// The waivers that lie in the folder of a case.
package struct CaseWaivers: Sendable {
  /// The text, for excerpts; `nil` where there is no such file.
  package var file: SourceFile?
  package var entries: [WaiverEntry] = []
  /// Why the file cannot be used.
  package var problem: SettingsProblem?

  package init() {}

  /// Reads `waivers.yaml` beside a record; there are none where the record is no case folder's.
  ///
  /// - Parameters:
  ///   - record: The path of the record.
  ///   - caseFile: What the record of a case folder is called.
  package init(beside record: String, caseFile: String, by reader: WaiverReader) {
    let folder: String
    if record == caseFile {
      folder = ""
    } else if record.hasSuffix("/\(caseFile)") {
      folder = String(record.dropLast(caseFile.count))
    } else {
      return
    }
    let path = folder + WaiverReader.fileName
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let file = SourceFile(path: path, bytes: [UInt8](data))
    self.file = file
    do throws(SettingsProblem) {
      entries = try reader.read(file)
    } catch {
      problem = error
    }
  }
}

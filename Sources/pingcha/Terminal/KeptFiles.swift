import CaseRecords
import FoundationEssentials

/// What runs keep for the next one, in the working folder.
enum KeptFiles {
  static let folder = ".pingcha"

  /// What tells this build of the program from others, without reading all of it.
  static var programMark: String {
    guard let path = Streams.program,
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    else { return "" }
    let size = attributes[.size].map { "\($0)" } ?? ""
    let date = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970
    return "\(size) \(date.map { "\($0)" } ?? "")"
  }
}

extension RecordPackStore {
  /// The packs that runs in this folder keep.
  static var ofProject: RecordPackStore {
    RecordPackStore(folder: "\(KeptFiles.folder)/records", program: KeptFiles.programMark)
  }
}

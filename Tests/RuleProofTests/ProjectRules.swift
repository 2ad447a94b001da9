import CaseRecords
import RuleCompiler
import TestSupport

/// The rules and sample cases of the project, loaded once.
enum ProjectRules {
  static let loaded = RulebookLoader.load(folder: "\(ProjectFolder.root)/Rules")

  /// The sample records that can be read, by the name of their folder.
  static let cases: [(name: String, record: CaseRecord)] = {
    let loader = RecordLoader(kinds: loaded.kinds, checksAttachments: false)
    return RecordDiscovery.find(["\(ProjectFolder.root)/Cases"]).compactMap { found in
      guard case .source(let source) = found, let record = loader.load(source).record else {
        return nil
      }
      return (source.folder?.split(separator: "/").last.map(String.init) ?? source.path, record)
    }
  }()
}

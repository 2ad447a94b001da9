import CaseRecords
import Findings
import FoundationEssentials
import Reports
import RuleProof
import SourceText

/// What the `expected.yaml` of case folders say of rules.
struct SampleCases {
  /// By rule id; the cases of a rule in the order of their folders.
  private(set) var byRule: [String: [RuleHandbook.SampleCase]] = [:]
  /// What of the folders cannot be read.
  private(set) var problems: [(file: SourceFile, diagnostics: [Diagnostic])] = []

  /// - Parameter paths: Folders with case folders. One without an `expected.yaml` shows nothing.
  init(_ paths: [String]) throws {
    for found in RecordDiscovery.find(paths) {
      guard case .source(let source) = found, let folder = source.folder else {
        throw UsageProblem.noCases(found.path)
      }
      let path = CaseExpectations.path(in: folder)
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      let file = SourceFile(path: path, bytes: [UInt8](data))
      let (expectations, diagnostics) = CaseExpectations.read(file)
      guard let expectations else {
        problems.append((file, diagnostics))
        continue
      }
      let name = folder.split(separator: "/").last.map(String.init) ?? folder
      for (rule, outcome) in expectations.rules {
        byRule[rule, default: []].append(
          RuleHandbook.SampleCase(name: name, about: expectations.about, outcome: outcome))
      }
    }
  }
}

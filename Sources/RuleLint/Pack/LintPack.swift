import CEL
package import CaseRecords
import Findings
package import RuleCompiler
package import SourceText
package import YAML

/// A rules folder as checks look at it: what was read, what was compiled, and the texts and
/// expressions in it, each with its place.
package struct LintPack: Sendable {
  package let loaded: LoadedRules
  /// Every rule that compiled. What loading refuses is told by loading.
  package let rules: [LintRule]
  package let expressions: [LintExpression]
  package let texts: [LintText]
  /// By the path below the folder.
  package let files: [String: SourceFile]
  /// The document of each file that can be read.
  package let documents: [String: Node]
  /// What any file but the law registry names.
  let words: PackWords

  package init(_ loaded: LoadedRules) {
    self.loaded = loaded
    let files = Dictionary(
      loaded.source.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.files = files
    documents = files.compactMapValues { readYAML($0.bytes).root }
    var rules: [LintRule] = []
    var collector = PackCollector()
    for rulebook in loaded.rulebooks {
      for compiled in rulebook.rules {
        guard let file = files[compiled.source.file], let document = documents[file.path],
          let node = document.mapping(at: compiled.source.range)
        else { continue }
        let rule = LintRule(
          source: compiled.source, compiled: compiled, file: file, node: node,
          schema: rulebook.schema)
        rules.append(rule)
        collector.collect(rule)
      }
    }
    for kind in loaded.source.kinds {
      let rulebook = loaded.rulebooks.first { $0.schema.kind == kind.name }
      collector.collect(kind, rulebook, files)
    }
    let ruleFiles = Set(loaded.source.rules.map(\.file))
    for path in documents.keys.sorted() where !ruleFiles.contains(path) {
      if let document = documents[path], let file = files[path] {
        collector.collectLabels(of: document, in: file)
      }
    }
    self.rules = rules
    let registers = Set(loaded.source.instruments.map(\.file))
    words = PackWords(loaded.source.files.filter { !registers.contains($0.path) })
    expressions = collector.expressions
    texts = collector.texts
  }

  func file(_ path: String) -> SourceFile { files[path] ?? SourceFile(path: path, bytes: []) }

  /// True where what is told of a range by loading is a condition that never changes.
  func isToldConstant(_ file: SourceFile, _ range: ByteRange) -> Bool {
    loaded.diagnostics.contains { located in
      guard LoadWarnings.constantConditions.contains(located.diagnostic.code),
        located.file.hasSuffix(file.path)
      else { return false }
      let told = located.diagnostic.range
      return told.start < range.end && range.start < told.end
    }
  }
}

/// A rule with everything that is known of it.
package struct LintRule: Sendable {
  package let source: RuleSource
  package let compiled: CompiledRule
  package let file: SourceFile
  /// The rule's mapping in its file.
  package let node: Node
  package let schema: RecordSchema

  package var id: String { source.id.text }
  /// The rule as each of its versions has it; itself where it has none.
  var readings: [RuleSource] { compiled.versions.map(\.source) }
}

extension Node {
  /// Every mapping at and under the node, outer ones first.
  var mappings: [Node] {
    var (found, stack): ([Node], [Node]) = ([], [self])
    while let node = stack.popLast() {
      switch node.content {
      case .scalar: break
      case .sequence(let nodes): stack += nodes.reversed()
      case .mapping(let pairs):
        found.append(node)
        stack += pairs.map(\.value).reversed()
      }
    }
    return found
  }
}

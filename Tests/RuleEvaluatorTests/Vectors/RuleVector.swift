import Foundation
import RuleCompiler
import SourceText
import TestSupport
import Testing
import YAML

/// One vector of the rule semantics; `rules/README.md` of the shared conformance folder says what its
/// keys mean.
struct RuleVector: Sendable, CustomTestStringConvertible {
  /// The name of its file, without `.yaml`.
  var file: String
  var name: String
  var node: Node

  var testDescription: String { "\(file)/\(name)" }

  /// Keys that the engine does not know what to make of. A vector that has one is not understood, and
  /// fails.
  var unknownKeys: [String] {
    func unknown(_ node: Node?, _ known: [String], _ place: String) -> [String] {
      (node?.mapping ?? []).map(\.key.text).filter { !known.contains($0) }.map { place + $0 }
    }
    var keys = unknown(node, Self.keys, "")
    keys += unknown(node["expect"], Self.expectKeys, "expect.")
    for finding in node["expect"]?["findings"]?.sequence ?? [] {
      keys += unknown(finding, Self.findingKeys, "findings.")
    }
    return keys
  }

  private static let keys = [
    "name", "about", "schema", "parameters", "define", "instruments", "record", "rule", "rules",
    "rule_text", "as_of", "expect", "compute",
  ]
  private static let expectKeys = ["outcome", "missing", "findings", "load_error", "about"]
  private static let findingKeys = [
    "check", "element", "outcome", "kind", "due", "days_late", "message", "message_lacks",
  ]
}

/// A file of vectors.
struct RuleVectorFile: Sendable, CustomTestStringConvertible {
  var name: String
  var vectors: [RuleVector]
  /// Why the file as a whole cannot be read.
  var problem: String?

  var testDescription: String { name }

  /// The folder that `RULE_VECTORS` names, else the shared one; `nil` where there is neither.
  static let folder: String? =
    ProcessInfo.processInfo.environment["RULE_VECTORS"]
    ?? ProjectFolder.shared.map { "\($0)/conformance/rules" }

  static let isShared =
    folder != nil && ProcessInfo.processInfo.environment["RULE_VECTORS"] == nil

  /// Every file of the folder that ends in `.yaml`.
  static let all: [RuleVectorFile] =
    folder.map { folder in
      ProjectFolder.files(under: "\(folder)/.", suffix: ".yaml").map { RuleVectorFile(path: $0) }
    } ?? []

  private init(path: String) {
    name = String(path.split(separator: "/").last?.dropLast(".yaml".utf8.count) ?? "")
    vectors = []
    guard let bytes = ProjectFolder.bytes(atPath: path) else {
      problem = "cannot be read"
      return
    }
    // The tag says what the schema says anyway; ours is not a reader of tags.
    let text = String(decoding: bytes, as: UTF8.self).replacing("!!timestamp ", with: "")
    let reading = readYAML(Array(text.utf8))
    guard let nodes = reading.root?.sequence, !nodes.isEmpty else {
      problem = "is no list of vectors: \(reading.diagnostics.map(\.message.en))"
      return
    }
    let file = name
    vectors = nodes.enumerated().map { number, node in
      RuleVector(
        file: file, name: node["name"]?.scalar?.text ?? "vector \(number + 1)", node: node)
    }
  }
}

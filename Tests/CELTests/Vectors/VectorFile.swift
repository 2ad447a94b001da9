import Foundation

/// A file of conformance vectors, which is a section of the suite.
struct VectorFile: Sendable {
  /// Without the extension: `parse`, `timestamps`.
  var name: String
  var vectors: [Vector]

  init(name: String, data: Data) throws {
    self.name = name
    let elements = try JSONDecoder().decode(JSON.self, from: data).elements()
    vectors = try elements.enumerated().map { index, json in
      do {
        return try Vector(json)
      } catch let fault as VectorFault {
        throw VectorFault("\(name) [\(index)]: \(fault.description)")
      }
    }
  }
}

/// Where the conformance vectors are: `CEL_VECTORS`, or `conformance/cel` in the folder
/// `PINGCHA_SHARED` or else `shared` beside the package.
enum Vectors {
  static let folder: URL? = {
    let environment = ProcessInfo.processInfo.environment
    var candidates: [URL] = []
    if let folder = environment["CEL_VECTORS"] {
      candidates.append(URL(fileURLWithPath: folder))
    } else if let shared = environment["PINGCHA_SHARED"] {
      candidates.append(URL(fileURLWithPath: shared).appendingPathComponent("conformance/cel"))
    } else {
      // Tests/CELTests/Vectors/VectorFile.swift
      var package = URL(fileURLWithPath: #filePath)
      for _ in 0..<4 { package.deleteLastPathComponent() }
      candidates.append(
        package.deletingLastPathComponent().appendingPathComponent("shared/conformance/cel"))
    }
    return candidates.first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// Vectors whose expectation contradicts their expression, and why.
  static let mistaken: [String: String] = [
    "parse/bytes_literals/triple_double_quoted_unescaped_punctuation":
      "expects a backslash before `?` that the expression does not have"
  ]

  static var isPresent: Bool { folder != nil }

  /// The files in the order of their names.
  static func files() throws -> [VectorFile] {
    guard let folder else { return [] }
    return try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map {
        try VectorFile(
          name: $0.deletingPathExtension().lastPathComponent, data: try Data(contentsOf: $0))
      }
  }

  /// Every vector, for tests that take them as arguments; none where the files are absent. A file
  /// that cannot be read is a failure of `VectorLoadingTests`.
  static let all: [Vector] = (try? files().flatMap(\.vectors)) ?? []
}

/// The parts of an Office Open XML file (ECMA-376 part 2): named texts and pictures in a zip.
package struct OfficePackage: Sendable {
  package struct Part: Hashable, Sendable {
    package var name: String
    package var bytes: [UInt8]
  }

  package var parts: [Part]

  /// Why bytes are no package, with what the zip library says of it.
  package struct Unreadable: Error, Hashable { package var reason: String }

  package init(reading bytes: [UInt8]) throws(Unreadable) {
    do {
      parts = try ZipArchive.entries(of: bytes).map { Part(name: $0.name, bytes: $0.bytes) }
    } catch {
      throw Unreadable(reason: error.reason)
    }
  }

  /// The package as a file. The same parts give the same bytes.
  package func bytes() throws(Unreadable) -> [UInt8] {
    do {
      return try ZipArchive.archive(of: parts.map { .init(name: $0.name, bytes: $0.bytes) })
    } catch {
      throw Unreadable(reason: error.reason)
    }
  }
}

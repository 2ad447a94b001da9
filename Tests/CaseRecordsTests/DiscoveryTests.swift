import CaseRecords
import Foundation
import SourceText
import TestSupport
import Testing
import YAML

@Suite struct DiscoveryTests {
  /// What is found, with the folder taken off: `a/case.yaml`, or `b: no-case-file`.
  private func found(_ folder: TemporaryFolder, _ names: String...) -> [String] {
    RecordDiscovery.find(names.map { $0 == "-" ? $0 : "\(folder.path)/\($0)" }).map { item in
      let name = item.path.replacingOccurrences(of: folder.path + "/", with: "")
      switch item {
      case .source(let source): return name + (source.folder == nil ? "" : " in its folder")
      case .failure(_, let diagnostic):
        expectWellWritten(diagnostic)
        #expect(diagnostic.help != nil)
        return "\(name): \(diagnostic.code)"
      }
    }
  }

  @Test func `a folder with case.yaml is one record, whatever else is in it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one/case.yaml")
    try folder.write("one/expected.yaml")
    try folder.write("one/attachments/case.yaml")
    try folder.write("one/attachments/more.ndjson")
    #expect(found(folder, "one") == ["one/case.yaml in its folder"])
    #expect(found(folder, "one/") == ["one/case.yaml in its folder"])
    #expect(found(folder, "one/case.yaml") == ["one/case.yaml in its folder"])
    #expect(found(folder, "one/expected.yaml") == ["one/expected.yaml"])
  }

  @Test func `case folders are found at any depth, in byte order of their paths`() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a/z", "a/b/c", "a-b", "乙", "B", ".hidden", "a/.git/x"] {
      try folder.write("all/\(name)/case.yaml")
    }
    try folder.write("all/readme.yaml")
    #expect(
      found(folder, "all") == [
        "all/B/case.yaml in its folder", "all/a-b/case.yaml in its folder",
        "all/a/b/c/case.yaml in its folder", "all/a/z/case.yaml in its folder",
        "all/b/case.yaml in its folder", "all/乙/case.yaml in its folder",
      ])
  }

  @Test func `paths keep the order in which they are given`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.yaml", "a.YML", "c.json", "d.ndjson", "e.jsonl"] { try folder.write(name) }
    #expect(
      found(folder, "b.yaml", "-", "a.YML", "e.jsonl", "c.json", "d.ndjson")
        == ["b.yaml", "-", "a.YML", "e.jsonl", "c.json", "d.ndjson"])
    let formats = RecordDiscovery.find(
      ["b.yaml", "a.YML", "c.json", "d.ndjson", "e.jsonl"].map { "\(folder.path)/\($0)" }
    ).map { item -> RecordSource.Format? in
      if case .source(let source) = item { source.format } else { nil }
    }
    #expect(formats == [.yaml, .yaml, .json, .lines, .lines])
  }

  @Test func `each thing that is no record says so, and the rest is found`() throws {
    let folder = try TemporaryFolder()
    try folder.folder("empty")
    try folder.write("bare/attachments/1.txt")
    try folder.write("all/good/case.yaml")
    try folder.write("all/lost/attachments/1.txt")
    try folder.folder("all/void")
    try folder.write("report.pdf")
    #expect(
      found(folder, "none", "empty", "bare", "all", "report.pdf") == [
        "none: missing-file", "empty: empty-folder", "bare: no-case-file",
        "all/good/case.yaml in its folder", "all/lost: no-case-file", "all/void: empty-folder",
        "report.pdf: unknown-format",
      ])
  }

  @Test func `what was probably meant is said`() throws {
    let folder = try TemporaryFolder()
    try folder.write("cases/case.yml")
    try folder.write("batch/all.ndjson")
    func help(_ name: String) -> String? {
      guard
        case .failure(_, let diagnostic)? = RecordDiscovery.find(["\(folder.path)/\(name)"]).first
      else { return nil }
      return diagnostic.help?.en
    }
    #expect(help("casse") == "Did you mean `cases`?")
    #expect(help("cases") == "Make `case.yml` a `case.yaml`.")
    #expect(help("batch")?.contains("`all.ndjson`") == true)
  }

  @Test func `links are followed, and loops noticed`() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/one/case.yaml")
    try folder.write("all/two/case.yaml")
    try folder.link("all/linked", to: "../real/one")
    try folder.link("all/up", to: "..")
    try folder.link("all/self", to: "self")
    try folder.link("all/broken", to: "nowhere")
    #expect(
      found(folder, "all") == [
        "all/broken: missing-file", "all/linked/case.yaml in its folder", "all/self: link-loop",
        "all/two/case.yaml in its folder", "all/up/all: link-loop",
        "all/up/real/one/case.yaml in its folder",
      ])
  }

  @Test func `a pipe is not waited for`() throws {
    let folder = try TemporaryFolder()
    try folder.pipe("pipe.yaml")
    try folder.pipe("all/one/case.yaml")
    #expect(found(folder, "pipe.yaml") == ["pipe.yaml: not-a-file"])
    let loader = RecordLoader(kinds: RecordKinds([Fixture.schema]))
    let loaded = loader.load(
      RecordSource(path: "\(folder.path)/all/one/case.yaml", format: .yaml))
    #expect(loaded.diagnostics.map(\.code) == ["not-a-file"])
  }

  // MARK: - Lines

  private func lines(_ bytes: [UInt8], limit: Int = 64) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write("a.ndjson", bytes: bytes)
    var limits = ReadingLimits()
    limits.bytes = limit
    var reader = try LineReader(
      RecordSource(path: "\(folder.path)/a.ndjson", format: .lines), limits: limits)
    var lines: [String] = []
    while let line = try reader.next() {
      lines.append(
        "\(line.number): "
          + (line.isTooLong ? "too long" : String(decoding: line.bytes, as: UTF8.self)))
    }
    return lines
  }

  @Test(
    "reads lines with their numbers",
    arguments: [
      ("", []), ("\n\n", []), ("a", ["1: a"]), ("a\n", ["1: a"]), ("a\nb", ["1: a", "2: b"]),
      ("a\r\n\r\n \t\nb\n", ["1: a\r", "4: b"]), ("\n\na", ["3: a"]),
    ])
  func splitting(text: String, expected: [String]) throws {
    #expect(try lines(Array(text.utf8)) == expected)
  }

  @Test func `a line over the limit is skipped and told, the next ones are read`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 300_000)
    let text = Array("a\n".utf8) + long + Array("\nb\n".utf8) + long
    #expect(try lines(text) == ["1: a", "2: too long", "3: b", "4: too long"])
    let fits = [UInt8](repeating: UInt8(ascii: "y"), count: 300_000)
    #expect(
      try lines(fits + [0x0A] + fits, limit: 300_000).map(\.utf8.count) == [300_003, 300_003])
  }

  @Test func `a file that is not there is an error of the reader`() {
    #expect(throws: FileProblem.missing) {
      _ = try LineReader(RecordSource(path: "/nowhere/a.ndjson", format: .lines))
    }
  }
}

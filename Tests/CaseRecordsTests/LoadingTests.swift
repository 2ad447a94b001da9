import CaseRecords
import Foundation
import SourceText
import TestSupport
import Testing
import YAML

/// From a path to a record with its attachments checked.
@Suite struct LoadingTests {
  private let loader = RecordLoader(kinds: RecordKinds([Fixture.schema]))
  /// SHA-256 of `abc` (FIPS 180-2, appendix B.1).
  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  private func load(_ folder: TemporaryFolder, _ name: String = "") -> [LoadedRecord] {
    RecordDiscovery.find([name.isEmpty ? folder.path : "\(folder.path)/\(name)"]).compactMap {
      if case .source(let source) = $0 { loader.load(source) } else { nil }
    }
  }

  @Test(
    "one clear message for a file that is no record",
    arguments: [
      ([], "empty-document"), (Array("%PDF-1.7 …".utf8), "not-text"),
      ([0x6B, 0x00, 0x01, 0x02, 0x80, 0xFF], "not-text"),
      ([0xB0, 0xB8, 0x3A, 0x20], "invalid-utf8"),
      ([0xFF, 0xFE, 0x6B, 0x00], "not-utf8"), (Array("kind: [".utf8), nil),
      (Array("甲".utf8), "not-a-record"), (Array("case: {}".utf8), "missing-kind"),
    ] as [([UInt8], String?)])
  func unreadable(bytes: [UInt8], code: String?) throws {
    let folder = try TemporaryFolder()
    try folder.write("case.yaml", bytes: bytes)
    try folder.write("good/case.yaml")
    let loaded = try #require(load(folder).first)
    #expect(loaded.record == nil)
    #expect(loaded.diagnostics.count == 1)
    if let code { #expect(loaded.diagnostics.map(\.code) == [code]) }
    for diagnostic in loaded.diagnostics { expectWellWritten(diagnostic) }
  }

  @Test func `a file of 100 MB is refused before it is read`() throws {
    let folder = try TemporaryFolder()
    try folder.sparse("case.yaml", size: 100_000_000)
    let loaded = try #require(load(folder).first)
    #expect(loaded.record == nil)
    #expect(loaded.bytes.isEmpty)
    #expect(loaded.diagnostics.map(\.code) == ["too-large"])
  }

  @Test func `a file that went away since it was found is told of`() throws {
    let loaded = loader.load(RecordSource(path: "/nowhere/case.yaml", format: .yaml))
    #expect(loaded.diagnostics.map(\.code) == ["missing-file"])
  }

  @Test func `faults of the document and of the record are told together`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "case.yaml", "kind: sample\ncase: { number: 一, title: null, count: x, count: 1 }\n")
    let loaded = try #require(load(folder).first)
    #expect(loaded.record == nil)
    #expect(loaded.diagnostics.map(\.code) == ["wrong-type", "duplicate-key"])
    #expect(loaded.caseNumber == "一")
    #expect(loaded.caseTitle == nil)
  }

  @Test func `each line of NDJSON stands for itself`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.ndjson",
      """
      {"kind":"sample","case":{"number":"一"}}
      {"kind":"sample","case":{"count":"x"}}
      not json

      {"kind":"sample","case":{"number":"二"}}
      """)
    let source = RecordSource(path: "\(folder.path)/a.ndjson", format: .lines)
    var reader = try LineReader(source)
    var numbers: [String?] = []
    var names: [String] = []
    while let line = try reader.next() {
      let loaded = loader.load(line, of: source)
      #expect(loaded.firstLine == line.number)
      #expect((loaded.record == nil) == !loaded.diagnostics.isEmpty)
      numbers.append(loaded.record?.number)
      names.append(loaded.name.replacingOccurrences(of: folder.path + "/", with: ""))
    }
    #expect(numbers == ["一", nil, nil, "二"])
    #expect(names == ["a.ndjson:1", "a.ndjson:2", "a.ndjson:3", "a.ndjson:5"])
    let tooLong = loader.load(.init(number: 7, bytes: [], isTooLong: true), of: source)
    #expect(tooLong.diagnostics.map(\.code) == ["too-large"])
    #expect(loader.nothing(in: source).diagnostics.map(\.code) == ["empty-document"])
    #expect(loader.failure(.denied, of: source).diagnostics.map(\.code) == ["unreadable-file"])
  }

  // MARK: - Attachments

  /// The diagnostics of a case folder with these papers; marks show where they point.
  private func expectAttachments(
    _ marked: String, _ codes: [String], in folder: TemporaryFolder,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let front = "kind: sample\n# 附件\ndocuments:\n"
    expectDiagnostics(front + marked, codes, sourceLocation: sourceLocation) { text in
      do {
        try folder.write("case.yaml", text)
      } catch {
        Issue.record(error, sourceLocation: sourceLocation)
      }
      let loaded = load(folder)
      // What is wrong with an attachment does not make the record unreadable.
      #expect(loaded.first?.record != nil, sourceLocation: sourceLocation)
      return loaded.first?.diagnostics ?? []
    }
  }

  @Test func `an attachment that is there and unaltered is not spoken of`() throws {
    let folder = try TemporaryFolder()
    try folder.write("attachments/甲.txt", "abc")
    try expectAttachments(
      "- { id: d1, path: attachments/甲.txt, sha256: \(Self.abc) }", [], in: folder)
    try expectAttachments(
      "- { id: d1, path: attachments/甲.txt, sha256: \(Self.abc.uppercased()) }", [], in: folder)
    try expectAttachments("- { id: d1, path: attachments/甲.txt }", [], in: folder)
    try expectAttachments("- { id: d1, sha256: \(Self.abc) }", [], in: folder)
    try expectAttachments("- { id: d1, path: ./attachments//甲.txt, sha256: null }", [], in: folder)
  }

  @Test func `a large attachment is hashed piece by piece`() throws {
    // One million times `a` (FIPS 180-2, appendix B.3).
    let folder = try TemporaryFolder()
    try folder.write("a.bin", bytes: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    let hash = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    try expectAttachments("- { id: d1, path: a.bin, sha256: \(hash) }", [], in: folder)
  }

  @Test func `what is wrong with an attachment is told at its place`() throws {
    let folder = try TemporaryFolder()
    try folder.write("attachments/1.txt", "abd")
    try folder.folder("attachments/sub")
    try folder.write("attachments/决定书.txt")
    try expectAttachments(
      "- { id: d1, path: «attachments/2.pdf» }", ["attachment-missing"], in: folder)
    try expectAttachments(
      "- { id: d1, path: attachments/1.txt, sha256: «\(Self.abc)» }", ["attachment-altered"],
      in: folder)
    try expectAttachments(
      "- { id: d1, path: «attachments/sub» }", ["attachment-unreadable"], in: folder)
    try expectAttachments("- { id: d1, path: «/etc/hostname» }", ["attachment-outside"], in: folder)
    try expectAttachments("- { id: d1, path: «../x/1.txt» }", ["attachment-outside"], in: folder)
    try expectAttachments("- { id: d1, path: «''» }", ["attachment-outside"], in: folder)
    try expectAttachments(
      "- { id: d1, path: «attachments\\1.txt» }", ["attachment-missing"], in: folder)
    try expectAttachments(
      "- { id: d1, path: attachments/1.txt, sha256: «abcd» }", ["malformed-hash"], in: folder)
    try expectAttachments(
      "- { id: d1, path: { value: «no.txt», page: 1 }, sha256: «xyz» }\n- { id: d2, path: «no2.txt» }",
      ["attachment-missing", "malformed-hash", "attachment-missing"], in: folder)
    try folder.write("case.yaml", "kind: sample\ndocuments: [{ id: d1, path: attachments/决定.txt }]")
    #expect(
      load(folder).first?.diagnostics.first?.help?.en == "Did you mean `attachments/决定书.txt`?")
  }

  @Test func `a link is followed, but not out of the folder`() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    try folder.write("a.txt", "abc")
    try other.write("a.txt", "abc")
    try folder.link("inside.txt", to: "a.txt")
    try folder.link("outside.txt", to: "\(other.path)/a.txt")
    try folder.link("out", to: other.path)
    try folder.link("loop", to: "loop")
    try expectAttachments("- { id: d1, path: inside.txt, sha256: \(Self.abc) }", [], in: folder)
    try expectAttachments("- { id: d1, path: «outside.txt» }", ["attachment-outside"], in: folder)
    try expectAttachments("- { id: d1, path: «out/a.txt» }", ["attachment-outside"], in: folder)
    try expectAttachments("- { id: d1, path: «loop» }", ["attachment-unreadable"], in: folder)
    // A folder whose name only begins alike is outside too.
    let twin = folder.path + "-2"
    try FileManager.default.createDirectory(atPath: twin, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: twin) }
    try Data("abc".utf8).write(to: URL(fileURLWithPath: twin + "/a.txt"))
    try folder.link("twin.txt", to: twin + "/a.txt")
    try expectAttachments("- { id: d1, path: «twin.txt» }", ["attachment-outside"], in: folder)
  }

  @Test func `the check can be left out`() throws {
    let folder = try TemporaryFolder()
    try folder.write("case.yaml", "kind: sample\ndocuments: [{ id: d1, path: no.txt }]")
    let source = RecordSource(path: "\(folder.path)/case.yaml", format: .yaml, folder: folder.path)
    #expect(loader.load(source).diagnostics.count == 1)
    let quiet = RecordLoader(kinds: loader.kinds, checksAttachments: false)
    #expect(quiet.load(source).diagnostics.isEmpty)
  }
}

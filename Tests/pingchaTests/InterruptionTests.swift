import Foundation
import Testing

/// A file that is written is what it was, or what it should be, whatever happens on the way.
@Suite struct InterruptionTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private static let old = "old\n"

  @Test(.timeLimit(.minutes(1)))
  func `a run that is killed leaves the old file or the whole new one`() throws {
    try folder.write(
      "batch.ndjson", (1...400).map { SampleFolder.line($0, servedOn: "2024-03-20") }.joined())
    let line =
      "pingcha check batch.ndjson --as-of 2024-12-31 --format json=out.json --format junit=out.xml"
    _ = try Program.shell(line, in: folder)
    let whole = try ["out.json", "out.xml"].map { try folder.text($0) }
    #expect(whole[0].utf8.count > 500_000)
    var killed = 0
    for round in 0..<20 {
      for name in ["out.json", "out.xml"] { try folder.write(name, Self.old) }
      // From at once to about the time that a run takes; where it is killed is chance, and does not matter.
      let wait = String(format: "%.2f", Double(round) * 0.02)
      let run = try Program.shell(
        "\(line) & pid=$!; sleep \(wait); pkill -KILL -P $pid; kill -KILL $pid; wait $pid",
        in: folder)
      if run.status > 2 { killed += 1 }
      for (name, whole) in zip(["out.json", "out.xml"], whole) {
        let text = try folder.text(name)
        #expect(text == Self.old || text == whole, "\(name), round \(round)")
      }
    }
    #expect(killed > 0)
    // What a killed run left behind is in nobody's way.
    let last = try Program.shell(line, in: folder)
    #expect(last.status == 1)
    #expect(try folder.text("out.json") == whole[0])
    #expect(try folder.text("out.xml") == whole[1])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { $0.hasSuffix(".partial") } == [])
  }

  @Test func `a run that fails leaves the file as it was, and nothing beside it`() throws {
    try folder.write("out.json", Self.old)
    let run = try Program.shell(
      "pingcha check Cases --format json=out.json --format junit=nowhere/out.xml", in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("`nowhere/out.xml` cannot be written"))
    #expect(try folder.text("out.json") == Self.old)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { $0.hasSuffix(".partial") } == [])
  }

  @Test func `two runs may write one file at the same time`() throws {
    let line = "pingcha check Cases --as-of 2024-12-31 --format json=out.json"
    let run = try Program.shell("for i in 1 2 3 4; do \(line) & done; wait", in: folder)
    #expect(run.errors == "")
    _ = try JSONSerialization.jsonObject(with: Data(folder.text("out.json").utf8))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { $0.hasSuffix(".partial") } == [])
  }

  @Test func `a link stays a link, and its file keeps its permissions`() throws {
    try folder.write("real.json", Self.old)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.path + "/real.json")
    try folder.link("out.json", to: "real.json")
    _ = try Program.shell("pingcha check Cases --format json=out.json", in: folder)
    #expect(try folder.text("real.json").hasPrefix("{"))
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.path + "/out.json")
    #expect(target == "real.json")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/real.json")
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func `what is no file is written straight`() throws {
    let run = try Program.shell(
      "pingcha check Cases --as-of 2024-12-31 --format json=/dev/stdout | head -c 1", in: folder)
    #expect(run.output == "{")
    let null = try Program.shell("pingcha check Cases --format json=/dev/null", in: folder)
    #expect(null.status == 1)
    #expect(null.errors == "")
  }
}

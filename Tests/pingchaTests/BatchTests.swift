import Testing

@Suite struct BatchTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  /// Every third case is served late, and every tenth line cannot be read.
  private func batch(_ count: Int) -> String {
    (1...count).map { number in
      if number % 10 == 0 { return "{\"kind\":\"sample\",\"case\":{\"nmber\":\(number)}}\n" }
      return SampleFolder.line(number, servedOn: number % 3 == 0 ? "2024-03-20" : "2024-03-05")
    }.joined()
  }

  @Test(
    "the bytes are the same for any number of workers",
    arguments: ["text", "json", "ndjson"])
  func sameBytes(format: String) throws {
    try folder.write("batch.ndjson", batch(300))
    func output(_ jobs: Int) throws -> Program.Run {
      try Program.run(
        [
          "check", "Cases", "batch.ndjson", "--as-of", "2024-12-31", "--format", format, "--jobs",
          "\(jobs)",
        ], in: folder)
    }
    let one = try output(1)
    #expect(one.status == 2)
    for jobs in [2, 7] {
      let other = try output(jobs)
      #expect(other.output == one.output)
      #expect(other.status == one.status)
    }
  }

  @Test func `a bad line is told by its number and the others are reviewed`() throws {
    try folder.write("batch.ndjson", batch(12))
    let run = try Program.run(["check", "batch.ndjson", "--format", "ndjson"], in: folder)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 14)
    #expect(lines[10].contains("\"source\":\"batch.ndjson:10\""))
    #expect(lines[10].contains("\"unreadable\":true"))
    #expect(lines[12].contains("\"source\":\"batch.ndjson:12\""))
    #expect(lines[12].contains("\"outcome\":\"violated\""))
  }

  @Test func `a batch comes on standard input`() throws {
    let run = try Program.run(
      ["check", "-", "--as-of", "2024-12-31"], in: folder,
      input: SampleFolder.line(1) + "\n" + SampleFolder.line(2, servedOn: "2024-04-01"))
    #expect(run.status == 1)
    #expect(run.output.contains("-:3:"))
    #expect(run.output.contains("Due: 2024-03-08, 24 days late"))
  }

  @Test func `an empty batch is an error`() throws {
    let run = try Program.run(["check", "-"], in: folder, input: "\n\n")
    #expect(run.status == 2)
    #expect(run.output.contains("error[empty-document]"))
  }

  @Test func `a reader that leaves early ends it quietly`() throws {
    try folder.write("batch.ndjson", (1...3000).map { SampleFolder.line($0) }.joined())
    let run = try Program.shell(
      "pingcha check batch.ndjson --format ndjson 2>errors | head -n 1 >/dev/null; "
        + "echo ${PIPESTATUS[0]}; wc -c <errors", in: folder)
    // Not done, since nobody knows what the rest would have said; no signal, no word.
    #expect(run.output == "2\n0\n")
    #expect(run.errors == "")
  }
}

import Foundation
import Testing

/// `pingcha score` as a user runs it.
@Suite struct ScoreTests {
  let folder: SampleFolder

  private static let sheet = """
    id: own
    kind: sample
    default: true
    ours: true
    name: { zh: 样表, en: Sample sheet }
    confidence: constructed
    scale: 100
    items:
      - id: service
        zh: 送达
        en: Service
        points: 40
        deduct: [{ zh: 逾期, en: Late, points: 10, fed_by: [sample.service.in-time] }]
      - id: decision
        zh: 决定
        en: Decision
        points: 60
        deduct: [{ zh: 未说理, en: No reasons, points: 30, fed_by: [sample.decision.reasoned] }]

    """

  init() throws {
    folder = try SampleFolder()
    try folder.write("Rules/standards/own.yaml", Self.sheet)
  }

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(["score"] + arguments + ["--as-of", "2024-12-31"], in: folder)
  }

  @Test func `a clean case gets all points and a late one loses some`() throws {
    let run = try run("Cases")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Ours, and no official standard."))
    #expect(run.output.contains("Score: 100 (of 100)"))
    #expect(run.output.contains("Score: 90 (of 100)"))
    #expect(run.output.contains("sample.service.in-time"))
    #expect(run.errors.isEmpty)
  }

  @Test func `in Chinese, and as JSON`() throws {
    #expect(try run("Cases", "--lang", "zh").output.contains("得分：90（满分 100）"))
    let run = try run("Cases", "--format", "json")
    #expect(run.status == 0)
    let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(root?["format"] as? String == "pingcha.score")
    #expect((root?["cases"] as? [Any])?.count == 2)
  }

  @Test func `a standard that is not there`() throws {
    let run = try run("Cases", "--standard", "onw")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("error: there is no standard `onw`"))
    #expect(run.errors.contains("Did you mean `own`?"))
  }

  @Test func `a broken standard is one error, with its place`() throws {
    try folder.write(
      "Rules/standards/own.yaml",
      Self.sheet.replacingOccurrences(of: "sample.service.in-time", with: "sample.service.intime"))
    for run in [try run("Cases"), try run("Cases", "--standard", "own")] {
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(
        run.errors.contains("Rules/standards/own.yaml:13:55: error[unknown-rule]"), "\(run.errors)")
      #expect(run.errors.contains("Did you mean `sample.service.in-time`?"))
    }
    let lint = try Program.run(["rules", "lint"], in: folder)
    #expect(lint.status == 2)
    #expect(lint.output.contains("error[unknown-rule]"))
    #expect(lint.output.contains("1 error, 0 warnings"))
  }

  @Test func `without any standard`() throws {
    try FileManager.default.removeItem(atPath: "\(folder.path)/Rules/standards")
    let run = try run("Cases")
    #expect(run.status == 2)
    #expect(run.errors.contains("there is no default standard"))
  }

  @Test func `a record that cannot be read costs only itself`() throws {
    try folder.write("Cases/broken/case.yaml", "kind: [")
    let run = try run("Cases")
    #expect(run.status == 2)
    #expect(run.output.contains("cannot be read, not reviewed"))
    #expect(run.output.contains("Score: 90 (of 100)"))
  }
}

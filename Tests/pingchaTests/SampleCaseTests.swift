import Foundation
import TestSupport
import Testing

/// The cases and rules of the project itself, by the program as it was built.
@Suite struct SampleCaseTests {
  @Test(arguments: ["en", "zh"])
  func `every sample case is reviewed as it says`(language: String) throws {
    let run = try Program.run(
      [
        "cases", "verify", "\(ProjectFolder.root)/Cases", "--rules", "\(ProjectFolder.root)/Rules",
        "--lang", language,
      ], in: try SampleFolder())
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }
}

internal import FoundationEssentials
package import Testing

/// Expects a text to be what `Goldens/<name>` beside the test file says.
///
/// With `UPDATE_GOLDENS=1` in the environment the file is rewritten and the test still fails, so
/// that someone reads the diff.
package func expectGolden(
  _ actual: String, named name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = ProjectFolder.parent(of: filePath) + "/Goldens"
  let path = folder + "/" + name
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
    do {
      try FileManager.default.createDirectory(
        atPath: ProjectFolder.parent(of: path), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: URL(filePath: path))
      Issue.record("golden `\(name)` was rewritten: read the diff", sourceLocation: sourceLocation)
    } catch {
      Issue.record(
        "golden `\(name)` cannot be written: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = FileManager.default.contents(atPath: path) else {
    Issue.record(
      "no golden `\(name)`: run with UPDATE_GOLDENS=1, then read it",
      sourceLocation: sourceLocation)
    return
  }
  let wanted = String(decoding: data, as: UTF8.self)
  if wanted == actual && Array(wanted.utf8) == Array(actual.utf8) { return }
  Issue.record(
    "differs from golden `\(name)`\n\(firstDifference(wanted, actual))",
    sourceLocation: sourceLocation)
}

/// Returns the first line that differs, as the golden has it and as it came.
private func firstDifference(_ wanted: String, _ actual: String) -> String {
  let left = wanted.split(separator: "\n", omittingEmptySubsequences: false)
  let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
  for index in 0..<max(left.count, right.count) {
    let one = index < left.count ? String(left[index]) : "(end)"
    let other = index < right.count ? String(right[index]) : "(end)"
    if one != other { return "line \(index + 1)\n- \(one)\n+ \(other)" }
  }
  return "only in bytes that look the same"
}

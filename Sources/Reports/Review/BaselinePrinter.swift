package import Findings

/// Prints a baseline as JSON, a finding a line in the order of their keys, so that a change of it reads
/// well in a diff.
package struct BaselinePrinter {
  private let sink: (String) -> Void

  package init(sink: @escaping (String) -> Void) { self.sink = sink }

  package func print(_ baseline: Baseline) {
    sink("{\n  \"format\": \"\(Baseline.format)\",\n  \"version\": \(Baseline.version),\n")
    sink("  \"findings\": [")
    for (place, entry) in baseline.counts.sorted(by: { $0.key < $1.key }).enumerated() {
      var writer = JSONWriter(layout: .line)
      writer.object { $0.key(entry.key, count: entry.value) }
      sink((place == 0 ? "\n    " : ",\n    ") + writer.take())
    }
    sink(baseline.counts.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
  }
}

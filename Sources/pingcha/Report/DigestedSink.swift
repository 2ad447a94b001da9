import CaseRecords
import Reports

/// A sink that knows the digest of what was written to it.
final class DigestedSink: AuditStream {
  private let sink: Sink
  private var running = RunningDigest()
  private var pending: [UInt8] = []

  /// Bytes that are gathered before they are written: a report comes in many small pieces.
  private static let bufferSize = 1 << 16

  /// - Parameter path: The file to write; `nil` for standard output.
  init(_ path: String?) throws { sink = try Sink(path) }

  func write(_ text: String) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= Self.bufferSize { flush() }
  }

  func digest(endingWith rest: String) -> String {
    flush()
    var whole = running
    whole.add(Array(rest.utf8))
    return whole.hex
  }

  /// Writes what is left and moves the file into place.
  func close() throws {
    flush()
    try sink.close()
  }

  private func flush() {
    running.add(pending)
    sink.write(String(decoding: pending, as: UTF8.self))
    pending.removeAll(keepingCapacity: true)
  }
}

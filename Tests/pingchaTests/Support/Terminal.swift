import CTestSupport
import Foundation

/// A pseudo-terminal with the program at its other end.
@safe final class Terminal {
  private let master: Int32
  private let process = Process()
  /// Held, so that what was written can still be read when the program has ended.
  private let slave: FileHandle
  /// All that the program has written.
  private(set) var screen = ""
  /// Where in it the last wait ended.
  private var read: String.Index

  struct Failure: Error, CustomStringConvertible { var description: String }

  init(_ arguments: [String], in folder: SampleFolder, environment: [String: String]) throws {
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    guard unsafe pseudo_terminal_open(&ends.master, &ends.slave) != 0 else {
      throw Failure(description: "no pseudo-terminal")
    }
    master = ends.master
    slave = FileHandle(fileDescriptor: ends.slave, closeOnDealloc: true)
    read = screen.startIndex
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ["LC_ALL": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1"]
      .merging(environment) { _, new in new }
    (process.standardInput, process.standardOutput, process.standardError) = (slave, slave, slave)
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
    close(master)
  }

  func type(_ keys: String) throws {
    guard unsafe write(master, keys, keys.utf8.count) == keys.utf8.count else {
      throw Failure(description: "the terminal takes no keys")
    }
  }

  /// Waits until a text has been written, behind where the last wait ended.
  func wait(for text: String) throws {
    let end = Date(timeIntervalSinceNow: 30)
    while true {
      if let found = screen[read...].range(of: text) {
        read = found.upperBound
        return
      }
      guard end > Date(), take() else {
        throw Failure(description: "no `\(text)` in:\n\(screen)")
      }
    }
  }

  /// Types at the prompt, once it is there, and waits for what comes of it.
  func type(_ keys: String, for text: String) throws {
    try wait(for: "> ")
    try type(keys)
    try wait(for: text)
  }

  /// Waits for the end of the program and returns its exit code.
  func end() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Takes what there is to read; false where nothing came for a long time.
  private func take() -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&ready, 1, 20_000) == 1 else { return false }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe Foundation.read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    let place = screen.utf8.distance(from: screen.startIndex, to: read)
    screen += String(decoding: bytes.prefix(count), as: UTF8.self)
    read = screen.utf8.index(screen.startIndex, offsetBy: place)
    return true
  }
}

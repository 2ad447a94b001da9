import FoundationEssentials

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Standard output and standard error. With `ReplacedFile` the one place of this target that calls
/// the system.
@safe enum Streams {
  /// Lets writing to a closed pipe fail instead of ending the program, so that the exit code is
  /// right and files that are still to be written are.
  static func ignoreBrokenPipe() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Writes to standard output; false once nobody reads it any more.
  static func print(_ text: String, terminator: String = "\n") -> Bool {
    write(Array((text + terminator).utf8), to: STDOUT_FILENO)
  }

  /// Writes to standard error.
  static func tell(_ text: String, terminator: String = "\n") {
    _ = write(Array((text + terminator).utf8), to: STDERR_FILENO)
  }

  /// Writes a piece of a report to standard output, as it is.
  static func put(_ text: String) { _ = print(text, terminator: "") }

  /// Writes a piece of a report to standard error, as it is.
  static func tellPart(_ text: String) { tell(text, terminator: "") }

  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }

  /// Ends the program.
  static func leave(with status: ExitStatus) -> Never { exit(status.rawValue) }

  /// The path of this program; `nil` where the system does not tell.
  static var program: String? {
    let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return path ?? CommandLine.arguments.first
  }

  /// Processors that may work at the same time.
  static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// Seconds since 1970-01-01T00:00:00Z.
  static var secondsSinceEpoch: Int { time(nil) }

  /// The number that the system knows this program by.
  static var processNumber: Int32 { getpid() }

  /// Gives a file another name, in place of what had it; false where that cannot be done.
  static func rename(_ path: String, to other: String) -> Bool {
    unsafe renameFile(path, other) == 0
  }

  /// Writes all of it; false where that cannot be done.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe writeBytes(descriptor, base + start, buffer.count - start)
      }
      if written < 0 && errno == EINTR { continue }
      if written < 0 && errno == EAGAIN {
        // Somebody has made the pipe one that does not wait.
        var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe waitUntilReady(&poll, 1, -1)
        continue
      }
      if written <= 0 { return false }
      start += written
    }
    return true
  }
}

/// A file that grows, closed when it goes.
@safe final class OutputFile {
  private let descriptor: Int32

  /// Writes behind what is there, in a file that only its owner may read; `nil` where it cannot be
  /// made.
  init?(privatelyAppendingTo path: String) {
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    if descriptor < 0 { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// False where it cannot be written on.
  func write(_ text: String) -> Bool { Streams.write(Array(text.utf8), to: descriptor) }
}

// `write` and `rename` are methods above, and `poll` a variable, so the system's need other names.
private func writeBytes(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  unsafe write(descriptor, start, count)
}

private func waitUntilReady(_ files: UnsafeMutablePointer<pollfd>, _ count: UInt, _ wait: Int32)
  -> Int32
{
  unsafe poll(files, nfds_t(count), wait)
}

private func renameFile(_ path: UnsafePointer<CChar>, _ other: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(path, other)
}

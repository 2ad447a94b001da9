import Foundation

/// The program as it was built beside the tests, run as a user runs it.
enum Program {
  /// What a run left behind.
  struct Run {
    var status: Int32
    var output: String
    var errors: String
    /// False where a signal ended it.
    var hasExited: Bool
  }

  /// The executable, in the folder of the test bundle.
  static let path: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = [bundle, CommandLine.arguments[0]].map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/pingcha"
    }
    return beside.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "pingcha"
  }()

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - folder: The working folder.
  ///   - environment: On top of an English locale and nothing that would change the output.
  ///   - input: What stands on standard input.
  static func run(
    _ arguments: [String], in folder: SampleFolder, environment: [String: String] = [:],
    input: String = ""
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    return try finish(process, in: folder, environment: environment, input: input)
  }

  /// Runs a line of the shell, in which `pingcha` is the program.
  static func shell(_ line: String, in folder: SampleFolder) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "pingcha() { '\(path)' \"$@\"; }\n\(line)"]
    return try finish(process, in: folder, environment: [:], input: "")
  }

  private static func finish(
    _ process: Process, in folder: SampleFolder, environment: [String: String], input: String
  ) throws -> Run {
    var variables = ProcessInfo.processInfo.environment
    for name in ["PINGCHA_RULES", "NO_COLOR", "LC_MESSAGES", "LANG"] { variables[name] = nil }
    variables["LC_ALL"] = "C.UTF-8"
    variables.merge(environment) { _, new in new }
    process.environment = variables
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    // Files, since a pipe that nobody empties would hold a long output up.
    let streams = try folder.streams(input: input)
    process.standardInput = streams.input
    process.standardOutput = streams.output
    process.standardError = streams.errors
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try streams.text(of: streams.output),
      errors: try streams.text(of: streams.errors),
      hasExited: process.terminationReason == .exit)
  }
}

/// The three streams of a run, as files without a name.
struct RunStreams {
  var input: FileHandle
  var output: FileHandle
  var errors: FileHandle

  func text(of handle: FileHandle) throws -> String {
    try handle.seek(toOffset: 0)
    return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
  }
}

extension SampleFolder {
  fileprivate func streams(input: String) throws -> RunStreams {
    func file(_ text: String) throws -> FileHandle {
      let path = FileManager.default.temporaryDirectory.path + "/stream-" + UUID().uuidString
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      guard let handle = FileHandle(forUpdatingAtPath: path) else {
        throw CocoaError(.fileNoSuchFile)
      }
      return handle
    }
    return RunStreams(input: try file(input), output: try file(""), errors: try file(""))
  }
}

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Why a file or folder cannot be read.
package enum FileProblem: Error, Hashable, Sendable {
  case missing
  case denied
  /// A folder where a file is asked for.
  case isFolder
  /// A device, a pipe or a socket.
  case isNoRegularFile
  /// Symbolic links that lead round in a circle.
  case linkLoop
  case tooLarge(bytes: Int, limit: Int)
  /// Any other error of the system, by its number.
  case system(Int32)
}

/// What there is at a path.
struct FileStatus: Hashable, Sendable {
  enum Kind: Sendable { case regular, folder, other }

  /// Tells one file from all others, whatever path leads to it.
  struct Identity: Hashable, Sendable {
    var device: UInt64
    var number: UInt64
  }

  var kind: Kind
  /// In bytes.
  var size: Int
  var identity: Identity
}

/// An open file, closed when it goes. The one place of this target that calls the system.
@safe struct OpenFile: ~Copyable {
  private let descriptor: Int32
  private let isOwned: Bool

  /// - Throws: Where it is not there or may not be read.
  init(_ path: String) throws(FileProblem) {
    // Without waiting, so that a pipe nobody writes to does not hold everything up.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    isOwned = true
    if descriptor < 0 { throw FileProblem(errno) }
  }

  /// Opens a file that must be a regular one.
  static func regular(_ path: String) throws(FileProblem) -> OpenFile {
    let file = try OpenFile(path)
    switch try file.status().kind {
    case .regular: return file
    case .folder: throw .isFolder
    case .other: throw .isNoRegularFile
    }
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = false
  }

  static var standardInput: OpenFile { OpenFile(descriptor: 0) }

  deinit { if isOwned && descriptor >= 0 { close(descriptor) } }

  func status() throws(FileProblem) -> FileStatus {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw FileProblem(errno) }
    return FileStatus(info)
  }

  /// Reads the next bytes over those in `piece`, and returns how many; 0 at the end of the file.
  func read(over piece: inout [UInt8]) throws(FileProblem) -> Int {
    let got = unsafe piece.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe readBytes(descriptor, start, buffer.count)
    }
    if got < 0 { throw FileProblem(errno) }
    return got
  }

  /// Reads the next bytes onto the end of `bytes`; false at the end of the file.
  func read(onto bytes: inout [UInt8], atMost count: Int) throws(FileProblem) -> Bool {
    let before = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    let got = unsafe bytes.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe readBytes(descriptor, start + before, count)
    }
    let problem = got < 0 ? FileProblem(errno) : nil
    bytes.removeLast(count - max(0, got))
    if let problem { throw problem }
    return got > 0
  }
}

/// The system's `read`, begun again where a signal interrupts it; negative for any other error.
private func readBytes(_ descriptor: Int32, _ start: UnsafeMutableRawPointer, _ count: Int) -> Int {
  while true {
    let got = unsafe read(descriptor, start, count)
    if got >= 0 || errno != EINTR { return got }
  }
}

@safe enum FileSystem {
  /// What a path leads to, links followed.
  static func status(_ path: String) throws(FileProblem) -> FileStatus {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else { throw FileProblem(errno) }
    return FileStatus(info)
  }

  /// The path with all links followed and without `.` and `..`.
  static func resolved(_ path: String) throws(FileProblem) -> String {
    guard let pointer = unsafe realpath(path, nil) else { throw FileProblem(errno) }
    defer { unsafe free(pointer) }
    return unsafe String(cString: pointer)
  }

  /// The names in a folder in the order of their bytes, without hidden ones.
  static func names(in folder: String) throws(FileProblem) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw FileProblem(errno) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name.utf8.first != UInt8(ascii: ".") { names.append(name) }
    }
    if errno != 0 { throw FileProblem(errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of a regular file.
  ///
  /// - Throws: `.tooLarge` before anything is read of a file over the limit.
  static func bytes(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let file = try OpenFile.regular(path)
    let status = try file.status()
    if status.size > limit { throw .tooLarge(bytes: status.size, limit: limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(status.size + 1)
    // One byte more than there should be tells the end without another round, and a file that
    // grows meanwhile.
    var chunk = status.size + 1
    while try file.read(onto: &bytes, atMost: chunk) {
      if bytes.count > limit { throw .tooLarge(bytes: bytes.count, limit: limit) }
      chunk = max(4096, status.size + 1 - bytes.count)
    }
    return bytes
  }
}

extension FileStatus {
  fileprivate init(_ info: stat) {
    kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      default: .other
      }
    size = Int(info.st_size)
    identity = Identity(
      device: UInt64(truncatingIfNeeded: info.st_dev), number: UInt64(info.st_ino))
  }
}

extension FileProblem {
  fileprivate init(_ number: Int32) {
    switch number {
    case ENOENT, ENOTDIR: self = .missing
    case EACCES, EPERM: self = .denied
    case ELOOP: self = .linkLoop
    case EISDIR: self = .isFolder
    default: self = .system(number)
    }
  }
}

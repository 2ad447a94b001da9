import FoundationEssentials

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that is replaced as a whole: it is written under another name beside its place, and moved
/// there by `commit`. Until then, and wherever the program ends on the way, the place holds what it
/// held before.
///
/// The other name is `.NAME.partial`. One that an interrupted run has left is taken over by the next;
/// one that another run is writing right now is locked, and the next number is taken. What is no
/// regular file, such as a pipe or a terminal, cannot be moved into place and is written straight.
@safe final class ReplacedFile {
  /// Where the bytes go until `commit`; for a library that wants a path to write to.
  let temporaryPath: String
  private let target: String
  private let descriptor: Int32
  /// True for what is no regular file.
  private let isDirect: Bool
  private var isDone = false

  /// Runs that may write one file at the same time.
  private static let mostWriters = 100

  /// Begins the file; `nil` where it cannot be made.
  init?(_ path: String) {
    let (target, isOfSystem) = Self.destination(of: path)
    self.target = target
    var existing = stat()
    let exists = unsafe stat(target, &existing) == 0
    if exists, isOfSystem || existing.st_mode & S_IFMT != S_IFREG {
      isDirect = true
      temporaryPath = target
      descriptor = unsafe open(target, O_WRONLY | O_TRUNC | O_CLOEXEC)
      if descriptor < 0 { return nil }
      return
    }
    isDirect = false
    if exists, unsafe access(target, W_OK) != 0 { return nil }
    guard let (name, file) = Self.openTemporary(beside: target) else { return nil }
    (temporaryPath, descriptor) = (name, file)
    if exists { _ = fchmod(file, existing.st_mode & 0o7777) }
  }

  deinit {
    if !isDone, !isDirect { _ = unsafe unlink(temporaryPath) }
    if descriptor >= 0 { close(descriptor) }
  }

  /// False where the bytes cannot be written, as on a full disk.
  func write(_ bytes: [UInt8]) -> Bool { Streams.write(bytes, to: descriptor) }

  /// Moves the file into place, with everything that was written on the disk; false where that
  /// cannot be done.
  func commit() -> Bool {
    if isDirect { return true }
    // What the disk does not have could be lost behind a name that is there already.
    guard fsync(descriptor) == 0, Streams.rename(temporaryPath, to: target) else { return false }
    isDone = true
    return true
  }

  // MARK: Names

  /// Follows links, also where the last of them leads to nothing yet: a link stays a link, and what it
  /// leads to is replaced. Those of the system, such as `/dev/stdout`, name what is open already, and
  /// are not followed.
  private static func destination(of path: String) -> (path: String, isOfSystem: Bool) {
    var path = path
    for _ in 0..<40 {
      if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return (path, true) }
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        return (path, false)
      }
      path = next.utf8.first == UInt8(ascii: "/") ? next : folder(of: path) + next
    }
    return (path, false)
  }

  /// With the slash at its end; empty for a name alone.
  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  /// Opens and locks a file of a name that no other run is writing, and empties it.
  private static func openTemporary(beside target: String) -> (String, Int32)? {
    let folder = folder(of: target)
    let name = target.dropFirst(folder.count)
    if name.isEmpty { return nil }
    for number in 1...mostWriters {
      let path = "\(folder).\(name).\(number == 1 ? "" : "\(number).")partial"
      let file = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
      if file < 0 { return nil }
      // A file system without locks refuses with another error, and has one writer at a time.
      let isTaken = flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
      if !isTaken, isStill(path, file), ftruncate(file, 0) == 0 { return (path, file) }
      close(file)
    }
    return nil
  }

  /// True unless another run has moved the file away between its opening and its lock.
  private static func isStill(_ path: String, _ file: Int32) -> Bool {
    var (named, opened) = (stat(), stat())
    return unsafe stat(path, &named) == 0 && fstat(file, &opened) == 0
      && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
  }
}

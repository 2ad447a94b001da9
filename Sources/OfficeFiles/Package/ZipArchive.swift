internal import CZip

/// Reads and writes zip archives in memory, and is the only file that calls libzip.
enum ZipArchive {
  /// One file of an archive.
  struct Entry: Hashable, Sendable {
    var name: String
    var bytes: [UInt8]
  }

  /// What cannot be done with an archive, with what the library says of it.
  struct Failure: Error, Hashable { var reason: String }

  /// What an archive that somebody gives us may hold: files, and bytes of all of them unpacked.
  enum Limit {
    static let entries = 1_000
    static let bytes: UInt64 = 64 << 20
  }

  // MARK: Reading

  /// Returns the files of an archive in its order; folders are left out.
  static func entries(of archive: [UInt8]) throws(Failure) -> [Entry] {
    let result = unsafe archive.withUnsafeBytes { bytes -> Result<[Entry], Failure> in
      var error = unsafe zip_error_t()
      guard
        let source = unsafe zip_source_buffer_create(
          bytes.baseAddress, UInt64(bytes.count), 0, &error)
      else { return .failure(unsafe failure(&error)) }
      guard let opened = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
        unsafe zip_source_free(source)
        return .failure(unsafe failure(&error))
      }
      defer { unsafe zip_discard(opened) }
      return unsafe readAll(of: opened)
    }
    return try result.get()
  }

  private static func readAll(of archive: OpaquePointer) -> Result<[Entry], Failure> {
    let count = unsafe zip_get_num_entries(archive, 0)
    if count > Limit.entries { return .failure(Failure(reason: "too many files")) }
    var entries: [Entry] = []
    var left = Limit.bytes
    for index in 0..<UInt64(max(count, 0)) {
      var stat = unsafe zip_stat_t()
      guard unsafe zip_stat_index(archive, index, 0, &stat) == 0, let name = unsafe stat.name,
        let file = unsafe zip_fopen_index(archive, index, 0)
      else { return .failure(unsafe failure(of: archive)) }
      defer { unsafe _ = zip_fclose(file) }
      let text = unsafe String(cString: name)
      if text.hasSuffix("/") { continue }
      let size = unsafe stat.size
      if size > left { return .failure(Failure(reason: "too large")) }
      left -= size
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, filled in
        filled = Int(max(unsafe zip_fread(file, buffer.baseAddress, size), 0))
      }
      if bytes.count != Int(size) { return .failure(Failure(reason: "damaged: \(text)")) }
      entries.append(Entry(name: text, bytes: bytes))
    }
    return .success(entries)
  }

  // MARK: Writing

  /// Packs files in their order. The same files give the same bytes: none has a time of its own.
  static func archive(of entries: [Entry]) throws(Failure) -> [UInt8] {
    var error = unsafe zip_error_t()
    guard let source = unsafe zip_source_buffer_create(nil, 0, 0, &error) else {
      throw unsafe failure(&error)
    }
    // Kept, since the archive is read from it when it has been closed.
    unsafe zip_source_keep(source)
    defer { unsafe zip_source_free(source) }
    guard let opened = unsafe zip_open_from_source(source, ZIP_TRUNCATE, &error) else {
      unsafe zip_source_free(source)
      throw unsafe failure(&error)
    }
    // The library reads the bytes when the archive is closed.
    let all = entries.flatMap(\.bytes)
    let isWritten = unsafe all.withUnsafeBytes { all in
      var start = 0
      for entry in entries {
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: all[start..<start + entry.bytes.count])
        if unsafe !add(bytes, named: entry.name, to: opened) { return false }
        start += entry.bytes.count
      }
      return unsafe zip_close(opened) == 0
    }
    if !isWritten {
      let failure = unsafe failure(of: opened)
      unsafe zip_discard(opened)
      throw failure
    }
    return try unsafe bytes(of: source)
  }

  private static func add(
    _ bytes: UnsafeRawBufferPointer, named name: String, to archive: OpaquePointer
  ) -> Bool {
    guard
      let source = unsafe zip_source_buffer(archive, bytes.baseAddress, UInt64(bytes.count), 0)
    else { return false }
    let index = unsafe zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
    if index < 0 {
      unsafe zip_source_free(source)
      return false
    }
    // 1 January 1980, the first day that the format knows.
    return unsafe zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0
  }

  private static func bytes(of source: OpaquePointer) throws(Failure) -> [UInt8] {
    var stat = unsafe zip_stat_t()
    guard unsafe zip_source_stat(source, &stat) == 0, unsafe zip_source_open(source) == 0 else {
      throw Failure(reason: "")
    }
    defer { unsafe _ = zip_source_close(source) }
    let size = unsafe stat.size
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, filled in
      filled = Int(max(unsafe zip_source_read(source, buffer.baseAddress, size), 0))
    }
    if bytes.count != Int(size) { throw Failure(reason: "") }
    return bytes
  }

  // MARK: Failures

  private static func failure(_ error: inout zip_error_t) -> Failure {
    defer { unsafe zip_error_fini(&error) }
    return unsafe Failure(reason: String(cString: zip_error_strerror(&error)))
  }

  private static func failure(of archive: OpaquePointer) -> Failure {
    unsafe Failure(reason: String(cString: zip_strerror(archive)))
  }
}

package import Files
import SQLite
import SystemPackage

// A whole store as one image: an archive of SQLite's own kind, `sqlar`, that `sqlite3 -Ax` unpacks.
// It is made and read in memory, to be sealed before it touches a disk.

extension Store {
  /// Everything in the store's folder that is part of it: the database as of one moment, the key
  /// files, and each partner's sealed private side.
  ///
  /// - Parameter now: what the files are dated, in seconds UTC.
  package func archive(at now: Int64) throws -> (bytes: [UInt8], check: BackupCheck) {
    // What SQLite could not read it leaves empty in an image.
    try readable(in: folder) {
      let (image, files) = try images()
      let copy = try Database.deserialize(image)
      defer { copy.close() }
      let diagnosis = try Store(folder: folder, database: copy).diagnose()
      guard diagnosis.findings.allSatisfy(\.isKeptAside) else { throw StoreError.damaged }
      let archive = try Database.inMemory()
      defer { archive.close() }
      try archive.run(Self.archiveTable)
      func add(_ name: String, _ bytes: [UInt8]) throws {
        try archive.run(
          """
          INSERT INTO sqlar (name, mode, mtime, sz, data)
          VALUES (\(name), \(Int64(0o100600)), \(now), \(bytes.count), \(bytes))
          """)
      }
      try add(Self.fileName, image)
      for file in files where StoreFile(file.name) != nil { try add(file.name, file.bytes) }
      let check = try FileCheck(self)
      let faults = files.compactMap { check.fault(in: $0.name, $0.bytes) }
      return (try archive.serialize(), BackupCheck(diagnosis: diagnosis, faults: faults))
    }
  }

  /// The bytes of the database and of what lies beside it, all as of one moment in which nobody
  /// writes.
  private func images() throws -> (database: [UInt8], files: [(name: String, bytes: [UInt8])]) {
    try aloneInPlace {
      try Self.checkAreFiles(in: folder)
      let files = try folder.entries().compactMap { name -> (name: String, bytes: [UInt8])? in
        guard let limit = Self.limit(ofFile: name) else { return nil }
        let bytes = try folder.taking(name) { path throws(FileError) in
          try PrivateFile.read(path, atMost: limit)
        }
        return (name, bytes)
      }
      return (try database.serialize(), files)
    }
  }

  /// Puts the files of an archive into a folder of their own, which must be empty.
  ///
  /// - Throws: `.damaged` for anything but such an archive: another name, a compressed file, a
  ///   folder, bytes that are not as many as they are said to be.
  package static func unpack(_ bytes: [UInt8], into folder: Folder) throws {
    try told {
      let archive = try Database.deserialize(bytes)
      defer { archive.close() }
      // A view in the place of the list may have no end.
      let schema: [String] = try archive.values(
        "SELECT type || ' ' || name FROM sqlite_schema ORDER BY type DESC")
      guard schema == ["table sqlar", "index sqlite_autoindex_sqlar_1"] else {
        throw StoreError.damaged
      }
      let files = try archive.all("SELECT name, sz, data FROM sqlar ORDER BY name") { row in
        (
          name: try row.value(0, as: String.self), size: try row.value(1, as: Int.self),
          data: try row.value(2, as: [UInt8].self)
        )
      }
      guard files.contains(where: { $0.name == fileName }),
        Set(files.map(\.name)).count == files.count
      else { throw StoreError.damaged }
      for file in files {
        guard let limit = limit(inArchive: file.name), file.size == file.data.count,
          file.size <= limit
        else {
          throw StoreError.damaged
        }
        try PrivateFile.createNew(file.data, at: try folder.path(to: file.name))
      }
      try folder.sync()
    }
  }

  /// The most bytes a file of an archive may have; nil where it is none of a store's.
  private static func limit(inArchive name: String) -> Int? {
    if name == fileName { return .max }
    return isPlain(name) ? limit(ofFile: name) : nil
  }

  /// Whether a name is one of small letters and digits with an ending, as the store's own are.
  private static func isPlain(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...64).contains(parts[0].utf8.count)
      && parts[0].utf8.allSatisfy { "0123456789abcdefghijklmnopqrstuvwxyz".utf8.contains($0) }
  }

  /// The table as https://sqlite.org/sqlar.html gives it.
  private static let archiveTable: SQL = """
    CREATE TABLE sqlar (
      name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB
    )
    """
}

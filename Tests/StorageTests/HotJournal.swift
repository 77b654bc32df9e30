import Files
import Foundation
import SQLite
import SystemPackage

/// What a writer leaves that is killed in the middle of a transaction.
enum HotJournal {
  /// Runs `body` in a transaction of the store in a folder, and puts the files back as they lay on
  /// disk before it ended.
  static func leave(in folder: Folder, _ body: (Database) throws -> Void) throws {
    let path = folder.path.appending("accord.db")
    let database = try Database(path: path.string, access: .readWrite)
    // A cache of one page makes SQLite write to the file before the end, and the journal with it.
    try database.script("PRAGMA cache_size = 1; PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE")
    try body(database)
    let half = try folder.contents()
    try database.script("ROLLBACK")
    database.close()
    for name in [path.string, path.string + "-journal"] {
      try? FileManager.default.removeItem(atPath: name)
    }
    for (name, bytes) in half where name.hasPrefix("accord.db") {
      try PrivateFile.write(bytes, to: folder.path.appending(name))
    }
  }
}

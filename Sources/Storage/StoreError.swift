package import Files
import Journal
import SQLite
package import SystemPackage

/// Why a store cannot be used, or an act could not be kept. Never carries what people wrote.
package enum StoreError: Error, Hashable, Sendable {
  case noStore
  /// `init` was asked for where a store is.
  case alreadyThere
  /// The folder for a new store holds other things.
  case folderInUse
  /// A key under a password, or a private side, lies where a new store is to begin; its name.
  case kept(FilePath.Component)
  /// The folder lies where a sync engine carries every file away, half-written ones too.
  case syncedFolder(SyncedFolder.Engine)
  case damaged
  case newer
  /// A SQLite file of another program.
  case foreign
  /// Somebody else held the store for longer than this program waits.
  case busy
  /// A backup took the place of the store while it was open here.
  case replaced
  case full
  case readOnly
  case notPermitted
  /// Reading or writing failed; nothing was kept.
  case input(Errno?)
  /// The last step of keeping an act failed: it may be there or not.
  case uncertain
  /// The key that signs has no feed in this store, or another partner's.
  case unknownDevice
  case tooLarge
  /// The key was replaced, or may have been: with it something can be ended, and nothing agreed.
  case withheld
  /// What was to be kept could not have been read again.
  case unreadable
  /// A mistake of this program, not of the file.
  case fault
}

extension StoreError {
  init(_ error: SQLiteError) {
    if error.rolledBack == false {
      self = .uncertain
      return
    }
    switch error.code.primary {
    case .busy, .locked: self = .busy
    // A list of tables without end is stopped.
    case .corrupt, .notADatabase, .mismatch, .interrupt: self = .damaged
    // What is written fits the tables: where it does not, something in the file was put there.
    case .constraint: self = .damaged
    // Every statement fits the tables, and every script what the one before it made: a name that is
    // not found was changed in the file.
    case .error where [.prepare, .migrate].contains(error.stage): self = .damaged
    case .full: self = .full
    case .readOnly where error.code == .readOnlyMoved: self = .replaced
    case .readOnly: self = .readOnly
    case .tooBig: self = .tooLarge
    case .cantOpen: self = .init(errno: error.systemError)
    case .ioError: self = .init(errno: error.systemError)
    default: self = .fault
    }
  }

  init(_ error: FileError) {
    self = .init(errno: error.errno.rawValue)
  }

  init(_ problem: EntryProblem) {
    self =
      switch problem {
      case .tooLarge: .tooLarge
      case .newerFormat: .newer
      case .malformed, .notCanonical, .wrongHash, .wrongSignature, .weakKey: .damaged
      }
  }

  private init(errno: CInt) {
    switch Errno(rawValue: errno) {
    case .noSpace, .diskQuotaExceeded: self = .full
    case .readOnlyFileSystem: self = .readOnly
    case .permissionDenied, .notPermitted: self = .notPermitted
    default: self = .input(errno == 0 ? nil : Errno(rawValue: errno))
    }
  }
}

/// Runs what may fail below, and says it in the store's words.
func told<T>(_ body: () throws -> T) throws -> T {
  do { return try body() } catch let error as SQLiteError {
    throw StoreError(error)
  } catch let error as FileError {
    throw StoreError(error)
  } catch let refusal as FolderLock.Refusal {
    switch refusal {
    case .timedOut: throw StoreError.busy
    case .failed(let error): throw StoreError(error)
    }
  } catch let problem as EntryProblem {
    throw StoreError(problem)
  } catch is JSONProblem {
    throw StoreError.damaged
  }
}

/// Runs what reads a folder's database. SQLite calls damaged what it could not read: where the disk
/// is to blame, that is said.
func readable<T>(in folder: Folder, _ body: () throws -> T) throws -> T {
  do { return try told(body) } catch let error as StoreError {
    if error == .damaged || error == .fault { try Store.checkReads(folder) }
    throw error
  }
}

/// Runs what writes, one process at a time.
func alone<T>(in folder: Folder, _ body: () throws -> T) throws -> T {
  let lock = try FolderLock(on: folder, timeout: Store.patience)
  let result = Result { try body() }
  lock.release()
  return try result.get()
}

extension Store {
  /// Runs what writes to this store, one process at a time, and only where it still lies in its
  /// folder: whatever was written to one that a restore laid aside would be lost.
  func aloneInPlace<T>(_ body: () throws -> T) throws -> T {
    try alone(in: folder) {
      if database.hasMoved { throw StoreError.replaced }
      return try body()
    }
  }
}

package import Files
import SQLite
package import Sealing

/// Why a vault was not opened, or a change of it not kept. Never carries what people wrote.
package enum VaultError: Error, Hashable, Sendable {
  /// Somebody else can read the file, or could have put it there.
  case exposed(KeyFileError.Exposure)
  /// It is not, byte for byte, what was sealed, or no longer what a vault is.
  case damaged
  /// A newer Accord wrote it.
  case newer
  /// It opens, and holds something else than a vault.
  case foreign
  /// It was sealed for other keys than these.
  case otherKeys
  /// It bears no signature, though its owner had signed one before.
  case unsigned
  /// It was not signed with a key of its owner.
  case otherWriter
  /// It was signed with a key that its owner had replaced before they last wrote.
  case earlierKey
  /// Its owner signed it, as another partner or for another couple.
  case otherCouple
  /// It holds more than a vault may, or would with this change.
  case tooLarge
  /// Somebody else held the folder for longer than this program waits.
  case busy
  case unreadable(FileError)
  /// Writing failed; the old vault is there.
  case unwritable(FileError)
  /// What was written could not be opened again; the old vault is there.
  case notReadBack
  /// The new vault is there, but a power cut could still bring the old one back.
  case uncertain
  /// A mistake of this program, not of the file.
  case fault
}

extension VaultError {
  /// What SQLite says of an image in memory: no disk is in it.
  init(_ error: SQLiteError) {
    switch error.code.primary {
    case .corrupt, .notADatabase, .mismatch, .cantOpen: self = .damaged
    // Every statement fits the tables: what it does not find, a schema of another's hand names.
    case .error where error.stage == .prepare: self = .damaged
    case .full, .tooBig, .noMemory: self = .tooLarge
    default: self = .fault
    }
  }
}

/// Runs what SQLite may refuse, and says it in the vault's words.
func told<T>(_ body: () throws -> T) throws -> T {
  do { return try body() } catch let error as SQLiteError { throw VaultError(error) }
}

/// Runs what SQLite may refuse of an image that was not looked at yet: it may hold anything, so
/// whatever does not work is the image's fault.
func toldOfImage<T>(_ body: () throws -> T) throws -> T {
  do { return try body() } catch let error as SQLiteError {
    let error = VaultError(error)
    throw error == .fault ? .damaged : error
  }
}

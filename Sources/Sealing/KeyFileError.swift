package import Files

/// Why a key file was not taken.
package enum KeyFileError: Error, Hashable, Sendable {
  case missing
  /// Somebody else can read it, or could have put it there.
  case exposed(Exposure)
  /// It is not, byte for byte, what was written.
  case damaged
  /// It holds the keys of another device than its name says.
  case otherDevice(fingerprint: String)
  /// It is sealed, and no passphrase was given.
  case locked
  case wrongPassphrase
  /// Its passphrase would cost 2^logN steps, out of ``Age/costs``; none was taken.
  case tooMuchWork(logN: Int)
  /// There was no memory for the work its passphrase costs.
  case outOfMemory
  /// Another file lies there than the one that was opened.
  case replaced
  case unreadable(FileError)
  /// What is there now is whole: the old file, or the new one.
  case unwritable(FileError)

  package enum Exposure: Hashable, Sendable {
    /// The group or others have some permission.
    case openToOthers
    /// It does not belong to the effective user.
    case ownedByAnother
    /// A link, a folder, a pipe.
    case notAFile
  }
}

extension KeyFileError {
  init(_ error: AgeError) {
    self =
      switch error {
      case .wrongPassphrase: .wrongPassphrase
      case .tooMuchWork(let logN): .tooMuchWork(logN: logN)
      case .outOfMemory: .outOfMemory
      case .notAge, .damaged, .noMatchingKey, .recipients: .damaged
      }
  }
}

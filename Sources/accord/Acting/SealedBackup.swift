import Agreements
import Files
import Sealing
import Storage
import SystemPackage

/// A whole store in one file that a password opens: an archive, sealed as age seals.
///
/// `age -d FILE > accord.sqlar`, then `sqlite3 accord.sqlar -Ax`, unpacks it without Accord.
enum SealedBackup {
  /// Writes it to a new file and opens what was written before saying so.
  static func save(
    _ store: Store, at path: FilePath, with passphrase: Passphrase, in session: Session
  ) throws -> BackupCheck {
    try checkFree(path)
    let archive = try store.archive(at: session.clock.now.seconds)
    let sealed: [UInt8]
    do throws(AgeError) { sealed = try Age.seal(archive.bytes, with: passphrase) } catch {
      throw Problem(error)
    }
    try Folder(around: path).create()
    do {
      try PrivateFile.createNew(sealed, at: path) { written in
        guard (try? Age.open(written, with: passphrase)) == archive.bytes else {
          throw Problem(
            "not-read-back", .input,
            Sentence(
              "what was written could not be read again, so nothing is kept; try another place",
              "刚写下的没能读出来，所以没有留下；请换一个位置"))
        }
      }
    } catch let error as FileError where error == FileError(.create, .fileExists) {
      // While it was sealed.
      throw StoreError.folderInUse
    }
    try Folder(around: path).sync()
    return archive.check
  }

  static func checkFree(_ path: FilePath) throws {
    guard (try? Stat(path, followTargetSymlink: false)) == nil else {
      throw StoreError.folderInUse
    }
  }

  /// The archive in a sealed file; nil where the path is none, but a folder perhaps.
  ///
  /// The password is asked for, or read from where the command line says.
  static func archive(at path: FilePath, in session: Session) throws -> [UInt8]? {
    guard (try? Stat(path))?.type == .regular else { return nil }
    let file = Folder(path).resolved.path
    guard Age.isSealed(try PrivateFile.beginning(of: file, count: 64)) else {
      throw Problem.noBackup
    }
    let sealed: [UInt8]
    do throws(FileError) { sealed = try PrivateFile.read(file, atMost: most) } catch {
      guard error.errno == .fileTooLarge else { throw error }
      throw FileFault(path.lastComponent?.string ?? "", .tooLarge)
    }
    guard let source = session.passphrase else {
      return try session.askPassphrase(Sentence("The backup's password", "备份的密码")) {
        try open(sealed, with: $0)
      }
    }
    guard let archive = try open(sealed, with: try source.read()) else {
      throw KeyFileError.wrongPassphrase
    }
    return archive
  }

  /// Nil where it is another password.
  private static func open(_ sealed: [UInt8], with passphrase: Passphrase) throws -> [UInt8]? {
    do throws(AgeError) { return try Age.open(sealed, with: passphrase) } catch {
      guard error == .wrongPassphrase else { throw Problem(error) }
      return nil
    }
  }

  /// Far more than a store and two private sides take.
  private static let most = 1 << 31
}

extension Problem {
  /// Why a sealed backup was not written or opened.
  init(_ error: AgeError) {
    switch error {
    case .wrongPassphrase: self = Problem(KeyFileError.wrongPassphrase)
    case .outOfMemory: self = Problem(KeyFileError.outOfMemory)
    case .notAge, .noMatchingKey: self = .noBackup
    case .damaged, .tooMuchWork: self = .damagedBackup
    case .recipients: self = .fault
    }
  }

  static var noBackup: Problem {
    Problem(
      "no-backup", .data,
      Sentence(
        "there is no backup here that can be read; name another", "这里没有能读的备份，请换一个"))
  }

  static var damagedBackup: Problem {
    Problem(
      "damaged", .data,
      Sentence(
        "this backup is damaged; nothing was changed, name another",
        "这个备份有损坏，什么都没有改动，请换一个"))
  }
}

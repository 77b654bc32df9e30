package import Agreements
package import Files
import SQLite
package import Sealing

extension Vault {
  /// The hand that writes, while a change lasts.
  package struct Pen {
    /// The vault as it stands, with what was written so far.
    package let vault: Vault

    var database: Database { vault.database }
  }

  /// How long one process waits for another, in milliseconds.
  package static let patience = 15_000

  /// Changes one partner's vault: all that `body` writes is kept, or nothing.
  ///
  /// It holds the lock of the folder, the one the store's writers take: not to be called inside
  /// one. Where `body` throws, or changes nothing, the file stays as it is.
  ///
  /// - Throws: what `body` throws; else `VaultError`. After each but `uncertain` the old vault is
  ///   there.
  package static func change<Result>(
    in folder: Folder, of partner: Partner.ID, with keys: DeviceKeys,
    _ body: (Pen) throws -> Result
  ) throws -> Result {
    let file = try VaultFile(in: folder, of: partner)
    return try alone(in: folder) {
      let vault = try read(in: folder, of: partner, with: keys)
      defer { vault.database.close() }
      let before = vault.database.totalChanges
      let result = try told {
        try vault.database.transaction(.immediate) { try body(Pen(vault: vault)) }
      }
      guard vault.database.totalChanges != before else { return result }
      try file.write(vault.sealed(for: keys)) { written in
        do { try Vault(written, with: keys).database.close() } catch {
          throw VaultError.notReadBack
        }
      }
      return result
    }
  }

  /// Runs what writes, one process at a time.
  private static func alone<Result>(
    in folder: Folder, _ body: () throws -> Result
  ) throws -> Result {
    let lock: FolderLock
    do throws(FolderLock.Refusal) {
      lock = try FolderLock(on: folder, timeout: patience)
    } catch {
      switch error {
      case .timedOut: throw VaultError.busy
      case .failed(let error): throw VaultError.unwritable(error)
      }
    }
    let result = Swift.Result { try body() }
    lock.release()
    return try result.get()
  }
}

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
  /// - Parameter kept: is told the new state once its file is in place, while the lock is held: the
  ///   moment to remember it. What it throws is thrown on, though the change is kept.
  /// - Throws: what `body` or `kept` throws; else `VaultError`. After each of these but `uncertain`
  ///   the old vault is there.
  package static func change<Result>(
    in folder: Folder, as owner: Owner, kept: (VaultMark) throws -> Void,
    _ body: (Pen) throws -> Result
  ) throws -> Result {
    try alone(in: folder) {
      let vault = try read(in: folder, as: owner)
      defer { vault.database.close() }
      let before = vault.database.totalChanges
      let result = try told {
        try vault.database.transaction(.immediate) { try body(Pen(vault: vault)) }
      }
      guard vault.database.totalChanges != before else { return result }
      try kept(vault.write(in: folder, as: owner).mark)
      return result
    }
  }

  /// Signs what lies there with its owner's present keys, and seals it for them, where that is not
  /// so yet. Without a file nothing is written.
  ///
  /// - Parameter kept: as for ``change(in:as:kept:_:)``.
  /// - Returns: the vault as it is then.
  /// - Throws: what `kept` throws; else `VaultError`.
  package static func sign(
    in folder: Folder, as owner: Owner, kept: (VaultMark) throws -> Void
  ) throws -> Vault {
    try alone(in: folder) {
      let vault = try read(in: folder, as: owner)
      guard !vault.isSigned else { return vault }
      defer { vault.database.close() }
      let (mark, sealed) = try vault.write(in: folder, as: owner)
      try kept(mark)
      return try Vault(
        sealed,
        as: Owner(
          couple: owner.couple, partner: owner.partner, keys: owner.keys,
          earlier: owner.earlier, recollection: .mark(mark)))
    }
  }

  /// Writes the next state; what was written is opened again before it takes the place of the old.
  private func write(
    in folder: Folder, as owner: Owner
  ) throws -> (mark: VaultMark, sealed: [UInt8]) {
    guard let counter = owner.nextCounter(after: mark),
      let next = VaultMark(counter: counter, device: owner.keys.fingerprint)
    else { throw VaultError.damaged }
    let sealed = try sealed(by: owner, counter: counter)
    try VaultFile(in: folder, of: owner.partner).write(sealed) { written in
      let again: Vault
      do { again = try Vault(written, as: owner.writer) } catch { throw VaultError.notReadBack }
      again.database.close()
      guard again.mark == next, again.isSigned else { throw VaultError.notReadBack }
    }
    return (next, sealed)
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

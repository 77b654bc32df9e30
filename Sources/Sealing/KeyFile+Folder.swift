package import Files
import SystemPackage

/// Key files in the folder of a store.
extension KeyFile {
  /// Reads the file of one device.
  ///
  /// A passphrase is not looked at when the file is not sealed.
  package static func load(
    from folder: Folder, fingerprint: String, passphrase: Passphrase? = nil
  ) throws(KeyFileError) -> KeyFile {
    try OpenedKeyFile(in: folder, fingerprint: fingerprint, passphrase: passphrase).content
  }

  /// Writes a file that is not there yet, sealed with a passphrase or with none; nothing that
  /// bears the name is replaced.
  ///
  /// - Parameters:
  ///   - isPending: whether it lies under a hidden name, where nothing acts with it, until
  ///     ``adoptPending(in:fingerprint:)``.
  ///   - logN: what each try costs; see ``Age/seal(_:with:work:)``.
  /// - Returns: the file as if it had just been opened.
  @discardableResult
  package func create(
    in folder: Folder, asPending isPending: Bool = false, passphrase: Passphrase?,
    work logN: Int = Age.usualWork
  ) throws(KeyFileError) -> OpenedKeyFile {
    let opened = try OpenedKeyFile(self, in: folder, passphrase: passphrase, work: logN)
    try opened.create(asPending: isPending)
    return opened
  }

  /// Puts a file sealed with this passphrase in the place of the one that is there; nil seals
  /// nothing.
  ///
  /// The new bytes are opened again before they take the place of the old, so that no fault in
  /// between can cost the keys.
  @discardableResult
  package func replace(
    in folder: Folder, passphrase: Passphrase?, work logN: Int = Age.usualWork
  ) throws(KeyFileError) -> OpenedKeyFile {
    var old = try Self.bytes(in: folder, fingerprint: keys.fingerprint)
    old.wipe()
    let opened = try OpenedKeyFile(self, in: folder, passphrase: passphrase, work: logN)
    try opened.replace()
    return opened
  }
}

// MARK: - Pending

/// A key that is about to count: its file is written first, as `.<fingerprint>.key.next`, then it
/// is admitted, then the file gets its name. Of a sudden death in between, the folder tells how far
/// it came.
extension KeyFile {
  /// The fingerprints of pending files, sorted.
  package static func pending(in folder: Folder) throws(FileError) -> [String] {
    try folder.entries().compactMap { name in
      let fingerprint = String(name.dropFirst().prefix(16))
      return name == Self.name(of: fingerprint, isPending: true) && fingerprint.isHexadecimal(16)
        ? fingerprint : nil
    }
  }

  /// Gives the pending file of a key its name, unless the name is taken. To be called while nobody
  /// else makes files in the folder.
  ///
  /// - Returns: whether what was pending bears the name now.
  @discardableResult
  package static func adoptPending(
    in folder: Folder, fingerprint: String
  ) throws(KeyFileError) -> Bool {
    var pending: [UInt8]
    do throws(KeyFileError) {
      pending = try bytes(in: folder, fingerprint: fingerprint, isPending: true)
    } catch {
      guard error == .missing else { throw error }
      return false
    }
    defer { pending.wipe() }
    do throws(FileError) {
      try folder.renameFile(
        name(of: fingerprint, isPending: true), to: name(of: fingerprint))
    } catch {
      guard error.errno == .fileExists else { throw .unwritable(error) }
      // A sudden death in the middle of this leaves the file with both names.
      guard var named = try? bytes(in: folder, fingerprint: fingerprint) else { return false }
      defer { named.wipe() }
      guard named == pending else { return false }
      try removePending(in: folder, fingerprint: fingerprint)
    }
    return true
  }

  /// Removes the pending file of a key, and what a killed writer left of it; nothing there: done.
  package static func removePending(
    in folder: Folder, fingerprint: String
  ) throws(KeyFileError) {
    guard fingerprint.isHexadecimal(16) else { return }
    let name = name(of: fingerprint, isPending: true)
    do throws(FileError) {
      try PrivateFile.removeUnfinished(beside: folder.path(to: name))
      do throws(FileError) { try folder.remove(name) } catch {
        guard error.isMissing else { throw error }
      }
      try folder.sync()
    } catch {
      throw .unwritable(error)
    }
  }
}

// MARK: - Bytes

extension KeyFile {
  static let suffix = ".key"

  /// The name of the file that holds a key.
  package static func name(of fingerprint: String, isPending: Bool = false) -> String {
    isPending ? ".\(fingerprint)\(suffix).next" : fingerprint + suffix
  }

  /// What the file of a device holds; it may be secret.
  static func bytes(
    in folder: Folder, fingerprint: String, isPending: Bool = false
  ) throws(KeyFileError) -> [UInt8] {
    guard fingerprint.isHexadecimal(16) else { throw .missing }
    let path = folder.path.appending(name(of: fingerprint, isPending: isPending))
    do throws(SecretFile.Problem) { return try SecretFile.read(path, atMost: limit) } catch {
      switch error {
      case .missing: throw .missing
      case .exposed(let exposure): throw .exposed(exposure)
      case .tooLarge: throw .damaged
      case .unreadable(let fault): throw .unreadable(fault)
      }
    }
  }
}

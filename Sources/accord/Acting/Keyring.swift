import Agreements
import Files
import Sealing
import Storage

/// The keys with which one partner acts on this computer.
///
/// Where a password seals them they are opened when they are needed, and once: each opening takes
/// a good part of a second, by design.
final class Keyring {
  let partner: Partner
  private let session: Session
  private let folder: Folder
  private let fingerprint: String
  private var opened: DeviceKeys?
  /// Whether a password of the partner seals the keys.
  private(set) var isLocked: Bool

  /// - Throws: `KeyFileError` where the keys are not here, or not as they should be.
  init(of partner: Partner, on store: Store, in session: Session) throws {
    let devices = try store.devices()
    let fingerprint = try DeviceKeys.available(in: store.folder)
      .first { devices[Device.ID($0)] == partner.id }
    guard let fingerprint else { throw KeyFileError.missing }
    self.partner = partner
    self.session = session
    self.fingerprint = fingerprint
    folder = store.folder
    isLocked = try DeviceKeys.isLocked(in: folder, fingerprint: fingerprint)
    if !isLocked { opened = try DeviceKeys.load(from: folder, fingerprint: fingerprint) }
  }

  var isOpen: Bool { opened != nil }

  func keys() throws -> DeviceKeys {
    if let opened { return opened }
    let keys = try unlocked()
    opened = keys
    return keys
  }

  private func unlocked() throws -> DeviceKeys {
    if let source = session.passphrase { return try load(with: try source.read()) }
    let name = partner.name.text.visible
    guard session.prompt.canAsk else {
      throw Problem(
        "locked", .noPermission,
        Sentence(
          "\(name) has a password here; give it with --passphrase-file FILE",
          "\(name)在这里设了密码，请加上 --passphrase-file 文件"))
    }
    return try session.prompt.unseen { hidden in
      let attempts = 3
      for attempt in 1...attempts {
        let typed = try hidden.ask(
          Sentence("\(name)'s password", "\(name)的密码"), flag: "--passphrase-file")
        if let passphrase = Passphrase(typed) {
          do throws(KeyFileError) { return try load(with: passphrase) } catch {
            guard error == .wrongPassphrase else { throw error }
          }
        }
        if attempt < attempts { session.remark(Sentence("That is not the password.", "密码不对。")) }
      }
      throw KeyFileError.wrongPassphrase
    }
  }

  /// Opens them with a password somebody typed.
  ///
  /// - Returns: whether it was the right one.
  func open(with passphrase: Passphrase) throws -> Bool {
    do { opened = try load(with: passphrase) } catch {
      guard error == .wrongPassphrase else { throw error }
      return false
    }
    return true
  }

  private func load(with passphrase: Passphrase) throws(KeyFileError) -> DeviceKeys {
    try DeviceKeys.load(from: folder, fingerprint: fingerprint, passphrase: passphrase)
  }

  /// Seals the keys with another password, or with none.
  func seal(with passphrase: Passphrase?) throws {
    let keys = try keys()
    let lock = try FolderLock(on: folder, timeout: Store.patience)
    // A restore may have put another store here meanwhile.
    guard try DeviceKeys.available(in: folder).contains(fingerprint) else {
      throw KeyFileError.missing
    }
    // What an earlier one left when it was killed may be an open key.
    for name in try folder.entries()
    where name.hasPrefix(".\(fingerprint).key.") && name.hasSuffix(".tmp") {
      try folder.remove(name)
    }
    try keys.replace(in: folder, passphrase: passphrase)
    lock.release()
    isLocked = passphrase != nil
    session.deeds.add()
  }
}

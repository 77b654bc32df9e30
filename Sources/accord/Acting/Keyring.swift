import Agreements
import Files
import Journal
import Sealing
import Storage
import Vault

/// The keys with which one partner acts on this computer.
///
/// Where a password seals them they are opened when they are needed, and once: each opening takes
/// a good part of a second, by design.
final class Keyring {
  let partner: Partner
  let session: Session
  let folder: Folder
  /// The store as it was when the keys were looked for.
  let store: Store
  /// The devices whose files may hold them; several only where it is open which of them founded, or
  /// where the store knows none of those that lie here under a password.
  var candidates: [String]
  var opened: OpenedKeyFile?
  var passphrase: Passphrase?
  /// Whether they may agree to something: a key that was replaced, or may have been, only takes
  /// back.
  var mayGive: Bool
  /// Whether this run gave them a new key, which the store it has at hand does not know yet.
  var wasReplaced = false
  /// Whether a password of the partner seals the keys.
  var isLocked: Bool
  /// What the store and the private side lack of what their owner remembers; empty before the keys
  /// are open.
  var losses: [Loss] = []

  /// Where one is sealed, an open one of the same partner is never used (rule S24).
  ///
  /// - Throws: `KeyFileError` where the keys are not here, or not as they should be.
  init(of partner: Partner, on store: Store, in session: Session) throws {
    self.partner = partner
    self.session = session
    self.store = store
    folder = store.folder
    try Self.adoptPending(of: partner, on: store)
    let here = try DeviceKeys.available(in: folder)
    let own = here.filter { store.members[Device.ID($0)]?.partner == partner.id }
    func sealed(_ files: [String]) throws -> [String] {
      try files.filter { try DeviceKeys.isLocked(in: store.folder, fingerprint: $0) }
    }
    let present = own.filter { store.members.acts($0, for: partner) }
    // With a key that was replaced its owner can still take back, where no other is left.
    let usable = present.isEmpty ? own : present
    let locked = try sealed(usable)
    // Of no device here: after going back to a copy from before a password. Only the password tells
    // whose it is.
    let unknown = here.filter {
      store.members[Device.ID($0)] == nil
        && ((try? DeviceKeys.isLocked(in: store.folder, fingerprint: $0)) ?? false)
    }
    isLocked = !locked.isEmpty || usable.isEmpty
    candidates = usable.isEmpty ? unknown : isLocked ? locked : Array(usable.prefix(1))
    mayGive = !present.isEmpty && (isLocked || unknown.isEmpty)
    guard let first = candidates.first else { throw KeyFileError.missing }
    if !isLocked { take(try OpenedKeyFile(in: folder, fingerprint: first)) }
  }

  /// A new key whose writer was stopped after it was admitted gets its name.
  private static func adoptPending(of partner: Partner, on store: Store) throws {
    let pending = try KeyFile.pending(in: store.folder).filter {
      store.members.acts($0, for: partner)
    }
    // Whoever holds the folder may be about to do the same; then it is done.
    guard !pending.isEmpty,
      let lock = try? FolderLock(on: store.folder, timeout: Store.patience)
    else { return }
    for fingerprint in pending {
      _ = try? KeyFile.adoptPending(in: store.folder, fingerprint: fingerprint)
    }
    lock.release()
  }

  var isOpen: Bool { opened != nil }

  /// The device whose keys these are.
  var device: Device.ID {
    Device.ID(opened?.content.keys.fingerprint ?? candidates.first ?? "")
  }

  func keys() throws -> DeviceKeys {
    let file = try file()
    // A key that the store does not know signs nothing.
    guard store.members[Device.ID(file.keys.fingerprint)] != nil || wasReplaced else {
      throw Problem(
        "older-store", .noPermission,
        Sentence(
          "these agreements are from before \(partner.name.text.visible)'s present password. If that was a restore: \(partner.goingOn)",
          "这些约定比\(partner.name.text.visible)现在的密码还早。如果是恢复过备份：\(partner.goingOn)"))
    }
    return file.keys
  }

  /// What lies in the key file, opened; without asking whether the store knows the key.
  func file() throws -> KeyFile {
    if let opened { return opened.content }
    let found = try unlocked()
    take(found)
    return found.content
  }

  private func take(_ found: OpenedKeyFile) {
    opened = found
    if store.members.acts(found.content.keys.fingerprint, for: partner) {
      removeReplaced(by: found.content, on: store.members)
    }
  }

  private func unlocked() throws -> OpenedKeyFile {
    if let source = session.passphrase {
      guard let found = try load(with: try source.read()) else {
        throw KeyFileError.wrongPassphrase
      }
      return found
    }
    let name = partner.name.text.visible
    guard session.prompt.canAsk else {
      throw Problem(
        "locked", .noPermission,
        Sentence(
          "\(name) has a password here; give it with --passphrase-file FILE",
          "\(name)在这里设了密码，请加上 --passphrase-file 文件"))
    }
    return try session.askPassphrase(Sentence("\(name)'s password", "\(name)的密码")) {
      try load(with: $0)
    }
  }

  /// Opens them with a password somebody typed.
  ///
  /// - Returns: whether it was the right one.
  func open(with passphrase: Passphrase) throws -> Bool {
    guard let found = try load(with: passphrase) else { return false }
    take(found)
    return true
  }

  /// Nil where the password opens none of them.
  private func load(with passphrase: Passphrase) throws -> OpenedKeyFile? {
    for fingerprint in candidates {
      let found: OpenedKeyFile
      do throws(KeyFileError) {
        found = try OpenedKeyFile(in: folder, fingerprint: fingerprint, passphrase: passphrase)
      } catch {
        guard error == .wrongPassphrase else { throw error }
        continue
      }
      if let memory = found.content.memory {
        let isKnown = store.members[Device.ID(fingerprint)] != nil
        guard isKnown || memory.couple == store.couple.text else {
          throw Problem.otherAgreements(KeyFile.name(of: fingerprint))
        }
        if memory.partner != partner.id.text { continue }
      }
      self.passphrase = passphrase
      losses = try compare(found.content)
      for loss in losses { session.remark(loss.sentence(for: partner)) }
      return found
    }
    return nil
  }
}

extension Problem {
  /// The password was right, and what it opened is of another couple.
  fileprivate static func otherAgreements(_ file: String) -> Problem {
    Problem(
      "other-agreements", .noPermission,
      Sentence(
        "\(file) has this password, and was made for other agreements than the ones here: go back to a backup with accord restore DIR, or, if you began anew, move that file elsewhere",
        "\(file) 用的是这个密码，但它属于另一份约定，不是这里的：可以用 accord restore 备份文件夹 恢复；如果是你们重新开始的，把这个文件移到别处"))
  }
}

extension Roster {
  /// Whether a key may act for a partner here.
  func acts(_ fingerprint: String, for partner: Partner) -> Bool {
    guard let member = self[Device.ID(fingerprint)] else { return false }
    return member.partner == partner.id && !member.isRetired
  }
}

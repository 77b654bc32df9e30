import Agreements
import Files
import Journal
import Sealing
import Storage
import Vault

// A password is a new key each time: a copy of the old one gives nothing any more.

extension Keyring {
  /// Sets, changes or removes the password: each time with a new key, so that whoever has a copy of the
  /// old one opens nothing that is written from now on, and agrees to nothing.
  ///
  /// - Parameter passphrase: nil for none.
  func setPassword(_ passphrase: Passphrase?) throws {
    guard losses.isEmpty else { throw Problem.notBefore(goingOn) }
    try replaceKey(with: passphrase, admittedBy: try keys())
  }

  /// Gives the partner a new key that this one, or an earlier one of theirs, admits.
  private func replaceKey(with passphrase: Passphrase?, admittedBy old: DeviceKeys) throws {
    let file = try file()
    let writing = try Store.writing(folder)
    defer { writing.close() }
    let new = DeviceKeys.generate()
    var next = file.succeeded(by: new)
    next.memory = passphrase == nil ? nil : memory(before: file)
    // Before the journal names it, and before any lock: the password takes its time.
    var pending = try next.create(in: folder, asPending: true, passphrase: passphrase)
    do {
      try writing.replaceKey(
        of: partner, from: try old.withSigningSeed { try SigningKey(seed: $0) },
        to: try new.withSigningSeed { try SigningKey(seed: $0) }, recipient: new.recipient,
        at: session.clock.again.now)
    } catch {
      try? KeyFile.removePending(in: folder, fingerprint: new.fingerprint)
      throw error
    }
    session.deeds.add()
    let lock = try FolderLock(on: folder, timeout: Store.patience)
    try KeyFile.adoptPending(in: folder, fingerprint: new.fingerprint)
    removeReplaced(by: next, on: writing.members)
    lock.release()
    isLocked = passphrase != nil
    self.passphrase = passphrase
    candidates = [new.fingerprint]
    wasReplaced = true
    mayGive = true
    pending = try OpenedKeyFile(in: folder, fingerprint: new.fingerprint, passphrase: passphrase)
    opened = pending
    losses = []
    if let end = try writing.end(of: Device.ID(new.fingerprint)) { remember(end) }
    _ = try? Vault.sign(in: folder, as: owner(of: pending.content)) { try remember($0) }
  }

  /// Removes the files of keys that another took the place of: nobody acts with them any more. Also
  /// what a program left of them that was stopped in between.
  func removeReplaced(by file: KeyFile, on roster: Roster) {
    for key in file.earlier where !roster.acts(key.fingerprint, for: partner) {
      try? folder.remove(KeyFile.name(of: key.fingerprint))
    }
  }

  /// What is remembered where there was no password before: the private side as it lies here.
  private func memory(before file: KeyFile) -> KeyFile.Memory? {
    var memory = file.memory ?? blankMemory
    memory?.head = nil
    if memory?.vault == nil {
      memory?.vault = (try? Vault.read(in: folder, as: owner(of: file)))?.mark
    }
    return memory
  }

  /// Takes what lies here as it is: after a restore, or where it was open which key founded.
  ///
  /// - Returns: whether there was anything to take.
  func goOn() throws -> Bool {
    let file = try file()
    let device = Device.ID(file.keys.fingerprint)
    let key = try file.keys.withSigningSeed { try SigningKey(seed: $0) }
    var isNews = !losses.isEmpty
    if store.members.doubtful.contains(device) {
      let writing = try Store.writing(folder)
      defer { writing.close() }
      try writing.vouch(
        for: key, recipient: file.keys.recipient, of: partner, at: session.clock.again.now)
      session.deeds.add()
      isNews = true
    }
    if store.members[device] == nil || losses.contains(.lastEntry) {
      let known = file.all.first {
        store.members.acts($0.fingerprint, for: partner)
      }
      guard let known else { throw Problem(StoreError.unknownDevice) }
      guard var present = opened else { return false }
      try present.rewrite { [self] file in file.memory = blankMemory }
      opened = present
      losses = []
      try replaceKey(with: passphrase, admittedBy: known)
      return true
    }
    guard isNews else { return false }
    guard var present = opened, present.isSealed else { return isNews }
    let mark = try? Vault.read(in: folder, as: unremembering(file)).mark
    let head = try store.end(of: device).flatMap {
      KeyFile.Head(sequence: $0.sequence, id: $0.id.text)
    }
    let lock = try FolderLock(on: folder, timeout: Store.patience)
    try present.rewrite { [self] file in
      file.memory = blankMemory
      file.memory?.head = head
      file.memory?.vault = mark.flatMap { $0 }
    }
    lock.release()
    opened = present
    losses = []
    session.deeds.add()
    return true
  }

  private func unremembering(_ file: KeyFile) -> Vault.Owner {
    Vault.Owner(
      couple: store.couple, partner: partner.id, keys: file.keys, earlier: file.earlier)
  }
}

extension Problem {
  /// A new key would make what is missing look as if it had never been.
  fileprivate static func notBefore(_ goingOn: String) -> Problem {
    Problem(
      "something-missing", .refused,
      Sentence(
        "something you remember is missing here; say first that you go on from here: \(goingOn)",
        "这里少了你记得的东西；先确认从这里接着来：\(goingOn)"))
  }
}

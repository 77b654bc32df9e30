import Agreements
import Files
import Journal
import Sealing
import Storage
import Vault

// A password is a new key each time: a copy of the old one gives nothing any more.

extension Keyring {
  /// Sets, changes or removes the password: each time with a new key, so that whoever has a copy of
  /// the old one opens nothing that is written from now on, and agrees to nothing.
  ///
  /// - Parameter passphrase: nil for none.
  func setPassword(_ passphrase: Passphrase?) throws {
    guard losses.isEmpty else { throw Problem.notBefore(partner.goingOn) }
    try replaceKey(with: passphrase, admittedBy: try keys())
  }

  /// Gives the partner a new key that this one, or an earlier one of theirs, admits.
  private func replaceKey(with passphrase: Passphrase?, admittedBy old: DeviceKeys) throws {
    let file = try file()
    let writing = try Store.writing(folder)
    defer { writing.close() }
    let new = DeviceKeys.generate()
    var next = file.succeeded(by: new)
    next.memory = passphrase == nil ? nil : try memory(before: file)
    // Before the journal names it, and before any lock: the password takes its time.
    let pending = try next.create(in: folder, asPending: true, passphrase: passphrase)
    do {
      try writing.replaceKey(
        of: partner, from: try old.withSigningSeed { try SigningKey(seed: $0) },
        to: try new.withSigningSeed { try SigningKey(seed: $0) }, recipient: new.recipient,
        at: session.clock.again.now)
    } catch StoreError.uncertain {
      // The journal may name it: then it gets its own name at their next command.
      throw StoreError.uncertain
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

  /// What is remembered where there was no password before: the private side as it lies here. One
  /// that cannot be read now, and perhaps can later, has to be known: what is not remembered is
  /// refused then.
  private func memory(before file: KeyFile) throws -> KeyFile.Memory? {
    var memory = file.memory ?? memory(of: store)
    memory?.head = nil
    if memory?.vault == nil { memory?.vault = try mark(as: owner(of: file)) }
    return memory
  }

  /// The state of the private side; nil where there is none, or what lies there never opens.
  private func mark(as owner: Vault.Owner) throws -> VaultMark? {
    do { return try Vault.read(in: folder, as: owner).mark } catch let error as VaultError {
      switch error {
      case .exposed, .unreadable, .newer, .busy, .tooLarge: throw error
      default: return nil
      }
    }
  }

  /// Takes what lies here as it is: after a restore, or where it was open which key founded.
  ///
  /// - Returns: whether there was anything to take.
  func goOn() throws -> Bool {
    let file = try file()
    let vouched = try vouchWhereDoubtful(file)
    let isKnown = store.members[Device.ID(file.keys.fingerprint)] != nil
    if !isKnown || losses.contains(.lastEntry) {
      try beginAnew(after: file)
    } else if vouched || !losses.isEmpty {
      try rememberAsItIs(file)
    } else {
      return false
    }
    return true
  }

  /// A new key, admitted by the newest that the store knows: what the present one signed, or what
  /// was signed after it, is not here.
  private func beginAnew(after file: KeyFile) throws {
    let known = file.all.first { store.members.acts($0.fingerprint, for: partner) }
    guard let known else { throw Problem(StoreError.unknownDevice) }
    let memory = memory(of: store)
    try rewrite { file in file.memory = memory }
    losses = []
    try replaceKey(with: passphrase, admittedBy: known)
  }

  private func vouchWhereDoubtful(_ file: KeyFile) throws -> Bool {
    guard store.members.doubtful.contains(Device.ID(file.keys.fingerprint)) else { return false }
    let writing = try Store.writing(folder)
    defer { writing.close() }
    try writing.vouch(
      for: try file.keys.withSigningSeed { try SigningKey(seed: $0) },
      recipient: file.keys.recipient, of: partner, at: session.clock.again.now)
    session.deeds.add()
    return true
  }

  private func rememberAsItIs(_ file: KeyFile) throws {
    let store = try Store.reading(folder)
    defer { store.close() }
    var memory = memory(of: store)
    memory?.head = try store.end(of: Device.ID(file.keys.fingerprint)).flatMap {
      KeyFile.Head(sequence: $0.sequence, id: $0.id.text)
    }
    memory?.vault = try mark(as: unremembering(file))
    try rewrite { file in file.memory = memory }
    losses = []
    session.deeds.add()
  }

  /// Writes the key file again, where a password seals it.
  private func rewrite(_ change: (inout KeyFile) -> Void) throws {
    guard var present = opened, present.isSealed else { return }
    let lock = try FolderLock(on: folder, timeout: Store.patience)
    try present.rewrite(change)
    lock.release()
    opened = present
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

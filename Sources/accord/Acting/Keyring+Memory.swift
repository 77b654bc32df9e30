import Agreements
import Files
import Journal
import Sealing
import Storage
import Vault

// What only the owner of a key remembers, compared whenever their password is given.

extension Keyring {
  /// Compares what the owner remembers with what lies here; reads only. What is newer than the
  /// memory was written by a program that was stopped before it could remember it.
  func compare(_ file: KeyFile) throws -> [Loss] {
    guard let memory = file.memory else { return [] }
    if memory.couple != store.couple.text { return [.otherCouple] }
    if memory.founders != store.members.founding.map(\.text) { return [.otherFounders] }
    var losses: [Loss] = []
    // Where the store does not know the key itself, that says it.
    if let head = memory.head, store.members[Device.ID(file.keys.fingerprint)] != nil,
      try !store.holds(Entry.ID(head.id))
    {
      losses.append(.lastEntry)
    }
    if memory.vault != nil {
      do {
        switch try Vault.read(in: folder, as: owner(of: file)).standing {
        case .gone: losses.append(.privateSide)
        case .older: losses.append(.olderPrivateSide)
        case .asRemembered, .ahead: break
        }
      } catch is VaultError {
        // Every private command says what is wrong with it.
      }
    }
    return losses
  }

  /// Whose private side this opens.
  func owner() throws -> Vault.Owner {
    _ = try keys()
    return owner(of: try file())
  }

  func owner(of file: KeyFile) -> Vault.Owner {
    Vault.Owner(couple: store.couple, partner: partner.id, of: file)
  }

  /// Remembers what was just kept in the store. What is missing is not forgotten before its owner
  /// said so; and where the memory cannot be written it stays behind, which is told nobody.
  func remember(_ head: Head) {
    guard losses.isEmpty, isLocked,
      let head = KeyFile.Head(sequence: head.sequence, id: head.id.text)
    else { return }
    guard let lock = try? FolderLock(on: folder, timeout: Store.patience) else { return }
    try? rewriteMemory { $0.head = head }
    lock.release()
  }

  /// Remembers the state of the private side that was just written; its lock is held.
  func remember(_ mark: VaultMark) throws {
    guard losses.isEmpty, isLocked else { return }
    try rewriteMemory { $0.vault = mark }
  }

  private func rewriteMemory(_ change: (inout KeyFile.Memory) -> Void) throws(KeyFileError) {
    guard var file = opened, file.isSealed else { return }
    let blank = memory(of: store)
    try file.rewrite { file in
      guard var memory = file.memory ?? blank else { return }
      change(&memory)
      file.memory = memory
    }
    opened = file
  }

  /// A memory of this couple, and of nothing that was written since.
  func memory(of store: Store) -> KeyFile.Memory? {
    KeyFile.Memory(
      couple: store.couple.text, partner: partner.id.text,
      founders: store.members.founding.map(\.text))
  }
}

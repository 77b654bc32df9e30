package import Agreements
package import Sealing

extension Vault {
  /// Whose private side is opened, with what, and what they remember of it.
  package struct Owner: Hashable, Sendable {
    package let couple: Couple.ID
    package let partner: Partner.ID
    /// What is written is sealed for these, and signed with them.
    package let keys: DeviceKeys
    /// They open what was written before; what they signed counts only as ``Recollection`` says.
    package let earlier: [DeviceKeys]
    package let recollection: Recollection

    package init(
      couple: Couple.ID, partner: Partner.ID, keys: DeviceKeys, earlier: [DeviceKeys] = [],
      recollection: Recollection = .none
    ) {
      self.couple = couple
      self.partner = partner
      self.keys = keys
      self.earlier = earlier
      self.recollection = recollection
    }

    /// The owner of a key file, with the memory in it.
    package init(couple: Couple.ID, partner: Partner.ID, of file: KeyFile) {
      let recollection: Recollection =
        switch file.memory {
        case nil: .none
        case let memory?: memory.vault.map { .mark($0) } ?? .nothing
        }
      self.init(
        couple: couple, partner: partner, keys: file.keys, earlier: file.earlier,
        recollection: recollection)
    }
  }

  /// What an owner remembers of their private side.
  package enum Recollection: Hashable, Sendable {
    /// There is no memory.
    case none
    /// There is a memory, and no private side in it.
    case nothing
    /// Its last state.
    case mark(VaultMark)

    fileprivate var counter: Int64 {
      if case .mark(let mark) = self { mark.counter } else { 0 }
    }
  }

  /// How what lies in the folder stands to what is remembered. It is told, and hinders nothing.
  package enum Standing: Hashable, Sendable {
    /// Also where nothing is remembered and nothing is there.
    case asRemembered
    /// Newer than the memory, or not in it: the memory was written after it, or not at all.
    case ahead
    /// Older than the memory: an earlier state was put back.
    case older
    /// There is no file any more.
    case gone
  }
}

extension Vault.Owner {
  /// The state that an image is in, or nil where it is not signed and need not be.
  ///
  /// What an earlier key signed is taken where nobody can say that the key was replaced before,
  /// or where the owner remembers that very key as the last to write.
  func mark(of origin: Origin?, image: [UInt8]) throws(VaultError) -> VaultMark? {
    guard let origin else {
      if case .mark = recollection { throw .unsigned }
      return nil
    }
    guard let signer = ([keys] + earlier).first(where: { $0.signingPublicKey == origin.signer }),
      origin.isGenuine(for: image)
    else { throw .otherWriter }
    guard origin.isOf(self) else { throw .otherCouple }
    if signer.fingerprint != keys.fingerprint {
      switch recollection {
      case .none: break
      case .mark(let mark) where mark.device == signer.fingerprint: break
      case .nothing, .mark: throw .earlierKey
      }
    }
    return VaultMark(counter: origin.counter, device: signer.fingerprint)
  }

  /// - Parameters:
  ///   - mark: the state of the file, where it is signed.
  ///   - isThere: whether there is a file.
  func standing(of mark: VaultMark?, isThere: Bool) -> Vault.Standing {
    let remembered = recollection.counter
    guard isThere else { return remembered == 0 ? .asRemembered : .gone }
    let found = mark?.counter ?? 0
    return found == remembered ? .asRemembered : found < remembered ? .older : .ahead
  }

  /// The number of the next state after a file in this one; nil where there is none.
  func nextCounter(after mark: VaultMark?) -> Int64? {
    let next = max(mark?.counter ?? 0, recollection.counter) + 1
    return VaultMark.counters.contains(next) ? next : nil
  }

  /// The same, who wrote just now and remembers nothing of before.
  var writer: Vault.Owner { Vault.Owner(couple: couple, partner: partner, keys: keys) }
}

/// What one key file holds: the keys of a device, and what only their owner can vouch for.
///
/// Files are named `<fingerprint>.key`, mode 0600, and `age -d -i FILE` takes each as an identity
/// file; or the same text lies in it sealed with a passphrase.
package struct KeyFile: Hashable, Sendable {
  /// The longest file, open or sealed, in bytes.
  package static let limit = 32_768
  /// How many earlier keys are kept.
  package static let mostEarlier = 64

  /// With which their owner acts.
  package let keys: DeviceKeys
  /// Which were replaced when a password was set, changed or removed, the newest first.
  ///
  /// They open older vaults, and with them their owner is admitted again after going back to a
  /// backup. They act no more.
  package let earlier: [DeviceKeys]
  package var memory: Memory?

  /// All of them, the newest first.
  package var all: [DeviceKeys] { [keys] + earlier }

  /// Of more than ``mostEarlier`` the older ones fall off; a key is kept once.
  package init(keys: DeviceKeys, earlier: [DeviceKeys] = [], memory: Memory? = nil) {
    self.keys = keys
    self.memory = memory
    var known: Set = [keys.fingerprint]
    self.earlier = Array(
      earlier.filter { known.insert($0.fingerprint).inserted }.prefix(Self.mostEarlier))
  }

  /// The file of new keys that take the place of these: these are the newest of the earlier ones.
  package func succeeded(by keys: DeviceKeys) -> KeyFile {
    KeyFile(keys: keys, earlier: [self.keys] + earlier, memory: memory)
  }
}

extension KeyFile {
  /// What the owner of a key remembers, to compare with what lies in the folder.
  package struct Memory: Hashable, Sendable {
    /// 32 hexadecimal digits.
    package let couple: String
    /// Whose keys these are, 32 hexadecimal digits.
    package let partner: String
    /// The two founding entries, 64 hexadecimal digits each.
    package let founders: [String]
    /// The last entry that was signed with the key of the file; nil before the first.
    package var head: Head?
    /// The last state of the private side; nil where none was ever written.
    package var vault: VaultMark?

    /// Nil where an id has not its form.
    package init?(
      couple: String, partner: String, founders: [String], head: Head? = nil,
      vault: VaultMark? = nil
    ) {
      guard couple.isHexadecimal(32), partner.isHexadecimal(32), founders.count == 2,
        founders.allSatisfy({ $0.isHexadecimal(64) })
      else { return nil }
      self.couple = couple
      self.partner = partner
      self.founders = founders
      self.head = head
      self.vault = vault
    }
  }

  /// An entry of a feed.
  package struct Head: Hashable, Sendable {
    /// Its place, in ``VaultMark/counters``.
    package let sequence: Int64
    /// 64 hexadecimal digits.
    package let id: String

    /// Nil where a part has not its form.
    package init?(sequence: Int64, id: String) {
      guard VaultMark.counters.contains(sequence), id.isHexadecimal(64) else { return nil }
      self.sequence = sequence
      self.id = id
    }
  }
}

/// One state of a private side: how many times it was written, and by which key the last time.
package struct VaultMark: Hashable, Sendable {
  /// Whole numbers that any program can hold.
  package static let counters: ClosedRange<Int64> = 1...((1 << 53) - 1)

  package let counter: Int64
  /// The fingerprint of the key that signed it.
  package let device: String

  /// Nil where a part has not its form.
  package init?(counter: Int64, device: String) {
    guard Self.counters.contains(counter), device.isHexadecimal(16) else { return nil }
    self.counter = counter
    self.device = device
  }
}

extension String {
  /// Whether the text is so many hexadecimal digits, in lower case.
  func isHexadecimal(_ count: Int) -> Bool {
    utf8.count == count && utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }
}

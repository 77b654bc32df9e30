import Sealing

/// Sealing in the words of the vault.
enum Seal {
  static func seal(_ plain: [UInt8], for keys: DeviceKeys) throws(VaultError) -> [UInt8] {
    guard let recipient = AgeRecipient(keys.recipient) else { throw .fault }
    do throws(AgeError) { return try Age.seal(plain, to: [recipient]) } catch { throw .fault }
  }

  /// Opens with the first key that fits, and says which it was.
  static func open(
    _ sealed: [UInt8], with keys: [DeviceKeys]
  ) throws(VaultError) -> (content: [UInt8], keys: DeviceKeys) {
    do throws(AgeError) {
      return try Age.open(sealed, withOneOf: keys)
    } catch {
      throw switch error {
      case .noMatchingKey: .otherKeys
      case .outOfMemory: .tooLarge
      case .notAge, .damaged, .wrongPassphrase, .tooMuchWork, .recipients: .damaged
      }
    }
  }
}

import Agreements
import Files
import Fixtures
import Sealing
import Storage
import SystemPackage
import Testing

// Key files and vaults, as they lie beside the database.

extension Household {
  var annasKeys: DeviceKeys { get throws { try Self.keys(0xa) } }
  var bosKeys: DeviceKeys { get throws { try Self.keys(0xb) } }
  var keys: [DeviceKeys] { get throws { [try annasKeys, try bosKeys] } }

  /// Keys that sign with this byte all over; Anna's and Bo's are 10 and 11.
  static func keys(_ byte: UInt8) throws -> DeviceKeys {
    let seed = [UInt8](repeating: byte, count: 32)
    return try #require(DeviceKeys(identity: seed, signingSeed: seed))
  }

  func saveKeys() throws {
    for keys in try keys { try keys.save(in: folder) }
  }

  /// Gives keys in a folder a password, each try of which costs little.
  func seal(_ keys: DeviceKeys, in folder: Folder? = nil, with password: String = "pear") throws {
    let passphrase = try #require(Passphrase(password) as Passphrase?)
    try keys.replace(in: folder ?? self.folder, passphrase: passphrase, work: 2)
  }

  /// What has the form of a vault.
  func sealedVault(_ content: [UInt8]) throws -> [UInt8] {
    try Age.seal(content, to: [try #require(AgeRecipient(try annasKeys.recipient))])
  }

  func vaultName(_ writer: Writer) -> String { "\(writer.partner.id.text).vault" }

  func save(_ bytes: [UInt8], as name: String, in folder: Folder? = nil) throws {
    try PrivateFile.write(bytes, to: (folder ?? self.folder).path.appending(name))
  }
}

extension DeviceKeys {
  var file: String { "\(fingerprint).key" }
}

import Agreements
import Files
import Foundation
import Journal
import Sealing
import Storage
import SystemPackage
import Testing

extension Household {
  /// Gives a partner a password, each try of which takes less work than with `accord lock`: tests
  /// try often.
  func lock(_ name: String, with password: String) throws {
    try lock(try #require(try keys(of: name)), with: password)
  }

  func lock(_ keys: DeviceKeys, with password: String) throws {
    let passphrase = try #require(Passphrase(password) as Passphrase?)
    try keys.replace(in: folder, passphrase: passphrase, work: 10)
  }

  /// Gives a partner a password as `accord lock` does, with a new key and all that its owner
  /// remembers; only that each later try takes less work.
  ///
  /// - Returns: the words that give it to a command.
  func setPassword(_ password: String, of name: String) async throws -> [String] {
    let file = try file(password + "\n", named: "password-of-\(name)")
    try await succeeds(["lock", "--as", name, "--new-passphrase-file", file])
    let passphrase = try #require(Passphrase(password) as Passphrase?)
    let keys = try #require(try keys(of: name, password: password))
    let opened = try OpenedKeyFile(
      in: folder, fingerprint: keys.fingerprint, passphrase: passphrase)
    _ = try opened.content.replace(in: folder, passphrase: passphrase, work: 10)
    return ["--as", name, "--passphrase-file", file]
  }

  /// The keys of a partner, if this is the password; nil where it is another.
  func keys(of name: String, password: String? = nil) throws -> DeviceKeys? {
    let store = try Store.reading(folder)
    let owner = try #require(store.pair.both.first { $0.name.text == name })
    let device = try #require(store.devices().first { $0.value == owner.id }?.key)
    do throws(KeyFileError) {
      return try DeviceKeys.load(
        from: folder, fingerprint: device.text, passphrase: password.flatMap { Passphrase($0) })
    } catch {
      guard [.wrongPassphrase, .locked].contains(error) else { throw error }
      return nil
    }
  }

  /// The names of all files with keys.
  func keyFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: store).filter { $0.contains(".key") }
  }

  private var folder: Folder { Folder(FilePath(store)) }

  /// A file with a password that only its owner can read.
  func file(_ password: String, named name: String = "password") throws -> String {
    try sandbox.write(password, to: name, mode: 0o600)
  }
}

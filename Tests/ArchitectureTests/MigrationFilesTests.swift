import Crypto
import Fixtures
import Foundation
import Migrations
import Testing

/// A step that was released has been taken by people's stores and vaults: its file never changes
/// again. A change of the schema is a new file, and a new line here.
struct MigrationFilesTests {
  static let released = [
    "0001_journal": "7bd5c2b2e53dc7d4ec3d5f7ade16ac6872952cebcc8eebb5ca48d1548fff086d",
    "0002_agreements": "894afb37aa984be2e122613c098673016c771d6d31c5d7111e5b91c6c541b9b3",
    "0003_needs": "bb7e3e2b2a6d9a0d36f2a2b5732bc3185d8d07d3ad50824fab9a3b38d938a041",
    "0004_own_boundaries": "349fe2fa4580377254b6664f4da89adcb3b7442f05b1d77ecd0eabd3ee3b01eb",
    "0005_first_yes": "5d383b267e103bc63f409f6cec94498f83e6c2d2e330a8a0ec556826caeee4c4",
    "0006_moments": "5953baa9a221421e9cd8d31660237517795d1b45ed6ef051ea81c8f3d23a3cfe",
    "0007_trust": "41a15fb7904dc6c135e7c745622ef36b58d33183fd915b5ff6963bf5dd9c8d4b",
    "vault_0001_items": "b459af2ec9affbcd255dde4b3581efd76bd4344d04c709f73e709040d881b967",
    "vault_0002_talks": "93c01b1dfca6397bb35926843d750d8cfd7c43088756c2384b5a7d7fb938115b",
  ]

  /// Of the store first, then of the vault.
  static let steps = Schema.steps + Schema.vault

  @Test func `the steps are the files of the folder, in the order of their names`() throws {
    let folder = Checkout.root.appendingPathComponent("Migrations")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".sql") }.sorted()
    #expect(files == Self.steps.map { $0.name + ".sql" })
    for (step, file) in zip(Self.steps, files) {
      let text = try Data(contentsOf: folder.appendingPathComponent(file))
      #expect(Data(step.script.utf8) == text, "\(file)")
    }
  }

  @Test func `the steps are numbered without gaps`() {
    for (steps, prefix) in [(Schema.steps, ""), (Schema.vault, "vault_")] {
      for (index, step) in steps.enumerated() {
        #expect(step.name.hasPrefix(prefix + String(repeating: "0", count: 3) + "\(index + 1)_"))
      }
    }
  }

  @Test(arguments: steps.map(\.name))
  func `a released step is what it was`(name: String) throws {
    let step = try #require(Self.steps.first { $0.name == name })
    let digest = SHA256.hash(data: Data(step.script.utf8))
    let digits = digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    #expect(digits.joined() == Self.released[name])
  }

  @Test func `no released step is gone`() {
    #expect(Set(Self.released.keys).isSubset(of: Self.steps.map(\.name)))
  }
}

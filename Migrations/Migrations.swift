/// The schemas, step by step; a step once released is never changed.
package enum Schema {
  package struct Step: Sendable {
    package let name: String
    package let script: String
  }

  /// The store both share.
  package static let steps: [Step] = [
    Step("0001_journal", PackageResources._001_journal_sql),
    Step("0002_agreements", PackageResources._002_agreements_sql),
    Step("0003_needs", PackageResources._003_needs_sql),
    Step("0004_own_boundaries", PackageResources._004_own_boundaries_sql),
    Step("0005_first_yes", PackageResources._005_first_yes_sql),
    Step("0006_moments", PackageResources._006_moments_sql),
    Step("0007_trust", PackageResources._007_trust_sql),
  ]

  /// What tells an Accord store from any other SQLite file: "Acrd" in ASCII.
  package static let applicationID: Int32 = 0x4163_7264

  /// The private side of one partner.
  package static let vault: [Step] = [
    Step("vault_0001_items", PackageResources.vault_0001_items_sql),
    Step("vault_0002_talks", PackageResources.vault_0002_talks_sql),
  ]

  /// What tells a vault's image from any other SQLite file: "Acvt" in ASCII.
  package static let vaultApplicationID: Int32 = 0x4163_7674
}

extension Schema.Step {
  fileprivate init(_ name: String, _ bytes: [UInt8]) {
    self.init(name: name, script: String(decoding: bytes, as: UTF8.self))
  }
}

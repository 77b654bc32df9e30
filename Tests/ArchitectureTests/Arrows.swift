/// Which module may import which: the picture of the architecture, as data.
enum Arrows {
  static let table: [String: Set<String>] = [
    "CSQLite": [],
    "CProcess": [],
    "SQLite": ["CSQLite"],
    "Migrations": [],
    "Files": ["SystemPackage"],
    "Agreements": [],
    "Journal": ["Agreements", "Crypto"],
    "Sealing": ["Files", "Crypto", "CryptoExtras", "SystemPackage"],
    "Vault": ["Agreements", "SQLite", "Sealing", "Migrations", "Files", "Crypto", "SystemPackage"],
    "Storage": [
      "Agreements", "Journal", "Sealing", "Migrations", "SQLite", "Files", "SystemPackage",
    ],
    "accord": [
      "CProcess", "Agreements", "Journal", "Storage", "Vault", "Sealing", "Files",
      "SystemPackage", "ArgumentParser",
    ],
    testing: ["Files", "SQLite", "SystemPackage", "Foundation"],
  ]

  /// What tests begin with: it lies under `Tests`, and nothing but a test may use it.
  static let testing = "Fixtures"

  /// Measures the others; it is not part of the program, and may import anything but Foundation
  /// and what tests begin with.
  static let measuring = "accord-bench"

  /// The C library under its three names, and what the compiler brings along.
  static let platform: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization"]

  /// What may use the platform: all but the two that forbid themselves everything.
  static func allowed(in module: String) -> Set<String> {
    guard let own = table[module] else { return [] }
    return ["Migrations", "Agreements"].contains(module) ? own : own.union(platform)
  }

  static func permits(_ import: String, in module: String) -> Bool {
    (module == measuring && `import` != testing) || allowed(in: module).contains(`import`)
  }
}

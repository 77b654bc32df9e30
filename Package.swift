// swift-tools-version: 6.1
// The architecture, bottom-up: a target imports only what stands above it in this file.
// `Tests/ArchitectureTests` reads the import lines and fails on any other arrow.

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-warnings-as-errors"]),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "accord",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "accord", targets: ["accord"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // What SQLite is, and a thin typed layer over it.
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),

    // What a process says to the system about its own memory.
    .systemLibrary(name: "CProcess"),

    // The schema, embedded in the program.
    .target(
      name: "Migrations", path: "Migrations",
      resources: [
        .embedInCode("0001_journal.sql"),
        .embedInCode("0002_agreements.sql"),
        .embedInCode("0003_needs.sql"),
        .embedInCode("0004_own_boundaries.sql"),
        .embedInCode("0005_first_yes.sql"),
        .embedInCode("0006_moments.sql"),
        .embedInCode("0007_trust.sql"),
        .embedInCode("vault_0001_items.sql"),
        .embedInCode("vault_0002_talks.sql"),
      ],
      swiftSettings: strict),

    // Private files, replaced as a whole or not at all.
    .target(name: "Files", dependencies: [system], swiftSettings: strict),

    // What two partners may agree on, and when it holds. Imports nothing.
    .target(name: "Agreements", swiftSettings: strict),

    // What was done, by whom: signed, chained entries.
    .target(name: "Journal", dependencies: ["Agreements", crypto], swiftSettings: strict),

    // The keys of one partner, and the age file format.
    .target(
      name: "Sealing", dependencies: ["Files", crypto, cryptoExtras, system],
      swiftSettings: strict),

    // One partner's private side, sealed.
    .target(
      name: "Vault",
      dependencies: ["SQLite", "Migrations", "Files", "Agreements", "Sealing", crypto, system],
      swiftSettings: strict),

    // The repository: the one write path, and every question people ask.
    .target(
      name: "Storage",
      dependencies: ["SQLite", "Migrations", "Files", "Agreements", "Journal", "Sealing", system],
      swiftSettings: strict),

    // The program.
    .executableTarget(
      name: "accord",
      dependencies: [
        "CProcess", "Files", "Agreements", "Journal", "Sealing", "Vault", "Storage", system,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Measures what the budgets name; no part of what is installed.
    .executableTarget(
      name: "accord-bench",
      dependencies: [
        "CSQLite", "Files", "Agreements", "Journal", "Sealing", "Storage", crypto, system,
      ],
      swiftSettings: strict),

    // What several tests begin with; for tests alone.
    .target(
      name: "Fixtures", dependencies: ["Files", "SQLite", system], path: "Tests/Fixtures",
      exclude: ["Fuzz", "Stores"], swiftSettings: strict),

    .testTarget(
      name: "SQLiteTests", dependencies: ["SQLite", "Files", "Fixtures", system],
      swiftSettings: strict),
    .testTarget(
      name: "FilesTests", dependencies: ["Files", "Fixtures", system], swiftSettings: strict),
    .testTarget(
      name: "AgreementsTests", dependencies: ["Agreements", "Fixtures"],
      exclude: ["Clauses/Corpus", "Coach/Corpus"], swiftSettings: strict),
    .testTarget(
      name: "JournalTests", dependencies: ["Agreements", "Journal", "Fixtures", crypto],
      swiftSettings: strict),
    .testTarget(
      name: "SealingTests",
      dependencies: ["Agreements", "Journal", "Sealing", "Files", "Fixtures", crypto, system],
      swiftSettings: strict),
    .testTarget(
      name: "VaultTests",
      dependencies: [
        "Agreements", "SQLite", "Migrations", "Files", "Sealing", "Vault", "Fixtures", crypto,
        system,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Agreements", "Journal", "Sealing", "Storage", "SQLite", "Migrations", "Files", "Fixtures",
        system,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ProgramTests",
      dependencies: ["Agreements", "SQLite", "Vault", "accord", "Fixtures", system],
      exclude: ["Calendar/Readers", "Transcripts"], swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["Migrations", "Fixtures", crypto],
      swiftSettings: strict),
  ]
)

import Files
import Foundation
import Sealing
import SystemPackage
import Testing

/// Vaults that are not what Accord wrote, or not in their place.
@Suite struct DamagedVaultTests {
  private static let word = "Birnbaum"

  /// What became of Mei's vault.
  enum Damage: CaseIterable {
    case empty, cutShort, cutInHalf, flippedBit, text, otherKeys, newer, foreign, exposed
    case anothers, link, folder, changed

    var refusal: (status: Int32, code: String) {
      switch self {
      case .empty, .cutShort, .cutInHalf, .flippedBit, .text: (65, "damaged-vault")
      case .newer: (65, "newer")
      case .foreign: (65, "foreign-vault")
      case .otherKeys: (77, "other-keys")
      case .changed: (77, "other-writer")
      case .exposed, .anothers, .link, .folder: (77, "exposed-vault")
      }
    }

    func happen(to file: String, in household: Household) throws {
      let place = URL(fileURLWithPath: file)
      let bytes = try Data(contentsOf: place)
      func put(_ bytes: Data) throws { try bytes.write(to: place) }
      switch self {
      case .empty: try put(Data())
      case .cutShort: try put(bytes.dropLast())
      case .cutInHalf: try put(bytes.prefix(bytes.count / 2))
      case .flippedBit:
        var bytes = bytes
        bytes[bytes.count / 2] ^= 1
        try put(bytes)
      case .text: try put(Data("my notes: be kind\n".utf8))
      case .otherKeys:
        try put(Data(contentsOf: URL(fileURLWithPath: household.vaultFile(of: "Lin"))))
      // `user_version` and `application_id` in the header of the image.
      case .newer:
        try put(try reseal(bytes, household) { $0.replaceSubrange(60..<64, with: [0, 0, 3, 232]) })
      case .foreign:
        try put(try reseal(bytes, household) { $0.replaceSubrange(68..<72, with: [1, 2, 3, 4]) })
      case .changed: try put(try reseal(bytes, household, isSigned: true) { $0[8_192] ^= 1 })
      case .exposed: chmod(file, 0o644)
      case .anothers: chown(file, 65534, 65534)
      case .link:
        rename(file, file + "-moved")
        symlink(file + "-moved", file)
      case .folder:
        unlink(file)
        mkdir(file, 0o700)
      }
    }

    /// Seals other content for Mei, as anybody can who knows her recipient.
    private func reseal(
      _ bytes: Data, _ household: Household, isSigned: Bool = false,
      _ change: (inout [UInt8]) -> Void
    ) throws -> Data {
      let keys = try #require(try household.keys(of: "Mei"))
      var plain = try Age.open(Array(bytes), with: keys)
      if !isSigned {
        // As it was once: no origin before the mark and the length.
        let origin = (plain.count - 152)..<(plain.count - 16)
        plain.replaceSubrange(origin, with: repeatElement(0, count: 136))
        plain[plain.count - 10] = UInt8(ascii: "1")
      }
      change(&plain)
      let recipient = try #require(AgeRecipient(keys.recipient) as AgeRecipient?)
      return Data(try Age.seal(plain, to: [recipient]))
    }
  }

  private static func household() async throws -> Household {
    let household = try await Household.begun()
    _ = try await household.need(word, by: "Mei")
    _ = try await household.need("Lin's", by: "Lin")
    return household
  }

  @Test(arguments: Damage.allCases)
  func `a vault that is not as it should be is told in one sentence, and left as it is`(
    damage: Damage
  ) async throws {
    guard damage != .anothers || geteuid() == 0 else { return }
    let household = try await Self.household()
    let file = try household.vaultFile(of: "Mei")
    try damage.happen(to: file, in: household)
    let before = try Tree(of: household.store)
    let (status, code) = damage.refusal
    for (words, text) in [
      (["need", "list"], ""), (["reflect", "add"], Self.word), (["steady", "edit"], Self.word),
      (["trend", "add"], "6 5 7"),
    ] {
      try await household.refuses(
        words + ["--as", "Mei"], saying: Array(text.utf8), status, code, never: Self.word)
    }
    #expect(try Tree(of: household.store) == before)
    // What both can read, and what is the other's, is as it was.
    try await household.succeeds(["need", "list", "--shared", "--as", "Mei"])
    #expect(try await household.needs(of: "Lin").needs.map(\.text) == ["Lin's"])
    try await household.succeeds(Household.proposal("later", by: "Mei"))
  }

  @Test func `every private command tells of damage, and steady what is shared besides`()
    async throws
  {
    let household = try await Self.household()
    let id = try #require(try await household.needs(of: "Mei").needs.first).id
    try await household.succeeds([
      "propose", "reassurance", "busy", "--when", "late", "--phrase", "I am here", "--as", "Lin",
    ])
    try await household.succeeds(["accept", "--as", "Mei", "--yes"])
    try Damage.flippedBit.happen(to: household.vaultFile(of: "Mei"), in: household)
    let before = try Tree(of: household.store)
    for command in LockedSideTests.commands
    where !command.contains("unshare") && !command.contains("heard") {
      let words = command.map { ["ID": id, "NOTE": "000"][$0] ?? $0 } + ["--as", "Mei"]
      try await household.refuses(
        words, saying: Array("6 5 7".utf8), 65, "damaged-vault", never: Self.word)
    }
    let steady = try await household.program.run(["steady", "--as", "Mei"])
    #expect(steady.status == 65 && steady.output == "words\tlate\tI am here\n", "\(steady)")
    #expect(try Tree(of: household.store) == before)
  }

  @Test func `an earlier vault takes the place of a damaged one`() async throws {
    let household = try await Self.household()
    let backup = household.sandbox.path("backup")
    try await household.succeeds(["backup", backup])
    try Damage.text.happen(to: household.vaultFile(of: "Mei"), in: household)
    try await household.refuses(["need", "list", "--as", "Mei"], 65, "damaged-vault")
    try await household.succeeds(["restore", backup, "--yes"])
    #expect(try await household.needs(of: "Mei").needs.map(\.text) == [Self.word])
  }
}

/// Names, modes and bytes of everything in a folder; what a link points to is its own.
private struct Tree: Equatable {
  private var entries: [String: [String]] = [:]

  init(of folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      var info = stat()
      lstat(path, &info)
      let bytes = FileManager.default.contents(atPath: path)?.base64EncodedString() ?? ""
      entries[name] = [String(info.st_mode), String(info.st_mtim.tv_nsec), bytes]
    }
  }
}

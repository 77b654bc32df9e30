import Agreements
import Crypto
import Files
import Fixtures
import Foundation
import Sealing
import SystemPackage
import Testing
import Vault

/// One partner's vault, in a folder with nothing else.
struct Room {
  let temporary: TemporaryFolder
  let keys = DeviceKeys.generate()
  let couple = Couple.ID("00112233445566778899aabbccddeeff")
  let partner = Partner.ID("0123456789abcdef0123456789abcdef")
  var folder: Folder { temporary.folder }
  var file: FilePath { folder.path.appending("\(partner.text).vault") }

  init() throws {
    temporary = try TemporaryFolder()
  }

  /// Whose room it is, with their keys or others.
  func owner(
    _ keys: DeviceKeys? = nil, earlier: [DeviceKeys] = [],
    remembering recollection: Vault.Recollection = .none
  ) -> Vault.Owner {
    Vault.Owner(
      couple: couple, partner: partner, keys: keys ?? self.keys, earlier: earlier,
      recollection: recollection)
  }

  func read(as owner: Vault.Owner? = nil) throws -> Vault {
    try Vault.read(in: folder, as: owner ?? self.owner())
  }

  func change<Result>(
    as owner: Vault.Owner? = nil, kept: (VaultMark) throws -> Void = { _ in },
    _ body: (Vault.Pen) throws -> Result
  ) throws -> Result {
    try Vault.change(in: folder, as: owner ?? self.owner(), kept: kept, body)
  }

  /// All that the file holds for its owner.
  func contents() throws -> Contents { try Contents(read()) }

  // MARK: Bytes

  func sealed() throws -> [UInt8] { try PrivateFile.read(file, atMost: 1 << 27) }

  /// What `age -d` would give.
  func plain() throws -> [UInt8] { try Age.open(sealed(), with: keys) }

  func seal(_ plain: [UInt8], for keys: DeviceKeys? = nil) throws {
    let recipient = AgeRecipient((keys ?? self.keys).recipient)
    try PrivateFile.write(Age.seal(plain, to: [recipient].compactMap { $0 }), to: file)
  }

  /// The SQLite image alone, found by what its own header says of it.
  func image() throws -> [UInt8] {
    let plain = try plain()
    // <https://sqlite.org/fileformat2.html>: the size of a page and their number.
    let page = Int(plain[16]) << 8 | Int(plain[17])
    let count = plain[28..<32].reduce(0) { $0 << 8 | Int($1) }
    return Array(plain[..<(page * count)])
  }

  /// An image as it is sealed, written from the description and not from the program.
  func framed(
    _ image: [UInt8], counter: Int64 = 1, by keys: DeviceKeys? = nil, couple: Couple.ID? = nil,
    partner: Partner.ID? = nil
  ) throws -> [UInt8] {
    let ids = try Self.bytes((couple ?? self.couple).text + (partner ?? self.partner).text)
    let key = try (keys ?? self.keys).withSigningSeed {
      try Curve25519.Signing.PrivateKey(rawRepresentation: $0)
    }
    let statement =
      Array("accord/1 vault\n".utf8) + ids + Self.bytes(counter) + Self.bytes(Int64(image.count))
      + Array(SHA256.hash(data: image))
    let origin =
      ids + Self.bytes(counter) + Array(key.publicKey.rawRepresentation)
      + Array(try key.signature(for: statement))
    return Self.filled(image, before: origin + Array("vault 2\n".utf8))
  }

  /// The same as it was sealed once, without a signature.
  static func unsigned(_ image: [UInt8]) -> [UInt8] {
    filled(image, before: Array("vault 1\n".utf8))
  }

  private static func filled(_ image: [UInt8], before end: [UInt8]) -> [UInt8] {
    var size = 65_536
    while size < image.count + end.count + 8 { size *= 2 }
    let zeros = [UInt8](repeating: 0, count: size - image.count - end.count - 8)
    return image + zeros + end + bytes(Int64(image.count))
  }

  private static func bytes(_ number: Int64) -> [UInt8] {
    (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  static func bytes(_ digits: String) throws -> [UInt8] {
    let digits = Array(digits)
    return try stride(from: 0, to: digits.count, by: 2).map {
      try #require(UInt8(String(digits[$0..<($0 + 2)]), radix: 16))
    }
  }

  /// Whether any file of the folder, or the opened vault, holds these bytes.
  func holds(_ text: String) throws -> Bool {
    let wanted = Data(text.utf8)
    var places = try folder.entries().map { Data(try PrivateFile.read(path($0), atMost: 1 << 27)) }
    if try folder.entries().contains(file.lastComponent?.string ?? "") {
      places.append(Data(try plain()))
    }
    return places.contains { $0.range(of: wanted) != nil }
  }

  private func path(_ name: String) -> FilePath { folder.path.appending(name) }
}

/// All that a vault keeps, as a value.
struct Contents: Equatable {
  var needs: [KeptNeed] = []
  var reflections: [KeptReflection] = []
  var ratings: [KeptRating] = []
  var footing = Footing()
  var showsHints = true

  init() {}

  init(_ vault: Vault) throws {
    needs = try vault.needs()
    reflections = try vault.reflections()
    ratings = try vault.ratings()
    footing = try vault.footing()
    showsHints = try vault.showsHints
  }
}

extension Instant {
  static func on(day: Int) -> Instant { Instant(seconds: 1_790_000_000 + Int64(day) * Self.day) }
}

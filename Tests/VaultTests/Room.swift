import Agreements
import Files
import Fixtures
import Foundation
import Sealing
import SystemPackage
import Vault

/// One partner's vault, in a folder with nothing else.
struct Room {
  let temporary: TemporaryFolder
  let keys = DeviceKeys.generate()
  let partner = Partner.ID("0123456789abcdef0123456789abcdef")
  var folder: Folder { temporary.folder }
  var file: FilePath { folder.path.appending("\(partner.text).vault") }

  init() throws {
    temporary = try TemporaryFolder()
  }

  func read() throws -> Vault {
    try Vault.read(in: folder, of: partner, with: keys)
  }

  func change<Result>(_ body: (Vault.Pen) throws -> Result) throws -> Result {
    try Vault.change(in: folder, of: partner, with: keys, body)
  }

  /// All that the file holds for its owner.
  func contents() throws -> Contents { try Contents(read()) }

  // MARK: Bytes

  func sealed() throws -> [UInt8] { try PrivateFile.read(file, atMost: 1 << 27) }

  /// What `age -d` would give.
  func plain() throws -> [UInt8] { try Age.open(sealed(), with: keys) }

  func seal(_ plain: [UInt8]) throws {
    let recipient = AgeRecipient(keys.recipient)
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
  static func framed(_ image: [UInt8]) -> [UInt8] {
    var size = 65_536
    while size < image.count + 16 { size *= 2 }
    let length = (0..<8).reversed().map { UInt8(image.count >> ($0 * 8) & 255) }
    return image + [UInt8](repeating: 0, count: size - 16 - image.count) + Array("vault 1\n".utf8)
      + length
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

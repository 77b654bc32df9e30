import Agreements
import Files
import Fixtures
import Foundation
import Migrations
import SQLite
import Sealing
import SystemPackage
import Testing
import Vault

/// A vault that is not what it should be is refused, and stays as it is.
struct RefusalTests {
  let room: Room

  init() throws {
    room = try Room()
    _ = try room.change { try $0.add(Samples.need("mine"), at: .on(day: 0)) }
  }

  /// The refusal of reading and of changing, which must agree, and must change nothing.
  private func refusal() throws -> VaultError? {
    let before = try? room.sealed()
    var refusals: [VaultError?] = []
    for act in [{ _ = try room.read() }, { try room.change { try $0.showHints(false) } }] {
      do {
        try act()
        refusals.append(nil)
      } catch let error as VaultError {
        refusals.append(error)
      }
    }
    try #require(refusals[0] == refusals[1])
    if refusals[0] != nil { #expect(try before == room.sealed()) }
    #expect(try room.folder.entries().filter { $0.hasPrefix(".") } == [])
    return refusals[0]
  }

  // MARK: The file

  @Test(arguments: [0o640, 0o604, 0o660, 0o610, 0o601, 0o666] as [mode_t])
  func `a vault others have a permission for is refused`(mode: mode_t) throws {
    #expect(chmod(room.file.string, mode) == 0)
    #expect(try refusal() == .exposed(.openToOthers))
    #expect(chmod(room.file.string, 0o400) == 0)
    #expect(try refusal() == nil)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
  func `a vault of another user is refused`() throws {
    #expect(chown(room.file.string, 65534, 65534) == 0)
    #expect(try refusal() == .exposed(.ownedByAnother))
  }

  enum Stranger: CaseIterable { case link, danglingLink, folder, pipe }

  @Test(arguments: Stranger.allCases)
  func `what is no file by the name of a vault is refused`(stranger: Stranger) throws {
    let moved = room.file.string + ".moved"
    #expect(rename(room.file.string, moved) == 0)
    switch stranger {
    case .link: #expect(symlink(moved, room.file.string) == 0)
    case .danglingLink: #expect(symlink("nowhere", room.file.string) == 0)
    case .folder: try Folder(room.file).create()
    case .pipe: #expect(mkfifo(room.file.string, 0o600) == 0)
    }
    for act in [{ _ = try room.read() }, { try room.change { try $0.showHints(false) } }] {
      #expect(throws: VaultError.exposed(.notAFile)) { try act() }
    }
    #expect(try room.folder.entries().count == 2)
  }

  @Test func `a vault that cannot be read is told`() throws {
    #expect(chmod(room.file.string, 0) == 0)
    // Anybody may enter the folder.
    #expect(chmod(room.folder.path.string, 0o755) == 0)
    try withoutPrivileges {
      #expect(throws: VaultError.unreadable(FileError(.open, .permissionDenied))) {
        try room.read()
      }
    }
  }

  @Test func `a file larger than any vault is refused unread`() throws {
    let file = try FileDescriptor.open(room.file, .writeOnly)
    defer { try? file.close() }
    // Another test holds the whole process to smaller files for a moment.
    while ftruncate(file.rawValue, 64 << 20 + 65_537) != 0, errno == EFBIG { usleep(1_000) }
    #expect(throws: VaultError.tooLarge) { try room.read() }
  }

  // MARK: The seal

  @Test func `other keys open nothing`() throws {
    let before = try room.sealed()
    let other = room.owner(DeviceKeys.generate(), earlier: [DeviceKeys.generate()])
    #expect(throws: VaultError.otherKeys) { try room.read(as: other) }
    #expect(throws: VaultError.otherKeys) { try room.change(as: other) { try $0.showHints(false) } }
    #expect(try room.sealed() == before)
  }

  @Test func `a flipped bit anywhere is refused`() throws {
    let sealed = try room.sealed()
    // All of the header and of the first and last bytes sealed, and some of what lies between.
    var generator = Seed.generator
    let places =
      Array(0..<232) + Array((sealed.count - 40)..<sealed.count)
      + (0..<100).map { _ in Int.random(in: 232..<sealed.count, using: &generator) }
    for place in places {
      var changed = sealed
      changed[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      try PrivateFile.write(changed, to: room.file)
      let error = #expect(throws: VaultError.self) { try room.read() }
      #expect(error == .damaged || error == .otherKeys, "byte \(place), \(Seed.replay)")
    }
    try PrivateFile.write(
      [UInt8](sealed.dropLast()) + [sealed[sealed.count - 1] ^ 1], to: room.file)
    #expect(try refusal() == .damaged)
  }

  @Test(arguments: [0, 1, 20, 100, 199, 200, 216, 1_000, 65_000, 65_536])
  func `a part of a vault is refused`(count: Int) throws {
    try PrivateFile.write(Array(room.sealed().prefix(count)), to: room.file)
    #expect(try refusal() == .damaged)
  }

  @Test func `a vault with something after it is refused`() throws {
    let sealed = try room.sealed()
    for tail in [[0], [10], sealed] {
      try PrivateFile.write(sealed + tail, to: room.file)
      #expect(try refusal() == .damaged)
    }
  }

  // MARK: What is sealed

  @Test(arguments: [0, 1, 15, 16, 4_096, 65_536, 70_000])
  func `what is sealed for these keys and is no vault is refused`(count: Int) throws {
    try room.seal([UInt8](repeating: 7, count: count))
    #expect(try refusal() == .foreign)
  }

  @Test func `a frame of any other form is refused`() throws {
    let plain = try room.plain()
    let end = plain.count
    func changed(_ place: Int, to byte: UInt8) -> [UInt8] {
      var bytes = plain
      bytes[place] = byte
      return bytes
    }
    let zeros = [UInt8](repeating: 0, count: 65_536)
    let frames = [
      changed(end - 153, to: 1),  // not filled with zeros
      changed(end - 8, to: 0xff),  // longer than can be
      changed(end - 120, to: 0xff), changed(end - 119, to: 0x40),  // a counter that cannot be
      Array(plain.dropLast(152)) + zeros + Array(plain.suffix(152)),  // larger than need be
      Array(plain.dropLast(153)) + Array(plain.suffix(152)),
      Array(plain.dropLast(152)) + Array(plain.suffix(16)),  // without an origin
    ]
    for frame in frames {
      try room.seal(frame)
      #expect(try refusal() == .damaged)
    }
    // Another length is another image, which nobody signed.
    for place in [end - 1, end - 2] {
      try room.seal(changed(place, to: plain[place] ^ 1))
      #expect(try refusal() == .otherWriter)
    }
    try room.seal(room.framed([]))
    #expect(try refusal() == .foreign)
    try room.seal(changed(end - 16, to: UInt8(ascii: "V")))
    #expect(try refusal() == .foreign)
  }

  @Test func `a frame without an origin is read as strictly`() throws {
    let plain = Room.unsigned(try room.image())
    let end = plain.count
    try room.seal(plain)
    #expect(try room.read().needs().count == 1)
    for (place, byte) in [(17, 1), (1, plain[end - 1] ^ 1), (8, 0xff), (2, 0)] as [(Int, UInt8)] {
      var changed = plain
      changed[end - place] = byte
      try room.seal(changed)
      #expect(try refusal() == .damaged, "\(place) from the end")
    }
  }

  /// Changes the image with SQL, as a program of somebody else's might, and seals it again.
  private func rewrite(_ script: String) throws {
    let database = try Database.deserialize(room.image())
    try database.script(script)
    try room.seal(room.framed(database.serialize()))
  }

  @Test func `a vault changed from outside by the rules is taken`() throws {
    try rewrite("UPDATE need SET text = 'from outside'")
    #expect(try room.read().needs().map(\.need.text.text) == ["from outside"])
    #expect(try refusal() == nil)
  }

  @Test func `a vault of a newer Accord is refused`() throws {
    try rewrite("PRAGMA user_version = \(Schema.vault.count + 1)")
    #expect(try refusal() == .newer)
  }

  @Test(arguments: [
    "PRAGMA application_id = 0", "PRAGMA application_id = \(Schema.applicationID)",
    "PRAGMA user_version = 0", "PRAGMA user_version = -1",
  ])
  func `a database of another program is refused`(script: String) throws {
    try rewrite(script)
    #expect(try refusal() == .foreign)
  }

  @Test(arguments: [
    "CREATE TABLE more (one)", "DROP TABLE setting", "CREATE INDEX more ON need (text)",
    "CREATE VIEW more AS SELECT text FROM need",
    """
    CREATE TRIGGER more AFTER DELETE ON need
    BEGIN INSERT INTO reflection (id, at, felt) VALUES (old.id, 0, old.text); END
    """,
    "DROP TABLE setting; CREATE TABLE setting (name, is_on)",
    // Rows that the tables would not have taken.
    "PRAGMA ignore_check_constraints = ON; UPDATE need SET category = 'nothing'",
    "PRAGMA ignore_check_constraints = ON; INSERT INTO rating VALUES (1, 11, 0, 0)",
  ])
  func `an image with tables or rows that a vault has not is refused`(script: String) throws {
    try rewrite(script)
    #expect(try refusal() == .damaged)
  }

  @Test func `a schema that calls what nobody knows is refused as damaged`() throws {
    try rewrite(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, 'CREATE TABLE setting (',
        'CREATE TABLE setting (nobody ANY AS (nobody_knows(1)), ') WHERE name = 'setting';
      """)
    #expect(try refusal() == .damaged)
  }

  @Test func `a row that no value stands for is an error, never left out`() throws {
    let long = String(repeating: "a", count: 2_001)
    for script in [
      "UPDATE need SET text = '\(long)'", "UPDATE need SET text = '  '",
      "UPDATE need SET trigger = '\(long.prefix(201))'",
    ] {
      try rewrite(script)
      let vault = try room.read()
      #expect(throws: VaultError.damaged) { try vault.needs() }
    }
    try rewrite("INSERT INTO rating VALUES (9999999999, 1, 1, 1)")
    #expect(throws: VaultError.damaged) { try room.read().ratings() }
  }

  @Test func `an image that asks for a write-ahead log is refused`() throws {
    var image = try room.image()
    image.replaceSubrange(18..<20, with: [2, 2])
    try room.seal(room.framed(image))
    #expect(try refusal() == .damaged)
  }

  @Test func `a page that was overwritten is refused`() throws {
    let image = try room.image()
    for start in stride(from: 4_096, to: image.count, by: 4_096) {
      var changed = image
      changed.replaceSubrange(start..<(start + 4_096), with: repeatElement(0x5a, count: 4_096))
      try room.seal(room.framed(changed))
      #expect(try refusal() == .damaged)
    }
  }
}

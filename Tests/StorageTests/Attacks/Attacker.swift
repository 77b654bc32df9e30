import Agreements
import Files
import Fixtures
import SQLite
import Storage
import SystemPackage

@testable import Journal

/// Somebody who can write every file of a store, and signs with whatever key they have.
///
/// Each step opens the database anew, past everything that guards it, and leaves a schema that is
/// ours to the letter. A store that is open keeps its connection; `Household.reopen` is the next
/// command.
struct Attacker {
  let file: FilePath
  let couple: Couple.ID

  init(_ home: Household) {
    self.init(home.store, in: home.folder)
  }

  init(_ store: Store, in folder: Folder) {
    file = folder.path.appending("accord.db")
    couple = store.couple
  }

  /// A plain connection to the file.
  func raw<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let database = try Database(path: file.string, access: .readWrite)
    defer { database.close() }
    return try body(database)
  }

  static func key(_ byte: UInt8) throws -> SigningKey {
    try SigningKey(seed: [UInt8](repeating: byte, count: 32))
  }
}

// MARK: - Signed entries

extension Attacker {
  /// Where an entry claims to stand; what is nil is what an honest program would write.
  struct Claim {
    var sequence: Int64?
    var previous: Entry.ID?
    var tick: Int64?
    var seen: [Device.ID: Head]?
    /// Of another couple.
    var couple: Couple.ID?
    /// Whether the table of feeds is to know of it.
    var tellsFeed = true
  }

  /// Signs an act, and puts it into the journal.
  @discardableResult
  func append(
    _ act: Act, with key: SigningKey, at: Instant = Household.start, _ claim: Claim = Claim()
  ) throws -> Entry.ID {
    try append(
      body: Body(at: at, act: act).json.bytes, isErasable: act.isErasable, with: key, claim)
  }

  /// The same of bytes that need not say anything.
  @discardableResult
  func append(
    body: [UInt8], isErasable: Bool, with key: SigningKey, _ claim: Claim = Claim()
  ) throws -> Entry.ID {
    let salt = [UInt8](repeating: 7, count: 16)
    let written = try write(body: body, isErasable: isErasable, salt: salt, with: key, claim)
    try raw { database in
      try insert(written, (salt, body), in: database)
      if claim.tellsFeed { try tellFeed(of: written, in: database) }
    }
    return written.id
  }

  /// Signs without keeping anything.
  func write(
    body: [UInt8], isErasable: Bool, salt: [UInt8], with key: SigningKey, _ claim: Claim
  ) throws -> Signed {
    let device = key.verifying.device
    let known = try headers()
    let last = known.filter { $0.device == device }.max { $0.sequence < $1.sequence }
    let sequence = claim.sequence ?? (last?.sequence ?? 0) &+ 1
    let nothing = Entry.ID(String(repeating: "0", count: 64))
    let header = Header(
      couple: claim.couple ?? couple, device: device, sequence: sequence,
      previous: claim.previous ?? (sequence == 1 ? nil : last?.id ?? nothing),
      seen: claim.seen ?? [:],
      tick: claim.tick ?? (known.map(\.tick).filter { $0 < 1 << 40 }.max() ?? 0) + 1,
      bodyHash: Hex.text(Digest.sha256(salt, body)), isErasable: isErasable)
    let bytes = header.json.bytes
    return Signed(
      device: device, sequence: sequence, tick: header.tick,
      id: Entry.ID(Hex.text(Digest.sha256(Entry.idContext, bytes))), header: bytes,
      signature: try key.sign(Entry.signatureContext + bytes))
  }

  /// The signed part of an entry, as its row holds it.
  struct Signed {
    let device: Device.ID
    let sequence: Int64
    let tick: Int64
    let id: Entry.ID
    let header: [UInt8]
    let signature: [UInt8]
  }

  struct Known {
    let device: Device.ID
    let sequence: Int64
    let tick: Int64
    let id: Entry.ID
  }

  func headers() throws -> [Known] {
    try raw { database in
      try database.all("SELECT device, seq, tick, id FROM entry") { row in
        Known(
          device: Device.ID(try row.value(0)), sequence: try row.value(1), tick: try row.value(2),
          id: Entry.ID(try row.value(3)))
      }
    }
  }

  func insert(
    _ entry: Signed, _ content: (salt: [UInt8], body: [UInt8])?, number: Int64? = nil,
    in database: Database
  ) throws {
    let number: Int64? = try database.first(
      """
      INSERT INTO entry (number, device, seq, tick, id, header, signature)
      VALUES (\(nullable: number), \(entry.device.text), \(entry.sequence), \(entry.tick),
        \(entry.id.text), \(entry.header), \(entry.signature))
      RETURNING number
      """
    ) { try $0.value(0) }
    guard let content, let number else { return }
    try database.run(
      "INSERT INTO body (entry, salt, body) VALUES (\(number), \(content.salt), \(content.body))")
  }

  private func tellFeed(of entry: Signed, in database: Database) throws {
    try database.run(
      """
      UPDATE feed SET head_seq = \(entry.sequence), head_id = \(entry.id.text),
        head_tick = \(entry.tick) WHERE device = \(entry.device.text)
      """)
  }
}

// MARK: - Devices

extension Attacker {
  /// Begins a feed that says whose it is, with a row beside it, as nobody but an attacker would.
  @discardableResult
  func join(
    _ key: SigningKey, as partner: Partner, recipient: String = "age1forged", salt: String? = nil,
    _ claim: Claim = Claim(sequence: 1)
  ) throws -> Entry.ID {
    let member = Membership(
      partner: partner, signingKey: Hex.text(key.verifying.bytes), recipient: recipient, salt: salt)
    let id = try append(.join(member), with: key, claim)
    try raw { database in
      try database.run(
        """
        INSERT OR REPLACE INTO feed
          (device, partner, signing_key, recipient, head_seq, head_id, head_tick)
        SELECT device, \(partner.id.text), \(key.verifying.bytes), \(recipient), seq, id, tick
        FROM entry WHERE id = \(id.text)
        """)
    }
    return id
  }

  /// Lays a key file beside the store, as if its owner acted here.
  static func layKey(of writer: Writer, in home: Household) throws {
    try PrivateFile.createNew(
      [1], at: home.folder.path.appending("\(writer.key.verifying.device.text).key"))
  }
}

// MARK: - Rows

extension Attacker {
  /// Changes rows that our triggers guard, and makes the same triggers again.
  func edit(_ statements: SQL...) throws {
    try raw { database in
      try database.run("PRAGMA ignore_check_constraints = ON")
      try database.transaction(.immediate) {
        try database.unguarded { for statement in statements { try database.run(statement) } }
      }
    }
  }

  /// Any statements, as `sqlite3` runs them.
  func script(_ text: String) throws {
    try raw { try $0.script(text) }
  }

  /// Takes an entry out, with its content.
  func remove(_ id: Entry.ID) throws {
    try edit(
      "DELETE FROM body WHERE entry = (SELECT number FROM entry WHERE id = \(id.text))",
      "DELETE FROM entry WHERE id = \(id.text)")
  }

  /// Takes out the content of an entry alone.
  func empty(_ id: Entry.ID) throws {
    try edit("DELETE FROM body WHERE entry = (SELECT number FROM entry WHERE id = \(id.text))")
  }

  /// Cuts the last entries off a feed, and has the table of feeds say nothing of it.
  func cut(_ count: Int, of device: Device.ID) throws {
    for id in try entries(of: device).suffix(count) { try remove(id) }
    try edit(
      """
      UPDATE feed SET (head_seq, head_id, head_tick) =
        (SELECT seq, id, tick FROM entry WHERE device = \(device.text) ORDER BY seq DESC LIMIT 1)
      WHERE device = \(device.text)
      """)
  }

  /// Signs an act for the place of an entry that is there, and puts it in its row.
  @discardableResult
  func replace(_ place: Int64, of key: SigningKey, by act: Act) throws -> Entry.ID {
    let ids = try entries(of: key.verifying.device)
    let body = Body(at: Household.start, act: act).json.bytes
    let salt = [UInt8](repeating: 7, count: 16)
    let (tick, number) = try raw { database in
      try database.first("SELECT tick, number FROM entry WHERE id = \(ids[Int(place - 1)].text)") {
        (try $0.value(0, as: Int64.self), try $0.value(1, as: Int64.self))
      }
    }.orThrown
    let written = try write(
      body: body, isErasable: act.isErasable, salt: salt, with: key,
      Claim(sequence: place, previous: place > 1 ? ids[Int(place - 2)] : nil, tick: tick))
    try remove(ids[Int(place - 1)])
    try raw { try insert(written, (salt, body), number: number, in: $0) }
    return written.id
  }

  /// The ids of a feed, first to last.
  func entries(of device: Device.ID) throws -> [Entry.ID] {
    try raw { database in
      try database.all("SELECT id FROM entry WHERE device = \(device.text) ORDER BY seq, number") {
        Entry.ID(try $0.value(0))
      }
    }
  }

  /// The entry in which a partner's key said something, the last one there is.
  func last(_ kind: String, of device: Device.ID) throws -> Entry.ID? {
    try raw { database in
      try database.first(
        """
        SELECT id FROM entry JOIN body ON body.entry = number WHERE device = \(device.text)
          AND instr(body, CAST(\("\"kind\":\"\(kind)\"") AS BLOB)) > 0
        ORDER BY seq DESC LIMIT 1
        """
      ) { Entry.ID(try $0.value(0)) }
    }
  }

  /// Puts the row of an agreement as its table would have it were it in force, with this text.
  func claimInForce(_ id: Agreement.ID, _ revision: Revision.ID? = nil) throws {
    try edit(
      """
      UPDATE agreement SET status = 'active', status_until = NULL, status_then = 'active',
        answer_until = NULL, revision = coalesce(\(nullable: revision?.text), revision),
        kind = coalesce(kind, 'cool-down'), title = coalesce(title, 'Claimed'),
        promise = coalesce(promise, 'both')
      WHERE id = \(id.text)
      """)
  }
}

// MARK: - Whole files

extension Attacker {
  func copy() throws -> [UInt8] { try PrivateFile.read(file, atMost: 1 << 30) }

  /// Puts an earlier copy of the file back.
  func putBack(_ bytes: [UInt8]) throws { try PrivateFile.write(bytes, to: file) }
}

extension Optional {
  /// What is there, or an error: for what a test has made itself.
  fileprivate var orThrown: Wrapped {
    get throws {
      guard let self else { throw StoreError.damaged }
      return self
    }
  }
}

import Agreements
import Fixtures
import Journal
import SQLite

@testable import Storage

/// Random things that somebody does who has Anna's key and every file.
struct RandomEdits {
  let attacker: Attacker
  let anna: Writer
  let bo: Partner
  let known: Known
  private var generator: SplitMix64
  /// The whole file, as it was at some moments before.
  private var copies: [[UInt8]] = []

  /// What an attacker reads in the honest store before anything is changed.
  struct Known {
    let agreements: [Agreement.ID]
    let revisions: [Revision.ID]
    let wordings: [Wording]
    let devices: [Device.ID]
  }

  init(_ attacker: Attacker, _ store: Store, anna: Writer, seed: UInt64) throws {
    self.attacker = attacker
    self.anna = anna
    bo = store.pair.other(than: anna.partner.id)
    generator = SplitMix64(seed: seed ^ 0xa77a)
    let agreements = try store.everything().compactMap { try store.agreement($0.id) }
    known = Known(
      agreements: agreements.map(\.id), revisions: agreements.flatMap(\.revisions.keys).sorted(),
      wordings: agreements.flatMap { $0.history.compactMap(\.wording) },
      devices: try store.devices().keys.sorted())
    copies.append(try attacker.copy())
  }

  private mutating func number(_ range: Range<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func pick<T>(_ all: [T]) -> T? { all.randomElement(using: &generator) }

  /// Does one of them; says what, for a failure to name.
  mutating func edit() throws -> String {
    if number(0..<6) == 0 { copies.append(try attacker.copy()) }
    do { return try change() } catch let error as SQLiteError {
      // A file in which the same was done before.
      guard [.constraint, .mismatch].contains(error.code.primary) else { throw error }
      return "what does not fit"
    }
  }

  private mutating func change() throws -> String {
    switch number(0..<20) {
    case 0...5: return try sign()
    case 6: return try begin()
    case 7, 8: return try claim()
    case 9...11: return try setColumn()
    case 12, 13: return try flip()
    case 14: return try swapBodies()
    case 15: return try copyRow()
    case 16, 17: return try delete()
    case 18: return try cut()
    default:
      guard let copy = pick(copies) else { return "nothing" }
      try attacker.putBack(copy)
      return "rolled back"
    }
  }
}

// MARK: - What is signed

extension RandomEdits {
  private mutating func act() throws -> Act? {
    guard let on = pick(known.agreements), let revision = pick(known.revisions) else { return nil }
    let other = pick(known.revisions) ?? revision
    let wording = pick(known.wordings)
    switch number(0..<14) {
    case 0...3: return .accept(on: on, revision: revision, refuses: [], isLate: number(0..<2) == 0)
    case 4, 5:
      let parents = number(0..<2) == 0 ? [] : [other]
      return .propose(
        on: on,
        Proposal(
          revision: revision, after: nil, parents: parents, step: parents.isEmpty ? .new : .amend,
          lapsesAt: .last, refuses: number(0..<3) == 0 ? [other] : []))
    case 6: return wording.map { .word(on: on, revision: revision, $0) }
    case 7:
      // A text of her own making under a name that fits it.
      guard let wording else { return nil }
      let name = Naming.revision(
        of: attacker.couple, on: on, parents: [revision], wording: wording)
      return .word(on: on, revision: name, wording)
    case 8: return .withdraw(on: on, revisions: [revision])
    case 9: return .forget(on: on, Forgetting(scope: .all, refuses: [revision]))
    case 10:
      return .forget(on: on, Forgetting(scope: .own, refuses: []))
    case 11: return pick(known.devices).map { .admit(Admission(device: $0, key: anna.key)) }
    case 12:
      return pick(known.devices).map {
        .retire(
          Retirement(device: $0, lastSequence: 1, lastEntry: String(repeating: "0", count: 64)))
      }
    default:
      return .moment(
        .pause(
          Pause.ID(String(repeating: "7", count: 26)), until: .last, heldSince: Household.start))
    }
  }

  private mutating func sign() throws -> String {
    guard let act = try act() else { return "nothing" }
    var claim = Attacker.Claim(tellsFeed: number(0..<2) == 0)
    if number(0..<3) == 0 { claim.sequence = Int64(number(2..<20)) }
    switch number(0..<6) {
    case 0: claim.tick = Int64(number(1..<200))
    case 1: claim.tick = 1 << 53 - 1
    case 2: claim.tick = Header.mostTickJump
    default: break
    }
    let at = Household.day(Double(number(-20..<60)))
    try attacker.append(act, with: anna.key, at: at, claim)
    return "signed \(act)"
  }

  /// Begins a feed in somebody's name, and says yes with it.
  private mutating func begin() throws -> String {
    let key = try Attacker.key(UInt8(number(0x80..<0xf0)))
    let partner = number(0..<4) == 0 ? anna.partner : bo
    if number(0..<2) == 0 {
      try attacker.append(.admit(Admission(key.verifying, "age1forged")), with: anna.key)
    }
    let anna = anna.key.verifying.device
    let first = try attacker.entries(of: anna).first
    let isOnly = number(0..<2) == 0
    try attacker.edit("DELETE FROM feed WHERE device = \(key.verifying.device.text)")
    try attacker.join(
      key, as: partner,
      Attacker.Claim(
        sequence: 1, tick: Int64(number(1..<50)),
        seen: isOnly ? first.map { [anna: Head(sequence: 1, id: $0)] } : nil))
    guard let on = pick(known.agreements), let revision = pick(known.revisions) else { return "" }
    try attacker.append(.accept(on: on, revision: revision, refuses: []), with: key)
    return "a feed as \(partner.id)"
  }
}

// MARK: - What is only edited

extension RandomEdits {
  private mutating func claim() throws -> String {
    guard let id = pick(known.agreements) else { return "nothing" }
    let revision = number(0..<2) == 0 ? pick(known.revisions) : nil
    try attacker.claimInForce(id, revision)
    return "claimed \(id)"
  }

  private static let columns: [(table: String, column: String)] = [
    ("agreement", "status"), ("agreement", "status_until"), ("agreement", "status_then"),
    ("agreement", "answer_until"), ("agreement", "review_due"), ("agreement", "first_tick"),
    ("agreement", "kind"), ("agreement", "title"), ("agreement", "promise"),
    ("agreement", "owner"), ("agreement", "revision"), ("agreement", "after"),
    ("agreement", "newer"), ("agreement", "id"), ("feed", "partner"), ("feed", "head_seq"),
    ("feed", "head_id"), ("feed", "head_tick"), ("feed", "recipient"), ("entry", "device"),
    ("entry", "seq"), ("entry", "tick"), ("entry", "id"), ("body", "entry"),
    ("wording", "entry"), ("wording", "agreement"), ("wording", "title"),
    ("couple", "tables_version"), ("couple", "id"),
  ]

  /// One column of one row, or of all, becomes something else that it can hold.
  private mutating func setColumn() throws -> String {
    guard let (table, column) = pick(Self.columns) else { return "nothing" }
    let numbers: [Int64] = [0, 1, -1, 2, 9, 1 << 53, .max, .min, 99_999_999_999]
    let texts =
      [
        "active", "contested", "ended", "both", "cool-down", "x", "", anna.partner.id.text,
        bo.id.text,
      ]
      + known.revisions.map(\.text) + known.devices.map(\.text)
    let values: [Value] = [
      .integer(pick(numbers) ?? 0), .text(pick(texts) ?? ""), .null,
    ]
    let value = pick(values) ?? .null
    let all = number(0..<4) == 0
    let place = number(0..<400)
    let condition: SQL =
      all
      ? "1"
      : """
      \(identifier: column) = (SELECT \(identifier: column) FROM \(identifier: table)
        ORDER BY 1 LIMIT 1 OFFSET \(place) % (SELECT max(count(*), 1) FROM \(identifier: table)))
      """
    try attacker.edit(
      """
      UPDATE OR REPLACE \(identifier: table) SET \(identifier: column) = \(value)
      WHERE \(sql: condition)
      """)
    return "\(table).\(column) = \(value)\(all ? " everywhere" : "")"
  }

  private mutating func flip() throws -> String {
    let columns = [
      ("entry", "number", "header"), ("entry", "number", "signature"), ("body", "entry", "salt"),
      ("body", "entry", "body"),
    ]
    guard let (table, key, column) = pick(columns), let number = try entry(in: table, key) else {
      return "nothing"
    }
    let whole: [UInt8]? = try attacker.raw {
      try $0.value(
        """
        SELECT \(identifier: column) FROM \(identifier: table) WHERE \(identifier: key) = \(number)
        """)
    }
    guard var bytes = whole, !bytes.isEmpty else { return "nothing" }
    let index = self.number(0..<bytes.count)
    bytes[index] ^= 1 << UInt8(self.number(0..<8))
    try attacker.edit(
      """
      UPDATE \(identifier: table) SET \(identifier: column) = \(bytes)
      WHERE \(identifier: key) = \(number)
      """)
    return "a bit of \(column)"
  }

  private mutating func entry(in table: String = "body", _ key: String = "entry") throws -> Int64? {
    pick(try attacker.raw { try $0.values("SELECT \(identifier: key) FROM \(identifier: table)") })
  }

  private mutating func swapBodies() throws -> String {
    guard let one = try entry(), let other = try entry() else { return "nothing" }
    try attacker.edit(
      "UPDATE body SET entry = -1 WHERE entry = \(one)",
      "UPDATE body SET entry = \(one) WHERE entry = \(other)",
      "UPDATE body SET entry = \(other) WHERE entry = -1")
    return "bodies swapped"
  }

  /// A row once more, under another id; its content too.
  private mutating func copyRow() throws -> String {
    guard let one = try entry() else { return "nothing" }
    let id = String(repeating: "\(number(0..<10))", count: 64)
    let device = pick(known.devices)?.text ?? ""
    try attacker.edit(
      """
      INSERT OR REPLACE INTO entry (number, device, seq, tick, id, header, signature)
      SELECT (SELECT max(number) + 1 FROM entry), \(device), seq, tick, \(id), header, signature
      FROM entry WHERE number = \(one)
      """,
      """
      INSERT OR REPLACE INTO body (entry, salt, body)
      SELECT (SELECT max(number) FROM entry), salt, body FROM body WHERE entry = \(one)
      """)
    return "a row copied"
  }

  private mutating func delete() throws -> String {
    guard let one = try entry() else { return "nothing" }
    switch number(0..<4) {
    case 0: try attacker.edit("DELETE FROM body WHERE entry = \(one)")
    case 1:
      try attacker.edit(
        "DELETE FROM body WHERE entry = \(one)", "DELETE FROM entry WHERE number = \(one)")
    case 2:
      guard let id = pick(known.agreements) else { return "nothing" }
      try attacker.edit("DELETE FROM agreement WHERE id = \(id.text)")
    default:
      guard let device = pick(known.devices) else { return "nothing" }
      try attacker.edit("DELETE FROM feed WHERE device = \(device.text)")
    }
    return "deleted"
  }

  private mutating func cut() throws -> String {
    guard let device = pick(known.devices) else { return "nothing" }
    let count = try attacker.entries(of: device).count
    if count < 2 { return "nothing" }
    try attacker.cut(min(number(1..<4), count - 1), of: device)
    return "a feed cut"
  }
}

extension Admission {
  fileprivate init(device: Device.ID, key: SigningKey) {
    self.init(device: device, signingKey: Hex.text(key.verifying.bytes), recipient: "age1forged")
  }
}

import Agreements
import SQLite

@testable import Journal

// MARK: - Much of it

extension Attacker {
  /// Appends many entries at once, each on the one before.
  ///
  /// - Parameters:
  ///   - isBackwards: whether later ones have lower ticks.
  ///   - first: the tick of the first; nil for the next one.
  func appendMany(
    _ count: Int, with key: SigningKey, isBackwards: Bool = false, isSigned: Bool = true,
    tick first: Int64? = nil, _ act: (Int) throws -> Act
  ) throws {
    let salt = [UInt8](repeating: 7, count: 16)
    let device = key.verifying.device
    let known = try headers()
    var last = known.filter { $0.device == device }.max { $0.sequence < $1.sequence }
    let tick = first ?? known.map(\.tick).max() ?? 0
    try raw { database in
      try database.transaction(.immediate) {
        for number in 0..<count {
          let body = Body(at: Household.start, act: try act(number))
          let sequence = (last?.sequence ?? 0) + 1
          let header = Header(
            couple: couple, device: device, sequence: sequence, previous: last?.id, seen: [:],
            tick: tick + Int64(isBackwards ? count - number : number + 1),
            bodyHash: Hex.text(Digest.sha256(salt, body.json.bytes)),
            isErasable: body.act.isErasable)
          let bytes = header.json.bytes
          let entry = Signed(
            device: device, sequence: sequence, tick: header.tick,
            id: Entry.ID(Hex.text(Digest.sha256(Entry.idContext, bytes))), header: bytes,
            signature: isSigned
              ? try key.sign(Entry.signatureContext + bytes) : [UInt8](repeating: 0, count: 64))
          try insert(entry, (salt, body.json.bytes), in: database)
          last = Known(device: device, sequence: sequence, tick: header.tick, id: entry.id)
        }
      }
    }
  }

  /// First entries of many devices, each with a key of its own.
  func joinMany(
    _ count: Int, as partner: Partner, isSalted: Bool, seen: [Device.ID: Head]
  ) throws {
    let salt = [UInt8](repeating: 7, count: 16)
    try raw { database in
      try database.transaction(.immediate) {
        for number in 0..<count {
          let seed = Array(withUnsafeBytes(of: number.littleEndian) { Array($0) })
          let key = try SigningKey(seed: seed + [UInt8](repeating: 0xee, count: 24))
          let member = Membership(
            partner: partner, signingKey: Hex.text(key.verifying.bytes), recipient: "age1",
            salt: isSalted ? Hex.text(salt) : nil)
          let body = Body(at: Household.start, act: .join(member))
          let header = Header(
            couple: couple, device: key.verifying.device, sequence: 1, previous: nil, seen: seen,
            tick: 2, bodyHash: Hex.text(Digest.sha256(salt, body.json.bytes)), isErasable: false)
          let bytes = header.json.bytes
          let entry = Signed(
            device: header.device, sequence: 1, tick: 2,
            id: Entry.ID(Hex.text(Digest.sha256(Entry.idContext, bytes))), header: bytes,
            signature: try key.sign(Entry.signatureContext + bytes))
          try insert(entry, (salt, body.json.bytes), in: database)
        }
      }
    }
  }
}

import Agreements
import Crypto
import Files
import Journal
import Storage
import SystemPackage

/// What something cost here, and what its bare work costs: the signatures, and SQLite's C API
/// writing the very rows that were left in the tables.
struct Contest {
  let ours: Duration
  let bare: Duration

  var line: String { "\(Self.seconds(ours)) \(Self.seconds(bare))" }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}

extension Contest {
  /// How often all of it is done: the middle of three, and of two such the lesser.
  private static let rounds = 3
  private static let turns = 2
  private static let proposals = 5_000

  /// Acts in one transaction: 5,000 proposals, each of which is two.
  static func acts(in folder: Folder) throws -> Contest {
    try fought(in: folder) { folder in
      let now = Instant.thisMoment
      let couple = try TestCouple(in: folder, at: now)
      defer { couple.store.close() }
      let before = try PlainTables.copy(of: folder)
      let wordings = try (0..<proposals).map { try Wording(number: $0, for: couple) }
      let ours = try ContinuousClock().measure {
        _ = try couple.store.write(as: couple.first, at: now, in: .utc) { pen in
          for wording in wordings { _ = try pen.propose(wording) }
        }
      }
      let entries = try couple.store.entries().dropFirst(2)
      let key = Curve25519.Signing.PrivateKey()
      let signing = try ContinuousClock().measure {
        for entry in entries {
          _ = try key.signature(for: "accord/1 signature\n".utf8 + entry.headerBytes)
        }
      }
      return Contest(ours: ours, bare: try signing + before.inserting(rowsOf: folder))
    }
  }

  /// Entries of another device, from their bytes to the tables.
  static func taking(in folder: Folder) throws -> Contest {
    try fought(in: folder) { folder in
      let now = Instant.thisMoment
      let couple = try TestCouple(in: folder, at: now)
      let copy = Folder(folder.path.appending("partner"))
      try copy.create()
      try PlainTables.duplicate(folder, to: copy)
      let wordings = try (0..<proposals).map { try Wording(number: $0, for: couple) }
      _ = try couple.store.write(as: couple.first, at: now, in: .utc) { pen in
        for wording in wordings { _ = try pen.propose(wording) }
      }
      let written = try couple.store.entries().dropFirst(2)
      couple.store.close()

      let before = try PlainTables.copy(of: copy)
      let store = try Store.writing(copy)
      defer { store.close() }
      let bytes = written.map { ($0.headerBytes, $0.signature, $0.content) }
      var kept = 0
      let ours = try ContinuousClock().measure {
        let entries = try bytes.map { header, signature, content in
          try Entry(
            headerBytes: header, signature: signature,
            content: content.map { ($0.salt, $0.bytes) })
        }
        kept = try store.receive(entries).kept
      }
      guard kept == written.count else { throw Unfair.entriesWereRefused }
      let key = try Curve25519.Signing.PublicKey(
        rawRepresentation: couple.first.key.verifying.bytes)
      var genuine = 0
      let verifying = ContinuousClock().measure {
        for (header, signature, _) in bytes
        where key.isValidSignature(signature, for: "accord/1 signature\n".utf8 + header) {
          genuine += 1
        }
      }
      guard genuine == written.count else { throw Unfair.entriesWereRefused }
      return Contest(ours: ours, bare: try verifying + before.inserting(rowsOf: copy))
    }
  }

  private static func fought(in folder: Folder, _ once: (Folder) throws -> Contest) throws
    -> Contest
  {
    let turns = try (0..<turns).map { turn in
      try (0..<rounds).map { round in
        try once(Folder(folder.path.appending("\(turn)-\(round)")))
      }
    }
    return Contest(
      ours: least(turns.map { middle($0.map(\.ours)) }),
      bare: least(turns.map { middle($0.map(\.bare)) }))
  }

  private static func middle(_ durations: [Duration]) -> Duration {
    durations.sorted()[durations.count / 2]
  }

  private static func least(_ durations: [Duration]) -> Duration {
    durations.min() ?? .zero
  }
}

/// Why two times cannot be compared.
enum Unfair: Error {
  case entriesWereRefused
  case sqlite(Int32)
  case couldNotRun(Int32)
}

import Agreements
import Journal
import SQLite

/// The chains of feeds, as far as they were walked back.
///
/// Each header names the one before by its hash: whoever trusts one entry knows all before it.
final class Chains {
  private let database: Database
  private var walks: [Entry.ID: Walk] = [:]

  init(in database: Database) {
    self.database = database
  }

  private struct Walk {
    var ids: [Int64: Entry.ID] = [:]
    var next: Entry.ID?
    var sequence: Int64
  }

  /// Whether an entry of a feed is one of those that lead to a later one of the same feed.
  func isOnChain(_ device: Device.ID, _ entry: Head, _ last: Head) throws -> Bool {
    if entry.sequence >= last.sequence { return entry == last }
    var walk = walks[last.id] ?? Walk(next: last.id, sequence: last.sequence)
    while walk.sequence >= entry.sequence, let id = walk.next {
      guard let found = try header(id), found.device == device, found.sequence == walk.sequence
      else {
        walk.next = nil
        break
      }
      walk.ids[walk.sequence] = id
      walk.next = found.previous
      walk.sequence -= 1
    }
    walks[last.id] = walk
    return walk.ids[entry.sequence] == entry.id
  }

  /// The header of this id; nil where there is none, or another lies there under its name.
  func header(_ id: Entry.ID) throws -> Header? {
    let found = try database.first("SELECT header FROM entry WHERE id = \(id.text)") { row in
      let bytes = try row.value(0, as: [UInt8].self)
      return try? Entry(headerBytes: bytes, signature: [], content: nil)
    }.flatMap(\.self)
    return found?.id == id ? found?.header : nil
  }
}

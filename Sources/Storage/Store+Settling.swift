import Agreements
import Journal
import SQLite

// After an act: what is to be erased is, and the rows that say where to look are as the entries
// are.

extension Store {
  /// Brings the rows of all agreements an act touched up to date, and erases what is to be erased.
  func settle() throws {
    for agreement in dirty { _ = try settle(agreement) }
    try settleNeeds()
  }

  /// The same for one agreement, which is handed back as it stands then.
  func settle(_ id: Agreement.ID) throws -> Agreement? {
    guard dirty.contains(id) else { return try load(id) }
    let holds = try loadPauses().holds
    var thread = try thread(id)
    if thread.isEmpty {
      // Nobody who counts said anything of it.
      try database.run("DELETE FROM agreement WHERE id = \(id.text)")
      try database.run("DELETE FROM wording WHERE agreement = \(id.text)")
      dirty.remove(id)
      return nil
    }
    var agreement = thread.agreement(holds: holds)
    let gone = thread.erasures(in: agreement)
    if !gone.isEmpty {
      try erase(gone)
      thread = try self.thread(id)
      agreement = thread.agreement(holds: holds)
    }
    try AgreementRow(agreement, thread).keep(in: database)
    try keep(thread.titles, of: id)
    dirty.remove(id)
    return agreement
  }

  /// What an agreement was ever called.
  private func keep(_ titles: [Entry.ID: Title], of id: Agreement.ID) throws {
    try database.run("DELETE FROM wording WHERE agreement = \(id.text)")
    for (entry, title) in titles {
      // A row that was changed by hand may say of the entry that it is on another.
      try database.run(
        """
        INSERT OR REPLACE INTO wording (entry, agreement, title)
        VALUES (\(entry.text), \(id.text), \(title.text))
        """)
    }
  }

  /// Nothing of what these entries said is left.
  func erase(_ entries: [Entry.ID]) throws {
    for id in entries {
      try database.run(
        "DELETE FROM body WHERE entry = (SELECT number FROM entry WHERE id = \(id.text))")
      erased = erased || database.changes > 0
    }
  }
}

// MARK: - Anew

extension Store {
  /// The rules the rows are derived by; raised by one whenever they change.
  static let tablesVersion: Int64 = 1

  /// Derives every row anew from the entries.
  func deriveAll() throws {
    try database.run("DELETE FROM agreement")
    try database.run("DELETE FROM wording")
    dirty.formUnion(try mentioned())
    for id in dirty.sorted() { _ = try settle(id) }
    dirtyNeeds.formUnion(
      try heardApart(Self.needKinds).compactMap { $0.entry.content?.body.act.need })
    try database.run("UPDATE couple SET tables_version = \(Self.tablesVersion)")
  }

  /// Every agreement that an entry is on.
  func mentioned() throws -> [Agreement.ID] {
    try database.all(
      """
      SELECT DISTINCT \(sql: Said.on) FROM body INDEXED BY body_by_agreement
      WHERE \(sql: Said.isOnOne)
      """
    ) { row -> Agreement.ID? in
      // What no reader takes for a name is in no agreement.
      guard case .text(let text) = try row.value(0, as: Value.self), text.utf8.count == 52 else {
        return nil
      }
      return Agreement.ID(text)
    }.compactMap(\.self)
  }
}

import Agreements
import Files
import Journal
import SQLite
import Storage
import SystemPackage
import Testing

/// Taking something out of the history by hand shows, also where the tables are rebuilt after it.
struct TamperingTests {
  let home: Household

  /// Agreed, ended by Bo, and Anna acted after it; both keys lie beside the store.
  init() throws {
    home = try Household()
    for writer in [home.anna, home.bo] {
      let name = "\(writer.key.verifying.device.text).key"
      try PrivateFile.createNew([1], at: home.folder.path.appending(name))
    }
    let agreed = try home.agree(try Wording("Walk before we talk"))
    try home.act(home.bo, day: 1) { try $0.end(agreed.id) }
    try home.act(home.anna, day: 2) { try $0.propose(try Wording("Sleep first")) }
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  private var bo: String { home.bo.key.verifying.device.text }

  @Test func `S19 an ending whose content is taken away is named`() throws {
    try home.raw().run(
      """
      DELETE FROM body WHERE entry =
        (SELECT number FROM entry WHERE device = \(bo) ORDER BY seq DESC LIMIT 1)
      """)
    let sequence: Int64? = try home.raw().value(
      "SELECT max(seq) FROM entry WHERE device = \(bo)")
    #expect(
      try home.store.diagnose().findings == [
        .entry(
          partner: home.bo.partner.id, sequence: try #require(sequence), problem: .emptied)
      ])
    #expect(throws: StoreError.damaged) { try home.store.rebuild() }
  }

  @Test func `S19 an ending cut off the end of its feed is noticed`() throws {
    let raw = try home.raw()
    try raw.script("DROP TRIGGER entry_is_kept")
    let last: Int64 = try #require(
      try raw.value(
        "SELECT number FROM entry WHERE device = \(bo) ORDER BY seq DESC LIMIT 1"))
    try raw.run("DELETE FROM body WHERE entry = \(last)")
    try raw.run("DELETE FROM entry WHERE number = \(last)")
    try raw.run(
      """
      UPDATE feed SET (head_seq, head_id, head_tick) =
        (SELECT seq, id, tick FROM entry WHERE device = \(bo) ORDER BY seq DESC LIMIT 1)
      WHERE device = \(bo)
      """)
    #expect(try home.store.diagnose().findings == [.head(partner: home.bo.partner.id)])
    #expect(throws: StoreError.damaged) { try home.store.rebuild() }
  }
}

import Agreements
import Fixtures
import Journal
import Storage
import Testing

struct HistoryTests {
  @Test(arguments: Seed.runs(8))
  func `whatever happened in whatever order, all computers end with the same tables`(
    seed: UInt64
  ) throws {
    var history = try History(seed: seed)
    try history.run(steps: 40)
    for computer in history.computers.all { try expectHonest(computer.store, after: history) }
    try history.exchange()

    let stores = history.computers.all.map(\.store)
    let tables = try stores[0].tables()
    for store in stores {
      #expect(try store.entries().count == stores[0].entries().count, "\(Seed.replay)")
      let own = try store.tables()
      for (table, rows) in tables { #expect(own[table] == rows, "\(table), \(Seed.replay)") }
      try expectHonest(store, after: history)
      try store.rebuild()
      #expect(try store.tables() == tables, "\(Seed.replay)")
    }
  }

  @Test func `a seed repeats a whole history`() throws {
    let tables = try (0..<2).map { _ in
      var history = try History(seed: 7)
      try history.run(steps: 30)
      return try history.computers.all.map { try $0.store.tables()["agreement"] }
    }
    #expect(tables[0] == tables[1])
  }

  @Test func `the histories hold every kind of act`() throws {
    var done: [String: Int] = [:]
    for seed in UInt64(1)...8 {
      var history = try History(seed: seed)
      try history.run(steps: 60)
      done.merge(history.done, uniquingKeysWith: +)
    }
    let kinds = [
      "propose", "accept", "decline", "withdraw", "counter", "amend", "end", "renew", "answer",
      "forget", "stood", "refused", "share", "unshare", "heard", "needStood", "needRefused",
      "declare",
    ]
    for kind in kinds { #expect(done[kind, default: 0] > 0, "\(kind) in \(done)") }
  }

  /// What must hold of every store at every moment, whatever it has heard of yet.
  private func expectHonest(_ store: Store, after history: History) throws {
    #expect(try store.diagnose().findings == [], "\(Seed.replay)")
    let entries = try store.entries()
    let devices = try store.devices()
    let model = Model(entries, of: devices)
    let shown = try store.sharedNeeds(at: history.now)
    #expect(
      shown.map { Model.Shown(id: $0.id, owner: $0.partner, need: $0.need, heard: $0.heard) }
        == model.shown, "\(Seed.replay)")
    for days in [-10, 0, 3, 8, 15, 25, 60, 200] as [Int64] {
      let now = history.now.advanced(by: days * Instant.day)
      for (id, thread) in model.threads {
        let agreement = try #require(try store.agreement(id))
        #expect(agreement.status(at: now) == thread.status(at: now.seconds), "\(Seed.replay)")
      }
      let inForce = try store.inForce(at: now)
      #expect(
        Set(inForce.map(\.id))
          == Set(
            model.threads.filter {
              [.active, .contested].contains($0.value.status(at: now.seconds))
            }.keys), "\(Seed.replay)")
      #expect(
        Set(try store.waiting(at: now).map(\.id))
          == Set(model.threads.filter { !$0.value.waiting(at: now.seconds).isEmpty }.keys),
        "\(Seed.replay)")
      for summary in inForce where summary.status(at: now) == .active {
        try expectConsent(to: summary, in: entries, of: devices, store)
      }
    }
  }

  /// The yes of both to exactly the text that is shown lies in the journal, and nobody's end; of an
  /// own boundary its owner's.
  private func expectConsent(
    to summary: Summary, in entries: [Entry], of devices: [Device.ID: Partner.ID], _ store: Store
  ) throws {
    var consents: Set<Partner.ID> = []
    var parents: [Revision.ID]?
    let owner = summary.promise?.owner
    for entry in entries where owner == nil || devices[entry.header.device] == owner {
      switch entry.content?.body.act {
      case .propose(summary.id, let proposal) where proposal.revision == summary.revision:
        parents = proposal.parents
        if proposal.isFirstYes { continue }
        consents.formUnion(devices[entry.header.device].map { [$0] } ?? [])
      case .accept(summary.id, summary.revision, _, isFirst: false, _, _):
        consents.formUnion(devices[entry.header.device].map { [$0] } ?? [])
      case .end(summary.id): Issue.record("ended, and yet in force; \(Seed.replay)")
      default: break
      }
    }
    #expect(consents == Set(owner.map { [$0] } ?? store.pair.both.map(\.id)), "\(Seed.replay)")
    let shown = try #require(try store.agreement(summary.id)?.standing)
    #expect(shown.id == summary.revision, "\(Seed.replay)")
    let wording = try #require(shown.wording)
    #expect(summary.title == wording.title.text && summary.promise == wording.promise)
    #expect(
      Naming.revision(
        of: store.couple, on: summary.id, parents: try #require(parents), wording: wording)
        == summary.revision, "\(Seed.replay)")
  }
}

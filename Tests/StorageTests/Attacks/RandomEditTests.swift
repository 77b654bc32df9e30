import Agreements
import Files
import Fixtures
import Journal
import SQLite
import Testing

@testable import Storage

/// Whatever somebody does who has Anna's key and every file, nothing is told to be agreed that Bo's
/// key did not sign, nor what it ended; and Bo is kept from nothing.
///
/// `ACCORD_SEED` repeats a run, and `ACCORD_ATTACKS=2000` makes so many instead of 4.
struct RandomEditTests {
  private static let salt = String(repeating: "5a", count: 16)
  private static let slowest = Duration.seconds(30)

  @Test(arguments: Seed.runs(Seed.count(of: "ACCORD_ATTACKS", usually: 4)))
  func `S1 random edits by one partner with all files agree to nothing in the other's name`(
    seed: UInt64
  ) throws {
    var history = try History(seed: seed, salt: Self.salt)
    try history.run(steps: 18)
    try history.exchange()
    let computer = history.computers.first
    let (anna, bo) = (computer.writers[0], computer.writers[1])
    let folder = computer.folder
    let attacker = Attacker(computer.store, in: folder)
    var model = SignedModel(
      try computer.store.entries(), of: try computer.store.devices(), bo.partner.id)
    var edits = try RandomEdits(attacker, computer.store, anna: anna, seed: seed)
    computer.store.close()

    var generator = SplitMix64(seed: seed)
    var done: [String] = []
    for _ in 0..<30 {
      let before = try attacker.copy()
      done.append(try edits.edit())
      let comment = "\(done.suffix(6)), \(Seed.replay), seed \(seed)"
      guard let store = try opened(folder, comment) else {
        // What cannot be opened at all is put back, so that there is more to try.
        try attacker.putBack(before)
        continue
      }
      let now = history.now.advanced(by: Int64.random(in: 0..<20, using: &generator) * Instant.day)
      try expectHonest(store, at: now, model, attacker, comment)
      if Int.random(in: 0..<3, using: &generator) == 0 {
        try expectNothingHangs(store, at: now, comment)
      }
      try letEnd(store, as: bo, at: now, &model, &generator, comment)
      store.close()
    }
  }

  /// A store as a command opens it; nil where it is refused.
  private func opened(_ folder: Folder, _ comment: String) throws -> Store? {
    try timely(comment) {
      do {
        try Store.reading(folder).close()
        return try Store.writing(folder)
      } catch is StoreError {
        return nil
      }
    }
  }

  private func timely<Result>(_ comment: String, _ body: () throws -> Result) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try body()
    #expect(start.duration(to: clock.now) < Self.slowest, "\(comment)")
    return result
  }

  /// What every command does with an error: it says so, in a sentence.
  private func attempt<Result>(_ comment: String, _ body: () throws -> Result) throws -> Result? {
    try timely(comment) {
      do { return try body() } catch is StoreError { return nil } catch is Refusal { return nil }
    }
  }

  private func expectHonest(
    _ store: Store, at now: Instant, _ model: SignedModel, _ attacker: Attacker, _ comment: String
  ) throws {
    guard let inForce = try attempt(comment, { try store.inForce(at: now) }) else { return }
    let present = try model.present(in: attacker)
    for summary in inForce {
      let agreement = try #require(try store.agreement(summary.id), "\(comment)")
      // Of a boundary of her own Anna alone decides.
      if agreement.owner != nil, agreement.owner != model.bo { continue }
      #expect(summary.promise?.owner == agreement.owner, "\(comment)")
      for text in agreement.current {
        #expect(model.hasConsented(to: text.id, on: summary.id), "not agreed: \(comment)")
        #expect(
          !model.hasRefused(text.id, on: summary.id, present, store), "refused: \(comment)")
      }
      #expect(agreement.current.contains { $0.id == summary.revision }, "\(comment)")
      #expect(!model.hasEnded(summary.id, present, store), "ended: \(comment)")
      if let wording = summary.wording {
        #expect(summary.title == wording.title.text, "\(comment)")
        #expect(summary.promise == wording.promise && summary.kind == wording.kind, "\(comment)")
      }
    }
  }

  private func expectNothingHangs(_ store: Store, at now: Instant, _ comment: String) throws {
    _ = try attempt(comment) { try store.everything() }
    _ = try attempt(comment) { try store.waiting(at: now) }
    _ = try attempt(comment) { try store.events() }
    _ = try attempt(comment) { try store.sharedNeeds(at: now) }
    _ = try attempt(comment) { try store.standing(at: now) }
    _ = try attempt(comment) { try store.diagnose() }
  }

  /// Bo ends some that are shown, without keeping it, and now and then one for good.
  private func letEnd(
    _ store: Store, as bo: Writer, at now: Instant, _ model: inout SignedModel,
    _ generator: inout SplitMix64, _ comment: String
  ) throws {
    struct Undone: Error {}
    guard let lists = try attempt(comment, { try store.lookedAt(at: now) }) else { return }
    let some = [lists.inForce, lists.notAsSigned].compactMap {
      $0.randomElement(using: &generator)
    }
    for summary in some {
      let isHers = try attempt(comment) { try store.agreement(summary.id)?.owner }
      let isInForce = lists.inForce.contains { $0.id == summary.id }
      let worked = try attempt(comment) {
        do {
          try store.write(as: bo, at: now, in: .utc) { pen in
            _ = try pen.end(summary.id)
            throw Undone()
          }
        } catch is Undone {
          return true
        }
        return false
      }
      // An end of what is shown as agreed always works, where his key is known at all.
      let isKnown = store.members.partner(of: bo.key.verifying.device) == bo.partner.id
      if isInForce, isKnown, isHers == .some(nil) || isHers == .some(bo.partner.id) {
        #expect(worked == true, "not ended: \(comment)")
      }
    }
    guard Int.random(in: 0..<6, using: &generator) == 0,
      let chosen = (lists.inForce + lists.notAsSigned).randomElement(using: &generator)
    else { return }
    _ = try attempt(comment) {
      try store.write(as: bo, at: now, in: .utc) { try $0.end(chosen.id) }
    }
    let last = try attempt(comment) {
      try store.end(of: bo.key.verifying.device).flatMap { head in
        try store.database.first(
          """
          SELECT header, signature, salt, body FROM entry JOIN body ON body.entry = number
          WHERE id = \(head.id.text)
          """
        ) { Store.entry($0) }.flatMap(\.self)
      }
    }
    if case let entry?? = last, case .end(chosen.id) = entry.content?.body.act {
      model.take(entry)
      #expect(try !store.inForce(at: now).contains { $0.id == chosen.id }, "\(comment)")
    }
  }
}

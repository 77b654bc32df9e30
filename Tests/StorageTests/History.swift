import Agreements
import Fixtures
import Journal
import Storage
import Testing

/// A random life of a couple on one to four computers.
struct History {
  let computers: Computers
  private var generator: SplitMix64
  private(set) var now = Household.start
  /// How often each kind of act was done.
  private(set) var done: [String: Int] = [:]

  /// - Parameter salt: as of `Computers`.
  init(seed: UInt64, salt: String? = nil) throws {
    generator = SplitMix64(seed: seed)
    computers = try Computers(salt: salt)
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let partner = computers.first.store.pair.both[Int.random(in: 0...1, using: &generator)]
      let skew = Int64.random(in: -2 * Instant.day...2 * Instant.day, using: &generator)
      try computers.add(partner, at: now, skew: skew)
    }
    try computers.exchange()
  }

  mutating func run(steps: Int) throws {
    for _ in 0..<steps {
      now = now.advanced(by: Int64.random(in: 0...Instant.day, using: &generator))
      if chance(1, in: 15) { now = now.advanced(by: 9 * Instant.day) }
      if chance(1, in: 3) { try deliver() }
      if chance(1, in: 4) { try tell() }
      try act()
    }
  }

  private mutating func chance(_ count: Int, in all: Int) -> Bool {
    Int.random(in: 0..<all, using: &generator) < count
  }

  private mutating func pick<T>(_ all: [T]) -> T? { all.randomElement(using: &generator) }

  /// Some entries of one computer reach another: in any order, some twice, some not at all.
  private mutating func deliver() throws {
    guard let giver = pick(computers.all), let taker = pick(computers.all), giver !== taker else {
      return
    }
    var entries = try giver.store.entries()
    if chance(1, in: 2) {
      entries.removeAll { _ in Int.random(in: 0..<6, using: &generator) == 0 }
    }
    entries += entries.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
    let received = try taker.store.receive(entries.shuffled(using: &generator))
    #expect(received.refused.isEmpty && received.forked.isEmpty)
  }

  mutating func exchange() throws {
    var generator = generator
    try computers.exchange { $0.shuffled(using: &generator) }
    self.generator = generator
  }

  /// Something about one of two needs.
  private mutating func tell() throws {
    guard let computer = pick(computers.all), let writer = pick(computer.writers) else { return }
    let id = chance(1, in: 2) ? Need.ID.first : .second
    let need = try Need(pick(["我想安静", "time", "a walk"]) ?? "")
    let choice = Int.random(in: 0..<6, using: &generator)
    do {
      let (name, outcome) = try computer.store.write(
        as: writer, at: now.advanced(by: computer.skew), in: .utc
      ) { pen -> (String, NeedOutcome) in
        switch choice {
        case 0...2: ("share", try pen.share(id, need))
        case 3: ("unshare", try pen.unshare(id))
        default: ("heard", try pen.heard(id))
        }
      }
      done[outcome.stood ? "needStood" : name, default: 0] += 1
    } catch is Refusal {
      done["needRefused", default: 0] += 1
    }
  }

  private mutating func act() throws {
    guard let computer = pick(computers.all), let writer = pick(computer.writers) else { return }
    let known = try computer.store.everything().map(\.id)
    let id = pick(known)
    let agreement = try id.flatMap { try computer.store.agreement($0) }
    let isOwn = agreement?.owner == writer.partner.id || chance(1, in: 12)
    let wording = try isOwn ? boundary(of: writer.partner.id) : wording()
    let revision = pick((agreement?.revisions.keys.sorted() ?? []) + openTexts(of: agreement))
    let choice = Int.random(in: 0..<21, using: &generator)
    let own = try boundary(of: writer.partner.id)
    let answer = pick(ReviewAnswer.Outcome.allCases + [.keep, .keep]) ?? .keep
    let note = chance(1, in: 3) ? try Note("Weil 因为") : nil
    do {
      let (name, outcome) = try computer.store.write(
        as: writer, at: now.advanced(by: computer.skew), in: .utc
      ) { pen -> (String, Outcome) in
        guard let id, let revision else { return ("propose", try pen.propose(wording)) }
        return switch choice {
        case 0...2: ("propose", try pen.propose(wording))
        case 3...8: ("accept", try pen.accept(revision, on: id))
        case 9: ("decline", try pen.decline(revision, on: id, note: note))
        case 10: ("withdraw", try pen.withdraw(revision, on: id))
        case 11, 12: ("counter", try pen.counter(revision, on: id, with: wording))
        case 13, 14: ("amend", try pen.amend(id, with: wording))
        case 15: ("end", try pen.end(id, note: note))
        case 16: ("renew", try pen.renew(id))
        case 17, 18: ("answer", try pen.answer(answer, helped: .partly, note: note, on: id))
        case 19: ("declare", try pen.declare(own))
        default: ("forget", try pen.forget(id))
        }
      }
      done[outcome.stood ? "stood" : name, default: 0] += 1
    } catch is Refusal {
      done["refused", default: 0] += 1
    }
  }

  private func openTexts(of agreement: Agreement?) -> [Revision.ID] {
    let open = agreement?.open(at: now).map(\.id) ?? []
    return open + open + open
  }

  private mutating func boundary(of owner: Partner.ID) throws -> Wording {
    try .boundary(pick(["Quiet", "安静", "Alone"]) ?? "", of: owner)
  }

  private mutating func wording() throws -> Wording {
    let both = computers.first.store.pair.both
    let promises: [Promise] = [.both, .both, .only(both[0].id), .only(both[1].id)]
    let promise = pick(promises) ?? .both
    return try Wording(
      pick(["散步", "Walk", "Talk", "You show me your phone"]) ?? "", promise: promise,
      reason: chance(1, in: 2) ? pick(["因为", "why", "so"]) : nil)
  }
}

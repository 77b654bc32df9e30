import Agreements

/// One device of one partner: it acts on what it knows, and hears what others did.
struct Replica: Sendable {
  let owner: Partner.ID
  let id: Device.ID
  private(set) var history: History
  private(set) var sequence: Int64 = 0

  init(of owner: Partner.ID, id: Device.ID? = nil, knowing deeds: [Deed] = []) {
    self.owner = owner
    self.id = id ?? Device.ID(owner.text)
    history = History(deeds)
  }

  var agreement: Agreement { history.agreement }

  mutating func hear(_ deeds: [Deed]) {
    let known = Set(history.deeds)
    for deed in deeds where !known.contains(deed) { history.hear(deed) }
  }

  mutating func clearPassed(at now: Instant) { history.clearPassed(at: now) }

  mutating func write(_ acts: [Act], at now: Instant) {
    sequence += 1
    let tick = (history.deeds.map(\.order.tick).max() ?? 0) + 1
    history.hear(
      Deed(
        by: owner, at: now, order: JournalOrder(tick: tick, device: id, sequence: sequence),
        acts: acts))
  }

  private mutating func write(_ step: Step<Act>, at now: Instant) {
    if case .act(let act) = step { write([act], at: now) }
  }

  /// Its title is its id, where nothing else is said.
  mutating func propose(
    _ id: Revision.ID, _ wording: Wording? = nil, as change: Change? = nil, at now: Instant
  ) throws {
    let change = change ?? Change(step: .new, parents: [], refuses: [])
    let wording = try wording ?? .saying(id.text)
    write(
      [
        .word(on: "a", revision: id, wording),
        .propose(
          on: "a",
          Proposal(
            revision: id, after: nil, parents: change.parents, step: change.step,
            lapsesAt: now.advanced(by: Proposal.patience), refuses: change.refuses,
            isFirstYes: wording.asksTwice(of: .meiAndLin))),
      ], at: now)
  }

  mutating func counter(
    _ old: Revision.ID, with id: Revision.ID, _ wording: Wording? = nil, at now: Instant
  ) throws {
    let wording = try wording ?? .saying(id.text)
    try history.pauses.checkSuggesting(at: now)
    let change = try agreement.countering(old, with: wording, by: owner, at: now)
    try propose(id, wording, as: change, at: now)
  }

  mutating func amend(
    with id: Revision.ID, _ wording: Wording? = nil, at now: Instant
  ) throws {
    let wording = try wording ?? .saying(id.text)
    if agreement.owner == nil { try history.pauses.checkSuggesting(at: now) }
    let change = try agreement.amending(with: wording, by: owner, at: now)
    try propose(id, wording, as: change, at: now)
  }

  mutating func accept(_ id: Revision.ID, at now: Instant) throws(Refusal) {
    let step = try agreement.accepting(id, by: owner, of: .meiAndLin, at: now, in: .utc)
    if case .act = step { try history.pauses.checkAnswering(at: now) }
    write(step, at: now)
  }

  mutating func decline(_ id: Revision.ID, at now: Instant) throws(Refusal) {
    write(try agreement.declining(id, by: owner), at: now)
  }

  mutating func withdraw(_ id: Revision.ID, at now: Instant) throws(Refusal) {
    write(try agreement.withdrawing(id, by: owner), at: now)
  }

  mutating func end(at now: Instant) throws(Refusal) {
    write(try agreement.ending(by: owner), at: now)
  }

  mutating func forget(at now: Instant) throws(Refusal) {
    write(try agreement.forgetting(by: owner), at: now)
  }

  mutating func answer(_ outcome: ReviewAnswer.Outcome, at now: Instant) throws(Refusal) {
    if outcome != .end { try history.pauses.checkAnswering(at: now) }
    let answer = try agreement.answering(outcome, helped: nil, by: owner, at: now)
    write([.answer(on: "a", answer)] + (outcome == .end ? [.end(on: "a")] : []), at: now)
  }
}

/// Mei's and Lin's devices while each hears the other at once.
struct Together: Sendable {
  private(set) var deeds: [Deed] = []

  mutating func on(
    _ owner: Partner.ID, _ act: (inout Replica) throws -> Void
  ) rethrows {
    // A device of its own for each deed: no two deeds share a place in the journal.
    let device = Device.ID("\(owner)-\(deeds.count)")
    var replica = Replica(of: owner, id: device, knowing: deeds)
    try act(&replica)
    deeds = replica.history.deeds
  }

  mutating func hear(_ more: [Deed]) {
    for deed in more where !deeds.contains(deed) { deeds.append(deed) }
  }

  mutating func mei(_ act: (inout Replica) throws -> Void) rethrows { try on(.mei, act) }
  mutating func lin(_ act: (inout Replica) throws -> Void) rethrows { try on(.lin, act) }

  /// A device that knows all of it.
  func replica(of owner: Partner.ID, id: Device.ID? = nil) -> Replica {
    Replica(of: owner, id: id, knowing: deeds)
  }

  var agreement: Agreement { History(deeds).agreement }
}

import Agreements
import Journal
import Storage

/// What needs someone now, most pressing first.
struct Agenda {
  enum Item {
    /// A pause runs until then: nothing else is told.
    case pause(until: Instant)
    /// The return has come.
    case itIsTime
    case answer(Agreement, Revision)
    /// A yes of one's own is to be said again.
    case again(Agreement, Revision)
    /// A time to talk, today.
    case talk(Occasion, isPrepared: Bool)
    case lapsing(Agreement, on: Instant)
    /// The other has written for making up, or both have.
    case repair(isComplete: Bool)
    case ritual(Occasion)
    case review(Agreement)
    /// What the other needs, shown lately.
    case need(SharedNeed)
  }

  let session: Session
  let store: Store
  let reader: Partner?
  let screen: PauseScreen
  /// All that is in force.
  let inForce: [Summary]
  let items: [Item]
  /// Until when what was suggested waits, in the hour after a pause; nil where nothing does.
  let held: Instant?

  /// How many are told before it is quiet.
  static let most = 3

  init(_ session: Session, _ store: Store, reader: Partner?) throws {
    self = try store.asOfOneMoment { try Agenda(reading: store, as: reader, in: session) }
  }

  private init(reading store: Store, as reader: Partner?, in session: Session) throws {
    self.session = session
    self.store = store
    self.reader = reader
    screen = try PauseScreen(session, store, reader: reader)
    inForce = try store.inForce(at: session.clock.now, pauses: screen.pauses)
    (items, held) =
      if let until = screen.until { ([.pause(until: until)], nil) } else {
        try Due(
          session: session, store: store, reader: reader, screen: screen, inForce: inForce,
          talks: store.talks()
        ).all()
      }
  }

  /// As whoever reads sees it.
  init(_ session: Session) throws {
    let store = try session.reading()
    try self.init(session, store, reader: session.knownPartner(of: store))
  }

  var names: Names { Names(pair: store.pair) }

  /// Whether there is anything that a person would be reminded of.
  var isQuiet: Bool { items.isEmpty || screen.until != nil }
}

/// What an agenda is made of, while no pause runs.
private struct Due {
  let session: Session
  let store: Store
  let reader: Partner?
  let screen: PauseScreen
  let inForce: [Summary]
  let talks: Talks

  /// How many days a need counts as shown lately.
  private static let newsDays = 7

  private var now: Instant { session.clock.now }

  /// All of it, most pressing first; and until when what was suggested waits.
  func all() throws -> (items: [Agenda.Item], held: Instant?) {
    let settling = settling
    let answers = try answers()
    let timed = try store.standing([.checkIn, .ritual], among: inForce)
    let checkIns = timed.filter { $0.wording.kind == .checkIn }
    let due = try settling == nil ? session.toReview(in: store, by: reader, among: inForce) : []
    var items: [Agenda.Item] = screen.returning == nil ? [] : [.itIsTime]
    items += settling == nil ? answers : []
    items += today(checkIns)
    items += due.compactMap { one in one.review?.lapsesAt.map { .lapsing(one, on: $0) } }
    items += [repair].compactMap(\.self)
    items += session.occasions(timed.filter { $0.wording.kind == .ritual }, on: session.today)
      .map { .ritual($0) }
    items += due.filter {
      $0.review?.lapsesAt == nil && isGathered($0, on: checkIns.compactMap(\.wording.terms.cadence))
    }.map { .review($0) }
    return (items + (try news()), answers.isEmpty ? nil : settling)
  }

  /// Until when a yes would be refused, in the hour after a pause.
  private var settling: Instant? {
    do {
      try screen.pauses.checkAnswering(at: now)
      return nil
    } catch {
      guard case .settling(let until) = error else { return nil }
      return until
    }
  }

  private func answers() throws -> [Agenda.Item] {
    try store.waiting(at: now, pauses: screen.pauses).flatMap { summary in
      let agreement = try store.agreement(summary)
      return session.awaited(in: agreement, of: store.pair, by: reader)
        .map { text -> Agenda.Item in
          let asks = (reader.map { [$0] } ?? store.pair.both)
            .contains { text.stances[$0.id] == nil && text.firstYes[$0.id] == nil }
          return asks ? .answer(agreement, text) : .again(agreement, text)
        }
    }
  }

  /// The talks of today that nobody lets pass, and that are not behind the two yet.
  private func today(_ checkIns: [Standing]) -> [Agenda.Item] {
    let gathering = talks[.checkIn]
    if let opened = gathering.opened, session.day(opened.at) == session.today { return [] }
    let isPrepared = store.pair.both.allSatisfy { gathering.has($0.id, at: now) }
    return session.occasions(checkIns, on: session.today)
      .filter { isPrepared || !talks.skips.contains($0.day) }.map {
        .talk($0, isPrepared: isPrepared)
      }
  }

  /// What the other has written, or both; of one's own alone nobody has to be told.
  private var repair: Agenda.Item? {
    let written = store.pair.both.filter { talks[.repair].has($0.id, at: now) }
    guard let one = written.first, written.count == 2 || one != reader else { return nil }
    return .repair(isComplete: written.count == 2)
  }

  private func news() throws -> [Agenda.Item] {
    guard let reader else { return [] }
    return try store.sharedNeeds(at: now).filter { need in
      need.partner != reader.id && !need.heard
        && session.today.days(since: session.day(need.sharedAt)) < Self.newsDays
    }.map { .need($0) }
  }

  /// Whether the day has come on which something due is looked at again: with the next time to
  /// talk, where there is one.
  private func isGathered(_ agreement: Agreement, on talks: [Cadence]) -> Bool {
    agreement.review.map { session.lookingDay($0, talks: talks) <= session.today } ?? true
  }
}

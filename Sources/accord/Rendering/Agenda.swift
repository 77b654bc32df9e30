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
  /// For how many days a need counts as shown lately.
  private static let newsDays = 7

  init(_ session: Session, _ store: Store, reader: Partner?) throws {
    self = try store.asOfOneMoment { try Agenda(reading: store, as: reader, in: session) }
  }

  private init(reading store: Store, as reader: Partner?, in session: Session) throws {
    self.session = session
    self.store = store
    self.reader = reader
    screen = try PauseScreen(session, store, reader: reader)
    inForce = try store.inForce(at: session.clock.now)
    let settling = Self.settling(screen, at: session.clock.now)
    let answers =
      screen.until == nil ? try Self.answers(session, store, reader: reader) : []
    held = answers.isEmpty ? nil : settling
    items = try Self.items(
      session, store, reader: reader, screen, inForce,
      answers: settling == nil ? answers : [], isSettling: settling != nil)
  }

  /// Until when a yes would be refused, in a pause and in the hour after it.
  private static func settling(_ screen: PauseScreen, at now: Instant) -> Instant? {
    do {
      try screen.pauses.checkAnswering(at: now)
      return nil
    } catch {
      guard case .settling(let until) = error else { return nil }
      return until
    }
  }

  /// As whoever reads sees it.
  init(_ session: Session) throws {
    let store = try session.reading()
    try self.init(session, store, reader: session.knownPartner(of: store))
  }

  private static func items(
    _ session: Session, _ store: Store, reader: Partner?, _ screen: PauseScreen,
    _ inForce: [Summary], answers: [Item], isSettling: Bool
  ) throws -> [Item] {
    if let until = screen.until { return [.pause(until: until)] }
    let timed = try store.standing([.checkIn, .ritual], among: inForce)
    let talks = timed.filter { $0.wording.kind == .checkIn }
    var items: [Item] = screen.returning == nil ? [] : [.itIsTime]
    items += answers
    items += try talksToday(session, store, talks)
    let due =
      isSettling ? [] : try session.toReview(in: store, by: reader, among: inForce)
    let lapsing = due.compactMap { one in one.review?.lapsesAt.map { (one, $0) } }
    items += lapsing.map { .lapsing($0.0, on: $0.1) }
    if let repair = try repair(session, store, reader: reader) { items.append(repair) }
    items += session.occasions(timed.filter { $0.wording.kind == .ritual }, on: session.today)
      .map { .ritual($0) }
    items += due.filter {
      $0.review?.lapsesAt == nil
        && session.isGathered($0, on: talks.compactMap(\.wording.terms.cadence))
    }
    .map { .review($0) }
    return items + (try news(session, store, reader: reader))
  }

  private static func answers(
    _ session: Session, _ store: Store, reader: Partner?
  ) throws -> [Item] {
    var items: [Item] = []
    for summary in try store.waiting(at: session.clock.now) {
      let agreement = try store.agreement(summary)
      for text in session.awaited(in: agreement, of: store.pair, by: reader) {
        let asks = (reader.map { [$0] } ?? store.pair.both)
          .contains { text.stances[$0.id] == nil && text.firstYes[$0.id] == nil }
        items.append(asks ? .answer(agreement, text) : .again(agreement, text))
      }
    }
    return items
  }

  /// The talks of today that nobody lets pass, and that are not behind the two yet.
  private static func talksToday(
    _ session: Session, _ store: Store, _ talks: [Standing]
  ) throws -> [Item] {
    let today = session.occasions(talks, on: session.today)
    if today.isEmpty { return [] }
    let skipped = try store.skips()
    let gathering = try store.gathering(for: .checkIn)
    if let opened = gathering.opened, session.day(opened.at) == session.today { return [] }
    let isPrepared = store.pair.both.allSatisfy { gathering.has($0.id, at: session.clock.now) }
    return today.filter { !skipped.contains($0.day) }.map { .talk($0, isPrepared: isPrepared) }
  }

  /// What the other has written, or both; of one's own alone nobody has to be told.
  private static func repair(
    _ session: Session, _ store: Store, reader: Partner?
  ) throws -> Item? {
    let gathering = try store.gathering(for: .repair)
    let written = store.pair.both.filter { gathering.has($0.id, at: session.clock.now) }
    guard let one = written.first, written.count == 2 || one != reader else { return nil }
    return .repair(isComplete: written.count == 2)
  }

  private static func news(
    _ session: Session, _ store: Store, reader: Partner?
  ) throws -> [Item] {
    guard let reader else { return [] }
    return try store.sharedNeeds(at: session.clock.now).filter { need in
      need.partner != reader.id && !need.heard
        && session.today.days(since: session.day(need.sharedAt)) < newsDays
    }.map { .need($0) }
  }

  var names: Names { Names(pair: store.pair) }

  /// Whether there is anything that a person would be reminded of.
  var isQuiet: Bool { items.isEmpty || screen.until != nil }
}

extension Session {
  /// Whether the day has come on which something due is looked at again: with the next time to talk,
  /// where there is one.
  fileprivate func isGathered(_ agreement: Agreement, on talks: [Cadence]) -> Bool {
    guard let due = agreement.review?.due else { return true }
    return gatheringDay(from: day(due), lapsingAfter: nil, talks: talks) <= today
  }
}

import Agreements
import Storage

/// One coming of what comes back by itself: a check-in, a ritual with its own time.
struct Occasion {
  let standing: Standing
  /// The civil day in the cadence's own zone, the same to both.
  let day: Day
  /// When it begins; nil where it has the whole day.
  let at: Instant?

  /// - Parameter rules: the wall clock of the cadence.
  fileprivate init(_ standing: Standing, _ cadence: Cadence, on day: Day, _ rules: ZoneRules) {
    self.standing = standing
    self.day = day
    at = cadence.time.map { rules.instant(of: day, at: $0) }
  }
}

extension Clock {
  /// The wall clock of a zone; nil where it is not known here. UTC needs no database.
  func knownRules(for zone: Zone) -> ZoneRules? { zone == .utc ? .utc : rules(for: zone) }
}

extension Session {
  /// What comes on one day of the reader's.
  func occasions(_ standing: [Standing], on day: Day) -> [Occasion] {
    // In another zone it may be a day earlier there, or later.
    standing.flatMap { occasions($0, from: day.advanced(by: -1), through: day.advanced(by: 1)) }
      .filter { shownDay($0) == day }
      .sorted { start($0) < start($1) }
  }

  /// What comes first after one day of the reader's.
  ///
  /// - Parameter skipped: days that somebody lets pass, in the cadence's own zone.
  func nextOccasion(
    _ standing: [Standing], after day: Day, besides skipped: Set<Day> = []
  ) -> Occasion? {
    standing.compactMap { one -> Occasion? in
      guard let cadence = one.wording.terms.cadence else { return nil }
      let rules = rules(of: cadence)
      // Two zones may be more than a day apart.
      var from = day.advanced(by: -1)
      while true {
        let next = cadence.next(onOrAfter: from)
        let occasion = Occasion(one, cadence, on: next, rules)
        let isWanted = shownDay(occasion) > day && !skipped.contains(next)
        if isWanted || next == .last { return occasion }
        from = next.advanced(by: 1)
      }
    }
    .min { start($0) < start($1) }
  }

  /// The reader's day on which something is looked at again: with the next of these talks, where
  /// one comes soon enough.
  ///
  /// A talk by a clock that is not known here comes nobody knows when.
  func gatheringDay(from day: Day, lapsingAfter lapse: Day?, talks: [Cadence]) -> Day {
    Review.gatheringDay(
      from: day, lapsingAfter: lapse,
      talks: talks.compactMap { talk in
        clock.knownRules(for: talk.zone).map {
          talk.next(onOrAfter: day, for: clock.rules, rules: $0)
        }
      })
  }

  /// When the two come together to talk.
  ///
  /// - Parameter inForce: the list of what is in force, where it is at hand.
  func talks(in store: Store, among inForce: [Summary]? = nil) throws -> [Cadence] {
    try store.standing([.checkIn], among: inForce ?? store.inForce(at: clock.now))
      .compactMap(\.wording.terms.cadence)
  }

  /// The reader's day on which something is looked at again.
  func lookingDay(_ review: Review, talks: [Cadence]) -> Day {
    gatheringDay(
      from: day(review.due), lapsingAfter: review.lapsesAt.map { day($0) }, talks: talks)
  }

  /// The same of one in a list; nil where nothing of it is looked at again.
  func lookingDay(_ summary: Summary, talks: [Cadence]) -> Day? {
    summary.reviewDue.map { due in
      gatheringDay(
        from: day(due), lapsingAfter: summary.outlook.until.map { day($0) }, talks: talks)
    }
  }

  /// The reader's day on which it comes.
  func shownDay(_ occasion: Occasion) -> Day { occasion.at.map { day($0) } ?? occasion.day }

  private func start(_ occasion: Occasion) -> Instant {
    occasion.at ?? clock.rules.startOfDay(occasion.day)
  }

  private func occasions(_ one: Standing, from first: Day, through last: Day) -> [Occasion] {
    guard let cadence = one.wording.terms.cadence else { return [] }
    let rules = rules(of: cadence)
    return cadence.occurrences(from: first, through: last).map {
      Occasion(one, cadence, on: $0, rules)
    }
  }

  /// The wall clock of a cadence. Where this computer knows no such zone, its own is the best
  /// guess.
  private func rules(of cadence: Cadence) -> ZoneRules {
    // A whole day needs none.
    if cadence.time == nil || cadence.zone == clock.zone { return clock.rules }
    return clock.knownRules(for: cadence.zone) ?? clock.rules
  }

  /// `Sunday 29 November, 20:00`, `11月29日周日20:00`.
  func named(_ occasion: Occasion) -> Sentence {
    let day = shownDay(occasion)
    let date = day.named(today: today)
    let time = occasion.at.map { clock.rules.timeOfDay(of: $0).text }
    let weekday = day.weekday.named
    return Sentence(
      "\(weekday.english) \(date.english)" + (time.map { ", \($0)" } ?? ""),
      "\(date.chinese)\(weekday.chinese)" + (time ?? ""))
  }
}

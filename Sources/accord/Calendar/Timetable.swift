import Agreements
import Storage

/// What comes round and what is to be looked at again, of what is in force for both.
struct Timetable {
  let session: Session
  let store: Store

  /// What stands in the calendar, and what this computer cannot tell the time of.
  struct Contents {
    var events: [CalendarEvent] = []
    var leftOut: [LeftOut] = []
  }

  /// A talk or ritual by the clock of a zone that is not known here.
  struct LeftOut {
    let agreement: Agreement.ID
    let title: String
    let zone: Zone
  }

  func contents() throws -> Contents {
    // A boundary of one's own comes from one alone and is not looked at together.
    let shared = try store.standing(at: session.clock.now).filter {
      $0.wording.promise.owner == nil
    }
    var contents = Contents()
    for standing in shared {
      guard let (subject, cadence) = standing.wording.recurring else { continue }
      if cadence.time != nil, rules(for: cadence.zone) == nil {
        contents.leftOut.append(
          LeftOut(
            agreement: standing.summary.id, title: standing.wording.title.text, zone: cadence.zone))
      } else if let since = try store.agreement(standing.summary).standing?.agreedAt {
        contents.events.append(event(standing, subject, cadence, since: since))
      }
    }
    let talks = shared.filter { $0.wording.kind == .checkIn }.compactMap(\.wording.terms.cadence)
    contents.events += shared.compactMap { review($0, talks: talks) }
    return contents
  }

  /// The wall clock of a zone; nil where it is not known here.
  func rules(for zone: Zone) -> ZoneRules? { session.clock.knownRules(for: zone) }

  /// From the day on which it was agreed: a time of that day would tell when (rule S5).
  private func event(
    _ standing: Standing, _ subject: CalendarEvent.Subject, _ cadence: Cadence, since: Instant
  ) -> CalendarEvent {
    // A whole day needs no clock but to tell which day that was.
    let rules = rules(for: cadence.zone) ?? session.clock.rules
    let first = cadence.next(onOrAfter: rules.day(of: since))
    return CalendarEvent(
      agreement: standing.summary.id, subject: subject,
      start: cadence.time.map { time in
        .time(first, time, cadence.zone, minutes: standing.wording.minutes)
      } ?? .day(first),
      pattern: cadence.pattern, title: standing.wording.title.text, words: words(standing))
  }

  /// The next time an agreement is looked at again; what is past and still waits, from today on.
  private func review(_ standing: Standing, talks: [Cadence]) -> CalendarEvent? {
    guard let due = standing.summary.reviewDue else { return nil }
    let day = max(session.day(due), session.today)
    let title = standing.wording.title.text
    return CalendarEvent(
      agreement: standing.summary.id, subject: .review,
      start: .day(
        session.gatheringDay(
          from: day, lapsingAfter: standing.summary.outlook.until.map(session.day), talks: talks)),
      pattern: nil, title: Sentence("Look again: \(title)", "回头看看：\(title)").text,
      words: words(standing))
  }

  private func words(_ standing: Standing) -> String {
    Names(pair: store.pair).essence(of: standing.wording, reader: session.clock.zone).text
  }
}

extension Wording {
  /// What comes round by itself, and how often; nil for what waits for its moment.
  fileprivate var recurring: (CalendarEvent.Subject, Cadence)? {
    terms.cadence.map { (kind == .checkIn ? .talk : .ritual, $0) }
  }

  fileprivate var minutes: Int {
    if case .checkIn(let terms) = terms { terms.length.count } else { CalendarEvent.ritualMinutes }
  }
}

import Agreements

/// The whole of it, as calendar programs read it: RFC 5545, section 3.4.
struct CalendarObject {
  let events: [CalendarEvent]
  let clock: Clock
  /// The wall clock of a zone that an event names; nil where it is not known here.
  let rules: (Zone) -> ZoneRules?

  var text: String { lines.map(\.folded).joined() }

  private var lines: [ContentLine] {
    header + zones.flatMap(\.lines) + events.flatMap { $0.lines(stamp: clock.now) }
      + [.end("VCALENDAR")]
  }

  /// Name and description are what nearly all programs know them as, and no part of the RFC.
  private var header: [ContentLine] {
    [
      .begin("VCALENDAR"), ContentLine("VERSION", "2.0"),
      ContentLine("PRODID", "-//Accord//Accord//EN"),
      ContentLine("X-WR-CALNAME", saying: Sentence("Ours", "我们的约定").text),
      ContentLine("X-WR-CALDESC", saying: Self.description.text),
    ]
  }

  /// Rule S20: what is given out says what it is not.
  static let description = Sentence(
    "What we agreed. It is no legal document; either of us can stop agreeing at any time.",
    "我们说好的。这不是法律文件，谁都可以随时不再约定。")

  /// Every zone that an event names, once.
  private var zones: [TimeZoneComponent] {
    var first: [Zone: Instant] = [:]
    for event in events {
      guard case .time(let day, let time, let zone, _) = event.start, zone != .utc,
        let rules = rules(zone)
      else { continue }
      let start = rules.instant(of: day, at: time)
      first[zone] = min(first[zone] ?? start, start)
    }
    // There has to be something in it (section 3.6): without events, the reader's own zone.
    if events.isEmpty { first[clock.zone] = clock.now }
    return first.sorted { $0.key.name < $1.key.name }.map { zone, first in
      TimeZoneComponent(
        zone: zone, rules: rules(zone) ?? clock.rules, first: first, now: clock.now)
    }
  }
}

import Agreements

/// What a calendar program has to know of a zone: RFC 5545, section 3.6.5.
///
/// It holds from `first` on, as this computer knows the zone up to ten years after `now`. Where the
/// clock is changed twice a year by the same rule throughout, that rule is told, and goes on. Else
/// each change is told, and after the last one the clock stays as it is then.
struct TimeZoneComponent {
  let zone: Zone
  let rules: ZoneRules
  /// The first moment that is told by this zone's clock.
  let first: Instant
  let now: Instant

  var lines: [ContentLine] {
    // So that a change of each kind lies before `first`.
    let start = min(first, now).advanced(by: -53 * Instant.week)
    let end = max(first, now).advanced(by: 10 * 53 * Instant.week)
    let changes = rules.changes(after: start, through: end)
    let parts = yearly(changes, from: start, through: end) ?? single(changes, from: start)
    return [.begin("VTIMEZONE"), ContentLine("TZID", zone.name)] + parts + [.end("VTIMEZONE")]
  }

  /// Two rules, one into summer time and one out of it; nil where it is not so simple.
  private func yearly(
    _ changes: [ZoneChange], from start: Instant, through end: Instant
  ) -> [ContentLine]? {
    let there = changes.filter { $0.after > $0.before }
    let back = changes.filter { $0.after < $0.before }
    guard let there = YearlyChange(there, from: start, through: end),
      let back = YearlyChange(back, from: start, through: end)
    else { return nil }
    return [there, back].flatMap { yearly in
      part(yearly.first, with: [ContentLine("RRULE", yearly.rule)])
    }
  }

  /// What the clock shows at first, then each change.
  private func single(_ changes: [ZoneChange], from start: Instant) -> [ContentLine] {
    let east = rules.secondsEast(at: start)
    let beginning = ZoneChange(at: start, before: east, after: east)
    return ([beginning] + changes).flatMap { part($0) }
  }

  /// The part that holds from a change on; its DTSTART is told by the clock as it was before.
  private func part(_ change: ZoneChange, with more: [ContentLine] = []) -> [ContentLine] {
    let name = change.after > change.before ? "DAYLIGHT" : "STANDARD"
    return [
      .begin(name), ContentLine("DTSTART", String(change.wall.calendarTime.dropLast())),
      ContentLine("TZOFFSETFROM", Self.offset(change.before)),
      ContentLine("TZOFFSETTO", Self.offset(change.after)),
    ] + more + [.end(name)]
  }

  /// `+0100`, with seconds where there are any: section 3.3.14.
  private static func offset(_ east: Int) -> String {
    let size = abs(east)
    let fields = [size / 3600, size / 60 % 60] + (size % 60 == 0 ? [] : [size % 60])
    return (east < 0 ? "-" : "+") + fields.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
  }
}

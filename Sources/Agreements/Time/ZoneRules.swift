/// What the wall clock of one zone shows at each instant, and when it shows a given time.
///
/// The answers hold for zones whose clock is changed at most once in any two days, by up to a day
/// and by any number of seconds.
package struct ZoneRules: Sendable {
  private let offset: @Sendable (Instant) -> Int

  /// `offset` says how many seconds east of UTC the zone is at an instant.
  package init(offset: @escaping @Sendable (Instant) -> Int) {
    self.offset = offset
  }

  package static let utc = ZoneRules { _ in 0 }

  /// How many seconds east of UTC the clock is at an instant; at most a day either way.
  package func secondsEast(at instant: Instant) -> Int {
    Int(east(at: instant))
  }

  package func day(of instant: Instant) -> Day {
    wall(at: instant).utc.day
  }

  /// The time shown at `instant`, its seconds dropped.
  package func timeOfDay(of instant: Instant) -> TimeOfDay {
    TimeOfDay(minutes: wall(at: instant).utc.second / 60) ?? .midnight
  }

  /// The instant at which the clock shows `time` on `day`.
  ///
  /// As in RFC 5545, section 3.3.5: of a time shown twice, the first; a time that is skipped is
  /// read with the offset from before the gap, so with an hour skipped 02:30 becomes 03:30.
  package func instant(of day: Day, at time: TimeOfDay) -> Instant {
    let sought = Instant(day: day, second: Int64(time.minutes) * Instant.minute)
    let (before, after) = offsets(around: sought)
    let candidates = [before, after].map { sought.advanced(by: -$0) }
    return candidates.first { wall(at: $0) == sought } ?? candidates[0]
  }

  /// The first instant of the day.
  ///
  /// Where midnight is skipped it is the moment the clock jumps. A day that is skipped whole
  /// starts where the next one does.
  package func startOfDay(_ day: Day) -> Instant {
    let start = instant(of: day, at: .midnight)
    let midnight = Instant(day: day, second: 0)
    guard wall(at: start) != midnight else { return start }
    // The jump lies between midnight by the later offset and midnight by the earlier one, `start`.
    var (early, late) = (midnight.advanced(by: -offsets(around: midnight).after), start)
    while early < late {
      let middle = early.advanced(by: (late.seconds - early.seconds) / 2)
      if wall(at: middle) < midnight {
        early = middle.advanced(by: 1)
      } else {
        late = middle
      }
    }
    return late
  }

  /// What the clock shows, as if it were UTC.
  private func wall(at instant: Instant) -> Instant {
    instant.advanced(by: east(at: instant))
  }

  /// The offsets a day to either side of what the clock shows: no zone is as far from UTC, so a
  /// change that matters lies between.
  private func offsets(around wall: Instant) -> (before: Int64, after: Int64) {
    (east(at: wall.advanced(by: -Instant.day)), east(at: wall.advanced(by: Instant.day)))
  }

  private func east(at instant: Instant) -> Int64 {
    min(max(Int64(offset(instant)), -Instant.day), Instant.day)
  }
}

// Reviews are looked at together, at the next talk, where one comes soon enough.

extension Review {
  /// Days that a review waits for a talk at most: longer than a month is too long after two weeks.
  package static let mostDaysToTalk = 31

  /// The day on which a review is looked at: the next talk's, or its own where none comes soon.
  ///
  /// - Parameters:
  ///   - day: the day it is due, or today where that has passed.
  ///   - lapse: the last day to look at it, where the agreement lapses for want of that.
  ///   - talks: for each talk in force, the day it next comes round, on `day` or later.
  package static func gatheringDay(from day: Day, lapsingAfter lapse: Day?, talks: [Day]) -> Day {
    let last = min(day.advanced(by: mostDaysToTalk), lapse ?? .last)
    return talks.filter { $0 >= day && $0 <= last }.min() ?? day
  }
}

extension Cadence {
  /// The first day of the reader's own calendar, on `day` or later, on which it comes round.
  ///
  /// What is Monday morning by the clock of the cadence may be Sunday evening where the reader is.
  ///
  /// - Parameters:
  ///   - reader: the wall clock where the reader is.
  ///   - rules: those of `zone`.
  package func next(onOrAfter day: Day, for reader: ZoneRules, rules: ZoneRules) -> Day {
    if time == nil { return next(onOrAfter: day) }
    let dayBegins = reader.startOfDay(day)
    return nextInstant(after: dayBegins.advanced(by: -1), rules: rules).map(reader.day) ?? .last
  }
}

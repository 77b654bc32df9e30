import Agreements

/// One event of the calendar: RFC 5545, section 3.6.1.
struct CalendarEvent {
  let agreement: Agreement.ID
  let subject: Subject
  let start: Start
  /// How it comes round; nil where it is there once.
  let pattern: Cadence.Pattern?
  let title: String
  let words: String

  /// What it is in the life of its agreement.
  enum Subject: String {
    case talk, ritual, review
  }

  enum Start {
    /// The whole of a day.
    case day(Day)
    /// A time by the clock of a zone, and how long it takes.
    case time(Day, TimeOfDay, Zone, minutes: Int)
  }

  /// What a ritual with a time of day is said to take, in minutes.
  ///
  /// It has no length of its own. An event without one ends as it begins (section 3.6.1), and khal
  /// takes it for an hour. A quarter of an hour is short, and its title can still be read in a
  /// week.
  static let ritualMinutes = 15

  /// The event as it stands at the moment of `stamp`.
  func lines(stamp: Instant) -> [ContentLine] {
    [
      .begin("VEVENT"),
      // The same each time, so that what is read again takes the place of what was there.
      ContentLine("UID", "\(agreement.text)-\(subject.rawValue)@accord"),
      ContentLine("DTSTAMP", stamp.calendarTime),
    ] + time + [
      ContentLine("SUMMARY", saying: title.visible),
      ContentLine("DESCRIPTION", saying: words),
      // Whoever else may look at one's calendar is told no more than that there is something.
      ContentLine("CLASS", "PRIVATE"),
      ContentLine("TRANSP", takesTime ? "OPAQUE" : "TRANSPARENT"),
    ] + alarm + [.end("VEVENT")]
  }

  private var time: [ContentLine] {
    let rule = pattern.map { [ContentLine("RRULE", $0.recurrenceRule)] } ?? []
    switch start {
    case .day(let day):
      return [ContentLine("DTSTART;VALUE=DATE", day.calendarDate)] + rule
    case .time(let day, let time, let zone, let minutes):
      let wall = "\(day.calendarDate)T\(time.text.filter { $0 != ":" })00"
      let start =
        zone == .utc
        ? ContentLine("DTSTART", wall + "Z") : ContentLine("DTSTART;TZID=\(zone.name)", wall)
      return [start, ContentLine("DURATION", "PT\(minutes)M")] + rule
    }
  }

  /// Whether one is busy then. A ritual happens beside other things, and a day is not taken up
  /// whole.
  private var takesTime: Bool {
    switch (subject, start) {
    case (.talk, .time): true
    case (.talk, .day), (.ritual, _), (.review, _): false
    }
  }

  /// A line that is shown at the time: section 3.6.6.
  private var alarm: [ContentLine] {
    let trigger =
      switch (subject, start) {
      // Counted from the midnight that begins the day.
      case (_, .day): "PT9H"
      case (.talk, .time): "-PT15M"
      case (.ritual, .time), (.review, .time): "PT0S"
      }
    return [
      .begin("VALARM"), ContentLine("ACTION", "DISPLAY"),
      ContentLine("DESCRIPTION", saying: title.visible), ContentLine("TRIGGER", trigger),
      .end("VALARM"),
    ]
  }
}

import Agreements

extension Cadence.Pattern {
  /// The same days as a recurrence rule: RFC 5545, section 3.3.10.
  ///
  /// The rule counts from DTSTART, which has to be one of these days.
  var recurrenceRule: String {
    switch self {
    case .daily:
      "FREQ=DAILY"
    case .weekly(let weekday):
      "FREQ=WEEKLY;BYDAY=\(weekday.calendarName)"
    case .everyWeeks(let count, let weekday, _):
      // Which weeks are meant, DTSTART tells. Ours begin on Monday.
      "FREQ=WEEKLY;INTERVAL=\(count.value);WKST=MO;BYDAY=\(weekday.calendarName)"
    case .monthly(let day):
      switch day.value {
      // A plain day 29 would leave out the months that have none: the last of these is ours.
      case 29: "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1"
      case 30: "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"
      case 31: "FREQ=MONTHLY;BYMONTHDAY=-1"
      default: "FREQ=MONTHLY;BYMONTHDAY=\(day.value)"
      }
    }
  }
}

extension Weekday {
  /// `MO`, in the same section.
  var calendarName: String { String(name.prefix(2)).uppercased() }
}

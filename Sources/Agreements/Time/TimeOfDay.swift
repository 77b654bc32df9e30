/// A wall-clock time to the minute, on no particular day.
package struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes since midnight, 0…1439.
  package let minutes: Int

  package static let midnight = TimeOfDay(unchecked: 0)

  private init(unchecked minutes: Int) {
    self.minutes = minutes
  }

  /// Nil outside 0…1439.
  package init?(minutes: Int) {
    guard (0..<1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// Nil outside 00:00…23:59; there is no 24:00.
  package init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// Exactly `20:00`: two digits, a colon, two digits.
  package init?(text: String) {
    var reader = DigitReader(text)
    guard let (hour, minute) = reader.hoursAndMinutes(), reader.isAtEnd else { return nil }
    minutes = hour * 60 + minute
  }

  /// `20:00`.
  package var text: String { "\(hour.digits(2)):\(minute.digits(2))" }

  package var hour: Int { minutes / 60 }
  package var minute: Int { minutes % 60 }

  package static func < (one: TimeOfDay, other: TimeOfDay) -> Bool {
    one.minutes < other.minutes
  }
}

/// What passes, and of which nothing is left a while after it ended (rule S7): pauses, and the
/// talks that both prepare apart.
package enum Moment: Hashable, Sendable {
  /// Begins a pause, and names the return.
  ///
  /// - `heldSince`: from when on nothing lapses: the beginning of this pause, or of an earlier one
  ///   that it follows closely.
  case pause(Pause.ID, until: Instant, heldSince: Instant)
  /// Puts off the return.
  case extend(Pause.ID, until: Instant)
  /// Its writer is back from these pauses, or leaves the matter for now.
  case back([Pause.ID], leavesIt: Bool)
  /// Whether its writer has prepared a talk. What they wrote lies sealed in their vault.
  ///
  /// - `seal`: 64 hexadecimal digits, a hash that binds them to these words; nil where none was
  ///   made.
  case ready(Talk, Bool, seal: String? = nil)
  /// What its writer prepared, opened.
  case bring(TalkNotes, opens: TalkSeal? = nil)
  /// The check-in of that day is not held.
  case skip(Day)
}

extension Moment {
  /// How long something is kept after it ended, in seconds: 48 hours.
  package static let afterlife: Int64 = 2 * Instant.day

  /// Whether a day ended long enough ago in every zone that nothing said of it is kept.
  package static func isPast(_ day: Day, at now: Instant) -> Bool {
    Instant(day: day, second: Instant.day + 12 * Instant.hour).advanced(by: afterlife) <= now
  }
}

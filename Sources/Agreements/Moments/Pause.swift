/// One pause, as far as it is known here.
///
/// Who called it is nowhere in it: that is nobody's to count (rule S7).
package struct Pause: Hashable, Sendable {
  package let id: ID
  package let began: Instant
  /// The return as it was named when it began.
  package let firstReturn: Instant
  /// The return as it was put off to; nil where it was not.
  package let laterReturn: Instant?
  /// From when on nothing lapses.
  package let heldSince: Instant
  /// Who said that they are back, and when.
  package let back: [Partner.ID: Instant]
  /// Who leaves the matter for now.
  package let leaving: Set<Partner.ID>

  /// - Parameters:
  ///   - firstReturn: where it lies more than a day ahead, a day ahead is taken.
  ///   - laterReturn: likewise; one that is earlier than the first counts for nothing.
  package init(
    id: ID, began: Instant, firstReturn: Instant, laterReturn: Instant? = nil, heldSince: Instant,
    back: [Partner.ID: Instant] = [:], leaving: Set<Partner.ID> = []
  ) {
    let latest = began.advanced(by: Self.most)
    let firstReturn = min(max(firstReturn, began), latest)
    self.id = id
    self.began = began
    self.firstReturn = firstReturn
    self.laterReturn = laterReturn.map { min($0, latest) }.flatMap { $0 > firstReturn ? $0 : nil }
    self.heldSince = min(max(heldSince, began.advanced(by: -Hold.most)), began)
    self.back = back
    self.leaving = leaving
  }
}

extension Pause {
  /// 26 letters and digits, random: it tells nothing of the pause.
  package typealias ID = Identifier<Pause>

  package static let idLength = 26

  /// The longest pause with its extension, in seconds: 24 hours, over which it reads as punishment.
  package static let most: Int64 = Instant.day

  /// How far ahead of this computer's clock another's may be, in seconds: an hour. A pause that
  /// begins later than that was never called.
  package static let mostAhead: Int64 = Instant.hour

  /// How long after the return an answer waits, and the return can still be put off, in seconds: an
  /// hour.
  package static let settling: Int64 = Instant.hour

  /// When it ends by itself.
  package var until: Instant { laterReturn ?? firstReturn }

  /// When it is over: at its own time, or once both are back.
  package var end: Instant {
    guard back.count == 2, let last = back.values.max() else { return until }
    return min(until, last)
  }

  /// How long it was meant to last when it began, in seconds.
  package var firstLength: Int64 { firstReturn.seconds - began.seconds }

  /// Whether it runs at a moment. One from another computer may have begun in the near future of
  /// this one's clock.
  package func isRunning(at now: Instant) -> Bool {
    began <= now.advanced(by: Self.mostAhead) && now < end
  }

  /// When nothing of it is left.
  package var isErasedAt: Instant { end.advanced(by: Moment.afterlife) }
}

// MARK: - What a partner may do with it

extension Pause {
  /// The return put off by so many minutes, from now or from the return that was named, whichever
  /// is later.
  ///
  /// Once, no longer than the first time, and a day in all: so that nobody has to ask how much
  /// longer. A new pause is always possible.
  package func extending(by length: PauseLength, at now: Instant) throws(Refusal) -> Moment {
    if now >= end.advanced(by: Self.settling) || back.count == 2 { throw .noPause }
    if laterReturn != nil { throw .extendedAlready }
    let seconds = Int64(length.count) * Instant.minute
    // Whole minutes, and five at least, as a length is written.
    let most = max((firstLength + 59) / Instant.minute, 5) * Instant.minute
    if seconds > most { throw .longerThanFirst(minutes: Int(most / Instant.minute)) }
    let later = max(until, now).advanced(by: seconds)
    if later > began.advanced(by: Self.most) { throw .longerThanDay }
    return .extend(id, until: later)
  }
}

import Agreements

/// The rule of pauses in its plainest form, read from the list of what was done; it shares no code
/// with what it checks.
struct PlainPauses {
  /// The times in which nothing lapses, as each pause tells them, and when that began.
  private let times: [(began: Instant, time: ClosedRange<Instant>)]

  init(_ deeds: [Deed]) {
    let said = deeds.flatMap { deed in
      deed.acts.compactMap { act -> (by: Partner.ID, at: Instant, what: Moment)? in
        if case .moment(let moment) = act { (deed.by, deed.at, moment) } else { nil }
      }
    }
    times = said.compactMap { one in
      guard case .pause(let id, let named, let since) = one.what else { return nil }
      let latest = one.at.advanced(by: 24 * 3_600)
      var end = max(one.at, min(named, latest))
      for other in said {
        if case .extend(id, let later) = other.what { end = max(end, min(later, latest)) }
      }
      let back = Partner.ID.both.compactMap { partner in
        said.filter { other in
          if case .back(let ids, _) = other.what, other.by == partner {
            ids.contains(id)
          } else {
            false
          }
        }
        .map(\.at).min()
      }
      if back.count == 2 { end = min(end, max(back[0], back[1])) }
      let from = max(min(since, one.at), one.at.advanced(by: -7 * 86_400))
      return (one.at, from...max(from, end.advanced(by: 48 * 3_600)))
    }
  }

  /// Whether a deadline is over: not while a time lasts that began before it, and not within a week
  /// of it, if that time lasts so long.
  func hasPassed(_ deadline: Instant, at now: Instant) -> Bool {
    // A pause that begins more than an hour from now was never called.
    let begun = times.filter { $0.began <= now.advanced(by: 3_600) }.map(\.time)
    guard now > deadline, let since = beginning(at: now, of: begun), since <= deadline else {
      return now > deadline
    }
    return now > deadline.advanced(by: 7 * 86_400)
  }

  /// Since when nothing lapses, times that touch taken together.
  private func beginning(at now: Instant, of times: [ClosedRange<Instant>]) -> Instant? {
    guard let earliest = times.filter({ $0.contains(now) }).map(\.lowerBound).min() else {
      return nil
    }
    return earliest == now ? now : beginning(at: earliest, of: times)
  }
}

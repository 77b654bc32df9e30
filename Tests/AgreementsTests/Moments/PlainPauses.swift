import Agreements

/// The rule of pauses in its plainest form, read from the list of what was done; it shares no code
/// with what it checks.
struct PlainPauses {
  /// The times in which nothing lapses, as each pause tells them.
  private let times: [ClosedRange<Instant>]

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
      let from = min(since, one.at)
      return from...max(from, end.advanced(by: 48 * 3_600))
    }
  }

  /// Whether a deadline is over: not while a time lasts that began before it, and not within a week
  /// of it, if that time lasts so long.
  func hasPassed(_ deadline: Instant, at now: Instant) -> Bool {
    guard now > deadline, let since = beginning(at: now), since <= deadline else {
      return now > deadline
    }
    return now > deadline.advanced(by: 7 * 86_400)
  }

  /// Since when nothing lapses, times that touch taken together.
  private func beginning(at now: Instant) -> Instant? {
    guard let earliest = times.filter({ $0.contains(now) }).map(\.lowerBound).min() else {
      return nil
    }
    return earliest == now ? now : beginning(at: earliest)
  }
}

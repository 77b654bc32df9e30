/// A trigger that came up, when it did, and what its writer does for themselves then.
package struct Recurrence: Hashable, Sendable {
  /// As it was last written.
  package let trigger: Trigger
  /// Oldest first; empty where only a need names it.
  package let times: [Instant]
  /// Own steps of the needs that name it, newest last.
  package let steps: [Note]

  package init(trigger: Trigger, times: [Instant], steps: [Note]) {
    self.trigger = trigger
    self.times = times
    self.steps = steps
  }

  /// How many times within how many days are "it keeps coming back"; our choice, no finding.
  package static let enough = 4
  package static let days = 28

  /// Whether it came up so often of late that its writer, and nobody else, reads that help exists
  /// (rule S23).
  package func keepsComing(at now: Instant) -> Bool {
    let since = now.advanced(by: -Int64(Self.days) * Instant.day)
    return times.count { since < $0 && $0 <= now } >= Self.enough
  }
}

extension Recurrence {
  /// What keeps coming up, most often first.
  ///
  /// - Parameter fold: makes two spellings of one trigger the same.
  package static func all(
    in reflections: [(at: Instant, reflection: Reflection)], needs: [Need],
    fold: (String) -> String
  ) -> [Recurrence] {
    var names: [String: Trigger] = [:]
    var times: [String: [Instant]] = [:]
    var steps: [String: [Note]] = [:]
    for need in needs {
      guard let trigger = need.trigger else { continue }
      let key = fold(trigger.text)
      names[key] = trigger
      if let step = need.step { steps[key, default: []].append(step) }
    }
    for (at, reflection) in reflections {
      guard let trigger = reflection.trigger else { continue }
      let key = fold(trigger.text)
      names[key] = trigger
      times[key, default: []].append(at)
    }
    return names.map { key, trigger in
      Recurrence(
        trigger: trigger, times: (times[key] ?? []).sorted(), steps: steps[key] ?? [])
    }.sorted { left, right in
      (right.times.count, right.times.last ?? .distant, left.trigger.text)
        < (left.times.count, left.times.last ?? .distant, right.trigger.text)
    }
  }
}

extension Instant {
  fileprivate static let distant = Instant(seconds: .min)
}

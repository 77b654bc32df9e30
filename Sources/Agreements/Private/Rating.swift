/// One's own answers to three questions, 0 to 10 each. No validated scale, and no score of anybody
/// but oneself.
package struct Rating: Hashable, Sendable {
  /// "I feel seen."
  package let seen: Grade
  /// "I dare to say what I need."
  package let speaking: Grade
  /// "I trust that we make up again."
  package let mending: Grade

  package init(seen: Grade, speaking: Grade, mending: Grade) {
    self.seen = seen
    self.speaking = speaking
    self.mending = mending
  }

  /// Days from one rating to the next, at least.
  package static let rest = 28
}

extension Rating {
  package enum Question: String, CaseIterable, Hashable, Sendable {
    case seen, speaking, mending
  }

  package subscript(question: Question) -> Grade {
    switch question {
    case .seen: seen
    case .speaking: speaking
    case .mending: mending
    }
  }
}

extension Rating {
  /// The first day from `day` on that is far enough from every rating there is.
  ///
  /// One from a day to come, made while a clock was wrong, does not bar the days long before it.
  package static func next(from day: Day, after ratings: some Sequence<Day>) -> Day {
    var next = day
    for other in ratings.sorted() where abs(next.days(since: other)) < rest {
      next = other.advanced(by: rest)
    }
    return next
  }

  /// Why a rating waits.
  package struct Early: Error, Hashable, Sendable {
    /// The first day for the next one.
    package let next: Day

    package init(next: Day) {
      self.next = next
    }
  }
}

/// A whole number from 0 to 10.
package struct Grade: Hashable, Comparable, Sendable {
  package static let allowed = 0...10

  package let value: Int

  package init?(_ value: Int) {
    guard Self.allowed.contains(value) else { return nil }
    self.value = value
  }

  package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

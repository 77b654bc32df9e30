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

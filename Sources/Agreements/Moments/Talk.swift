/// Something both prepare apart, and open together.
package enum Talk: String, CaseIterable, Hashable, Sendable {
  case checkIn = "check-in"
  /// After a quarrel: making up.
  case repair
}

extension Talk {
  /// What one writes down for it, a text each.
  package enum Part: String, CaseIterable, Hashable, Sendable {
    case thanks = "thanks-1"
    case secondThanks = "thanks-2"
    case thirdThanks = "thanks-3"
    /// What is on the heart: one thing at most.
    case issue
    case request

    case felt
    case saw
    /// What it touched in its writer.
    case touched
    /// Its writer's own part in it.
    case part
    /// What its writer will do next time.
    case next
  }

  /// In the order in which they are asked for and read out.
  package var parts: [Part] {
    switch self {
    case .checkIn: [.thanks, .secondThanks, .thirdThanks, .issue, .request]
    case .repair: [.felt, .saw, .touched, .part, .next]
    }
  }
}

package enum TalkLimit: WordLimit { package static let most = 1_000 }

/// One text for a talk, at most 1,000 Unicode scalars.
package typealias TalkText = Words<TalkLimit>

/// What one partner prepared for a talk.
package struct TalkNotes: Hashable, Sendable {
  package let talk: Talk
  /// Only parts of this talk.
  package let texts: [Talk.Part: TalkText]

  package init(_ talk: Talk, _ texts: [Talk.Part: TalkText]) {
    self.talk = talk
    self.texts = texts.filter { talk.parts.contains($0.key) }
  }

  package var isEmpty: Bool { texts.isEmpty }
}

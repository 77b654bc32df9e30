/// The five kinds of agreement.
package enum Kind: String, CaseIterable, Hashable, Sendable {
  case coolDown = "cool-down"
  case checkIn = "check-in"
  case reassurance
  case boundary
  case ritual
}

/// What an agreement says, by kind.
package enum Terms: Hashable, Sendable {
  case coolDown(CoolDown)
  case checkIn(CheckIn)
  case reassurance(Reassurance)
  case boundary(Boundary)
  case ritual(Ritual)

  package var kind: Kind {
    switch self {
    case .coolDown: .coolDown
    case .checkIn: .checkIn
    case .reassurance: .reassurance
    case .boundary: .boundary
    case .ritual: .ritual
    }
  }
}

/// A pause both may call when it gets too heated.
package struct CoolDown: Hashable, Sendable {
  package var length: PauseLength
  /// The word or gesture that calls it.
  package var signal: Note?
  /// What each does until the return.
  package var meanwhile: Note?

  package init(length: PauseLength, signal: Note? = nil, meanwhile: Note? = nil) {
    self.length = length
    self.signal = signal
    self.meanwhile = meanwhile
  }
}

/// A time to talk that comes back by itself.
package struct CheckIn: Hashable, Sendable {
  package var cadence: Cadence
  package var length: TalkLength
  /// What it is spent on.
  package var plan: Note?

  package init(cadence: Cadence, length: TalkLength, plan: Note? = nil) {
    self.cadence = cadence
    self.length = length
    self.plan = plan
  }
}

/// A sentence that helps, and the moment for it.
package struct Reassurance: Hashable, Sendable {
  package var cue: Note
  package var phrase: Note

  package init(cue: Note, phrase: Note) {
    self.cue = cue
    self.phrase = phrase
  }
}

/// What the promising ones do when something happens.
package struct Boundary: Hashable, Sendable {
  package var cue: Note
  package var action: Note

  package init(cue: Note, action: Note) {
    self.cue = cue
    self.action = action
  }
}

/// Something small that is kept doing.
package struct Ritual: Hashable, Sendable {
  /// When it happens.
  package enum Occasion: Hashable, Sendable {
    /// The title may say all there is to do.
    case cadence(Cadence, action: Note?)
    case cue(Note, action: Note)
  }

  package var occasion: Occasion

  package init(occasion: Occasion) {
    self.occasion = occasion
  }
}

/// A whole number of minutes inside fixed bounds.
package struct Minutes<Bounds: MinuteBounds>: Hashable, Comparable, Sendable {
  package let count: Int

  package init?(_ count: Int) {
    guard Bounds.range.contains(count) else { return nil }
    self.count = count
  }

  private init(known count: Int) {
    self.count = count
  }

  package static var usual: Self { Self(known: Bounds.usual) }

  package static func < (left: Self, right: Self) -> Bool { left.count < right.count }
}

package protocol MinuteBounds: Sendable {
  static var range: ClosedRange<Int> { get }
  static var usual: Int { get }
}

/// Five minutes to a day; 30 unless said otherwise (J. Gottman's time-out rules: clinical
/// consensus, not a trial).
package enum PauseBounds: MinuteBounds {
  package static let range = 5...1_440
  package static let usual = 30
}

/// Five minutes to an hour; 20 unless said otherwise: short beats long.
package enum TalkBounds: MinuteBounds {
  package static let range = 5...60
  package static let usual = 20
}

package typealias PauseLength = Minutes<PauseBounds>
package typealias TalkLength = Minutes<TalkBounds>

extension Terms {
  /// What people wrote in it.
  var texts: [String] { fixedTexts + (action.map { [$0.text] } ?? []) }

  /// All of it but what is done: the moment, and what is said or shown word for word.
  var fixedTexts: [String] {
    switch self {
    case .coolDown(let terms): terms.signal.map { [$0.text] } ?? []
    case .reassurance(let terms): [terms.cue.text, terms.phrase.text]
    case .checkIn, .boundary, .ritual: cue.map { [$0.text] } ?? []
    }
  }
}

extension Terms {
  /// The moment a promise is tied to, where it is written in words.
  package var cue: Note? {
    switch self {
    case .coolDown, .checkIn: nil
    case .reassurance(let terms): terms.cue
    case .boundary(let terms): terms.cue
    case .ritual(let terms): if case .cue(let cue, _) = terms.occasion { cue } else { nil }
    }
  }

  /// When it comes back by itself; nil where it is tied to a moment, or to none.
  package var cadence: Cadence? {
    switch self {
    case .checkIn(let terms): terms.cadence
    case .ritual(let terms):
      if case .cadence(let cadence, _) = terms.occasion { cadence } else { nil }
    case .coolDown, .reassurance, .boundary: nil
    }
  }

  /// What is done, where it is told in words. The words of a reassurance are said, not done.
  var action: Note? {
    switch self {
    case .coolDown(let terms): terms.meanwhile
    case .checkIn(let terms): terms.plan
    case .reassurance: nil
    case .boundary(let terms): terms.action
    case .ritual(let terms):
      switch terms.occasion {
      case .cadence(_, let action): action
      case .cue(_, let action): action
      }
    }
  }

  /// The same with another action, where there is one.
  func doing(_ action: Note) -> Terms {
    switch self {
    case .coolDown(var terms):
      terms.meanwhile = action
      return .coolDown(terms)
    case .checkIn(var terms):
      terms.plan = action
      return .checkIn(terms)
    case .reassurance: return self
    case .boundary(var terms):
      terms.action = action
      return .boundary(terms)
    case .ritual(var terms):
      terms.occasion =
        switch terms.occasion {
        case .cadence(let cadence, _): .cadence(cadence, action: action)
        case .cue(let cue, _): .cue(cue, action: action)
        }
      return .ritual(terms)
    }
  }
}

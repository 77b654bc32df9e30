/// What one partner did at one moment.
///
/// An act says what its writer does with their own stances and texts, and never touches the
/// other's. Acts are what the journal keeps; every table is derived from them.
package enum Act: Hashable, Sendable {
  /// The first act of a feed: whose it is, and the keys it speaks with.
  case join(Membership)
  /// A further device of the same partner, named with its whole key.
  case admit(Admission)
  /// From here on what a device of the same partner gives counts no more; what it takes back does.
  case retire(Retirement)
  /// Ends everything of both; nothing can be agreed after it.
  case leave
  /// The exact text of a revision. An act of its own, so that it can be erased while what was said
  /// to it stays.
  case word(on: Agreement.ID, revision: Revision.ID, Wording)
  case propose(on: Agreement.ID, Proposal)
  /// A yes; where it is a first one, it counts once it was said again (rule S9).
  ///
  /// It is late where the text had stopped waiting by then, but for a pause (rule S10), and sealed
  /// where its writer's own password was needed for it.
  case accept(
    on: Agreement.ID, revision: Revision.ID, refuses: [Revision.ID], isFirst: Bool = false,
    isLate: Bool = false, isSealed: Bool = false)
  case decline(on: Agreement.ID, revisions: [Revision.ID])
  case withdraw(on: Agreement.ID, revisions: [Revision.ID])
  case end(on: Agreement.ID)
  case answer(on: Agreement.ID, Answer)
  /// A few words beside a decline, an ending or a review.
  case note(on: Agreement.ID, revision: Revision.ID, Note)
  case forget(on: Agreement.ID, Forgetting)
  /// A copy of one need, as its owner shows it to the other. It replaces an earlier one.
  case share(Need.ID, Need)
  /// Takes back what was shown of a need.
  case unshare(Need.ID)
  /// Thanks the other for having told of a need.
  case heard(Need.ID)
  case moment(Moment)
  /// Written by a newer Accord: kept and passed on, understood by those who can.
  case unknown(kind: String, on: Agreement.ID?)

  package var agreement: Agreement.ID? {
    switch self {
    case .join, .admit, .retire, .leave, .share, .unshare, .heard, .moment: nil
    case .word(let id, _, _), .propose(let id, _), .accept(let id, _, _, _, _, _),
      .decline(let id, _),
      .withdraw(let id, _), .end(let id), .answer(let id, _), .note(let id, _, _),
      .forget(let id, _):
      id
    case .unknown(_, let id): id
    }
  }

  /// The need it is about. Whose it is, its writer tells: the other's where it is a thank-you.
  package var need: Need.ID? {
    switch self {
    case .share(let id, _), .unshare(let id), .heard(let id): id
    case .join, .admit, .retire, .leave, .word, .propose, .accept, .decline, .withdraw, .end,
      .answer, .note, .forget, .moment, .unknown:
      nil
    }
  }
}

extension Act {
  /// Whether it may be erased one day. Stances, endings and what asks for an erasure never are.
  package var isErasable: Bool {
    switch self {
    case .word, .note, .answer, .share, .heard, .moment: true
    case .join, .admit, .retire, .leave, .propose, .accept, .decline, .withdraw, .end, .forget,
      .unshare, .unknown:
      false
    }
  }

  /// Whether it only takes something back, stops or makes way: that always counts, whoever's key
  /// was given up since. What gives counts only while its key does.
  package var takes: Bool {
    switch self {
    case .decline, .withdraw, .end, .forget, .unshare, .retire, .leave, .moment(.pause),
      .moment(.ready(_, false, _)):
      true
    case .join, .admit, .word, .propose, .accept, .answer, .note, .share, .heard, .moment, .unknown:
      false
    }
  }

  package var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }

  /// The same consent, marked as given with its writer's own password; any other act as it is.
  package var sealed: Act {
    switch self {
    case .accept(let on, let revision, let refuses, let isFirst, let isLate, _):
      return .accept(
        on: on, revision: revision, refuses: refuses, isFirst: isFirst, isLate: isLate,
        isSealed: true)
    case .propose(let on, var proposal):
      proposal.isSealed = true
      return .propose(on: on, proposal)
    default: return self
    }
  }
}

/// Who a feed belongs to.
package struct Membership: Hashable, Sendable {
  package let partner: Partner
  /// The Ed25519 public key that signs the feed, 64 hexadecimal digits.
  package let signingKey: String
  /// The age recipient that what is meant for this device is sealed to.
  package let recipient: String
  /// Of the first of both founders: 32 hexadecimal digits that make the couple's name, which is a
  /// hash over the keys of both, one of its own. Nil for everybody else, and in older stores.
  package let salt: String?

  package init(partner: Partner, signingKey: String, recipient: String, salt: String? = nil) {
    self.partner = partner
    self.signingKey = signingKey
    self.recipient = recipient
    self.salt = salt
  }
}

/// A further device of a partner, with all that its own first entry is to say.
package struct Admission: Hashable, Sendable {
  package let device: Device.ID
  /// The Ed25519 public key that will sign its feed, 64 hexadecimal digits.
  package let signingKey: String
  package let recipient: String

  package init(device: Device.ID, signingKey: String, recipient: String) {
    self.device = device
    self.signingKey = signingKey
    self.recipient = recipient
  }
}

/// The end of what a device may give.
package struct Retirement: Hashable, Sendable {
  package let device: Device.ID
  /// The place of the last entry of its feed that still counts for all it says.
  package let lastSequence: Int64
  /// That entry's id, 64 hexadecimal digits: what counts is the chain that leads to it.
  package let lastEntry: String

  package init(device: Device.ID, lastSequence: Int64, lastEntry: String) {
    self.device = device
    self.lastSequence = lastSequence
    self.lastEntry = lastEntry
  }
}

/// A consent that brings its own text.
package struct Proposal: Hashable, Sendable {
  package enum Step: String, Hashable, Sendable {
    /// A first text.
    case new
    /// An open proposal, the other's or one's own, with changes.
    case counter
    /// A change to what is in force, which holds until both agree.
    case amend
  }

  package let revision: Revision.ID
  package let after: Agreement.ID?
  package let parents: [Revision.ID]
  package let step: Step
  package let lapsesAt: Instant
  /// What the writer no longer, or not, wants of the other texts.
  package let refuses: [Revision.ID]
  /// Whether the yes in it counts only once it was said again (rule S9).
  package let isFirstYes: Bool
  /// Whether its writer's own password was needed for it.
  package fileprivate(set) var isSealed: Bool

  package init(
    revision: Revision.ID, after: Agreement.ID?, parents: [Revision.ID], step: Step,
    lapsesAt: Instant, refuses: [Revision.ID], isFirstYes: Bool = false, isSealed: Bool = false
  ) {
    self.revision = revision
    self.after = after
    self.parents = parents
    self.step = step
    self.lapsesAt = lapsesAt
    self.refuses = refuses
    self.isFirstYes = isFirstYes
    self.isSealed = isSealed
  }

  /// How long an open proposal waits: 14 days, in seconds.
  package static let patience: Int64 = 14 * Instant.day
}

/// What is said at a review.
package struct Answer: Hashable, Sendable {
  package let revision: Revision.ID
  package let round: Int
  package let due: Instant
  package let outcome: ReviewAnswer.Outcome
  package let helped: ReviewAnswer.Helped?
  /// Whether the agreement had lapsed by then, but for a pause (rule S10).
  package let isLate: Bool

  package init(
    revision: Revision.ID, round: Int, due: Instant, outcome: ReviewAnswer.Outcome,
    helped: ReviewAnswer.Helped?, isLate: Bool = false
  ) {
    self.isLate = isLate
    self.revision = revision
    self.round = round
    self.due = due
    self.outcome = outcome
    self.helped = helped
  }
}

/// Which texts their writer wants erased.
package struct Forgetting: Hashable, Sendable {
  package enum Scope: String, Hashable, Sendable {
    /// One's own texts that were never agreed, and one's own notes.
    case own
    /// The whole of an agreement that ended; done once both have said so.
    case all
  }

  package let scope: Scope
  /// The writer's own consents that this takes back, so that no late answer can bring the text to
  /// life again.
  package let refuses: [Revision.ID]

  package init(scope: Scope, refuses: [Revision.ID]) {
    self.scope = scope
    self.refuses = refuses
  }
}

/// Why a partner may not do something now.
package enum Refusal: Error, Hashable, Sendable {
  /// Only the other partner can answer it.
  case ownProposal
  /// The other partner suggested it: it is declined, not withdrawn.
  case othersProposal
  case nothingToAnswer
  /// There is no open text of one's own.
  case nothingToTakeBack
  case alreadyEnded
  /// Agreed already: it can be ended or amended, no longer declined or withdrawn.
  case alreadyAgreed
  /// One's own refusal of this text is final.
  case alreadyRefused
  /// Its author took it back.
  case takenBack
  /// The proposal stopped waiting before it was answered.
  case answeredTooLate
  /// Another text came in between; that is the one to look at.
  case textChanged(Revision.ID)
  /// The same text was declined a short while ago.
  case resting(until: Instant)
  /// Only what is in force can be changed, reviewed or ended.
  case notInForce
  /// Only what is closed can be taken up again.
  case notClosed
  /// The new text is the old one.
  case unchanged
  case alreadyReviewed
  /// Agreed texts are erased once the agreement ended.
  case endFirst
  /// None of its texts is the asking partner's to erase.
  case nothingToForget
  /// The text was erased.
  case erased
  /// No such need is shown to the other at the moment.
  case notShared
  /// Only the one it is shown to says thank you for it.
  case ownNeed
  /// Only the one whose need it is takes it back.
  case othersNeed
  /// One text serves at most `Wording.mostNeeds` needs.
  case tooManyNeeds
  /// Nobody is asked for an own boundary, and none becomes an agreement or comes from one.
  case ownBoundary
  /// Only its owner changes or ends it.
  case othersBoundary
  /// A pause runs: nothing is suggested before somebody is back.
  case pausing(until: Instant)
  /// A pause runs: nothing is gone over together before both are back.
  case apart(until: Instant)
  /// A pause runs or has just ended: a yes, and looking again, waits a little longer.
  case settling(until: Instant)
  /// No pause runs that could be put off, come back from, or left.
  case noPause
  /// The return was put off once already.
  case extendedAlready
  /// The extension is longer than the pause was to be, which is so many minutes.
  case longerThanFirst(minutes: Int)
  /// With the extension it is over a day.
  case longerThanDay
  /// Something a newer Accord wrote touches it.
  case writtenByNewer
}

/// What a request comes to.
package enum Step<Value: Sendable>: Sendable {
  case act(Value)
  /// It was done before: the same answer again, and nothing is written.
  case stands
}

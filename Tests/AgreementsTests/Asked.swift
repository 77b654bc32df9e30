import Agreements
import Testing

/// Something a partner asks for, and why it is refused.
struct Asked: Sendable {
  let name: String
  var before: Crossing.Story = Crossing.proposed
  let who: Partner.ID
  let does: Crossing.Doing
  let refusal: Refusal
}

extension Asked {
  static let withdrawn: Crossing.Story = {
    try Crossing.proposed(&$0)
    try $0.mei { try $0.withdraw("r1", at: .on(day: 1)) }
  }

  static let declined: Crossing.Story = {
    try Crossing.proposed(&$0)
    try $0.lin { try $0.decline("r1", at: .on(day: 1)) }
  }

  static let ended: Crossing.Story = {
    try Crossing.amended(&$0)
    try $0.mei { try $0.end(at: .on(day: 1)) }
  }

  /// Mei changed her own open r1 to r2.
  static let changed: Crossing.Story = {
    try Crossing.proposed(&$0)
    try $0.mei { try $0.counter("r1", with: "r2", at: .on(day: 1)) }
  }

  static let changeAgreed: Crossing.Story = {
    try Crossing.amended(&$0)
    try $0.lin { try $0.accept("r2", at: .on(day: 1)) }
  }

  /// r2 and r3 both change r1; r3 is agreed, r2 was left aside.
  static let otherChangeAgreed: Crossing.Story = {
    try Crossing.agreed(&$0)
    let phone = $0.replica(of: .mei, id: "phone")
    try $0.mei { try $0.amend(with: "r2", at: .on(day: 1)) }
    var apart = phone
    try apart.amend(with: "r3", at: .on(day: 1, plus: 1))
    $0.hear(apart.history.deeds)
    try $0.lin { try $0.accept("r3", at: .on(day: 2)) }
  }

  /// Two of Mei's devices proposed r1; Lin's answer came too late for the first.
  static let acceptedLate: Crossing.Story = {
    let phone = $0.replica(of: .mei, id: "phone")
    var laptop = phone
    try Crossing.proposed(&$0)
    try laptop.propose("r1", at: .on(day: 10))
    var lin = Replica(of: .lin, knowing: laptop.history.deeds)
    try lin.accept("r1", at: .on(day: 20))
    $0.hear(lin.history.deeds)
  }

  static let contested: Crossing.Story = {
    let both = Crossing.others.filter { $0.status == .contested }
    for crossing in both { $0.hear(try crossing.deeds()) }
  }

  /// Only Lin, who accepted, promises; nobody looked at it.
  static let unreviewed: Crossing.Story = {
    try $0.mei { try $0.propose("r1", .saying("r1", promise: .only(.lin)), at: .on(day: 0)) }
    try $0.lin { try $0.accept("r1", at: .on(day: 0)) }
  }

  static let changeDeclined: Crossing.Story = {
    try Crossing.amended(&$0)
    try $0.lin { try $0.decline("r2", at: .on(day: 1)) }
  }

  static let accepting = [
    Asked(
      name: "a text nobody knows", who: .lin,
      does: { try $0.accept("r9", at: .on(day: 1)) }, refusal: .nothingToAnswer),
    Asked(
      name: "one's own proposal", who: .mei,
      does: { try $0.accept("r1", at: .on(day: 1)) }, refusal: .ownProposal),
    Asked(
      name: "one's own, which the other declined", before: declined, who: .mei,
      does: { try $0.accept("r1", at: .on(day: 2)) }, refusal: .ownProposal),
    Asked(
      name: "what the other withdrew", before: withdrawn, who: .lin,
      does: { try $0.accept("r1", at: .on(day: 2)) }, refusal: .takenBack),
    Asked(
      name: "what one declined oneself", before: declined, who: .lin,
      does: { try $0.accept("r1", at: .on(day: 2)) }, refusal: .alreadyRefused),
    Asked(
      name: "S2, what the other ended", before: ended, who: .lin,
      does: { try $0.accept("r2", at: .on(day: 2)) }, refusal: .alreadyEnded),
    Asked(
      name: "S3, a proposal that lapsed", who: .lin,
      does: { try $0.accept("r1", at: .on(day: 14, plus: 1)) }, refusal: .answeredTooLate),
    Asked(
      name: "again, what one accepted too late", before: acceptedLate, who: .lin,
      does: { try $0.accept("r1", at: .on(day: 21)) }, refusal: .answeredTooLate),
    Asked(
      name: "S1, a proposal its author changed meanwhile", before: changed, who: .lin,
      does: { try $0.accept("r1", at: .on(day: 2)) }, refusal: .textChanged("r2")),
    Asked(
      name: "S1, an agreed text that another took the place of", before: changeAgreed, who: .lin,
      does: { try $0.accept("r1", at: .on(day: 2)) }, refusal: .textChanged("r2")),
    Asked(
      name: "S1, a change of a text that is no longer in force", before: otherChangeAgreed,
      who: .lin, does: { try $0.accept("r2", at: .on(day: 3)) }, refusal: .textChanged("r3")),
    Asked(
      name: "S1, a text that is not there to read",
      before: { story in
        var mei = Replica(of: .mei)
        try mei.propose("r1", at: .on(day: 0))
        for deed in mei.history.deeds {
          let acts = deed.acts.filter { if case .word = $0 { false } else { true } }
          story.hear([Deed(by: deed.by, at: deed.at, order: deed.order, acts: acts)])
        }
      }, who: .lin, does: { try $0.accept("r1", at: .on(day: 1)) }, refusal: .erased),
  ]

  static let declining = [
    Asked(
      name: "a text nobody knows", who: .lin,
      does: { try $0.decline("r9", at: .on(day: 1)) }, refusal: .nothingToAnswer),
    Asked(
      name: "one's own proposal", who: .mei,
      does: { try $0.decline("r1", at: .on(day: 1)) }, refusal: .ownProposal),
    Asked(
      name: "one's own, which the other declined", before: declined, who: .mei,
      does: { try $0.decline("r1", at: .on(day: 2)) }, refusal: .ownProposal),
    Asked(
      name: "what the other withdrew", before: withdrawn, who: .lin,
      does: { try $0.decline("r1", at: .on(day: 2)) }, refusal: .takenBack),
    Asked(
      name: "what is agreed", before: Crossing.agreed, who: .lin,
      does: { try $0.decline("r1", at: .on(day: 1)) }, refusal: .alreadyAgreed),
    Asked(
      name: "what the other ended", before: ended, who: .lin,
      does: { try $0.decline("r2", at: .on(day: 2)) }, refusal: .alreadyEnded),
    Asked(
      name: "what nobody can accept any more", before: otherChangeAgreed, who: .lin,
      does: { try $0.decline("r2", at: .on(day: 3)) }, refusal: .nothingToAnswer),
  ]

  static let withdrawing = [
    Asked(
      name: "a text nobody knows", who: .mei,
      does: { try $0.withdraw("r9", at: .on(day: 1)) }, refusal: .nothingToAnswer),
    Asked(
      name: "the other's proposal", who: .lin,
      does: { try $0.withdraw("r1", at: .on(day: 1)) }, refusal: .othersProposal),
    Asked(
      name: "what the other declined", before: declined, who: .mei,
      does: { try $0.withdraw("r1", at: .on(day: 2)) }, refusal: .nothingToAnswer),
    Asked(
      name: "what is agreed", before: Crossing.agreed, who: .mei,
      does: { try $0.withdraw("r1", at: .on(day: 1)) }, refusal: .alreadyAgreed),
    Asked(
      name: "what the other ended", before: ended, who: .mei,
      does: { try $0.withdraw("r2", at: .on(day: 2)) }, refusal: .alreadyEnded),
    Asked(
      name: "what nobody can accept any more", before: otherChangeAgreed, who: .mei,
      does: { try $0.withdraw("r2", at: .on(day: 3)) }, refusal: .nothingToAnswer),
  ]

  static let ending = [
    Asked(
      name: "what is only proposed", who: .mei, does: { try $0.end(at: .on(day: 1)) },
      refusal: .notInForce),
    Asked(
      name: "what the other ended", before: ended, who: .lin, does: { try $0.end(at: .on(day: 2)) },
      refusal: .alreadyEnded),
  ]

  static let countering = [
    Asked(
      name: "a text nobody knows", who: .lin,
      does: { try $0.counter("r9", with: "r2", at: .on(day: 1)) }, refusal: .nothingToAnswer),
    Asked(
      name: "what is agreed", before: Crossing.agreed, who: .lin,
      does: { try $0.counter("r1", with: "r2", at: .on(day: 1)) }, refusal: .alreadyAgreed),
    Asked(
      name: "what one declined oneself", before: declined, who: .lin,
      does: { try $0.counter("r1", with: "r2", at: .on(day: 2)) }, refusal: .alreadyRefused),
    Asked(
      name: "what the other declined", before: declined, who: .mei,
      does: { try $0.counter("r1", with: "r2", at: .on(day: 2)) }, refusal: .nothingToAnswer),
    Asked(
      name: "what the other withdrew", before: withdrawn, who: .lin,
      does: { try $0.counter("r1", with: "r2", at: .on(day: 2)) }, refusal: .takenBack),
    Asked(
      name: "what the other ended", before: ended, who: .lin,
      does: { try $0.counter("r2", with: "r3", at: .on(day: 2)) }, refusal: .alreadyEnded),
    Asked(
      name: "S3, a proposal that lapsed", who: .lin,
      does: { try $0.counter("r1", with: "r2", at: .on(day: 14, plus: 1)) },
      refusal: .answeredTooLate),
    Asked(
      name: "a proposal its author changed meanwhile", before: changed, who: .lin,
      does: { try $0.counter("r1", with: "r3", at: .on(day: 2)) }, refusal: .textChanged("r2")),
    Asked(
      name: "what nobody can accept any more", before: otherChangeAgreed, who: .lin,
      does: { try $0.counter("r2", with: "r4", at: .on(day: 3)) }, refusal: .nothingToAnswer),
    Asked(
      name: "with the same words", who: .lin,
      does: { try $0.counter("r1", with: "r2", .saying("r1"), at: .on(day: 1)) },
      refusal: .unchanged),
    Asked(
      name: "S4, with words of one's own that the other just declined",
      before: {
        try Crossing.proposed(&$0)
        try $0.lin { try $0.counter("r1", with: "r2", at: .on(day: 1)) }
      }, who: .mei,
      does: { try $0.counter("r2", with: "r3", .saying("r1"), at: .on(day: 2)) },
      refusal: .resting(until: .on(day: 8))),
  ]

  static let amending = [
    Asked(
      name: "what is only proposed", who: .mei,
      does: { try $0.amend(with: "r2", at: .on(day: 1)) }, refusal: .notInForce),
    Asked(
      name: "S3, what lapsed without a review", before: unreviewed, who: .mei,
      does: { try $0.amend(with: "r2", at: .on(day: 21, plus: 1)) }, refusal: .notInForce),
    Asked(
      name: "what the other ended", before: ended, who: .lin,
      does: { try $0.amend(with: "r3", at: .on(day: 2)) }, refusal: .alreadyEnded),
    Asked(
      name: "with the same words", before: Crossing.agreed, who: .lin,
      does: { try $0.amend(with: "r2", .saying("r1"), at: .on(day: 1)) }, refusal: .unchanged),
    Asked(
      name: "S4, with words of one's own that the other just declined", before: changeDeclined,
      who: .mei, does: { try $0.amend(with: "r3", .saying("r2"), at: .on(day: 2)) },
      refusal: .resting(until: .on(day: 8))),
  ]

  static let answering = [
    Asked(
      name: "about what is only proposed", who: .mei,
      does: { try $0.answer(.keep, at: .on(day: 1)) }, refusal: .notInForce),
    Asked(
      name: "about what is contested", before: contested, who: .mei,
      does: { try $0.answer(.keep, at: .on(day: 2)) }, refusal: .notInForce),
    Asked(
      name: "S3, about what lapsed without a review", before: unreviewed, who: .mei,
      does: { try $0.answer(.keep, at: .on(day: 21, plus: 1)) }, refusal: .notInForce),
    Asked(
      name: "about what the other ended", before: ended, who: .lin,
      does: { try $0.answer(.keep, at: .on(day: 2)) }, refusal: .alreadyEnded),
    Asked(
      name: "twice in a round",
      before: {
        try Crossing.agreed(&$0)
        try $0.mei { try $0.answer(.keep, at: .on(day: 14)) }
      }, who: .mei, does: { try $0.answer(.change, at: .on(day: 15)) }, refusal: .alreadyReviewed),
  ]

  static let forgetting = [
    Asked(
      name: "what is agreed", before: Crossing.agreed, who: .mei,
      does: { try $0.forget(at: .on(day: 1)) }, refusal: .endFirst),
    Asked(
      name: "the other's text", who: .lin,
      does: { try $0.forget(at: .on(day: 1)) }, refusal: .nothingToForget),
  ]
}

extension Asked: CustomTestStringConvertible {
  var testDescription: String { name }
}

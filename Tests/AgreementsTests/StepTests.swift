import Agreements
import Testing

/// What each step writes, and that asking again writes nothing.
@Suite struct StepTests {
  private func agreement(_ story: Crossing.Story) throws -> Agreement {
    var together = Together()
    try story(&together)
    return together.agreement
  }

  private func act(_ step: Step<Act>) -> Act? {
    if case .act(let act) = step { act } else { nil }
  }

  @Test func `accepting consents to one text`() throws {
    let step = try agreement(Crossing.proposed).accepting(
      "r1", by: .lin, of: .meiAndLin, at: .on(day: 14), in: .utc)
    #expect(act(step) == .accept(on: "a", revision: "r1", refuses: []))
  }

  @Test func `accepting sets aside one's own other open texts`() throws {
    let step = try agreement(Crossing.amendedByBoth).accepting(
      "r3", by: .mei, of: .meiAndLin, at: .on(day: 1), in: .utc)
    #expect(act(step) == .accept(on: "a", revision: "r3", refuses: ["r2"]))
  }

  @Test func `accepting does not refuse the older texts of the same line`() throws {
    // Mei's r1, Lin's r2 in its place, and his own change r3 of that.
    let step = try agreement { story in
      try Crossing.proposed(&story)
      try story.lin { try $0.counter("r1", with: "r2", at: .on(day: 1)) }
      try story.lin { try $0.counter("r2", with: "r3", at: .on(day: 2)) }
    }
    .accepting("r3", by: .mei, of: .meiAndLin, at: .on(day: 3), in: .utc)
    #expect(act(step) == .accept(on: "a", revision: "r3", refuses: []))
  }

  @Test func `declining refuses the whole open line of the other`() throws {
    let changed = try agreement(Asked.changed)
    #expect(
      act(try changed.declining("r2", by: .lin)) == .decline(on: "a", revisions: ["r1", "r2"]))
    #expect(act(try changed.declining("r1", by: .lin)) == .decline(on: "a", revisions: ["r1"]))
  }

  @Test func `S4, declining carries no reason and works after the proposal lapsed`() throws {
    let step = try agreement(Crossing.proposed).declining("r1", by: .lin)
    #expect(act(step) == .decline(on: "a", revisions: ["r1"]))
  }

  @Test func `declining a change leaves the older text in force`() throws {
    let agreement = try agreement(Asked.changeDeclined)
    #expect(agreement.status(at: .on(day: 2)) == .active)
    #expect(agreement.standing?.id == "r1")
    #expect(agreement.open(at: .on(day: 2)).isEmpty)
  }

  @Test func `withdrawing takes back the whole open line`() throws {
    let step = try agreement(Asked.changed).withdrawing("r2", by: .mei)
    #expect(act(step) == .withdraw(on: "a", revisions: ["r1", "r2"]))
  }

  @Test func `what was withdrawn after it lapsed cannot be agreed by a late arrival`() throws {
    let agreement = try agreement { story in
      try Crossing.proposed(&story)
      let lin = story.replica(of: .lin)
      try story.mei { try $0.withdraw("r1", at: .on(day: 15)) }
      var late = lin
      try late.accept("r1", at: .on(day: 13))
      story.hear(late.history.deeds)
    }
    #expect(agreement.status(at: .on(day: 16)) == .withdrawn)
    #expect(agreement.revisions["r1"]?.crossed == true)
  }

  @Test(arguments: Partner.ID.both)
  func `S2, either ends alone and at once, and the other cannot revive it`(
    owner: Partner.ID
  ) throws {
    var story = Together()
    try Crossing.amended(&story)
    try story.on(owner) { try $0.end(at: .on(day: 1)) }
    let agreement = story.agreement
    #expect(agreement.status(at: .on(day: 1)) == .ended)
    #expect(agreement.endedAt == .on(day: 1))
    #expect(agreement.standing == nil && agreement.unanswered.isEmpty && agreement.review == nil)
    for partner in Partner.ID.both {
      #expect(throws: Refusal.alreadyEnded) {
        try agreement.accepting("r2", by: partner, of: .meiAndLin, at: .on(day: 1), in: .utc)
      }
      #expect(throws: Refusal.alreadyEnded) {
        try agreement.countering("r2", with: .saying("new"), by: partner, at: .on(day: 1))
      }
      #expect(throws: Refusal.alreadyEnded) {
        try agreement.amending(with: .saying("new"), by: partner, at: .on(day: 1))
      }
    }
  }

  @Test func `S2, what lapsed without a review can still be ended`() throws {
    let agreement = try agreement(Asked.unreviewed)
    #expect(agreement.status(at: .on(day: 30)) == .lapsed)
    #expect(act(try agreement.ending(by: .mei)) == .end(on: "a"))
  }

  @Test func `changing the other's text refuses it and is its child`() throws {
    let change = try agreement(Crossing.proposed)
      .countering("r1", with: .saying("new"), by: .lin, at: .on(day: 14))
    #expect(change == Change(step: .counter, parents: ["r1"], refuses: ["r1"]))
  }

  @Test func `changing one's own open text keeps the older consent`() throws {
    let change = try agreement(Crossing.proposed)
      .countering("r1", with: .saying("new"), by: .mei, at: .on(day: 1))
    #expect(change == Change(step: .counter, parents: ["r1"], refuses: []))
  }

  @Test func `no later consent of one's own refuses the texts it came from`() throws {
    let agreement = try agreement { story in
      try Asked.changed(&story)
      let lin = story.replica(of: .lin)
      try story.mei { try $0.counter("r2", with: "r3", at: .on(day: 2)) }
      var apart = lin
      try apart.accept("r2", at: .on(day: 2))
      story.hear(apart.history.deeds)
    }
    #expect(agreement.revisions.values.allSatisfy { $0.consents(.mei) })
    #expect(agreement.standing?.id == "r2")
    #expect(agreement.open(at: .on(day: 2)).map(\.id) == ["r3"])
  }

  @Test func `changing the other's newest refuses the open texts before it`() throws {
    let change = try agreement(Asked.changed)
      .countering("r2", with: .saying("new"), by: .lin, at: .on(day: 2))
    #expect(change == Change(step: .counter, parents: ["r2"], refuses: ["r1", "r2"]))
  }

  @Test func `changing the other's change sets aside one's own`() throws {
    let change = try agreement(Crossing.amendedByBoth)
      .countering("r3", with: .saying("new"), by: .mei, at: .on(day: 1))
    #expect(change == Change(step: .counter, parents: ["r3"], refuses: ["r2", "r3"]))
  }

  @Test func `amending is a child of what is in force, which holds meanwhile`() throws {
    let change = try agreement(Crossing.agreed)
      .amending(with: .saying("new"), by: .lin, at: .on(day: 1))
    #expect(change == Change(step: .amend, parents: ["r1"], refuses: []))
    #expect(try agreement(Crossing.amended).standing?.id == "r1")
  }

  @Test func `amending again sets aside one's own open change and not the other's`() throws {
    let change = try agreement(Crossing.amendedByBoth)
      .amending(with: .saying("new"), by: .mei, at: .on(day: 1))
    #expect(change == Change(step: .amend, parents: ["r1"], refuses: ["r2"]))
  }

  @Test func `answering names the text, the round and the due day`() throws {
    let answer = try agreement(Crossing.agreed)
      .answering(.keep, helped: .partly, by: .lin, at: .on(day: 20))
    #expect(
      answer
        == Answer(
          revision: "r1", round: 1, due: .on(day: 14, plus: 1), outcome: .keep, helped: .partly))
  }

  @Test func `forgetting erases one's own texts that were never agreed`() throws {
    let step = try agreement(Asked.changed).forgetting(by: .mei)
    #expect(
      act(step) == .forget(on: "a", Forgetting(scope: .own, refuses: ["r1", "r2"])))
    let declined = try agreement(Asked.declined).forgetting(by: .mei)
    #expect(act(declined) == .forget(on: "a", Forgetting(scope: .own, refuses: ["r1"])))
    let withdrawn = try agreement(Asked.withdrawn).forgetting(by: .mei)
    #expect(act(withdrawn) == .forget(on: "a", Forgetting(scope: .own, refuses: [])))
  }

  @Test func `forgetting a change leaves what is in force`() throws {
    let agreement = try agreement { story in
      try Crossing.amended(&story)
      try story.mei { try $0.forget(at: .on(day: 1)) }
    }
    #expect(agreement.standing?.id == "r1")
    #expect(agreement.standing?.wording != nil)
    #expect(agreement.revisions["r2"]?.wording == nil)
    #expect(throws: Refusal.takenBack) {
      try agreement.accepting("r2", by: .lin, of: .meiAndLin, at: .on(day: 1), in: .utc)
    }
  }

  @Test func `what both agreed and one ended is erased once both say so`() throws {
    var story = Together()
    try Crossing.agreed(&story)
    try story.lin { try $0.end(at: .on(day: 1)) }
    let step = try story.agreement.forgetting(by: .lin)
    #expect(act(step) == .forget(on: "a", Forgetting(scope: .all, refuses: [])))
    try story.mei { try $0.forget(at: .on(day: 2)) }
    #expect(story.agreement.forgottenBy == [.mei: .on(day: 2)])
    #expect(story.agreement.newest?.wording != nil)
    try story.lin { try $0.forget(at: .on(day: 3)) }
    #expect(story.agreement.newest?.wording == nil)
    #expect(story.agreement.status(at: .on(day: 3)) == .ended)
  }

  @Test(arguments: [
    Again(name: "accept", before: Crossing.proposed, .lin) { try $0.accept("r1", at: .on(day: 1)) },
    Again(name: "decline", before: Crossing.proposed, .lin) {
      try $0.decline("r1", at: .on(day: 1))
    },
    Again(name: "withdraw", before: Crossing.proposed, .mei) {
      try $0.withdraw("r1", at: .on(day: 1))
    },
    Again(name: "end", before: Crossing.agreed, .lin) { try $0.end(at: .on(day: 1)) },
    Again(name: "forget my own", before: Crossing.proposed, .mei) {
      try $0.forget(at: .on(day: 1))
    },
    Again(name: "forget all", before: Asked.ended, .mei) { try $0.forget(at: .on(day: 2)) },
  ])
  func `the same step again stands and writes nothing`(again: Again) throws {
    var story = Together()
    try again.before(&story)
    var replica = story.replica(of: again.who)
    try again.does(&replica)
    let once = replica.history
    #expect(once.deeds.count == story.deeds.count + 1)
    try again.does(&replica)
    #expect(replica.history.deeds == once.deeds)
  }

  @Test func `accepting what both accepted says that it stands`() throws {
    guard
      case .stands = try agreement(Crossing.agreed).accepting(
        "r1", by: .mei, of: .meiAndLin, at: .on(day: 99), in: .utc)
    else {
      Issue.record("an act instead")
      return
    }
  }
}

struct Again: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let before: Crossing.Story
  let who: Partner.ID
  let does: Crossing.Doing

  init(
    name: String, before: @escaping Crossing.Story, _ who: Partner.ID,
    does: @escaping Crossing.Doing
  ) {
    testDescription = name
    self.before = before
    self.who = who
    self.does = does
  }
}

/// One agreement: a thread of revisions, the stances on them, and whether anyone ended it.
///
/// Everything else (status, what is in force, what waits, when it is looked at again) is derived
/// from this value and the clock, here and nowhere else.
package struct Agreement: Hashable, Sendable {
  package let id: ID
  /// The closed agreement with the same text that this one takes up again.
  package let after: ID?
  /// Whose own boundary it is: then nobody else has a say in it. Nil where it takes both.
  package let owner: Partner.ID?
  package let revisions: [Revision.ID: Revision]
  /// Who ended it, and when. Final.
  package let endings: [Partner.ID: Instant]
  package let answers: [ReviewAnswer]
  /// Who asked for its texts to be erased, and when.
  package let forgottenBy: [Partner.ID: Instant]
  /// Who wrote a few words beside something, not erased yet.
  package let notedBy: Set<Partner.ID>
  /// The times in which nothing lapses.
  package let holds: [Hold]
  private let lineage: Lineage

  package init(
    id: ID, after: ID?, revisions: [Revision], endings: [Partner.ID: Instant] = [:],
    answers: [ReviewAnswer] = [], forgottenBy: [Partner.ID: Instant] = [:],
    notedBy: Set<Partner.ID> = [], holds: [Hold] = []
  ) {
    self.holds = holds
    self.id = id
    self.after = after
    let owner = Self.owner(of: revisions)
    self.owner = owner
    self.revisions = Dictionary(
      revisions.lazy.compactMap { $0.belonging(to: owner) }.map { ($0.id, $0) }
    ) { first, _ in first }
    self.endings = endings.filter { owner == nil || $0.key == owner }
    self.answers = answers
    self.forgottenBy = forgottenBy.filter { owner == nil || $0.key == owner }
    self.notedBy = notedBy
    lineage = Lineage(self.revisions)
  }
}

extension Agreement {
  package var isEnded: Bool { !endings.isEmpty }

  package var endedAt: Instant? { endings.values.min() }

  /// The agreed texts that no other agreed text descends from, oldest first.
  ///
  /// Of an own boundary its owner's last word counts, where two devices of theirs did not know of
  /// each other.
  package var current: [Revision] { owner == nil ? heads : heads.suffix(1) }

  /// All of them: what a change descends from.
  package var heads: [Revision] { lineage.current }

  /// The text in force but for the clock: agreed, the only current one, and not ended.
  package var standing: Revision? {
    let current = current
    return isEnded || current.count != 1 ? nil : current.first
  }

  /// The texts that still wait for an answer, newest last; the clock set aside.
  ///
  /// Once something is agreed only a text that descends from it can still be answered.
  package var unanswered: [Revision] {
    if isEnded || owner != nil { return [] }
    let current = current
    return
      revisions.values
      .filter { one in
        one.isWaiting && current.allSatisfy { descends(one.id, from: $0.id) }
      }
      .sorted(by: older)
  }

  /// The texts that can be answered at this moment.
  ///
  /// Where a partner changed an open proposal of their own, only the newest of the line is shown
  /// and answered.
  package func open(at now: Instant) -> [Revision] {
    let clock = holds.clock(at: now)
    let waiting = unanswered.filter { clock <= $0.waitsUntil }
    return waiting.filter { one in
      !waiting.contains { $0.id != one.id && descends($0.id, from: one.id) }
    }
  }

  /// The newest text of all.
  package var newest: Revision? { revisions.values.max(by: older) }

  /// The text a person is shown: the one in force, else what waits, else the newest.
  package var shown: Revision? { current.last ?? unanswered.last ?? newest }

  package func descends(_ id: Revision.ID, from ancestor: Revision.ID) -> Bool {
    lineage.descends(id, from: ancestor)
  }

  /// An open text together with the older open texts of the same line.
  package func line(of revision: Revision) -> [Revision] {
    unanswered.filter { $0.id == revision.id || descends(revision.id, from: $0.id) }
  }

  /// All texts, oldest first; a changed text always after the one it changes, whatever the clocks
  /// of the two said.
  package var history: [Revision] { revisions.values.sorted(by: older) }

  private func older(_ left: Revision, _ right: Revision) -> Bool {
    lineage.older(left, right)
  }
}

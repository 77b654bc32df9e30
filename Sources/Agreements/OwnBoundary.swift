// A boundary of one's own is an agreement that takes one yes: its owner's. Whatever the other
// writes about it is passed over, so that it comes to the same on every device.

extension Agreement {
  /// Whose own boundary these texts are. The first text decides; as long as it has not arrived, all
  /// others have to say the same. Of an erased one nobody can tell; it has ended.
  package static func owner(of revisions: [Revision]) -> Partner.ID? {
    let first = revisions.filter(\.parents.isEmpty)
    let telling = Set((first.isEmpty ? revisions : first).map(\.wording?.promise.owner))
    return telling.count == 1 ? telling.first ?? nil : nil
  }

  /// Nobody is asked for an own boundary, so nobody answers.
  func checkTakesBoth(_ partner: Partner.ID) throws(Refusal) {
    if let owner { throw owner == partner ? .ownBoundary : .othersBoundary }
  }

  /// Whatever one does with it: an own boundary of the other's is theirs alone.
  package func checkNotOthers(_ partner: Partner.ID) throws(Refusal) {
    if let owner, owner != partner { throw .othersBoundary }
  }

  /// The owner alone has it erased, once it ended: nobody else ever agreed to it.
  func forgettingOwn(by partner: Partner.ID) throws(Refusal) -> Step<Act> {
    try checkNotOthers(partner)
    if !isEnded { throw .endFirst }
    let texts = revisions.values
    if texts.allSatisfy({ $0.wording == nil }), !notedBy.contains(partner) { return .stands }
    let consents = texts.filter { $0.consents(partner) }.map(\.id).sorted()
    return .act(.forget(on: id, Forgetting(scope: .all, refuses: consents)))
  }
}

extension Revision {
  /// The text as far as it belongs into an own boundary, or, without an owner, into an agreement of
  /// both; nil where it does not belong there.
  ///
  /// An own boundary is its owner's to write, and neither becomes the other.
  func belonging(to owner: Partner.ID?) -> Revision? {
    guard let owner else { return wording?.promise.owner == nil ? self : nil }
    guard authors.contains(owner), wording == nil || wording?.promise == .own(owner) else {
      return nil
    }
    return Revision(
      id: id, parents: parents, authors: [owner], proposedAt: proposedAt, lapsesAt: lapsesAt,
      wording: wording, stances: stances.filter { $0.key == owner })
  }
}

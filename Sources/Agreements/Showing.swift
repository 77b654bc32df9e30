/// One need of one partner, as far as it was ever shown to the other.
///
/// What is shown follows from the one order both see, never from what arrived first: the newest
/// copy counts, unless it was taken back after it.
package struct Showing: Hashable, Sendable {
  /// A need's id belongs to the partner who shares under it.
  package let id: Need.ID
  package let owner: Partner.ID
  /// The copies that are not erased.
  private let copies: [JournalOrder: Copy]
  /// When it was last taken back.
  private let takenBack: JournalOrder?
  /// When the other said thank you.
  private let thanks: Set<JournalOrder>

  /// What its owner shared at one moment.
  package struct Copy: Hashable, Sendable {
    package let need: Need
    package let at: Instant

    package init(_ need: Need, at: Instant) {
      self.need = need
      self.at = at
    }
  }

  package init(
    id: Need.ID, owner: Partner.ID, copies: [JournalOrder: Copy], takenBack: JournalOrder?,
    thanks: Set<JournalOrder>
  ) {
    self.id = id
    self.owner = owner
    self.copies = copies
    self.takenBack = takenBack
    self.thanks = thanks
  }
}

extension Showing {
  /// Where the copy that is shown stands in the journal; nil where none is.
  package var order: JournalOrder? {
    guard let newest = copies.keys.max(), takenBack.map({ $0 < newest }) ?? true else {
      return nil
    }
    return newest
  }

  /// What the other may read.
  package var shown: Copy? { order.flatMap { copies[$0] } }

  /// Whether the other said thank you for the copy that is shown; one for an earlier copy was for
  /// other words.
  package var isHeard: Bool {
    guard let order else { return false }
    return thanks.contains { order < $0 }
  }

  /// What is to be erased: all that was taken back with the thanks for it, and every copy that a
  /// newer one replaced (rule S14).
  package var erased: Set<JournalOrder> {
    let order = order
    return Set(copies.keys.filter { $0 != order })
      .union(thanks.filter { one in takenBack.map { one < $0 } ?? false })
  }
}

// MARK: - What a partner may do with it

extension Showing {
  package func sharing(_ need: Need) -> Step<Act> {
    shown?.need == need ? .stands : .act(.share(id, need))
  }

  package func takingBack(by partner: Partner.ID) throws(Refusal) -> Step<Act> {
    if partner != owner { throw shown == nil ? .notShared : .othersNeed }
    if shown != nil { return .act(.unshare(id)) }
    if takenBack != nil { return .stands }
    throw .notShared
  }

  package func hearing(by partner: Partner.ID) throws(Refusal) -> Step<Act> {
    guard shown != nil else { throw .notShared }
    if partner == owner { throw .ownNeed }
    return isHeard ? .stands : .act(.heard(id))
  }
}

package import Agreements

// What is to be erased of an agreement, and what may be gone (rule S17).

extension Thread {
  /// The entries whose content is to go: the texts their writers took back, and those both want
  /// gone (rule S17).
  ///
  /// An own boundary falls with its owner's wish, once it ended. Another text falls to its writer
  /// alone while the writer's own stance refuses it: then it is not agreed, and no late answer can
  /// make it so. What a writer adds after having asked stays. What is in force is never emptied.
  package func erasures(in agreement: Agreement) -> [Entry.ID] {
    if forgettings.isEmpty { return [] }
    let bothWantAll = forgettings.count == 2 && forgettings.values.allSatisfy(\.all)
    let isOver = agreement.isEnded || agreement.current.isEmpty
    return heard.filter { one in
      switch one.entry.content?.body.act {
      case .word(_, let revision, let wording):
        if isOver, bothWantAll { return true }
        if isOver, let owner = wording.promise.owner, forgettings[owner]?.all == true {
          return true
        }
        return isForgotten(one) && stances[revision]?[one.partner]?.isRefusal == true
      case .note: return isOver && bothWantAll || isForgotten(one)
      case .answer: return isOver && bothWantAll
      default: return false
      }
    }.map(\.entry.id)
  }

  /// Whether a text that is gone may be: its writer, or both, asked for that after it was written.
  ///
  /// - Parameter revision: the text whose words are gone.
  package func mayBeErased(_ revision: Revision.ID, by partner: Partner.ID, at tick: Int64) -> Bool
  {
    if forgettings.count == 2, forgettings.values.allSatisfy(\.all) { return true }
    guard let forgotten = forgettings[partner] else { return false }
    // A text that nobody else said anything to may have been a boundary of its writer's own.
    let isAlone = Set((stances[revision] ?? [:]).keys) == [partner]
    if forgotten.all, isAlone, endings[partner] != nil || !leaving.isEmpty { return true }
    return tick < forgotten.tick && stances[revision]?[partner]?.isRefusal == true
  }

  private func isForgotten(_ one: Heard) -> Bool {
    forgettings[one.partner].map { one.entry.header.tick < $0.tick } ?? false
  }
}

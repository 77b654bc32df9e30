import Agreements

// Which texts there are: those that are what their names say.

extension Thread {
  /// The texts that are what their names say.
  ///
  /// A name is a hash over the words and their place among the texts. Whoever writes other words,
  /// or another place, under a name that was consented to is passed over. Of erased words the name
  /// proves nothing any more; there the earliest proposal is taken. So it is where both said
  /// something to a text and none of the words is right: what it replaced does not come back for
  /// that.
  var texts: [Revision.ID: ProposedText] {
    var texts: [Revision.ID: ProposedText] = [:]
    let counted = counted
    let right = rightWords(of: counted)
    for one in counted {
      var text = one.text
      if let right = right[one.revision] {
        guard text.parents == right.parents, text.after == right.after else { continue }
        text.wording = right.wording
      } else if wordings[one.revision] != nil, !isBoths(one.revision) {
        continue
      }
      texts[one.revision] = texts[one.revision]?.joined(by: text) ?? text
    }
    return texts
  }

  /// The words that are what their name says, with their place.
  ///
  /// A proposal follows its words. Others are tried too, but not all with all: there may be many.
  private func rightWords(of counted: [Proposed]) -> [Revision.ID: ProposedText] {
    var right: [Revision.ID: ProposedText] = [:]
    for one in counted where right[one.revision] == nil {
      guard let wording = one.previous.flatMap({ words[$0] }) else { continue }
      if isName(one.revision, of: wording, as: one.text) {
        right[one.revision] = one.text.with(wording)
      }
    }
    var tries = 0
    for one in counted where right[one.revision] == nil {
      for wording in wordings[one.revision] ?? [] where tries < Self.mostTries {
        tries += 1
        guard isName(one.revision, of: wording, as: one.text) else { continue }
        right[one.revision] = one.text.with(wording)
        break
      }
    }
    return right
  }

  /// How many words are tried that do not stand before their proposal.
  private static let mostTries = 1_024

  /// Whether both said something to a text.
  private func isBoths(_ revision: Revision.ID) -> Bool {
    Set((stances[revision] ?? [:]).keys).union((firstYes[revision] ?? [:]).keys).count == 2
  }

  /// The proposals of as many texts as are counted, in the order in which one is taken.
  ///
  /// First those both said something to, then half of each partner's, then the earliest: nobody
  /// crowds out what the other agreed to, or wrote.
  private var counted: [Proposed] {
    var names: Set<Revision.ID> = []
    if proposals.count > Self.mostTexts {
      func count(_ isCounted: (Proposed) -> Bool) {
        for one in proposals where names.count < Self.mostTexts && isCounted(one) {
          names.insert(one.revision)
        }
      }
      count { isBoths($0.revision) }
      var shares: [Partner.ID: Set<Revision.ID>] = [:]
      count { one in
        guard let author = one.text.authors.first else { return false }
        if shares[author, default: []].count < Self.mostTexts / 2 {
          shares[author, default: []].insert(one.revision)
        }
        return shares[author, default: []].contains(one.revision)
      }
      count { _ in true }
    }
    return proposals.filter { names.isEmpty || names.contains($0.revision) }
      .sorted { one, other in
        one.text.rank == other.text.rank
          ? one.order < other.order : one.text.rank < other.text.rank
      }
  }

  private func isName(_ id: Revision.ID, of wording: Wording, as text: ProposedText) -> Bool {
    let bytes = wording.json.bytes
    guard Naming.revision(of: couple, on: self.id, parents: text.parents, text: bytes) == id
    else { return false }
    return !text.parents.isEmpty
      || Naming.agreement(of: couple, after: text.after, text: bytes) == self.id
  }
}

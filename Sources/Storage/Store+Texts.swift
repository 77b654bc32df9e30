import Agreements
import Journal
import SQLite

/// One text, as those who proposed it say.
struct ProposedText {
  var wording: Wording?
  let parents: [Revision.ID]
  let after: Agreement.ID?
  var authors: Set<Partner.ID>
  var proposedAt: Instant
  var lapsesAt: Instant
}

extension Store {
  /// The texts of one agreement that are what their names say.
  ///
  /// A name is a hash over the words and their place among the texts. Whoever writes other words,
  /// or another place, under a name that was consented to is passed over. Of erased words the name
  /// proves nothing any more; there the earliest proposal is taken.
  func texts(on agreement: Agreement.ID) throws -> [Revision.ID: ProposedText] {
    var wordings: [Revision.ID: [(wording: Wording, bytes: [UInt8])]] = [:]
    try database.each(
      "SELECT revision, text FROM wording WHERE agreement = \(agreement.text)"
    ) { row in
      let bytes = try row.value(1, as: [UInt8].self)
      wordings[Revision.ID(try row.value(0)), default: []]
        .append((try Wording(json: JSON(canonical: bytes)), bytes))
    }
    let proposals = try database.all(
      """
      SELECT revision, partner, parents, after, lapses_at, proposed_at FROM proposal
      WHERE agreement = \(agreement.text) ORDER BY proposed_at, parents, after, entry
      """
    ) { row in
      let parents = try row.value(2, as: String.self).split(separator: " ")
      return (
        id: Revision.ID(try row.value(0)),
        text: ProposedText(
          wording: nil, parents: parents.map { Revision.ID(String($0)) },
          after: try row.value(3, as: String?.self).map { Agreement.ID($0) },
          authors: [Partner.ID(try row.value(1))],
          proposedAt: Instant(seconds: try row.value(5)),
          lapsesAt: Instant(seconds: try row.value(4)))
      )
    }
    var texts: [Revision.ID: ProposedText] = [:]
    for (id, proposed) in proposals {
      var text = proposed
      if let written = wordings[id] {
        text.wording =
          written.first { isName(id, of: $0.bytes, on: agreement, as: proposed) }?.wording
        if text.wording == nil { continue }
      }
      texts[id] = texts[id]?.joined(by: text) ?? text
    }
    return texts
  }

  private func isName(
    _ id: Revision.ID, of wording: [UInt8], on agreement: Agreement.ID, as text: ProposedText
  ) -> Bool {
    guard Naming.revision(of: couple, on: agreement, parents: text.parents, text: wording) == id
    else { return false }
    return !text.parents.isEmpty
      || Naming.agreement(of: couple, after: text.after, text: wording) == agreement
  }
}

extension ProposedText {
  /// Both proposed it without knowing: it waits no longer than the first of them said.
  fileprivate func joined(by other: ProposedText) -> ProposedText {
    guard other.parents == parents, other.after == after else { return self }
    var both = self
    both.authors.formUnion(other.authors)
    both.proposedAt = min(proposedAt, other.proposedAt)
    both.lapsesAt = min(lapsesAt, other.lapsesAt)
    return both
  }
}

extension Revision {
  init(
    id: ID, _ text: ProposedText, stances: [Partner.ID: Stance], firstYes: [Partner.ID: Instant],
    lateYes: [Instant]
  ) {
    self.init(
      id: id, parents: text.parents, authors: text.authors, proposedAt: text.proposedAt,
      lapsesAt: text.lapsesAt, wording: text.wording, stances: stances, firstYes: firstYes,
      lateYes: lateYes)
  }
}

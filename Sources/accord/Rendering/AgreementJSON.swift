import Agreements
import Journal
import Storage

/// An agreement as scripts read it; documented in the article "JSON".
struct AgreementJSON {
  let session: Session
  let pair: Pair
  /// Who reads, where that is known: its proposer is not shown when a proposal lapses.
  let reader: Partner?

  func object(_ agreement: Agreement) -> JSON {
    let now = session.clock.now
    let shown = agreement.shown
    let wording = shown?.wording
    let open = agreement.open(at: now)
    return .object([
      "activeSince": day(agreement.standing?.agreedAt),
      "forgottenBy": .array(
        agreement.forgottenBy.keys.sorted().map { .string(name($0)) }),
      "id": .string(agreement.id.text),
      "kind": optional(wording?.kind.rawValue),
      "lapsesOn": day(agreement.review?.lapsesAt),
      "needs": needs(wording),
      "open": .array(open.map { self.open($0) }),
      "owner": agreement.owner.map { .string(name($0)) } ?? .null,
      "promisedBy": promisedBy(wording),
      "proposedBy": .array((shown?.authors ?? []).sorted().map { .string(name($0)) }).first,
      "proposedOn": day(agreement.revisions.values.map(\.proposedAt).min()),
      "reason": optional(wording?.reason?.text),
      "reviewDays": wording?.reviewEvery.map { .integer(Int64($0.days)) } ?? .null,
      "reviewOn": day(agreement.review?.due),
      "revision": optional(shown?.id.text),
      "stances": shown.map(stances) ?? .null,
      "status": .string(agreement.status(at: now).rawValue),
      "terms": wording?.terms.json ?? .null,
      "title": optional(wording?.title.text),
    ])
  }

  private func open(_ revision: Revision) -> JSON {
    // For whoever is still asked alone, and not before the other said something.
    let hidesDate =
      reader.map {
        revision.stances[$0.id] != nil || revision.authors.contains($0.id) && isUnanswered(revision)
      } ?? true
    return .object([
      "asksAgain": .array(
        pair.both.filter { revision.asksAgain($0.id) }.map { .string($0.name.text) }),
      "by": .array(revision.authors.sorted().map { .string(name($0)) }).first,
      "clauses": revision.wording.map { .array($0.clauses(of: pair).map { .string($0.rawValue) }) }
        ?? .null,
      "lapsesOn": hidesDate ? .null : day(revision.waitsUntil),
      "needs": needs(revision.wording),
      "promisedBy": promisedBy(revision.wording),
      "reason": optional(revision.wording?.reason?.text),
      "revision": .string(revision.id.text),
      "stances": stances(revision),
      "terms": revision.wording?.terms.json ?? .null,
      "title": optional(revision.wording?.title.text),
    ])
  }

  private func isUnanswered(_ revision: Revision) -> Bool {
    Set(revision.stances.keys).union(revision.firstYes.keys).isSubset(of: revision.authors)
  }

  private func stances(_ revision: Revision) -> JSON {
    .object(
      pair.both.map { partner in
        let stance: JSON =
          switch revision.stances[partner.id] {
          case .consent: .string("consent")
          case .refuse: .string("refuse")
          case nil: .null
          }
        return JSON.Member(key: partner.name.text, value: stance)
      }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }

  func needs(_ wording: Wording?) -> JSON {
    wording.map { .array($0.needs.map { .string($0.text) }) } ?? .null
  }

  private func promisedBy(_ wording: Wording?) -> JSON {
    guard let wording else { return .null }
    return .array(
      pair.both.filter { wording.promise.binds($0.id) }.map { .string($0.name.text) })
  }

  private func name(_ id: Partner.ID) -> String { pair[id]?.name.text ?? id.text }

  private func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  private func day(_ instant: Instant?) -> JSON {
    instant.map { .string(session.day($0).iso) } ?? .null
  }
}

extension JSON {
  /// The first of several, or null.
  fileprivate var first: JSON { array?.first ?? .null }
}

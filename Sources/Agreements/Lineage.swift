/// Which texts descend from which, worked out once for all that is asked of an agreement.
struct Lineage: Hashable, Sendable {
  private let ancestors: [Revision.ID: Set<Revision.ID>]
  private let ages: [Revision.ID: Instant]
  private let depths: [Revision.ID: Int]
  /// The agreed texts that no other agreed text descends from, oldest first.
  private(set) var current: [Revision] = []

  init(_ revisions: [Revision.ID: Revision]) {
    var ancestors: [Revision.ID: Set<Revision.ID>] = [:]
    for id in revisions.keys { ancestors[id] = Self.ancestors(of: id, in: revisions) }
    self.ancestors = ancestors
    ages = revisions.mapValues { text in
      (ancestors[text.id] ?? []).compactMap { revisions[$0]?.proposedAt }
        .reduce(text.proposedAt, max)
    }
    depths = ancestors.mapValues { $0.count { revisions[$0] != nil } }
    let agreed = revisions.values.filter { $0.agreedAt != nil }
    let superseded = agreed.reduce(into: Set<Revision.ID>()) { all, text in
      all.formUnion(ancestors[text.id] ?? [])
    }
    current = agreed.filter { !superseded.contains($0.id) }.sorted(by: older)
  }

  /// Parents and theirs; of one that has not arrived yet only the name is known.
  private static func ancestors(
    of id: Revision.ID, in revisions: [Revision.ID: Revision]
  ) -> Set<Revision.ID> {
    var found: Set<Revision.ID> = []
    var ahead = revisions[id]?.parents ?? []
    while let next = ahead.popLast() {
      if found.insert(next).inserted { ahead += revisions[next]?.parents ?? [] }
    }
    return found
  }

  func descends(_ id: Revision.ID, from ancestor: Revision.ID) -> Bool {
    ancestors[id]?.contains(ancestor) ?? false
  }

  /// By when a text was proposed, not earlier than those it descends from, then by how many those
  /// are: a changed text comes after the one it changes, whatever the clocks of the two said.
  func older(_ left: Revision, _ right: Revision) -> Bool { rank(left) < rank(right) }

  private func rank(_ text: Revision) -> (Instant, Int, Revision.ID) {
    (ages[text.id] ?? text.proposedAt, depths[text.id] ?? 0, text.id)
  }
}

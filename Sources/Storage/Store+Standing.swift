package import Agreements

/// An agreement in force, with the text that holds.
package struct Standing: Hashable, Sendable {
  package let summary: Summary
  package let wording: Wording
}

extension Store {
  /// What is in force, oldest first; without that of which two versions contradict.
  ///
  /// - Parameter kinds: the kinds that are wanted; no other text is read.
  package func standing(
    _ kinds: Set<Kind> = Set(Kind.allCases), at now: Instant
  ) throws -> [Standing] {
    try told { try snapshot { try standing(kinds, among: inForce(at: now)) } }
  }

  /// The same of a list of what is in force.
  package func standing(_ kinds: Set<Kind>, among inForce: [Summary]) throws -> [Standing] {
    inForce.compactMap { summary in
      guard summary.kind.map(kinds.contains) ?? false,
        let wording = summary.wording
      else { return nil }
      return Standing(summary: summary, wording: wording)
    }
  }
}

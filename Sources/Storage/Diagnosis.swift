package import Agreements

/// What is wrong with a store; never carries what people wrote.
package enum Finding: Hashable, Sendable {
  /// SQLite's own check found the file itself broken.
  case file
  /// An entry is not what its writer signed.
  case entry(partner: Partner.ID?, sequence: Int64, problem: EntryFault)
  /// A feed's last entry is not where it should be.
  case head(partner: Partner.ID?)
  /// A table differs from what the journal says.
  case table(String)
  /// A device was copied: two entries claim one place.
  case fork(partner: Partner.ID?, sequence: Int64)
  /// A device speaks for a partner that none of their own admitted: nothing it says counts.
  case stranger(partner: Partner.ID?)
  /// Several devices claim to be the one a partner began with: nothing they give counts until its
  /// owner said which is theirs.
  case doubtful(partner: Partner.ID)
}

package enum EntryFault: String, Hashable, Sendable {
  case unreadable, altered, unsigned, unchained, misplaced, missing
  /// Its content is gone, and nobody asked for that.
  case emptied
  /// It claims to come later than anything could: it is not counted.
  case tooFar
}

/// What a check looked at, and what it found.
package struct Diagnosis: Sendable {
  package var entries = 0
  package var erased = 0
  package var agreements = 0
  package var findings: [Finding] = []
  /// When the last that can be read before what is wrong was written, by its writer's clock.
  package var days: [Finding: Instant] = [:]
}

package import Agreements
import Journal
import SQLite

/// All that is known of talks, as of one moment.
package struct Talks: Sendable {
  private let checkIn: Gathering
  private let repair: Gathering
  /// The days whose check-in one of the two would rather not hold.
  package let skips: Set<Day>

  init(_ steps: [Talk: [Gathering.Step]], skips: Set<Day>) {
    checkIn = Gathering(.checkIn, steps[.checkIn] ?? [])
    repair = Gathering(.repair, steps[.repair] ?? [])
    self.skips = skips
  }

  /// How far the two are with one of them.
  package subscript(talk: Talk) -> Gathering { talk == .repair ? repair : checkIn }
}

extension Store {
  /// What is known of all talks.
  package func talks() throws -> Talks {
    try told { try snapshot { try loadTalks() } }
  }

  /// How far the two are with one talk.
  package func gathering(for talk: Talk) throws -> Gathering { try talks()[talk] }

  func loadTalks() throws -> Talks { try loadTalksWithEntries().talks }

  /// Which entries said it.
  struct TalkEntries {
    var steps: [JournalOrder: Entry.ID] = [:]
    var skips: [(entry: Entry.ID, day: Day)] = []
  }

  func loadTalksWithEntries() throws -> (talks: Talks, entries: TalkEntries) {
    var steps: [Talk: [Gathering.Step]] = [:]
    var entries = TalkEntries()
    for (entry, partner, moment) in try moments("'ready', 'bring', 'skip'") {
      guard let at = entry.content?.body.at else { continue }
      let talk: Talk
      switch moment {
      case .ready(let about, _, _): talk = about
      case .bring(let notes, _): talk = notes.talk
      case .skip(let day):
        entries.skips.append((entry.id, day))
        continue
      case .pause, .extend, .back: continue
      }
      entries.steps[entry.order] = entry.id
      steps[talk, default: []].append(
        Gathering.Step(partner: partner, order: entry.order, at: at, moment: moment))
    }
    return (Talks(steps, skips: Set(entries.skips.map(\.day))), entries)
  }
}

// MARK: - Acts

extension Pen {
  /// Says whether one has prepared a talk. What one wrote stays in one's vault.
  ///
  /// - Returns: false where it was so before.
  @discardableResult
  package func ready(_ talk: Talk, _ isReady: Bool) throws -> Bool {
    guard try store.loadTalks()[talk].ready.contains(me) != isReady else { return false }
    try record(.moment(.ready(talk, isReady)))
    return true
  }

  /// Opens what one prepared: the other reads it once theirs is open too.
  @discardableResult
  package func bring(_ notes: TalkNotes) throws -> Gathering {
    try store.loadPauses().checkTalking(at: now)
    try record(.moment(.bring(notes)))
    return try store.loadTalks()[notes.talk]
  }

  /// Lets the check-in of a day pass.
  ///
  /// - Returns: false where somebody had done so before.
  @discardableResult
  package func skip(_ day: Day) throws -> Bool {
    guard try !store.loadTalks().skips.contains(day) else { return false }
    try record(.moment(.skip(day)))
    return true
  }
}

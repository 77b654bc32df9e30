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

  func loadTalks() throws -> Talks {
    var steps: [Talk: [Gathering.Step]] = [:]
    var skips: Set<Day> = []
    try database.each(
      "SELECT partner, step, text, at, tick, device, seq, talk, day FROM talk_step"
    ) { row in
      let word = try row.value(1, as: String.self)
      if word == "skip" {
        guard let day = Day(number: try row.value(8)) else { throw StoreError.damaged }
        skips.insert(day)
        return
      }
      guard let talk = Talk(rawValue: try row.value(7)) else { throw StoreError.damaged }
      let moment: Moment =
        switch word {
        case "ready": .ready(talk, true)
        case "unready": .ready(talk, false)
        default: .bring(try TalkNotes(talk, json: JSON(canonical: try row.value(2))))
        }
      steps[talk, default: []].append(
        Gathering.Step(
          partner: Partner.ID(try row.value(0)),
          order: JournalOrder(
            tick: try row.value(4), device: Device.ID(try row.value(5)),
            sequence: try row.value(6)),
          at: Instant(seconds: try row.value(3)), moment: moment))
    }
    return Talks(steps, skips: skips)
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

package import Agreements
import Journal
import SQLite

extension Store {
  /// How far the two are with one talk.
  package func gathering(for talk: Talk) throws -> Gathering {
    try told { try snapshot { try loadGathering(for: talk) } }
  }

  func loadGathering(for talk: Talk) throws -> Gathering {
    var steps: [Gathering.Step] = []
    try database.each(
      """
      SELECT partner, step, text, at, tick, device, seq FROM talk_step
      WHERE talk = \(talk.rawValue) AND step <> 'skip'
      """
    ) { row in
      let moment: Moment =
        switch try row.value(1, as: String.self) {
        case "ready": .ready(talk, true)
        case "unready": .ready(talk, false)
        default: .bring(try TalkNotes(talk, json: JSON(canonical: try row.value(2))))
        }
      steps.append(
        Gathering.Step(
          partner: Partner.ID(try row.value(0)),
          order: JournalOrder(
            tick: try row.value(4), device: Device.ID(try row.value(5)),
            sequence: try row.value(6)),
          at: Instant(seconds: try row.value(3)), moment: moment))
    }
    return Gathering(talk, steps)
  }

  /// The days whose check-in one of the two would rather not hold.
  package func skips() throws -> Set<Day> {
    try told {
      Set(
        try database.all("SELECT day FROM talk_step WHERE step = 'skip'") { row in
          guard let day = Day(number: try row.value(0)) else { throw StoreError.damaged }
          return day
        })
    }
  }
}

// MARK: - Acts

extension Pen {
  /// Says whether one has prepared a talk. What one wrote stays in one's vault.
  ///
  /// - Returns: false where it was so before.
  @discardableResult
  package func ready(_ talk: Talk, _ isReady: Bool) throws -> Bool {
    guard try store.loadGathering(for: talk).ready.contains(me) != isReady else { return false }
    try record(.moment(.ready(talk, isReady)))
    return true
  }

  /// Opens what one prepared: the other reads it once theirs is open too.
  @discardableResult
  package func bring(_ notes: TalkNotes) throws -> Gathering {
    try store.loadPauses().checkTalking(at: now)
    try record(.moment(.bring(notes)))
    return try store.loadGathering(for: notes.talk)
  }

  /// Lets the check-in of a day pass.
  ///
  /// - Returns: false where somebody had done so before.
  @discardableResult
  package func skip(_ day: Day) throws -> Bool {
    guard try !store.skips().contains(day) else { return false }
    try record(.moment(.skip(day)))
    return true
  }
}

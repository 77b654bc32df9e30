import Agreements
import Journal
import SQLite

// Pauses and talks, from the journal to the tables, and out of both when they have passed.

extension Projection {
  func projectMoment(
    _ entry: Entry, _ moment: Moment, by partner: Partner.ID, at: Int64
  ) throws {
    switch moment {
    case .pause(let id, let until, let heldSince):
      try database.run(
        """
        INSERT INTO pause (entry, id, began, until, held_since)
        VALUES (\(entry.id.text), \(id.text), \(at), \(until.seconds), \(heldSince.seconds))
        """)
    case .extend(let id, let until):
      try pauseStep("extend", of: id, entry, by: nil, until: until.seconds, at: at)
    case .back(let ids, let leavesIt):
      for id in ids {
        try pauseStep(leavesIt ? "leave" : "back", of: id, entry, by: partner, until: nil, at: at)
      }
    case .ready(let talk, let isReady):
      try talkStep(isReady ? "ready" : "unready", of: talk, entry, by: partner, at: at)
    case .bring(let notes):
      try talkStep("bring", of: notes.talk, entry, by: partner, text: notes.json.bytes, at: at)
    case .skip(let day):
      try talkStep("skip", of: .checkIn, entry, by: partner, day: day.number, at: at)
    }
  }

  private func pauseStep(
    _ step: String, of pause: Pause.ID, _ entry: Entry, by partner: Partner.ID?, until: Int64?,
    at: Int64
  ) throws {
    try database.run(
      """
      INSERT INTO pause_step (entry, pause, step, partner, until, at)
      VALUES (\(entry.id.text), \(pause.text), \(step), \(nullable: partner?.text),
        \(nullable: until), \(at))
      """)
  }

  private func talkStep(
    _ step: String, of talk: Talk, _ entry: Entry, by partner: Partner.ID, text: [UInt8]? = nil,
    day: Int? = nil, at: Int64
  ) throws {
    let order = entry.order
    try database.run(
      """
      INSERT INTO talk_step (entry, talk, partner, step, text, day, at, tick, device, seq)
      VALUES (\(entry.id.text), \(talk.rawValue), \(partner.text), \(step), \(nullable: text),
        \(nullable: day.map(Int64.init)), \(at), \(order.tick), \(order.device.text),
        \(order.sequence))
      """)
  }
}

extension Store {
  /// Erases what has passed: nobody's pauses and talks are kept (rule S7).
  ///
  /// It happens in the first write after their time. A reading command changes no byte, and would
  /// leave a trace of having been there.
  func clearPassed(at now: Instant) throws {
    try clearPassedPauses(at: now)
    let talks = try loadTalks()
    for talk in Talk.allCases {
      for (order, end) in talks[talk].erasures where end <= now {
        try erase(
          """
          SELECT entry FROM talk_step
          WHERE device = \(order.device.text) AND seq = \(order.sequence)
          """)
      }
    }
    for day in talks.skips where Moment.isPast(day, at: now) {
      try erase("SELECT entry FROM talk_step WHERE step = 'skip' AND day = \(Int64(day.number))")
    }
  }

  private func clearPassedPauses(at now: Instant) throws {
    let ahead = now.advanced(by: Pause.mostAhead)
    var kept: Set<Pause.ID> = []
    var passed: Set<Pause.ID> = []
    // Entry by entry: another may bear the same id.
    for (entry, pause) in try pauseEntries() {
      if pause.began <= ahead, now < pause.isErasedAt {
        kept.insert(pause.id)
      } else {
        passed.insert(pause.id)
        try erase("SELECT entry FROM pause WHERE entry = \(entry)")
      }
    }
    // What was said of a pause goes with it; of one that has not arrived it waits for a while.
    let latest = now.advanced(by: -(Pause.most + Pause.settling + Moment.afterlife))
    let steps = try database.all("SELECT entry, pause, at FROM pause_step") { row in
      (
        entry: try row.value(0, as: String.self), pause: Pause.ID(try row.value(1)),
        at: Instant(seconds: try row.value(2))
      )
    }
    let left = Set(
      steps.filter { kept.contains($0.pause) || !passed.contains($0.pause) && latest < $0.at }
        .filter { $0.at <= ahead }.map(\.entry))
    for entry in Set(steps.map(\.entry)).subtracting(left) {
      try erase("SELECT entry FROM pause_step WHERE entry = \(entry)")
    }
  }

  private func erase(_ entries: SQL) throws {
    let entries: [String] = try database.values(entries)
    for entry in entries {
      try database.run("DELETE FROM pause WHERE entry = \(entry)")
      try database.run("DELETE FROM pause_step WHERE entry = \(entry)")
      try database.run("DELETE FROM talk_step WHERE entry = \(entry)")
      try eraseBody(of: entry)
    }
  }
}

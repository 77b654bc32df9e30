import Agreements
import Journal
import SQLite

// From the journal to the tables people query. What an entry leaves there does not depend on what
// arrived before it: every row is the greatest, the earliest or the only one of its kind.

extension Store {
  /// Lets one kept entry be seen in the tables.
  func project(_ entry: Entry, by partner: Partner.ID) throws {
    try Projection(database: database).project(entry, by: partner)
    let act = entry.content?.body.act
    if let agreement = act?.agreement { dirty.insert(agreement) }
    if let need = act?.need { dirtyNeeds.insert(need) }
  }
}

struct Projection {
  let database: Database

  func project(_ entry: Entry, by partner: Partner.ID) throws {
    guard let body = entry.content?.body else { return }
    let act = body.act
    let at = body.at.seconds
    if let on = act.agreement {
      try database.run(
        """
        INSERT INTO agreement (id, status, status_then, first_tick)
        VALUES (\(on.text), 'lapsed', 'lapsed', 0) ON CONFLICT DO NOTHING
        """)
      try database.run(
        """
        INSERT INTO mention (agreement, entry)
        SELECT \(on.text), number FROM entry WHERE id = \(entry.id.text)
        """)
    }
    switch act {
    case .join(let member):
      try database.run(
        """
        INSERT INTO partner (id, name, joined)
        VALUES (\(member.partner.id.text), \(member.partner.name.text), \(entry.header.tick))
        ON CONFLICT DO UPDATE SET name = excluded.name, joined = excluded.joined
        WHERE (excluded.joined, excluded.name) < (joined, name)
        """)
    case .admit(let device):
      try database.run(
        """
        INSERT INTO admission (device, partner) VALUES (\(device.text), \(partner.text))
        ON CONFLICT DO NOTHING
        """)
    case .word(let on, let revision, let wording):
      try database.run(
        """
        INSERT INTO wording (entry, revision, agreement, partner, text)
        VALUES (\(entry.id.text), \(revision.text), \(on.text), \(partner.text),
          \(wording.json.bytes))
        """)
    case .propose(let on, let proposal):
      try database.run(
        """
        INSERT INTO proposal (entry, agreement, revision, partner, parents, after, lapses_at,
          proposed_at)
        VALUES (\(entry.id.text), \(on.text), \(proposal.revision.text), \(partner.text),
          \(proposal.parents.map(\.text).joined(separator: " ")),
          \(nullable: proposal.after?.text), \(proposal.lapsesAt.seconds), \(at))
        """)
      try yes(on: on, proposal.revision, isFirst: proposal.isFirstYes, by: partner, at: at)
      try stance(2, on: on, proposal.refuses, by: partner, at: at)
    case .accept(let on, let revision, let refuses, let isFirst, let isLate):
      try yes(on: on, revision, isFirst: isFirst, by: partner, at: at)
      if isLate {
        try database.run(
          """
          INSERT INTO late_yes (entry, agreement, revision, at)
          VALUES (\(entry.id.text), \(on.text), \(revision.text), \(at))
          """)
      }
      try stance(2, on: on, refuses, by: partner, at: at)
    case .decline(let on, let revisions), .withdraw(let on, let revisions):
      try stance(2, on: on, revisions, by: partner, at: at)
    case .end(let on):
      try database.run(
        """
        INSERT INTO ending (agreement, partner, at) VALUES (\(on.text), \(partner.text), \(at))
        ON CONFLICT DO UPDATE SET at = min(at, excluded.at)
        """)
    case .answer(let on, let answer):
      try database.run(
        """
        INSERT INTO answer (entry, agreement, revision, partner, round, due, outcome, helped, at,
          late, tick, device, seq)
        VALUES (\(entry.id.text), \(on.text), \(answer.revision.text), \(partner.text),
          \(answer.round), \(answer.due.seconds), \(answer.outcome.rawValue),
          \(nullable: answer.helped?.rawValue), \(at), \(answer.isLate), \(entry.header.tick),
          \(entry.header.device.text), \(entry.header.sequence))
        """)
    case .note(let on, let revision, let note):
      try database.run(
        """
        INSERT INTO note (entry, agreement, revision, partner, text, at)
        VALUES (\(entry.id.text), \(on.text), \(revision.text), \(partner.text), \(note.text),
          \(at))
        """)
    case .forget(let on, let forgetting):
      try database.run(
        """
        INSERT INTO forgetting (agreement, partner, scope, at, tick)
        VALUES (\(on.text), \(partner.text), \(forgetting.scope == .all ? 2 : 1), \(at),
          \(entry.header.tick))
        ON CONFLICT DO UPDATE SET
          tick = max(tick, excluded.tick),
          at = CASE WHEN excluded.scope > scope THEN excluded.at
                    WHEN excluded.scope = scope THEN min(at, excluded.at) ELSE at END,
          scope = max(scope, excluded.scope)
        """)
      try stance(2, on: on, forgetting.refuses, by: partner, at: at)
    case .share, .unshare, .heard: try projectNeed(entry, act, by: partner, at: at)
    case .moment(let moment): try projectMoment(entry, moment, by: partner, at: at)
    case .unknown(_, let on):
      if let on {
        try database.run("UPDATE agreement SET newer = 1 WHERE id = \(on.text)")
      }
    }
  }

  private func yes(
    on: Agreement.ID, _ revision: Revision.ID, isFirst: Bool, by partner: Partner.ID, at: Int64
  ) throws {
    guard isFirst else { return try stance(1, on: on, [revision], by: partner, at: at) }
    try database.run(
      """
      INSERT INTO first_yes (agreement, revision, partner, at)
      VALUES (\(on.text), \(revision.text), \(partner.text), \(at))
      ON CONFLICT DO UPDATE SET at = min(at, excluded.at)
      """)
  }

  private func stance(
    _ stance: Int, on: Agreement.ID, _ revisions: [Revision.ID], by partner: Partner.ID, at: Int64
  ) throws {
    for revision in revisions {
      try database.run(
        """
        INSERT INTO stance (agreement, revision, partner, stance, at)
        VALUES (\(on.text), \(revision.text), \(partner.text), \(stance), \(at))
        ON CONFLICT DO UPDATE SET
          at = CASE WHEN excluded.stance > stance THEN excluded.at
                    WHEN excluded.stance = stance THEN min(at, excluded.at) ELSE at END,
          stance = max(stance, excluded.stance)
        """)
    }
  }
}

// MARK: - The row of an agreement, and what is to be erased

extension Store {
  /// Brings the rows of all agreements an act touched up to date, and erases what is to be erased.
  func settle() throws {
    for agreement in dirty { _ = try settle(agreement) }
    try settleNeeds()
  }

  /// The same for one agreement, which is handed back as it stands then.
  func settle(_ id: Agreement.ID) throws -> Agreement? {
    guard dirty.contains(id) else { return try load(id) }
    try eraseForgotten(on: id)
    let agreement = try load(id)
    if let agreement { try refresh(agreement) }
    dirty.remove(id)
    return agreement
  }

  private func refresh(_ agreement: Agreement) throws {
    let outlook = agreement.outlook
    let shown = agreement.shown
    let wording = shown?.wording
    let promise: String? =
      switch wording?.promise {
      case .both: "both"
      case .only(let partner), .own(let partner): partner.text
      case nil: nil
      }
    try database.run(
      """
      UPDATE agreement SET
        after = \(nullable: agreement.after?.text), revision = \(nullable: shown?.id.text), kind = \(nullable: wording?.kind.rawValue),
        title = \(nullable: wording?.title.text), promise = \(nullable: promise),
        owner = \(nullable: wording?.promise.owner?.text),
        status = \(outlook.now.rawValue), status_until = \(nullable: outlook.until?.seconds),
        status_then = \(outlook.then.rawValue), answer_until = \(nullable: outlook.answerUntil?.seconds),
        review_due = \(nullable: agreement.review?.due.seconds),
        first_tick = coalesce(
          (SELECT min(tick) FROM proposal JOIN entry ON entry.id = proposal.entry
            WHERE proposal.agreement = agreement.id), 0)
      WHERE id = \(agreement.id.text)
      """)
  }

  /// Erases the texts their writers took back, and those both want gone (rule S17).
  ///
  /// An own boundary falls with its owner's wish. Another text falls to its writer alone while the
  /// writer's own stance refuses it: then it was never agreed, and no late answer can make it so.
  /// What a writer adds after having asked stays.
  private func eraseForgotten(on agreement: Agreement.ID) throws {
    let scopes: [Int] = try database.values(
      "SELECT scope FROM forgetting WHERE agreement = \(agreement.text)")
    if scopes.isEmpty { return }
    var entries: [String] = try database.values(
      """
      SELECT wording.entry FROM wording
      JOIN forgetting USING (agreement, partner) JOIN stance USING (agreement, revision, partner)
      JOIN entry ON entry.id = wording.entry
      WHERE agreement = \(agreement.text) AND stance = 2 AND entry.tick < forgetting.tick
      UNION ALL
      SELECT note.entry FROM note JOIN forgetting USING (agreement, partner)
      JOIN entry ON entry.id = note.entry
      WHERE agreement = \(agreement.text) AND entry.tick < forgetting.tick
      UNION ALL
      SELECT wording.entry FROM wording JOIN forgetting USING (agreement)
      WHERE agreement = \(agreement.text) AND scope = 2
        AND forgetting.partner = json_extract(CAST(text AS TEXT), '$.promise.own')
      """)
    if scopes == [2, 2] {
      entries += try database.values(
        """
        SELECT entry FROM wording WHERE agreement = \(agreement.text)
        UNION SELECT entry FROM note WHERE agreement = \(agreement.text)
        UNION SELECT entry FROM answer WHERE agreement = \(agreement.text)
        """)
    }
    for entry in Set(entries) {
      try database.run("DELETE FROM wording WHERE entry = \(entry)")
      try database.run("DELETE FROM note WHERE entry = \(entry)")
      try database.run("DELETE FROM answer WHERE entry = \(entry)")
      try database.run(
        """
        DELETE FROM mention WHERE agreement = \(agreement.text)
          AND entry = (SELECT number FROM entry WHERE id = \(entry))
        """)
      try eraseBody(of: entry)
    }
  }

  /// Nothing of what an entry said is left.
  func eraseBody(of entry: String) throws {
    try database.run(
      "DELETE FROM body WHERE entry = (SELECT number FROM entry WHERE id = \(entry))")
    erased = true
  }
}

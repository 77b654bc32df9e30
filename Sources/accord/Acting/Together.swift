import Agreements
import Journal
import Sealing
import Storage
import Vault

/// A talk that both prepare apart and open together, at one computer or at two.
///
/// What one prepares lies sealed in one's vault. It leaves it when both are ready, for both at
/// once.
struct Together {
  let session: Session
  let store: Store
  let talk: Talk

  enum Opening {
    /// What both brought, also where it was opened before and may still be read; and those of the
    /// two who opened it here.
    case opened(Gathering.Opened, by: [Acting])
    /// Not both are ready: nothing of either is shown.
    case notBoth
    /// This one's is open; the other's computer opens theirs.
    case waits(for: Partner)
  }

  /// Nobody goes over anything while one of them is not back (rule S10).
  func checkBothAreBack() throws {
    do { try store.pauses().checkTalking(at: session.clock.now) } catch let refusal as Refusal {
      throw Problem(refusal, in: session.context(of: store.pair, actor: nil))
    }
  }

  // MARK: Apart

  /// Writes down what one brings, and lets the other's computer know that there is something.
  ///
  /// - Returns: nil where they would rather not; else whether anything is prepared now.
  func prepare(_ acting: Acting, inEditor: Bool, noHints: Bool) throws -> Bool? {
    let side = PrivateSide(acting: acting)
    var form = TalkForm.form(for: talk, other: acting.other.name.text.visible)
    let before = try side.read().prepared(for: talk)
    for (part, text) in before?.texts ?? [:] { form.texts[part] = text.text }
    let notes = try session.fill(form, by: acting.me, inEditor: inEditor) { form -> TalkNotes in
      let notes = try TalkForm.notes(of: form, for: talk)
      try side.change { try $0.prepare(notes) }
      return notes
    }
    guard let notes else { return nil }
    WordingHint(for: acting, isOff: noHints).say(
      aboutPrivate: talk.parts.filter { $0 != .touched && $0 != .felt }
        .compactMap { notes.texts[$0]?.text })
    _ = try acting.writing().write { try $0.ready(talk, !notes.isEmpty) }
    return !notes.isEmpty
  }

  // MARK: Together

  var gathering: Gathering { get throws { try store.gathering(for: talk) } }

  /// Whether each of the two has prepared, or opened theirs already.
  private func isComplete(_ gathering: Gathering) -> Bool {
    store.pair.both.allSatisfy { gathering.has($0.id, at: session.clock.again.now) }
  }

  /// Whether all there is can be opened now.
  var canOpen: Bool { get throws { try isComplete(gathering) } }

  /// Opens both at once. Passwords are asked for before anything of either is read.
  func open() throws -> Opening {
    try checkBothAreBack()
    let gathering = try gathering
    let sides = try session.partnersHere(store).map { try side(of: $0) }
    guard isComplete(gathering) else {
      // Whoever writes for the next time takes nothing from this one.
      guard let opened = gathering.readable(at: session.clock.now) else { return .notBoth }
      try empty(sides, of: opened.notes)
      return .opened(opened, by: sides.map(\.acting))
    }
    let ready = sides.filter { gathering.ready.contains($0.acting.me.id) }
    for side in ready { _ = try side.acting.keys }
    var notes: [Partner.ID: TalkNotes] = [:]
    for side in ready {
      guard let prepared = try side.read().prepared(for: talk) else {
        // A vault that was put back from a copy may know nothing of it.
        _ = try side.acting.write { try $0.ready(talk, false) }
        return .notBoth
      }
      notes[side.acting.me.id] = prepared
    }
    guard try bring(notes, of: ready) else { return .notBoth }
    let after = try self.gathering
    try empty(sides, of: after.waiting.isEmpty ? after.opened?.notes ?? [:] : after.waiting)
    guard let opened = after.readable(at: session.clock.again.now), after.waiting.isEmpty else {
      let missing = store.pair.both.first { after.waiting[$0.id] == nil }
      return missing.map { .waits(for: $0) } ?? .notBoth
    }
    return .opened(opened, by: sides.map(\.acting))
  }

  /// All of it in one transaction.
  ///
  /// - Returns: false where somebody took theirs back meanwhile; then nothing was written.
  private func bring(_ notes: [Partner.ID: TalkNotes], of sides: [PrivateSide]) throws -> Bool {
    let writers = try sides.map { try $0.acting.writer }
    do {
      let isBrought = try store.write(
        as: writers, at: session.clock.again.now, in: session.clock.rules
      ) { pens in
        let ready = try store.gathering(for: talk).ready
        guard pens.allSatisfy({ ready.contains($0.me) }) else { return false }
        for pen in pens {
          if let brought = notes[pen.me] { try pen.bring(brought) }
        }
        return true
      }
      if isBrought, !writers.isEmpty { session.deeds.add() }
      for (side, writer) in zip(sides, writers) { side.acting.remember(writer) }
      return isBrought
    } catch let refusal as Refusal {
      throw Problem(refusal, in: session.context(of: store.pair, actor: nil))
    }
  }

  private func side(of partner: Partner) throws -> PrivateSide {
    PrivateSide(
      acting: Acting(
        session: session, store: store, keyring: try Keyring(of: partner, on: store, in: session)))
  }

  /// What is open leaves the vaults; also one that an interrupted opening left there.
  private func empty(_ sides: [PrivateSide], of notes: [Partner.ID: TalkNotes]) throws {
    for side in sides where side.acting.keyring.isOpen {
      guard let notes = notes[side.acting.me.id], try side.read().prepared(for: talk) == notes
      else {
        continue
      }
      try side.change { try $0.prepare(TalkNotes(talk, [:])) }
    }
  }
}

/// The questions of each talk.
enum TalkForm {
  static func form(for talk: Talk, other: String) -> Form<Talk.Part> {
    Form(
      fields: talk.parts.map { part in
        .words(part, part.named, part.question(to: other), as: TalkLimit.self)
      })
  }

  static func notes(of form: Form<Talk.Part>, for talk: Talk) throws -> TalkNotes {
    var texts: [Talk.Part: TalkText] = [:]
    for part in talk.parts { texts[part] = try form.words(part) }
    let notes = TalkNotes(talk, texts)
    // Before it is kept: what cannot be opened later is worth nothing.
    guard notes.json.bytes.count <= Entry.mostBodyBytes - 1_024 else {
      throw Problem(StoreError.tooLarge)
    }
    return notes
  }
}

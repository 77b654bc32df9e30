import Agreements
import Journal
import Sealing
import Storage

/// A pause in the making. Whatever stands in the way of keeping it, the return is named (rule S11).
struct Pausing {
  let session: Session
  let wish: PauseWish

  /// Begins it, and says until when.
  func begin() -> Report {
    do {
      let store = try session.writing()
      let rule = try PauseScreen.rule(in: store, at: session.clock.now)
      guard let acting = try session.signer(on: store) else { return unkept(rule, because: nil) }
      let outcome = try acting.write {
        try $0.pause(until: wish.returnTime(by: rule, from: $0.now), named: wish.isNamed)
      }
      let screen = try PauseScreen(session, store, reader: nil, outcome.pauses)
      return Report(lines: screen.begun(again: outcome.stood), json: screen.json)
    } catch {
      let rule: CoolDown? =
        if let store = try? session.reading() {
          try? PauseScreen.rule(in: store, at: session.clock.now)
        } else {
          nil
        }
      return unkept(rule, because: Problem(error, in: .none))
    }
  }

  /// What is said where nothing could be written: between the two it holds all the same.
  ///
  /// - Parameter problem: nil where nobody gave a password.
  private func unkept(_ rule: CoolDown?, because problem: Problem?) -> Report {
    let until = wish.returnTime(by: rule, from: session.clock.again.now)
    session.remark(
      problem.map {
        Sentence(
          "this pause is not kept (\($0.sentence.english)); between you it holds all the same",
          "这次没能记下来（\($0.sentence.chinese)）；你们之间照样算数")
      }
        ?? Sentence(
          "it is not kept here, since nobody's password was given; between you it holds all the same",
          "没有给密码，所以这里没有记下；你们之间照样算数"))
    return Report(
      lines: PauseScreen.begun(session.timeWhen(until), rule),
      json: [("pause", .null), ("until", .string(until.rfc3339))],
      exit: problem?.exit ?? .noPermission)
  }
}

extension Session {
  /// Whoever can sign for a pause without being asked anything: it is nobody's to count who called it.
  ///
  /// Who the command line names; else a partner whose keys lie open here. Only where passwords seal
  /// all of them one is asked for, and Enter goes on without.
  func signer(on store: Store) throws -> Acting? {
    let partners = try knownPartner(of: store).map { [$0] } ?? partnersHere(store)
    let keyrings = try partners.map { try Keyring(of: $0, on: store, in: self) }
    if let open = keyrings.first(where: \.isOpen) {
      return Acting(session: self, store: store, keyring: open)
    }
    if let passphrase {
      let given = try passphrase.read()
      guard let open = try keyrings.first(where: { try $0.open(with: given) }) else {
        throw KeyFileError.wrongPassphrase
      }
      return Acting(session: self, store: store, keyring: open)
    }
    guard prompt.canAsk, !keyrings.isEmpty else { return nil }
    let names = partners.map { $0.name.text.visible }
    let question = Sentence(
      "\(names.joined(separator: " / "))'s password, so that it is kept, or just Enter",
      "\(names.joined(separator: "或"))的密码（记下来要用，不记就回车）")
    return try prompt.unseen { hidden in
      let typed = try hidden.ask(question, flag: "--passphrase-file")
      guard let passphrase = Passphrase(typed) else { return nil }
      let opened = try keyrings.first { try $0.open(with: passphrase) }
      return opened.map { Acting(session: self, store: store, keyring: $0) }
    }
  }
}

extension Acting {
  /// Refuses what a pause lets wait before anything is asked (rule S10).
  func checkSuggesting() throws {
    try judged { try store.pauses().checkSuggesting(at: session.clock.now) }
  }

  /// The same for a yes, and for looking again.
  func checkAnswering() throws {
    try judged { try store.pauses().checkAnswering(at: session.clock.now) }
  }
}

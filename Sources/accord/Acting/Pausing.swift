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
    let outcome: PauseOutcome
    let store: Store
    do {
      store = try session.writing()
      let rule = try PauseScreen.rule(in: store, at: session.clock.now)
      let signers = try Signers(of: store, in: session)
      let pause = { (pen: Pen) in
        try pen.pause(until: wish.returnTime(by: rule, from: pen.now), named: wish.isNamed)
      }
      guard let kept = try signers.foreseen(pause) ?? signers.open()?.write(pause) else {
        return begun(rule, store, asking: signers)
      }
      outcome = kept
    } catch {
      return unkept(error)
    }
    return begun(outcome, store)
  }

  /// What is said of one that is kept.
  private func begun(_ outcome: PauseOutcome, _ store: Store) -> Report {
    do {
      let screen = try PauseScreen(session, store, reader: nil, outcome.pauses)
      // What was named is said of only where it is the return.
      return Report(
        lines: screen.begun(wish, again: outcome.stood),
        remarks: outcome.stood || screen.lasts(beyond: wish) ? [] : remarks, json: screen.json)
    } catch {
      let problem = Problem(error, in: .none)
      return Report(
        lines: [Sentence("The pause is kept.", "停一停，已经记下了。").text], remarks: [problem.sentence],
        exit: problem.exit)
    }
  }

  /// Where passwords seal every key: the return is named first, then somebody is asked for one.
  private func begun(_ rule: CoolDown?, _ store: Store, asking signers: Signers) -> Report {
    guard session.prompt.canAsk else { return unkept(nil) }
    let until = returnTime(rule, store)
    do {
      try Report.send(
        Report(lines: PauseScreen.begun(session.timeWhen(until), rule)), asJSON: false)
      for remark in remarks { session.remark(remark) }
      let question = Sentence("to note it here, or just Enter", "在这里记下来要用，不记就回车")
      guard let acting = try signers.asked(question) else { return unkept(nil, told: until) }
      let outcome = try acting.write { pen in
        guard pen.now < until else { return PauseOutcome?.none }
        return try pen.pause(until: until, named: true)
      }
      guard let outcome else {
        return .says(PauseScreen.itIsTime(rule), PauseScreen.howToBegin, Safety.line)
      }
      var report = begun(outcome, store)
      report.remarks = []
      if !outcome.stood { report.lines = [Sentence("It is noted here too.", "这里也记下了。").text] }
      return report
    } catch {
      return unkept(error, told: until)
    }
  }

  /// The return that is named: a pause that runs already, and longer, stands.
  private func returnTime(_ rule: CoolDown?, _ store: Store?) -> Instant {
    let now = session.clock.again.now
    let running = (try? store?.pauses())?.returnTime(at: now)
    return max(wish.returnTime(by: rule, from: now), running ?? now)
  }

  /// What is worth saying of a time that was named.
  private var remarks: [Sentence] {
    [
      wish.isShort
        ? Sentence(
          "(under 20 minutes the body has often not settled yet)", "（不到20分钟，身体往往还没缓过来）") : nil,
      wish.hoursOfTomorrow.map { hours in
        Sentence(
          "(that is tomorrow, \(hours) hours from now; you may both be back sooner: accord pause back)",
          "（那是明天，还有\(hours)个小时；两个人都可以早点回来：accord pause back）")
      },
    ].compactMap(\.self)
  }

  /// What is said where nothing could be written: between the two it holds all the same.
  ///
  /// - Parameters:
  ///   - error: why; nil where nobody gave a password.
  ///   - told: the return that was named already.
  private func unkept(_ error: (any Error)?, told: Instant? = nil) -> Report {
    let store = try? session.reading()
    let rule = store.flatMap { try? PauseScreen.rule(in: $0, at: session.clock.now) }
    let until = told ?? returnTime(rule, store)
    let problem = error.map { Problem($0, in: .none) }
    // Who stops at the question for a password has given none.
    let reason = error is NoInput ? nil : problem
    let remark =
      reason.map {
        Sentence(
          "this pause is not kept (\($0.sentence.english)); between you it holds all the same",
          "这次没能记下来（\($0.sentence.chinese)）；你们之间照样算数")
      }
      ?? Sentence(
        "it is not noted here, since nobody's password was given; between you it holds all the same",
        "没有给密码，所以这里没有记下；你们之间照样算数")
    return Report(
      lines: told == nil ? PauseScreen.begun(session.timeWhen(until), rule) : [],
      remarks: [remark] + (told == nil ? remarks : []),
      json: [("pause", .null), ("until", .string(until.rfc3339))],
      exit: problem?.exit ?? .noPermission)
  }
}

/// Those who can sign for a pause: who the command line names, else each whose keys lie here. It is
/// nobody's to count which of them called it.
struct Signers {
  private let session: Session
  private let store: Store
  private let first: Acting
  private let others: [Acting]

  private var all: [Acting] { [first] + others }

  /// - Throws: `KeyFileError.missing` where there are none.
  init(of store: Store, in session: Session) throws {
    self.session = session
    self.store = store
    let partners = try session.knownPartner(of: store).map { [$0] } ?? session.partnersHere(store)
    let all = try partners.map {
      Acting(session: session, store: store, keyring: try Keyring(of: $0, on: store, in: session))
    }
    guard let first = all.first else { throw KeyFileError.missing }
    self.first = first
    others = Array(all.dropFirst())
  }

  /// What something would come to for which nothing has to be signed; else nil.
  func foreseen<Result>(_ body: (Pen) throws -> Result) throws -> Result? {
    try store.foresee(
      as: first.me, at: session.clock.again.now, in: session.clock.rules, body)
  }

  /// One whose keys lie open, or are opened by the password the command line names; else nil.
  func open() throws -> Acting? {
    if let open = all.first(where: \.keyring.isOpen) { return open }
    guard let passphrase = session.passphrase else { return nil }
    let given = try passphrase.read()
    guard let open = try all.first(where: { try $0.keyring.open(with: given) }) else {
      throw KeyFileError.wrongPassphrase
    }
    return open
  }

  /// One whose password somebody types; nil where they would rather not.
  ///
  /// - Parameter purpose: what it is for, and what Enter means.
  /// - Throws: `KeyFileError.wrongPassphrase` after three that fit none.
  func asked(_ purpose: Sentence) throws -> Acting? {
    guard session.prompt.canAsk else {
      throw Problem(
        "locked", .noPermission,
        Sentence(
          "every key here is behind a password; give one with --passphrase-file FILE",
          "这里的钥匙都有密码，请加上 --passphrase-file 文件"))
    }
    let names = all.map(\.me.name.text.visible)
    let question = Sentence(
      "The password of \(names.joined(separator: " or ")), \(purpose.english)",
      "\(names.joined(separator: "或"))的密码（\(purpose.chinese)）")
    return try session.prompt.unseen { hidden in
      for _ in 1...3 {
        let typed = try hidden.ask(question, flag: "--passphrase-file")
        if typed.isEmpty { return nil }
        if let passphrase = Passphrase(typed),
          let open = try all.first(where: { try $0.keyring.open(with: passphrase) })
        {
          return open
        }
        session.remark(Sentence("That is not the password.", "密码不对。"))
      }
      throw KeyFileError.wrongPassphrase
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

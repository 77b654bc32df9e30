import Agreements
import ArgumentParser
import Storage

/// The program for who knows no commands: what is due, and a numbered list of what can be done.
///
/// Each choice runs the command of its name, as if it had been typed; what goes wrong there is
/// told, and the list comes back.
struct Screen {
  let session: Session

  /// How much of an id names one agreement among any number.
  private static let idLength = 12

  /// One thing that can be chosen.
  private enum Choice {
    case verb([String])
    /// The list, and from there one agreement.
    case agreements
    /// The phrases, and from there one of them.
    case phrases
    /// What each needs, and what helps where one is uneasy: shown, and from there written.
    case reading([String], thenWriting: [String])
  }

  func run() throws {
    while true {
      let choices = try choices()
      try Report.send(Report(lines: [""]), asJSON: false)
      guard let chosen = try chosen(from: choices) else { return }
      try attempt { try perform(chosen) }
      try waitForEnter()
      try attempt { try run(["today"]) }
    }
  }

  /// What was shown is not to scroll away unread.
  private func waitForEnter() throws(NoInput) {
    do {
      _ = try session.prompt.ask(Sentence("Enter goes on", "回车继续"), flag: "accord --help")
    } catch {
      // Whatever else is typed is as good as Enter.
      if error == .endOfInput { throw error }
    }
  }

  /// Nil where they would rather leave. Whoever mistypes is shown the list again.
  private func chosen(from choices: [Menu<Choice?>.Choice]) throws(NoInput) -> Choice? {
    while true {
      do {
        return try session.prompt.menu(
          Menu(choices, layout: .list),
          question: Sentence("What would you like to do?", "想做什么？"), onEnter: .some(nil),
          flag: "accord --help")
      } catch {
        if error != .notUnderstood { throw error }
        session.remark(Prompt.noneOfThem)
      }
    }
  }

  // MARK: The list

  private func choices() throws -> [Menu<Choice?>.Choice] {
    let now = try Session(session.options)
    let store = try now.reading()
    let agenda = try Agenda(now, store, reader: now.knownPartner(of: store))
    let ahead =
      agenda.screen.until == nil
      ? calm(agenda) + [choice(["pause"], Sentence("pause", "停一停")), propose]
      : try pausing(agenda)
    return ahead + (try no(agenda)) + [
      .init(.agreements, Sentence("what we agreed", "我们说好的"), aliases: ["list"]),
      .init(.phrases, Sentence("say it", "说句安心话"), aliases: ["say"]),
      .init(
        .reading(["steady"], thenWriting: ["steady", "edit"]), Sentence("steady me", "稳一稳"),
        aliases: ["steady"]),
    ] + (agenda.screen.until == nil ? try talks(agenda) : []) + [
      .init(
        .reading(["need"], thenWriting: ["need", "add"]),
        Sentence("what each of us needs", "各自的需要"), aliases: ["need"]),
      choice(["safety"], Sentence("if you feel unsafe", "觉得不安全时")),
      .init(nil, Sentence("leave", "离开"), aliases: ["q", "quit", "exit"]),
    ]
  }

  private func choice(_ words: [String], _ label: Sentence) -> Menu<Choice?>.Choice {
    Menu.Choice(.verb(words), label, aliases: [words.joined(separator: " ")])
  }

  private var propose: Menu<Choice?>.Choice {
    choice(["propose"], Sentence("suggest an agreement", "提一个约定"))
  }

  private var longer: Menu<Choice?>.Choice {
    choice(["pause", "extend"], Sentence("a little longer", "再缓一会儿"))
  }

  /// What can be done with a pause that runs.
  private func pausing(_ agenda: Agenda) throws -> [Menu<Choice?>.Choice] {
    let now = agenda.session.clock.now
    let running = agenda.screen.pauses.running(at: now)
    func all(_ isSo: (Pause, Partner) -> Bool) -> Bool {
      agenda.reader.map { me in running.allSatisfy { isSo($0, me) } } ?? false
    }
    let isBack = all { $0.back[$1.id] != nil && !$0.leaving.contains($1.id) }
    let leaves = all { $0.leaving.contains($1.id) }
    let maySuggest = (try? agenda.screen.pauses.checkSuggesting(at: now)) != nil
    return [
      isBack ? nil : choice(["pause", "back"], Sentence("I'm back", "我缓过来了")),
      agenda.screen.canExtend ? longer : nil,
      leaves ? nil : choice(["pause", "drop"], Sentence("leave it for now", "这事先放下")),
      choice(["pause", "status", "--stay"], Sentence("wait here", "在这里等到点")),
      maySuggest ? propose : nil,
    ].compactMap(\.self)
  }

  /// What waits.
  private func calm(_ agenda: Agenda) -> [Menu<Choice?>.Choice] {
    var seen: Set<String> = []
    return agenda.items.flatMap { item -> [Menu<Choice?>.Choice] in
      switch item {
      case .itIsTime:
        [choice(["pause", "back"], Sentence("how to begin again", "怎么重新开口"))]
          + (agenda.screen.canExtend ? [longer] : [])
      case .answer, .again: [choice(["accept"], Sentence("look and answer", "看一看，再回答"))]
      case .lapsing, .review: [choice(["review"], Sentence("look again", "回头看看"))]
      case .repair(isComplete: true):
        [choice(["repair", "open"], Sentence("read what both wrote", "一起看两个人写的"))]
      case .repair, .pause, .talk, .ritual, .need: []
      }
    }.filter { seen.insert($0.label.english).inserted }
  }

  /// A no never waits, where a yes has to (rule S10).
  private func no(_ agenda: Agenda) throws -> [Menu<Choice?>.Choice] {
    let now = agenda.session.clock.now
    guard (try? agenda.screen.pauses.checkAnswering(at: now)) == nil else { return [] }
    let partners = agenda.reader.map { [$0] } ?? agenda.store.pair.both
    let isAnythingOpen = try agenda.store.waiting(at: now, pauses: agenda.screen.pauses).contains {
      summary in
      try agenda.store.agreement(summary).open(at: now).contains { text in
        partners.contains { Reply.no.isOpen(to: $0.id, text) }
      }
    }
    return isAnythingOpen
      ? [choice(["decline"], Sentence("not this time, to what was suggested", "这次不了（提过来的）"))] : []
  }

  /// What is talked over together. A time to talk is agreed on first.
  private func talks(_ agenda: Agenda) throws -> [Menu<Choice?>.Choice] {
    let isAnyAgreed = try !agenda.store.standing([.checkIn], among: agenda.inForce).isEmpty
    let checkIn = [
      choice(["checkin", "prepare"], Sentence("prepare our talk", "准备聊聊")),
      choice(["checkin", "open"], Sentence("open our talk", "一起打开，聊聊")),
    ]
    return (isAnyAgreed ? checkIn : []) + [choice(["repair"], Sentence("make up", "和好"))]
  }

  // MARK: Doing it

  private func perform(_ choice: Choice) throws {
    switch choice {
    case .verb(let words): try run(words)
    case .agreements: try showAgreements()
    case .phrases: try sayPhrase()
    case .reading(let words, thenWriting: let more):
      try run(words)
      try offer(more, Sentence("write something down", "写一点"))
    }
  }

  /// One more thing that can be done now; Enter leaves it.
  private func offer(_ words: [String], _ label: Sentence) throws {
    let next: [String]? = try session.choose(
      Sentence("And now?", "接下来？"),
      [.init(words, label), .init(nil, Sentence("back", "返回"))], flag: words.joined(separator: " "))
    if let next { try run(next) }
  }

  private func run(_ words: [String]) throws {
    var command = try Arguments.parsed(words + session.options.given)
    try command.run()
  }

  /// The list; one of it whole, and what can be done with it.
  private func showAgreements() throws {
    try run(["list"])
    let store = try session.reading()
    let listed = try store.inForce(at: session.clock.again.now)
    if listed.isEmpty { return }
    let one = try session.prompt.menu(
      Menu(
        listed.map {
          Menu<Summary?>.Choice($0, titled: $0.title ?? Session.erasedTitle.text)
        } + [.init(nil, Sentence("back", "返回"))], layout: .list),
      question: Sentence("One of them, whole?", "看哪一条的全文？"), onEnter: .some(nil),
      flag: "accord show"
    )
    guard let one else { return }
    let id = String(one.id.text.prefix(Self.idLength))
    try run(["show", id])
    // To change it would be refused in a pause; to end it never is.
    let canChange = (try? store.pauses().checkSuggesting(at: session.clock.again.now)) != nil
    let next: [String]? = try session.choose(
      Sentence("And now?", "接下来？"),
      (canChange ? [.init(["amend", id], Sentence("change it", "改一改"))] : []) + [
        .init(["end", id], Sentence("no longer agree to it", "不再约定")),
        .init(nil, Sentence("back", "返回")),
      ], flag: "accord amend")
    if let next { try run(next) }
  }

  private func sayPhrase() throws {
    let sayings = try Sayings(session, session.reading()).all
    if sayings.isEmpty {
      try run(["say"])
      return try offer(["propose", "reassurance"], Sentence("suggest some", "提一句"))
    }
    let chosen = try session.prompt.menu(
      Menu(
        sayings.map { Menu<Saying?>.Choice($0, titled: $0.title.text) }
          + [.init(nil, Sentence("back", "返回"))], layout: .list),
      question: Sentence("For which moment?", "什么时候用的？"), onEnter: .some(nil), flag: "accord say")
    guard let chosen else { return }
    try run(["say", String(chosen.summary.id.text.prefix(Self.idLength))])
  }

  /// A command that could not do it says so; the list comes back all the same.
  private func attempt(_ body: () throws -> Void) throws {
    do { try body() } catch is ExitCode {
      // It has said what there was to say.
    } catch let error as OutputError {
      throw error
    } catch {
      let problem = Problem(error, in: .none)
      session.remark(problem.sentence)
      if let hint = problem.hint { session.remark(hint) }
    }
  }
}

extension SharedOptions {
  /// The same options once more, as they were given.
  var given: [String] {
    let valued: [(String, String?)] = [
      ("--as", actor), ("--store", store), ("--lang", lang), ("--color", color),
      ("--passphrase-file", passphraseFile), ("--passphrase-fd", passphraseDescriptor),
    ]
    return valued.flatMap { name, value in value.map { [name, $0] } ?? [] }
      + (noColor ? ["--no-color"] : [])
  }
}

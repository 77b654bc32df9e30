import Agreements
import ArgumentParser
import Journal
import Storage

struct ProposeCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "propose", aliases: ["提议", "提", "提一个约定"],
      Sentence("suggest an agreement", "提一个约定"),
      examples: [
        Sentence("accord propose", "accord propose"),
        Sentence(
          "accord propose cool-down --minutes 30", "accord propose 冷却时间 --minutes 30"),
        Sentence(
          "accord propose check-in --every weekly --on sunday --at 20:00",
          "accord propose 聊聊 --every 每周 --on 周日 --at 20:00"),
        Sentence(
          "accord propose reassurance --when \"When I'm busy\" --phrase \"I'll find you\"",
          "accord propose 安心话 --when 忙的时候 --phrase 忙完就找你"),
      ])
  }

  @Argument(
    help: .said(
      "cool-down, check-in, reassurance, boundary, ritual", "冷却时间、聊聊、安心话、边界、小仪式",
      value: ("KIND", "种类")),
    completion: .list(Kind.allCases.map(\.rawValue)))
  var kind: String?

  @Argument(help: .said("a short title", "一个短名字", value: ("TITLE", "名字")))
  var title: String?

  @OptionGroup var terms: TermOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    let kind = try chosenKind(in: session)
    let acting = try session.acting(on: store)
    var fields = terms.fields
    fields[.title] = title ?? splitTitle
    let start = Composition(
      kind: kind, pair: store.pair, me: acting.me, clock: session.clock, fields: fields)
    let card = Card(session, store.pair)
    let report = try session.compose(
      start, options: terms, partner: acting.other, show: { card.besides($0) },
      suggest: { wording in
        let (outcome, declines) = try acting.write {
          (try $0.propose(wording), try $0.declines(of: wording))
        }
        Suggesting.hints(wording, declines: declines, in: session)
        return Suggesting.report(outcome, acting)
      })
    return report ?? .says(Suggesting.nothing, json: ("agreement", .null))
  }

  private func chosenKind(in session: Session) throws -> Kind {
    guard let typed = kind else {
      return try session.prompt.menu(
        Menu(Kind.allCases.map { Menu.Choice($0, $0.named) }, layout: .list),
        question: Sentence("What kind?", "哪一种？"), otherwise: Mistyped(.kind, .missing))
    }
    return try Kind(typed: typed.split { $0 == "\u{3000}" }.first.map(String.init) ?? typed)
  }

  /// A full-width space between kind and title does not part them for the shell.
  private var splitTitle: String? {
    guard let parts = kind?.split(separator: "\u{3000}", maxSplits: 1), parts.count == 2 else {
      return nil
    }
    return String(parts[1])
  }
}

/// What is said after something was suggested: the same for a first text, a counter and a change.
enum Suggesting {
  static let nothing = Sentence("Nothing was suggested.", "好，先不提。")

  static func report(_ outcome: Outcome, _ acting: Acting) -> Report {
    let other = acting.other.name.text.visible
    let text = outcome.agreement.revisions[outcome.revision]
    let sentence: Sentence
    if text?.agreedAt != nil {
      sentence = Sentence(
        "You both suggested the same: agreed. Either of you can end it any time: accord end",
        "你们想到一起了：说好了。谁都可以随时不再约定：accord end")
    } else if outcome.stood {
      sentence = Sentence(
        "This is with \(other) already. No answer is not a no.",
        "这条已经提给\(other)了。没回答不等于不愿意。")
    } else if outcome.agreement.standing != nil {
      sentence = Sentence(
        "Suggested to \(other). The old text holds until you have both said yes.",
        "已经提给\(other)了。两个人都点头之前，照旧。")
    } else {
      sentence = Sentence(
        "Suggested to \(other). It counts once you have both said yes.",
        "已经提给\(other)了。两个人都点头才算数。")
    }
    return Report(lines: [sentence.text], json: [("agreement", acting.json(outcome.agreement))])
  }

  static func hints(_ wording: Wording, declines: [Instant], in session: Session) {
    if case .coolDown(let terms) = wording.terms, terms.length.count < 20 {
      session.remark(
        Sentence(
          "(under 20 minutes the body has often not settled yet)",
          "（不到20分钟，身体往往还没缓过来）"))
    }
    if let cue = wording.terms.cue, !IfThen.namesMoment(cue) {
      session.remark(
        Sentence(
          "(a moment both would notice makes it easier to keep: \"when we come home\")",
          "（写一个两个人都看得出来的时刻，更容易做到，比如“回到家的时候”）"))
    }
    if Declines.suggestRest(declines, now: session.clock.now) {
      session.remark(
        Sentence(
          "(this has met \"not this time\" three times; perhaps put it down for now, or look at it with a third person)",
          "（这件事已经三次“这次不了”，也许先放下，或者请第三个人一起看看）"))
    }
  }
}

extension Terms {
  /// The moment a promise is tied to, where it is written in words.
  fileprivate var cue: Note? {
    switch self {
    case .coolDown, .checkIn: nil
    case .reassurance(let terms): terms.cue
    case .boundary(let terms): terms.cue
    case .ritual(let ritual):
      if case .cue(let cue, _) = ritual.occasion { cue } else { nil }
    }
  }
}

extension Acting {
  func json(_ agreement: Agreement) -> JSON {
    AgreementJSON(session: session, pair: store.pair, reader: me).object(agreement)
  }
}

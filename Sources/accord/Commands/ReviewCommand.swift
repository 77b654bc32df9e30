import Agreements
import ArgumentParser
import Journal
import Storage

struct ReviewCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "review", aliases: ["回顾", "回头看看"],
      Sentence("look again at what you agreed", "回头看看说好的约定"),
      examples: [
        Sentence("accord review", "accord review"),
        Sentence(
          "accord review \"half an hour\" --helped yes --keep --as Mei",
          "accord review 半小时 --helped 有帮助 --keep --as 小美"),
      ],
      notes: Sentence(
        "Each answers apart; the answers are shown when both are in. Both keep: the next date follows. Let go: it ends at once. Change: you are asked for the new words.",
        "各自回答，两个人都答了才给看。\n都想留着，就到下次再看；不再约定，马上算数；想改一改，就接着写新的。"))
  }

  @OptionGroup var target: ReferenceArgument
  @Option(
    help: .said("yes, partly, no or unused", "有帮助、有一点、没帮上、还没用到", value: ("HOW", "怎样")),
    completion: .names(of: ReviewAnswer.Helped.self))
  var helped: String?
  @Flag(help: .said("keep it", "留着")) var keep = false
  @Flag(help: .said("change it", "改一改")) var change = false
  @Flag(help: .said("let it go", "不再约定")) var end = false
  @Option(help: .said("a few words, if you like", "想说的话，可以不写", value: ("TEXT", "文字")))
  var note: String?
  @OptionGroup var hints: HintOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let note = try session.note(note, Sentence("the note", "这几句话"))
    let helped = try helped.map { text throws(Mistyped) in
      try ReviewAnswer.Helped(typed: text)
    }
    let outcome = try outcome()
    if outcome == .end || outcome == .change || note != nil { try session.demandReference(target) }
    let store = try session.writing()
    let acting = try session.acting(on: store)
    let agreements = try chosen(acting, outcome)
    if agreements.isEmpty {
      let other = acting.other.name.text.visible
      return .says(
        try session.toReview(in: store, by: nil).isEmpty
          ? Sentence(
            "Nothing to look at again today. What you agreed: accord list",
            "今天没有要回头看的。说好的都在：accord list")
          : Sentence(
            "You have answered all there is; \(other)'s answers are still to come.",
            "你都答过了，还差\(other)的。"),
        json: ("agreements", .array([])))
    }
    if outcome != .end { try acting.checkAnswering() }
    var results: [JSON] = []
    for agreement in agreements {
      let walk = Walk(
        acting: acting, agreement: agreement, helped: helped, outcome: outcome, note: note,
        hints: hints)
      do {
        let (lines, result) = try walk.answer()
        try tell(lines, of: agreement, among: agreements, session)
        results.append(acting.json(result))
      } catch let stop as NoInput where stop.isStop && session.deeds.areAny {
        throw Problem(
          stop,
          Sentence(
            "stopped here; what you answered before is kept, this one and the rest wait: accord review",
            "先到这里；前面答过的都记下了，这一条和剩下的还在：accord review"))
      }
    }
    return Report(json: [("agreements", .array(results))])
  }

  /// Says at once what an answer came to; of several that nobody was shown, each is named.
  private func tell(
    _ lines: [String], of agreement: Agreement, among all: [Agreement], _ session: Session
  ) throws {
    if session.options.json { return }
    let isNamed = all.count > 1 && (keep || change || end)
    let title = isNamed ? agreement.shown?.wording?.title.text : nil
    let named = title.map { [Sentence.quoting($0.visible).text] } ?? []
    try Report.send(Report(lines: named + lines), asJSON: false)
  }

  private func outcome() throws -> ReviewAnswer.Outcome? {
    let given = [(keep, ReviewAnswer.Outcome.keep), (change, .change), (end, .end)]
      .filter(\.0).map(\.1)
    if given.count > 1 {
      throw Problem(
        "contradiction", .usage,
        Sentence(
          "--keep, --change or --end: one of them", "--keep、--change、--end 只能选一个"))
    }
    return given.first
  }

  /// The one that was named, else all that are due and not yet answered by the one who acts.
  private func chosen(
    _ acting: Acting, _ outcome: ReviewAnswer.Outcome?
  ) throws -> [Agreement] {
    let session = acting.session
    if let reference = target.reference {
      let summary = try session.choose(
        reference, from: try acting.store.inForce(at: session.clock.now), of: acting.store,
        nothing: Problem(.notInForce, in: .none))
      if let due = summary.reviewDue, session.day(due) > session.today, outcome != .end {
        let on = session.date(due)
        throw Problem(
          "not-due", .refused,
          Sentence(
            "you look at this one again on \(on.english); to change it now: accord amend",
            "这条\(on.chinese)再回头看。现在就想改：accord amend"))
      }
      return [try acting.store.agreement(summary)]
    }
    return try session.toReview(in: acting.store, by: acting.me)
  }
}

/// One agreement looked at again by one partner.
private struct Walk {
  let acting: Acting
  let agreement: Agreement
  let helped: ReviewAnswer.Helped?
  let outcome: ReviewAnswer.Outcome?
  let note: Note?
  let hints: HintOptions

  private var session: Session { acting.session }

  func answer() throws -> (lines: [String], agreement: Agreement) {
    let reference = try acting.store.handle(of: agreement)
    if self.outcome != .end, agreement.review?.waits(for: acting.me.id) ?? true {
      _ = try acting.judged(about: reference) {
        try agreement.answering(
          self.outcome ?? .keep, helped: self.helped, by: acting.me.id, at: session.clock.now)
      }
    }
    let outcome: ReviewAnswer.Outcome
    var helped = helped
    if let told = self.outcome {
      outcome = told
    } else {
      guard session.prompt.canAsk else {
        throw Problem(
          "missing", .usage,
          Sentence(
            "say what becomes of it: --keep, --change or --end",
            "接下来怎么办？--keep 留着，--change 改一改，--end 不再约定"))
      }
      try introduce()
      helped = try helped ?? askHelped()
      guard let told = try askOutcome() else {
        return ([Sentence("Later, then.", "好，晚点再看。").text], agreement)
      }
      outcome = told
    }
    let result = try acting.write(about: reference) {
      try $0.answer(outcome, helped: helped, note: note, on: agreement.id)
    }
    WordingHint(for: acting, isOff: hints.noHints).say(about: note)
    var lines = try told(outcome, result.agreement, reference)
    if outcome == .change {
      if session.prompt.canAsk {
        for line in lines { session.remark(Sentence(own: line)) }
        do {
          lines = try Answers.amend(
            result.agreement, terms: try .none(noHints: hints.noHints), title: nil, acting,
            reference
          ).lines
        } catch is NoInput {
          lines = [
            Sentence(
              "Your answer is kept; the new words are not suggested yet: accord amend \(reference)",
              "你的回答记下了，新的说法还没提。想接着写：accord amend \(reference)"
            ).text
          ]
        }
      } else {
        lines.append(
          Sentence(
            "Suggest the new words: accord amend \(reference)", "写上新的：accord amend \(reference)"
          ).text)
      }
    }
    return (lines, result.agreement)
  }

  private func introduce() throws {
    guard let text = agreement.standing, let wording = text.wording else { return }
    let card = try session.card(for: acting.store)
    for line in card.lines(of: wording) { session.remark(Sentence(own: line)) }
    if let review = agreement.review, session.clock.now > review.due.advanced(by: 7 * Instant.day) {
      let since = session.date(review.lookedAt)
      session.remark(
        Sentence("(not looked at together since \(since.english))", "（从\(since.chinese)起还没一起看过）"))
    }
  }

  private func askHelped() throws -> ReviewAnswer.Helped? {
    try session.prompt.menu(
      Menu(
        ReviewAnswer.Helped.allCases.map { Menu.Choice(ReviewAnswer.Helped?.some($0), $0.named) }),
      question: Sentence("Did it help?", "有帮助吗？"), onEnter: .some(nil), flag: "--helped")
  }

  private func askOutcome() throws -> ReviewAnswer.Outcome? {
    try session.prompt.menu(
      Menu(
        ReviewAnswer.Outcome.allCases.map { Menu.Choice(ReviewAnswer.Outcome?.some($0), $0.named) }),
      question: Sentence("And now?", "那接下来？"), onEnter: .some(nil), flag: "--keep")
  }

  private func told(
    _ outcome: ReviewAnswer.Outcome, _ agreement: Agreement, _ reference: String
  ) throws -> [String] {
    if agreement.isEnded {
      return [Acts.ended(reference).text]
    }
    guard let review = agreement.review else { return [] }
    if !review.answered.isEmpty {
      let other = acting.other.name.text.visible
      return [
        Sentence(
          "Noted. Both answers are shown once \(other)'s is in.", "记下了。等\(other)也答了，一起给你们看。"
        ).text
      ]
    }
    let names = Names(pair: acting.store.pair)
    var lines = review.previous.map { answer in
      let helped =
        answer.helped.map { Sentence(", \($0.named.english)", "，\($0.named.chinese)") }
        ?? Sentence("", "")
      return Sentence(
        "\(names.name(answer.partner)): \(answer.outcome.named.english)\(helped.english)",
        "\(names.name(answer.partner))：\(answer.outcome.named.chinese)\(helped.chinese)"
      ).text
    }
    let talks = try session.talks(in: acting.store)
    let next = session.lookingDay(review, talks: talks).named(today: session.today)
    lines.append(
      Sentence("Look again on \(next.english).", "\(next.chinese)再回头看看。").text)
    return lines
  }
}

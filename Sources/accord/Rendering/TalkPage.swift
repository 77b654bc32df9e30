import Agreements
import Journal
import Storage

/// What both brought to a talk, side by side.
struct TalkPage {
  let session: Session
  let pair: Pair

  private func heading(_ sentence: Sentence) -> String {
    session.terminal.bold(sentence.text)
  }

  private func own(_ partner: Partner, _ text: TalkText) -> [String] {
    let lines = session.terminal.shownLines(text.text).lines
    let name = partner.name.text.visible + Language.current.colon
    let indent = String(repeating: " ", count: name.columns + 2)
    return ["  " + name + (lines.first ?? "")] + lines.dropFirst().map { indent + $0 }
  }

  /// What each wrote under one heading; nothing where neither wrote anything.
  private func section(
    _ title: Sentence, _ parts: [Talk.Part], _ opened: Gathering.Opened, _ notes: [Sentence] = []
  ) -> [String] {
    let lines = pair.both.flatMap { partner in
      parts.compactMap { opened.notes[partner.id]?.texts[$0] }.flatMap { own(partner, $0) }
    }
    if lines.isEmpty { return [] }
    return ["", heading(title)] + lines + notes.map { "  " + session.terminal.dim($0.text) }
  }

  // MARK: Check-in

  /// The agenda, in the order in which it is gone through.
  func agenda(_ opened: Gathering.Opened, reviews: [Agreement], next: Occasion?) -> [String] {
    let issues = pair.both.filter { opened.notes[$0.id]?.texts[.issue] != nil }
    return Array(
      (section(
        Sentence("First, thank you", "先说谢谢"), [.thanks, .secondThanks, .thirdThanks], opened)
        + toReview(reviews)
        + section(
          Sentence("One thing on the heart", "心里的一件事"), [.issue], opened, turns(issues))
        + section(Sentence("A request each", "各有一个请求"), [.request], opened, [Self.request])
        + ending(next)).drop { $0.isEmpty })
  }

  private static let request = Sentence(
    "(a request may be declined, without a reason)", "（请求可以说不，不用说理由）")

  /// Who speaks first, and that it is said back.
  private func turns(_ issues: [Partner]) -> [Sentence] {
    guard let first = issues.first else { return [] }
    let one = first.name.text.visible
    let other = pair.other(than: first.id).name.text.visible
    let sayBack = Sentence(
      "(\(one) speaks, \(other) says back what was heard; then the other way round)",
      "（\(one)先说，\(other)把听到的说一遍，再换过来）")
    guard issues.count == 2 else { return [sayBack] }
    return [
      Sentence("(one of the two today, the other next time)", "（今天只谈一件，另一件下次）"),
      Sentence(
        "(one speaks, the other says back what was heard; then the other way round)",
        "（一个人说，另一个人把听到的说一遍，再换过来）"),
    ]
  }

  private func toReview(_ reviews: [Agreement]) -> [String] {
    if reviews.isEmpty { return [] }
    let titles = reviews.compactMap { $0.shown?.wording?.title.text.visible }
    return ["", heading(Sentence("To look at again: accord review", "可以回头看看：accord review"))]
      + titles.map { "  " + $0 }
  }

  /// How it ends: one action each, and the next time.
  private func ending(_ next: Occasion?) -> [String] {
    let action = Sentence(
      "At the end, one thing each: when …, I …", "最后，各定一件小事：什么时候，我做什么")
    return ["", action.text] + nextTime(next)
  }

  private func nextTime(_ next: Occasion?) -> [String] {
    guard let next else { return [] }
    let when = session.named(next)
    return [Sentence("Next: \(when.english)", "下一次：\(when.chinese)").text]
  }

  /// Where not both have prepared: the same whoever has, and whoever has not.
  func short(next: Occasion?) -> [String] {
    [
      Sentence(
        "Not both of you have prepared; then five minutes are enough.", "两个人还没都准备好，那就聊五分钟。"
      ).text,
      "  " + Sentence("One thank-you each.", "各说一件想谢的事。").text,
      "  " + Sentence("One question each: how are you, really?", "各问一句：你这几天，心里怎么样？").text,
      "  " + Sentence("Nothing has to be settled.", "什么都不用谈出结果。").text,
      Sentence("What either of you has prepared is not shown yet.", "准备好的，都还没给人看。").text,
    ] + nextTime(next)
  }

  // MARK: Making up

  func repair(_ opened: Gathering.Opened) -> [String] {
    let sections = Talk.repair.parts.map { part in
      let title = part.named
      return section(Sentence(title.english.capitalisedFirst, title.chinese), [part], opened)
    }
    let closing = Sentence(
      "Both stories may be true at once. Nobody has to win this.", "两个人说的可以都是真的，不用分出谁对谁错。")
    return Array(sections.joined().drop { $0.isEmpty }) + ["", closing.text, Safety.line.text]
  }

  // MARK: Scripts

  func json(_ opened: Gathering.Opened?) -> (String, JSON) {
    let notes = opened.map { opened in
      JSON.object(
        pair.both.map { partner in
          JSON.Member(
            key: partner.name.text, value: opened.notes[partner.id]?.json ?? .object([]))
        }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    }
    return ("notes", notes ?? .null)
  }
}

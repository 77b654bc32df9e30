import Agreements
import Journal
import Storage

/// What is said of a pause: the return, what was agreed for it, and how to begin again.
///
/// Who called it is told nowhere.
struct PauseScreen {
  let session: Session
  let pair: Pair
  let pauses: Pauses
  /// The cool-down in force; of several the one agreed first.
  let rule: CoolDown?
  let reader: Partner?

  init(_ session: Session, _ store: Store, reader: Partner?, _ pauses: Pauses? = nil) throws {
    self.session = session
    self.reader = reader
    pair = store.pair
    let pauses = try pauses ?? store.pauses()
    let now = session.clock.now
    self.pauses = pauses
    // Nobody reads it but in a pause, and at the return.
    rule = try pauses.extendable(at: now) == nil ? nil : Self.rule(in: store, at: now)
  }

  static func rule(in store: Store, at now: Instant) throws -> CoolDown? {
    guard case .coolDown(let terms)? = try store.standing([.coolDown], at: now).first?.wording.terms
    else { return nil }
    return terms
  }

  private var now: Instant { session.clock.now }

  /// The return that is ahead; nil where no pause runs.
  var until: Instant? { pauses.returnTime(at: now) }

  static let none = Sentence(
    "No pause runs at the moment. To begin one: accord pause", "现在没在停。要停：accord pause")

  /// At the return the clock speaks, so that nobody has to give in first.
  static func itIsTime(_ rule: CoolDown?) -> Sentence {
    rule == nil
      ? Sentence("It's time. Nobody gives in; the clock says so.", "时间到了。不是谁先低头，是到点了。")
      : Sentence("It's time. Nobody gives in; this is what you agreed.", "时间到了。不是谁先低头，是说好的。")
  }

  // MARK: When it begins

  /// Whether the return is a later one than was wished for now. The clock went on while it was
  /// kept.
  func lasts(beyond wish: PauseWish) -> Bool {
    let wished = wish.returnTime(by: rule, from: now).advanced(by: Instant.minute)
    return until.map { wished <= $0 } ?? false
  }

  /// - Parameter again: whether it ran before, and stays as it was.
  func begun(_ wish: PauseWish, again: Bool) -> [String] {
    guard let until else { return [] }
    let when = session.timeWhen(until)
    let isLonger = lasts(beyond: wish)
    let first: Sentence? =
      if wish.isNamed, isLonger {
        Sentence(
          "You are pausing already. Back \(when.english): a pause does not get shorter.",
          "已经在停了，\(when.chinese)回来，不会变短。")
      } else if again || isLonger {
        Sentence("You are pausing already. Back \(when.english).", "已经在停了，\(when.chinese)回来。")
      } else {
        nil
      }
    return Self.begun(when, rule, first: first, canExtend: canExtend)
  }

  static func begun(
    _ when: Sentence, _ rule: CoolDown?, first: Sentence? = nil, canExtend: Bool = true
  ) -> [String] {
    let paused = Sentence(
      "Paused. Back \(when.english). Go, breathe, let the words rest.",
      "先停一停，\(when.chinese)回来。走一走，喝口水，别打腹稿。")
    let back = Sentence("Back: accord pause back", "缓过来了：accord pause back")
    let longer = Sentence(
      ". A little longer: accord pause extend", "；再缓一会儿：accord pause extend")
    return [(first ?? paused).text] + agreed(rule) + [
      back.text + (canExtend ? longer.text : ""),
      Sentence("Leave it for now: accord pause drop", "这事先放下：accord pause drop").text,
      Safety.line.text,
    ]
  }

  private static func agreed(_ rule: CoolDown?) -> [String] {
    [
      rule?.signal.map { Sentence("Your sign", "暗号").before($0.text.visible) },
      rule?.meanwhile.map { Sentence("Meanwhile", "这段时间").before($0.text.visible) },
    ].compactMap(\.self)
  }

  // MARK: While it runs, and at the return

  static let howToBegin = Sentence("How to begin: accord pause back", "怎么开口：accord pause back")

  /// Nil where no pause runs and none has just ended.
  var status: [String]? {
    if let until {
      let time = session.time(until)
      let paused = Sentence("Paused until \(time.english).", "先停一停，\(time.chinese)回来。").text
      return [paused] + Self.agreed(rule) + others(until) + [Safety.line.text]
    }
    if returning != nil {
      return [Self.itIsTime(rule).text] + left(in: ended)
        + [Self.howToBegin.text, Safety.line.text]
    }
    let left = left(in: ended)
    return left.isEmpty ? nil : left + [Safety.line.text]
  }

  /// Whether the return can still be put off.
  var canExtend: Bool {
    guard let pause = pauses.extendable(at: now), let least = PauseLength(5) else { return false }
    return (try? pause.extending(by: least, at: now)) != nil
  }

  /// What ended last, if it was within the last hour.
  private var ended: [Pause] {
    let ended = pauses.all.filter { $0.end <= now && now < $0.end.advanced(by: Pause.settling) }
    return ended.filter { $0.end == ended.map(\.end).max() }
  }

  /// The pause whose return has come, and from which the reader has not come back yet.
  var returning: Pause? {
    pauses.returning(at: now).flatMap { pause in
      reader.map { pause.back[$0.id] != nil } ?? false ? nil : pause
    }
  }

  private func others(_ until: Instant) -> [String] {
    let running = pauses.running(at: now)
    let back = pair.both.filter { one in running.allSatisfy { $0.back[one.id] != nil } }
    let time = session.time(until)
    return back.filter { one in !running.contains { $0.leaving.contains(one.id) } }.map { one in
      if one == reader { return Sentence("You are back.", "你缓过来了。").text }
      let name = one.name.text.visible
      return reader == nil
        ? Sentence("\(name) is back.", "\(name)缓过来了。").text
        : Sentence(
          "\(name) is back. You have until \(time.english).", "\(name)缓过来了。你可以缓到\(time.chinese)。"
        ).text
    } + left(in: running)
  }

  private func left(in pauses: [Pause]) -> [String] {
    let leaving = pauses.reduce(into: Set<Partner.ID>()) { $0.formUnion($1.leaving) }
    return pair.both.filter { leaving.contains($0.id) }.map { one in
      let name = one.name.text.visible
      return one == reader
        ? Sentence("You leave it for now.", "你说了这事先放下。").text
        : Sentence(
          "\(name) leaves it for now; nothing has to be talked through.",
          "\(name)说这事先放下，不用非谈不可。"
        ).text
    }
  }

  // MARK: Back

  private static let openers = [
    Sentence("I'm back. Are you ready, or a little longer?", "我缓过来了。你怎么样？还想再缓一会儿也行。"),
    Sentence(
      "I got loud, and that wasn't what I meant. What I wanted to say is", "刚才我急了，话说重了。我其实想说的是"),
    Sentence(
      "We matter more to me than being right. Slowly, one thing first?", "咱们俩比谁对谁错要紧。慢慢说，先说一件？"),
  ]

  /// That the other may take their time; nil where none runs, or the other is back.
  var othersTime: Sentence? {
    guard let until, let reader, !pauses.running(at: now).contains(where: { isOtherBack(in: $0) })
    else { return nil }
    let other = pair.other(than: reader.id).name.text.visible
    let time = session.time(until)
    return Sentence(
      "\(other) has until \(time.english); no need to hurry.", "\(other)可以缓到\(time.chinese)，不用催。")
  }

  /// A gentle opening, and three to copy.
  ///
  /// - Parameter isLate: whether no pause runs any more that one could be back from.
  func returned(isLate: Bool) -> [String] {
    let other = reader.map { pair.other(than: $0.id).name.text.visible } ?? ""
    let opening = Sentence(
      "Begin softly: one thing, from your own side; and ask \(other) whether it is a good moment.",
      "慢慢开口：一次一件事，从自己的感受说起，先问问\(other)现在方不方便。")
    let none = isLate ? [Sentence("No pause runs at the moment.", "现在没在停。").text] : []
    return none + [opening.text]
      + (othersTime.map { [$0.text] } ?? left(in: pauses.running(at: now) + ended))
      + [Sentence("To copy:", "可以照着说：").text] + Self.openers.map { "  " + $0.text }
      + [Safety.line.text]
  }

  private func isOtherBack(in pause: Pause) -> Bool {
    pause.back.keys.contains { $0 != reader?.id }
  }

  // MARK: Scripts

  /// `pause`: null where none runs and none has just ended.
  var json: [(String, JSON)] {
    let running = pauses.running(at: now)
    let shown = running.isEmpty ? [returning].compactMap(\.self) : running
    guard let until = shown.map(\.until).max() else { return [("pause", .null)] }
    return [
      (
        "pause",
        .object([
          "back": names(
            pair.both.map(\.id).filter { id in shown.allSatisfy { $0.back[id] != nil } }),
          "isOver": .bool(running.isEmpty), "leaving": names(shown.flatMap(\.leaving)),
          "until": .string(until.rfc3339),
        ])
      )
    ]
  }

  private func names(_ partners: some Sequence<Partner.ID>) -> JSON {
    let partners = Set(partners)
    return .array(pair.both.filter { partners.contains($0.id) }.map { .string($0.name.text) })
  }
}

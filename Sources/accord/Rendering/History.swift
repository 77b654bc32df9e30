import Agreements
import Journal
import Storage

/// What happened, a line each: who, what, on which day.
struct History {
  let session: Session
  let pair: Pair
  /// Titles of the texts, as far as they are known here.
  let titles: [Agreement.ID: String]
  let reader: Partner?

  private var names: Names { Names(pair: pair) }

  func lines(_ events: [Event]) -> [String] {
    var table = Table([Table.Column(), Table.Column(shrinks: true)])
    var fields: [String] = []
    var lastDay = ""
    let words = Words(in: events)
    let hidden = hidden(in: events)
    for event in events {
      guard let told = told(event, words, isHidden: hidden.contains(event.entry)) else { continue }
      let day = event.body.map { session.day($0.at) }
      if session.terminal.outputIsTerminal {
        // Of what was erased the day is gone too.
        let shown = day?.named(today: session.today).text ?? "—"
        table.append([
          Table.Cell(shown == lastDay ? "" : shown, style: .dim), Table.Cell(told.sentence.text),
        ])
        lastDay = shown
      } else {
        let act = event.body?.act
        let about = act?.agreement?.text ?? act?.need?.text ?? ""
        let words = told.title ?? act?.shownNeed?.text.text ?? ""
        let line: [String] = [
          day?.iso ?? "", names.name(event.partner).tabField, told.verb,
          String(about.prefix(8)), words.tabField,
        ]
        fields.append(line.joined(separator: "\t"))
      }
    }
    guard session.terminal.outputIsTerminal else { return fields }
    return table.text(for: session.terminal).split(separator: "\n").map(String.init)
  }

  func json(_ events: [Event]) -> JSON {
    let words = Words(in: events)
    let hidden = hidden(in: events)
    return .array(
      events.compactMap { event in
        guard let told = told(event, words, isHidden: hidden.contains(event.entry)) else {
          return nil
        }
        let act = event.body?.act
        let agreement: JSON = act?.agreement.map { .string($0.text) } ?? .null
        let need: JSON = act?.needJSON ?? .null
        return .object([
          "act": .string(told.verb), "agreement": agreement,
          "by": .string(pair[event.partner]?.name.text ?? event.partner.text),
          "first": .bool(act?.isFirstYes ?? false),
          "helped": told.answer?.helped.map { .string($0.rawValue) } ?? .null,
          "id": .string(event.entry.text),
          "need": need,
          "note": told.note.map { .string($0) } ?? .null,
          "on": event.body.map { .string(session.day($0.at).iso) } ?? .null,
          "outcome": told.answer.map { .string($0.outcome.rawValue) } ?? .null,
          "title": told.title.map { .string($0) } ?? .null,
        ])
      })
  }

  struct Told {
    let verb: String
    let sentence: Sentence
    var title: String?
    var note: String?
    var answer: Answer?
  }

  /// Review answers, and the words beside them, that only one of the two has given: they are shown
  /// once both are in. A courtesy; the journal holds them in the clear.
  private func hidden(in events: [Event]) -> Set<Entry.ID> {
    struct Round: Hashable {
      let revision: Revision.ID
      let number: Int
    }
    var given: [Round: [Event]] = [:]
    for event in events {
      if case .answer(_, let answer) = event.body?.act {
        given[Round(revision: answer.revision, number: answer.round), default: []].append(event)
      }
    }
    let alone = given.values.filter { Set($0.map(\.partner)).count == 1 }.joined()
      .filter { $0.partner != reader?.id }
    let places = Set(
      alone.map { "\($0.order.device) \($0.order.sequence + 1)" })
    let notes = events.filter { event in
      guard case .note = event.body?.act else { return false }
      return places.contains("\(event.order.device) \(event.order.sequence)")
    }
    return Set(alone.map(\.entry) + notes.map(\.entry))
  }

  /// What each text was called, and which are somebody's own boundary, as far as they are not
  /// erased; and who said yes to it for a first time.
  struct Words {
    private(set) var titles: [Revision.ID: String] = [:]
    /// By agreement.
    private(set) var owners: [Agreement.ID: Partner.ID] = [:]
    /// Who said a yes that was to be said again.
    private(set) var firstYes: [Revision.ID: Set<Partner.ID>] = [:]
    /// With which entry each began; what a further key of theirs begins with is no beginning.
    private(set) var beginnings: [Partner.ID: Entry.ID] = [:]
    /// The entries that hold a text, or held it.
    let texts: Set<Entry.ID>

    init(in events: [Event]) {
      texts = Set(events.texts.map(\.entry))
      for event in events {
        switch event.body?.act {
        case .word(let on, let revision, let wording):
          titles[revision] = wording.title.text
          if wording.promise.owner == event.partner { owners[on] = event.partner }
        case .propose(_, let proposal) where proposal.isFirstYes:
          firstYes[proposal.revision, default: []].insert(event.partner)
        case .accept(_, let revision, _, isFirst: true, _, _):
          firstYes[revision, default: []].insert(event.partner)
        case .join where beginnings[event.partner] == nil:
          beginnings[event.partner] = event.entry
        default: break
        }
      }
    }
  }

  private func told(
    _ event: Event, _ words: Words, isHidden: Bool
  ) -> Told? {
    let who = names.name(event.partner)
    guard let body = event.body else {
      // Of anything else nobody can tell what it was; it may have been a pause (rule S7).
      guard words.texts.contains(event.entry) else { return nil }
      return Told(
        verb: "erased",
        sentence: Sentence("something of \(who)'s, erased since", "\(who)的一条，后来抹去了"))
    }
    let title =
      body.act.revision.map { words.titles[$0] } ?? body.act.agreement.flatMap { titles[$0] }
    let what = title.map { Sentence.quoting($0.visible) } ?? Session.erasedTitle
    func say(_ verb: String, _ english: String, _ chinese: String) -> Told {
      Told(verb: verb, sentence: Sentence(english, chinese), title: title)
    }
    if let told = toldOwn(body.act, by: event.partner, words, title: title) { return told }
    switch body.act {
    case .join where words.beginnings[event.partner] != event.entry: return nil
    case .join: return say("join", "\(who) began", "\(who)开始用了")
    case .admit: return say("admit", "\(who) has a new key", "\(who)换了一把新钥匙")
    // It goes with the new key.
    case .retire: return nil
    case .leave:
      return say("leave", "\(who) left; everything is over", "\(who)退出了，约定都结束了")
    // What passes is no part of how an agreement came about (rule S7).
    case .word, .moment: return nil
    case .propose(_, let proposal):
      switch proposal.step {
      case .new where proposal.after != nil:
        return say("renew", "\(who) suggested again \(what.english)", "\(who)想再约\(what.chinese)")
      case .new:
        return say("propose", "\(who) suggested \(what.english)", "\(who)提了\(what.chinese)")
      case .counter:
        return say(
          "counter", "\(who) suggested other words for \(what.english)",
          "\(who)想这样改\(what.chinese)")
      case .amend:
        return say(
          "amend", "\(who) suggested a change to \(what.english)", "\(who)想改一改\(what.chinese)")
      }
    case .accept(_, _, _, isFirst: true, _, _):
      return say(
        "accept", "\(who) said a first yes to \(what.english)", "\(who)对\(what.chinese)先点了一次头")
    case .accept(_, let text, _, _, _, _)
    where words.firstYes[text]?.contains(event.partner) ?? false:
      return say(
        "accept", "\(who) said yes again to \(what.english)", "\(who)对\(what.chinese)又点了一次头")
    case .accept:
      return say("accept", "\(who) said yes to \(what.english)", "\(who)同意了\(what.chinese)")
    case .decline:
      return say(
        "decline", "\(who) said not this time to \(what.english)", "\(who)对\(what.chinese)说了“这次不了”")
    case .withdraw:
      return say("withdraw", "\(who) took back \(what.english)", "\(who)收回了\(what.chinese)")
    case .end:
      return say(
        "end", "\(who) no longer agrees to \(what.english)", "\(who)不再约定\(what.chinese)")
    case .answer(_, let answer):
      if isHidden {
        return say(
          "review", "\(who) looked again at \(what.english)", "\(who)回头看了\(what.chinese)")
      }
      let helped =
        answer.helped.map {
          Sentence(", \($0.named.english)", "，\($0.named.chinese)")
        } ?? Sentence("", "")
      var told = say(
        "review",
        "\(who) looked again at \(what.english): \(answer.outcome.named.english)\(helped.english)",
        "\(who)回头看了\(what.chinese)：\(answer.outcome.named.chinese)\(helped.chinese)")
      told.answer = answer
      return told
    case .note(_, _, let note):
      if isHidden {
        return say("note", "\(who) wrote a note", "\(who)写了几句话")
      }
      let text = note.text.visible
      return Told(
        verb: "note", sentence: Sentence("\(who): “\(text)”", "\(who)：“\(text)”"),
        title: title, note: note.text)
    case .forget:
      return say(
        "forget", "\(who) asked to erase \(what.english)", "\(who)想抹去\(what.chinese)")
    case .share, .unshare, .heard: return told(body.act, by: event.partner)
    case .unknown:
      return say(
        "unknown", "\(who) did something a newer Accord can show", "\(who)做了一件新版 Accord 才看得懂的事")
    }
  }
}

extension History {
  /// - Parameter summaries: the agreements that the events are about.
  init(_ session: Session, _ store: Store, about summaries: [Summary]) throws {
    var titles: [Agreement.ID: String] = [:]
    for summary in summaries {
      titles[summary.id] = summary.title
    }
    self.init(
      session: session, pair: store.pair, titles: titles,
      reader: try session.knownPartner(of: store))
  }
}

extension Act {
  /// Whether it holds a yes that is to be said again.
  fileprivate var isFirstYes: Bool {
    switch self {
    case .propose(_, let proposal): proposal.isFirstYes
    case .accept(_, _, _, let isFirst, _, _): isFirst
    default: false
    }
  }

  /// The one text an act is about.
  fileprivate var revision: Revision.ID? {
    switch self {
    case .word(_, let id, _), .accept(_, let id, _, _, _, _), .note(_, let id, _): id
    case .propose(_, let proposal): proposal.revision
    case .decline(_, let ids), .withdraw(_, let ids): ids.last
    case .answer(_, let answer): answer.revision
    case .join, .admit, .retire, .leave, .end, .forget, .share, .unshare, .heard, .moment, .unknown:
      nil
    }
  }
}

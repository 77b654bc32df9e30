import Agreements

@testable import Journal

/// Values that tests and test vectors speak of; two partners, one couple, fixed ids.
enum Sample {
  static let couple = Couple.ID("0123456789abcdef0123456789abcdef")
  static let anna = Partner.ID("a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0")
  static let bo = Partner.ID("b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0")
  static let agreement = Agreement.ID(String(repeating: "0", count: 51) + "g")
  static let older = Agreement.ID(String(repeating: "1", count: 51) + "0")
  static let revision = Revision.ID(String(repeating: "z", count: 51) + "0")
  static let earlier = Revision.ID(String(repeating: "a", count: 51) + "0")
  static let later = Revision.ID(String(repeating: "b", count: 51) + "g")
  static let need = Need.ID(String(repeating: "n", count: 26))
  static let otherNeed = Need.ID(String(repeating: "7", count: 26))
  static let pause = Pause.ID(String(repeating: "p", count: 26))
  static let otherPause = Pause.ID(String(repeating: "7", count: 26))
  static let moment = Instant(seconds: 1_767_225_600)  // 2026-01-01

  /// Texts that JSON, SQL and Unicode like to trip over.
  static let texts = [
    "Sunday talk", "周日晚上聊二十分钟", "\"quoted\" \\ / 'single' `;--", "line\nline\r\n\ttab",
    "é typed as one, é as two", "👩‍👩‍👧 ❤️ 🏳️‍🌈", "‮right to left‬ \u{200f}", "a\u{0}b\u{1b}[31m",
    "  kept white space  ", "\u{feff}\u{2028}\u{10ffff}",
  ]

  static func note(_ text: String) throws -> Note { try Note(text) }
}

extension Sample {
  /// One need of each category, with every optional member left out and put in.
  static var needs: [Need] {
    get throws {
      try Need.Category.allCases.enumerated().map { number, category in
        let text = texts[number % texts.count]
        return Need(
          category: category, text: try Note(text),
          trigger: number.isMultiple(of: 2) ? try Trigger(text) : nil,
          step: number.isMultiple(of: 3) ? try Note(text) : nil,
          request: number % 4 > 1 ? try Note(text) : nil)
      }
    }
  }

  /// One wording of each kind, and one with every optional member left out or put in.
  static var wordings: [Wording] {
    get throws {
      let zone = try some(Zone(name: "Asia/Shanghai"))
      let evening = try some(TimeOfDay(text: "20:00"))
      let anchor = try some(Day(iso: "2026-01-05"))
      let cadences = [
        Cadence(pattern: .daily, time: nil, zone: .utc),
        Cadence(pattern: .weekly(.sunday), time: evening, zone: zone),
        Cadence(
          pattern: .everyWeeks(try some(WeekCount(2)), .friday, anchor: anchor), time: evening,
          zone: zone),
        Cadence(pattern: .monthly(try some(DayOfMonth(31))), time: nil, zone: zone),
      ]
      var terms: [Terms] = [
        .coolDown(CoolDown(length: .usual)),
        .coolDown(CoolDown(length: try some(PauseLength(1_440)), signal: try Note("红灯"))),
        .coolDown(
          CoolDown(
            length: try some(PauseLength(5)), signal: try Note("T"), meanwhile: try Note("散步"))),
        .reassurance(
          Reassurance(cue: try Note("我回来晚了"), phrase: try Note("我在这里，我们没事"))),
        .boundary(
          Boundary(cue: try Note("voices get loud"), action: try Note("I leave the room"))),
        .ritual(Ritual(occasion: .cue(try Note("lights out"), action: try Note("说晚安")))),
        .ritual(Ritual(occasion: .cadence(cadences[0], action: nil))),
        .ritual(Ritual(occasion: .cadence(cadences[2], action: try Note("a walk")))),
      ]
      terms += cadences.map { .checkIn(CheckIn(cadence: $0, length: .usual)) }
      let own = Wording(
        title: try Title("Quiet"),
        terms: .boundary(Boundary(cue: try Note("大声"), action: try Note("I go out"))),
        promise: .own(bo))
      return try [own]
        + terms.enumerated().map { number, terms in
          Wording(
            title: try Title(texts[number % texts.count]), terms: terms,
            promise: number.isMultiple(of: 2) ? .both : .only(number % 4 == 1 ? anna : bo),
            reason: number.isMultiple(of: 3) ? try Note(texts[(number + 3) % texts.count]) : nil,
            reviewEvery: number % 4 == 3 ? ReviewInterval(days: 7 + number) : nil,
            needs: number % 5 == 2 ? [need, otherNeed] : number % 5 == 4 ? [need] : [])
        }
    }
  }

  /// Pauses and talks, with every optional member there and missing.
  static var moments: [Moment] {
    get throws {
      let later = moment.advanced(by: 1_800)
      let all = try Talk.allCases.map { talk in
        TalkNotes(
          talk,
          Dictionary(
            uniqueKeysWithValues: try zip(talk.parts, texts).map { ($0, try TalkText($1)) }))
      }
      return [
        .pause(pause, until: later, heldSince: moment), .extend(pause, until: later),
        .back([pause], leavesIt: false), .back([otherPause, pause], leavesIt: true),
        .ready(.checkIn, true), .ready(.repair, false), .skip(try some(Day(iso: "2026-01-04"))),
        .bring(TalkNotes(.repair, [.next: try TalkText("我先放下手机")])),
      ] + all.map { .bring($0) }
    }
  }

  /// Acts of every kind, with every optional member there and missing.
  static var acts: [Act] {
    get throws {
      let wordings = try wordings
      let name = try Partner.Name("安娜")
      let key = String(repeating: "7f", count: 32)
      var acts: [Act] = [
        .join(
          Membership(
            partner: Partner(id: anna, name: name), signingKey: key, recipient: "age1example")),
        .admit(
          Admission(
            device: Device.ID("00112233445566ff"), signingKey: String(repeating: "ab", count: 32),
            recipient: "age1further")),
        .retire(
          Retirement(
            device: Device.ID("00112233445566ff"), lastSequence: 7,
            lastEntry: String(repeating: "cd", count: 32))),
        .leave,
        .accept(on: agreement, revision: revision, refuses: [], isSealed: true),
        .accept(on: agreement, revision: revision, refuses: []),
        .accept(on: agreement, revision: revision, refuses: [earlier, later]),
        .accept(on: agreement, revision: revision, refuses: [], isFirst: true),
        .accept(on: agreement, revision: revision, refuses: [], isFirst: true, isLate: true),
        .decline(on: agreement, revisions: [revision]),
        .withdraw(on: agreement, revisions: [later, earlier]),
        .end(on: agreement),
        .note(on: agreement, revision: revision, try Note("下次再说")),
        .forget(on: agreement, Forgetting(scope: .own, refuses: [revision])),
        .forget(on: agreement, Forgetting(scope: .all, refuses: [])),
        .unshare(need), .heard(need),
      ]
      acts += try moments.map { .moment($0) }
      acts += try needs.map { .share(need, $0) }
      acts += wordings.map { .word(on: agreement, revision: revision, $0) }
      acts += [
        (Proposal.Step.new, nil, []), (.new, older, []), (.counter, nil, [earlier]),
        (.amend, nil, [earlier, later]),
      ].map { step, after, parents in
        .propose(
          on: agreement,
          Proposal(
            revision: revision, after: after, parents: parents, step: step,
            lapsesAt: moment.advanced(by: Proposal.patience),
            refuses: parents.isEmpty ? [] : [earlier], isFirstYes: after != nil))
      }
      for outcome in ReviewAnswer.Outcome.allCases {
        for helped in ReviewAnswer.Helped.allCases.map(Optional.some) + [nil] {
          acts.append(
            .answer(
              on: agreement,
              Answer(
                revision: revision, round: 3, due: moment, outcome: outcome, helped: helped,
                isLate: helped == nil)))
        }
      }
      return acts
    }
  }

  private static func some<T>(_ value: T?) throws -> T {
    guard let value else { throw EntryProblem.malformed }
    return value
  }
}

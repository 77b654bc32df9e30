import Agreements
import Testing

@testable import Journal

// What is pinned here lies in people's journals: a change that turns one of these tests red would
// give old texts new names, and old entries new bytes.
struct VectorTests {
  @Test func `every entry of the pinned feed has the pinned bytes, id and signature`() throws {
    let key = try SigningKey(seed: Array(1...32))
    #expect(Hex.text(key.verifying.bytes) == Vectors.key)
    #expect(key.verifying.device.text == Vectors.device)
    let feed = try Vectors.feed(signedWith: key)
    #expect(feed.count == Vectors.all.count)
    for (entry, pinned) in zip(feed, Vectors.all) {
      let content = try #require(entry.content)
      #expect(String(decoding: content.bytes, as: UTF8.self) == pinned.body)
      #expect(String(decoding: entry.headerBytes, as: UTF8.self) == pinned.header)
      #expect(entry.id.text == pinned.id)
      #if !canImport(Darwin)  // Apple's signatures are randomised.
        #expect(Hex.text(entry.signature) == pinned.signature)
      #endif
    }
  }

  @Test(arguments: Vectors.all)
  func `a pinned entry reads, verifies and is written as the same bytes`(
    pinned: Vectors.Pinned
  ) throws {
    let key = try VerifyingKey(try #require(Hex.bytes(Vectors.key)))
    let entry = try Entry(
      headerBytes: Array(pinned.header.utf8), signature: try #require(Hex.bytes(pinned.signature)),
      content: (Vectors.salt, Array(pinned.body.utf8)))
    try entry.verify(with: key)
    #expect(entry.id.text == pinned.id)
    #expect(entry.header.json.bytes == entry.headerBytes)
    #expect(try #require(entry.content).body.json.bytes == Array(pinned.body.utf8))
  }

  @Test(arguments: try zip(Vectors.wordings + Vectors.further, Vectors.allNames).map { ($0, $1) })
  func `a text has its pinned names`(wording: Wording, names: Vectors.Names) {
    let id = Naming.agreement(of: Sample.couple, after: nil, wording: wording)
    #expect(id.text == names.agreement)
    let renewed = Naming.agreement(of: Sample.couple, after: id, wording: wording)
    #expect(renewed.text == names.renewed)
    let first = Naming.revision(of: Sample.couple, on: id, parents: [], wording: wording)
    #expect(first.text == names.revision)
    let child = { (parents: [Revision.ID]) in
      Naming.revision(of: Sample.couple, on: id, parents: parents, wording: wording).text
    }
    #expect(child([first, Sample.earlier]) == names.child)
    #expect(child([Sample.earlier, first]) == names.child)
  }

  @Test func `a couple has its pinned name, by both founders in their order`() throws {
    let members = try [(UInt8(0xa), "age1anna"), (0xb, "age1bo")].map { byte, recipient in
      Membership(
        partner: Partner(id: Sample.anna, name: try Partner.Name("Anna")),
        signingKey: Hex.text(
          try SigningKey(seed: [UInt8](repeating: byte, count: 32)).verifying.bytes),
        recipient: recipient)
    }
    let salt = Vectors.trustSalt
    #expect(Naming.couple(of: members, salt: salt).text == Vectors.couple)
    #expect(Naming.couple(of: members.reversed(), salt: salt).text == Vectors.swappedCouple)
  }

  @Test func `the words for a talk have their pinned seal`() throws {
    #expect(TalkSeal.seal(try Vectors.sealedNotes, salt: Vectors.trustSalt) == Vectors.seal)
  }

  @Test func `the pinned wordings are of all kinds`() throws {
    #expect(Set(try Vectors.wordings.map(\.kind)) == Set(Kind.allCases))
  }
}

extension Vectors {
  static let salt = Array(UInt8(0)..<16)

  static var wordings: [Wording] {
    get throws {
      let weekly = Cadence(
        pattern: .weekly(.sunday), time: TimeOfDay(text: "20:00"),
        zone: try #require(Zone(name: "Asia/Shanghai")))
      return [
        Wording(
          title: try Title("吵架先停半小时"),
          terms: .coolDown(
            CoolDown(
              length: .usual, signal: try Note("红灯"), meanwhile: try Note("各自散步，不发消息"))),
          promise: .both, reason: try Note("吵到最后谁也听不进去")),
        Wording(
          title: try Title("周日晚上聊二十分钟"),
          terms: .checkIn(CheckIn(cadence: weekly, length: .usual)), promise: .both,
          reviewEvery: ReviewInterval(days: 60)),
        Wording(
          title: try Title("晚归报个平安"),
          terms: .reassurance(
            Reassurance(cue: try Note("我十点还没到家"), phrase: try Note("我没事，在路上 ❤️"))),
          promise: .only(Sample.bo)),
        Wording(
          title: try Title("Raised voices / 大声"),
          terms: .boundary(
            Boundary(cue: try Note("when voices get loud"), action: try Note("I leave the room"))),
          promise: .only(Sample.anna)),
        Wording(
          title: try Title("睡前说晚安"),
          terms: .ritual(
            Ritual(occasion: .cue(try Note("关灯的时候"), action: try Note("说晚安")))),
          promise: .both),
      ]
    }
  }

  /// An own boundary, and a text that serves two needs.
  static var further: [Wording] {
    get throws {
      [
        Wording(
          title: try Title("自己待会儿"),
          terms: .boundary(
            Boundary(cue: try Note("when it gets too much"), action: try Note("我出去走走"))),
          promise: .own(Sample.anna)),
        Wording(
          title: try Title("Say good night"),
          terms: .ritual(
            Ritual(occasion: .cue(try Note("lights out"), action: try Note("good night")))),
          promise: .both, needs: [Sample.need, Sample.otherNeed]),
      ]
    }
  }

  /// A need with all there is to it, shown and taken back, and a thank-you.
  static var needs: [Act] {
    get throws {
      let need = Need(
        category: .contact, text: try Note("我希望每天听到你的声音 ❤️"),
        trigger: try Trigger("一天没有消息"), step: try Note("I go for a walk\nfirst"),
        request: try Note("would you \"just\" write at noon?"))
      return [.share(Sample.need, need), .unshare(Sample.need), .heard(Sample.need)]
    }
  }

  /// A first entry, each wording put forward, and what is shown of a need.
  static func feed(signedWith key: SigningKey) throws -> [Entry] {
    var acts: [Act] = [
      .join(
        Membership(
          partner: Partner(id: Sample.anna, name: try Partner.Name("安娜")),
          signingKey: Hex.text(key.verifying.bytes), recipient: "age1anna"))
    ]
    for wording in try wordings { acts += suggesting(wording) }
    acts += try needs
    for wording in try further { acts += suggesting(wording) }
    acts += try twiceSaid
    acts += try passing
    acts += try trusting(key)
    return try entries(of: acts, signedWith: key)
  }

  /// A text with a first yes to it, and the same yes again.
  private static var twiceSaid: [Act] {
    get throws {
      let acts = suggesting(try further[1], isFirstYes: true)
      guard case .propose(let on, let proposal) = acts[1] else { return [] }
      let accept = { Act.accept(on: on, revision: proposal.revision, refuses: [], isFirst: $0) }
      return [acts[1], accept(true), accept(false)]
    }
  }

  /// A pause and a talk, and a yes and an answer that were late because of a pause.
  private static var passing: [Act] {
    get throws {
      guard case .accept(let on, let revision, _, _, _, _) = try twiceSaid[2] else { return [] }
      let pause = Sample.pause
      let notes = TalkNotes(
        .checkIn, [.thanks: try TalkText("谢谢你做饭 ❤️"), .issue: try TalkText("much \"work\"")])
      let moments: [Moment] = [
        .pause(pause, until: Sample.moment.advanced(by: 1_800), heldSince: Sample.moment),
        .extend(pause, until: Sample.moment.advanced(by: 2_700)),
        .back([Sample.otherPause, pause], leavesIt: true), .ready(.checkIn, true),
        .ready(.repair, false), .bring(notes), .skip(try #require(Day(iso: "2026-01-04"))),
      ]
      return moments.map { .moment($0) } + [
        .accept(on: on, revision: revision, refuses: [], isLate: true),
        .answer(
          on: on,
          Answer(
            revision: revision, round: 1, due: Sample.moment, outcome: .keep, helped: nil,
            isLate: true)),
      ]
    }
  }

  private static func suggesting(_ wording: Wording, isFirstYes: Bool = false) -> [Act] {
    let id = Naming.agreement(of: Sample.couple, after: nil, wording: wording)
    let revision = Naming.revision(of: Sample.couple, on: id, parents: [], wording: wording)
    return [
      .word(on: id, revision: revision, wording),
      .propose(
        on: id,
        Proposal(
          revision: revision, after: nil, parents: [], step: .new,
          lapsesAt: Sample.moment.advanced(by: Proposal.patience), refuses: [],
          isFirstYes: isFirstYes)),
    ]
  }

  private static func entries(of acts: [Act], signedWith key: SigningKey) throws -> [Entry] {
    var feed: [Entry] = []
    for act in acts {
      let other = Head(sequence: 1, id: Entry.ID(String(repeating: "b0", count: 32)))
      feed.append(
        try Entry.sign(
          Body(at: Sample.moment, act: act),
          place: Place(
            couple: Sample.couple, sequence: Int64(feed.count + 1), previous: feed.last?.id,
            seen: [Device.ID("b0b0b0b0b0b0b0b0"): other], tick: Int64(2 * feed.count + 1)),
          salt: salt, with: key))
    }
    return feed
  }
}

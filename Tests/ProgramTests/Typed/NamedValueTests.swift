import Agreements
import Testing

@testable import accord

@Suite struct NamedValueTests {
  @Test(arguments: [
    ("cool-down", Kind.coolDown), ("cooldown", .coolDown), ("Cool Down", .coolDown),
    ("ｃｏｏｌ－ｄｏｗｎ", .coolDown), ("冷却", .coolDown), ("冷却时间", .coolDown),
    ("停一停", .coolDown), ("冷静", .coolDown), ("　冷却　", .coolDown),
    ("check-in", .checkIn), ("checkin", .checkIn), ("a time to talk", .checkIn),
    ("聊聊", .checkIn), ("谈心", .checkIn), ("聊天", .checkIn),
    ("reassurance", .reassurance), ("words that help", .reassurance), ("安心话", .reassurance),
    ("boundary", .boundary), ("our boundary", .boundary), ("边界", .boundary),
    ("界限", .boundary), ("我们的边界", .boundary),
    ("ritual", .ritual), ("small ritual", .ritual), ("RITUAL", .ritual), ("小仪式", .ritual),
    ("仪式", .ritual), ("习惯", .ritual),
  ])
  func `a kind is taken in the words of both languages`(typed: String, kind: Kind) throws {
    #expect(try Kind(typed: typed) == kind)
  }

  @Test(arguments: [
    ("proposed", Status.proposed), ("waiting for you", .proposed), ("等你点头", .proposed),
    ("等阿林点头", .proposed), ("active", .active), ("agreed", .active), ("说好了", .active),
    ("declined", .declined), ("not this time", .declined), ("这次不了", .declined),
    ("withdrawn", .withdrawn), ("taken back", .withdrawn), ("收回了", .withdrawn),
    ("ended", .ended), ("no longer agreed", .ended), ("不再约定", .ended),
    ("lapsed", .lapsed), ("put away", .lapsed), ("收起来了", .lapsed),
    ("contested", .contested), ("two versions", .contested), ("有两个版本", .contested),
  ])
  func `a status is taken in the words of both languages`(typed: String, status: Status) throws {
    #expect(try Status(typed: typed) == status)
  }

  @Test(arguments: [
    ("yes", ReviewAnswer.Helped.yes), ("it helped", .yes), ("有帮助", .yes),
    ("partly", .partly), ("a bit", .partly), ("有一点", .partly),
    ("no", .no), ("not really", .no), ("没帮上", .no),
    ("unused", .unused), ("not needed yet", .unused), ("还没用到", .unused),
  ])
  func `whether it helped is taken in the words of both languages`(
    typed: String, helped: ReviewAnswer.Helped
  ) throws {
    #expect(try ReviewAnswer.Helped(typed: typed) == helped)
  }

  @Test(arguments: [
    ("keep", ReviewAnswer.Outcome.keep), ("留着", .keep), ("change", .change), ("改一改", .change),
    ("end", .end), ("let go", .end), ("不再约定", .end),
  ])
  func `what a review leads to is taken in the words of both languages`(
    typed: String, outcome: ReviewAnswer.Outcome
  ) throws {
    #expect(try ReviewAnswer.Outcome(typed: typed) == outcome)
  }

  @Test func `every value is taken as JSON spells it`() throws {
    for kind in Kind.allCases { #expect(try Kind(typed: kind.rawValue) == kind) }
    for status in Status.allCases { #expect(try Status(typed: status.rawValue) == status) }
    for helped in ReviewAnswer.Helped.allCases {
      #expect(try ReviewAnswer.Helped(typed: helped.rawValue) == helped)
    }
    for outcome in ReviewAnswer.Outcome.allCases {
      #expect(try ReviewAnswer.Outcome(typed: outcome.rawValue) == outcome)
    }
  }

  @Test(arguments: ["", " ", "cool", "合同", "cooldown\0", "边 界 吗"])
  func `any other word is refused`(typed: String) {
    #expect(throws: Mistyped(.kind, .unreadable)) { try Kind(typed: typed) }
    #expect(throws: Mistyped(.status, .unreadable)) { try Status(typed: typed) }
    #expect(throws: Mistyped(.helped, .unreadable)) { try ReviewAnswer.Helped(typed: typed) }
    #expect(throws: Mistyped(.outcome, .unreadable)) { try ReviewAnswer.Outcome(typed: typed) }
  }

  @Test(arguments: [
    ("ＡＢＣ　１２：３０", "abc 12:30"), ("  a \t\n b  ", "a b"), ("2–weeks", "2-weeks"),
    ("－５", "-5"), ("−5", "-5"), ("", ""), ("　", ""),
  ])
  func `what an input method left is folded`(typed: String, text: String) {
    #expect(Token(typed).text == text)
  }
}

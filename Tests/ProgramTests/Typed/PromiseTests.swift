import Agreements
import Testing

@testable import accord

@Suite struct PromiseTests {
  private let mei = Partner.ID("mei")
  private let lin = Partner.ID("lin")

  private func pair(_ first: String = "小美", _ second: String = "Lin") throws -> Pair {
    Pair(
      Partner(id: mei, name: try Partner.Name(first)),
      Partner(id: lin, name: try Partner.Name(second)))
  }

  @Test(
    arguments: [
      ("both", nil), ("Both of us", nil), ("都", nil), ("我们都", nil),
      ("me", "mei"), ("我", "mei"), ("you", "lin"), ("你", "lin"),
      ("小美", "mei"), ("Lin", "lin"), ("lin", "lin"), ("ＬＩＮ", "lin"), (" lin ", "lin"),
    ] as [(String, String?)])
  func `who promises is taken from words and names`(typed: String, only: String?) throws {
    let promise = try Promise(typed: typed, of: pair(), by: mei)
    #expect(promise == (only.map { .only(Partner.ID($0)) } ?? .both))
  }

  @Test func `me and you turn round with the one who types`() throws {
    #expect(try Promise(typed: "me", of: pair(), by: lin) == .only(lin))
    #expect(try Promise(typed: "你", of: pair(), by: lin) == .only(mei))
  }

  @Test(arguments: ["", "Max", "mei", "对方"])
  func `any other word is refused`(typed: String) throws {
    let pair = try pair()
    #expect(throws: Mistyped(.promise, .unreadable)) {
      try Promise(typed: typed, of: pair, by: mei)
    }
  }

  @Test func `names that differ only in capitals are told apart as written`() throws {
    let pair = try pair("Li", "li")
    #expect(pair.partner(typed: "Li")?.id == mei)
    #expect(pair.partner(typed: "li")?.id == lin)
    #expect(pair.partner(typed: "LI") == nil)
  }
}

import Agreements
import Storage
import Testing

/// Looking again at what is agreed, each partner for themselves.
struct ReviewTests {
  let home: Household
  let text: Wording

  init() throws {
    home = try Household()
    text = try Wording("Walk before we talk")
  }

  @Test func `a review ends at once where one lets go, and moves on where both keep`() throws {
    let agreed = try home.agree(text)
    try home.act(home.anna, day: 14) {
      try $0.answer(.keep, helped: .partly, note: try Note("有点用"), on: agreed.id)
    }
    #expect(throws: Refusal.alreadyReviewed) {
      try home.act(home.anna, day: 14) {
        try $0.answer(.change, helped: .partly, note: nil, on: agreed.id)
      }
    }
    let kept = try home.act(home.bo, day: 15) {
      try $0.answer(.keep, helped: nil, note: nil, on: agreed.id)
    }
    #expect(kept.agreement.review?.due == Household.day(44))
    #expect(try home.store.inForce(at: Household.day(15)).first?.reviewDue == Household.day(44))
    let ended = try home.act(home.bo, day: 44) {
      try $0.answer(.end, helped: .no, note: nil, on: agreed.id)
    }
    #expect(ended.agreement.status(at: Household.day(44)) == .ended)
    #expect(try home.store.inForce(at: Household.day(44)).isEmpty)
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `saying the same again after a round ended is not the next round`() throws {
    let id = try home.agree(text).id
    func keep(_ writer: Writer, day: Double) throws -> Outcome {
      try home.act(writer, day: day) { try $0.answer(.keep, helped: .yes, note: nil, on: id) }
    }
    _ = try keep(home.anna, day: 14)
    let ended = try keep(home.bo, day: 14)
    let again = try keep(home.bo, day: 14.5)
    #expect(!ended.stood)
    #expect(again.stood)
    #expect(again.agreement.review?.answered.isEmpty == true)
    #expect(try !keep(home.bo, day: 44).stood)
  }
}

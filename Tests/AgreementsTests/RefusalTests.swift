import Agreements
import Testing

@Suite struct RefusalTests {
  @Test(arguments: Asked.accepting)
  func `accepting is refused`(asked: Asked) throws { try check(asked) }

  @Test(arguments: Asked.declining)
  func `declining is refused`(asked: Asked) throws { try check(asked) }

  @Test(arguments: Asked.withdrawing)
  func `withdrawing is refused`(asked: Asked) throws { try check(asked) }

  @Test(arguments: Asked.ending)
  func `ending is refused`(asked: Asked) throws { try check(asked) }

  @Test(arguments: Asked.countering)
  func `countering is refused`(asked: Asked) throws { try check(asked) }

  @Test(arguments: Asked.amending)
  func `amending is refused`(asked: Asked) throws { try check(asked) }

  @Test(arguments: Asked.answering)
  func `answering a review is refused`(asked: Asked) throws { try check(asked) }

  @Test(arguments: Asked.forgetting)
  func `forgetting is refused`(asked: Asked) throws { try check(asked) }

  private func check(_ asked: Asked) throws {
    var together = Together()
    try asked.before(&together)
    var replica = together.replica(of: asked.who)
    let error = #expect(throws: Refusal.self) { try asked.does(&replica) }
    #expect(error == asked.refusal)
    #expect(replica.history.deeds.count == together.deeds.count)
  }
}

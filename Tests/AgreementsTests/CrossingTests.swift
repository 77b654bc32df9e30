import Agreements
import Testing

@Suite struct CrossingTests {
  @Test(arguments: Crossing.table + Crossing.others + Crossing.own + Crossing.twice)
  func `what is done at the same time comes to one result in every order`(
    crossing: Crossing
  ) throws {
    let deeds = try crossing.deeds()
    let now = Instant.on(day: 3)
    let expected = History(deeds).agreement
    for order in permutations(of: deeds) {
      let agreement = History(order).agreement
      #expect(agreement == expected)
      #expect(agreement.status(at: now) == crossing.status)
      #expect(agreement.current.map(\.id) == crossing.current)
      #expect(agreement.open(at: now).map(\.id) == crossing.open)
      let crossed = agreement.revisions.values.filter(\.crossed).map(\.id)
      #expect(crossed.sorted() == crossing.crossed)
    }
  }

  @Test(arguments: Crossing.table + Crossing.others + Crossing.own + Crossing.twice)
  func `hearing something twice changes nothing`(crossing: Crossing) throws {
    let deeds = try crossing.deeds()
    let once = History(deeds).agreement
    #expect(History(deeds + deeds).agreement == once)
    #expect(History(deeds.flatMap { [$0, $0] }).agreement == once)
  }

  @Test func `two changes that were both accepted are solved by a text with both as parents`()
    throws
  {
    let contested = try #require(Crossing.others.first { $0.status == .contested })
    var together = Together()
    together.hear(try contested.deeds())
    try together.mei { try $0.amend(with: "r4", .saying("r2"), at: .on(day: 2)) }
    #expect(together.agreement.status(at: .on(day: 2)) == .contested)
    #expect(together.agreement.revisions["r4"]?.parents == ["r2", "r3"])
    #expect(together.agreement.standing == nil)
    try together.lin { try $0.accept("r4", at: .on(day: 3)) }
    #expect(together.agreement.status(at: .on(day: 3)) == .active)
    #expect(together.agreement.current.map(\.id) == ["r4"])
  }

  @Test func `S2, either ends what is contested`() throws {
    let contested = try #require(Crossing.others.first { $0.status == .contested })
    for owner in Partner.ID.both {
      var replica = Replica(of: owner, knowing: try contested.deeds())
      try replica.end(at: .on(day: 2))
      #expect(replica.agreement.status(at: .on(day: 2)) == .ended)
    }
  }

  @Test func `an acceptance that arrives before its text waits for it`() throws {
    let deeds = try Crossing.table[0].deeds()
    let acceptance = try #require(deeds.first { $0.by == .lin })
    var history = History([acceptance])
    #expect(history.agreement.revisions.isEmpty)
    #expect(history.agreement.status(at: .on(day: 1)) == .lapsed)
    for deed in deeds { history.hear(deed) }
    #expect(history.agreement.status(at: .on(day: 1)) == .active)
  }
}

extension Crossing: CustomTestStringConvertible {
  var testDescription: String { name }
}

/// All orders of a few things.
func permutations<Element>(of items: [Element]) -> [[Element]] {
  if items.count < 2 { return [items] }
  return items.indices.flatMap { index in
    var rest = items
    let first = rest.remove(at: index)
    return permutations(of: rest).map { [first] + $0 }
  }
}

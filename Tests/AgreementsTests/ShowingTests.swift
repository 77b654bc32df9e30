import Agreements
import Fixtures
import Testing

/// Something done with one need of Mei's, wherever and whenever.
private enum Doing: Hashable {
  case share(String)
  case unshare
  case heard
}

private struct Done: Hashable {
  let what: Doing
  let order: JournalOrder
}

@Suite struct ShowingTests {
  private func need(_ text: String) throws -> Need {
    Need(category: .space, text: try Note(text))
  }

  /// One after the other, in the order of the journal.
  private func inOrder(_ doings: [Doing]) -> [Done] {
    doings.enumerated().map { number, what in
      Done(
        what: what,
        order: JournalOrder(tick: Int64(number + 1), device: "mei", sequence: Int64(number + 1)))
    }
  }

  private func showing(_ done: [Done]) throws -> Showing {
    var copies: [JournalOrder: Showing.Copy] = [:]
    var takenBack: JournalOrder?
    var thanks: Set<JournalOrder> = []
    for one in done {
      switch one.what {
      case .share(let text):
        copies[one.order] = Showing.Copy(
          try need(text), at: .on(day: 0, plus: one.order.tick))
      case .unshare: takenBack = takenBack.map { max($0, one.order) } ?? one.order
      case .heard: thanks.insert(one.order)
      }
    }
    return Showing(id: "n", owner: .mei, copies: copies, takenBack: takenBack, thanks: thanks)
  }

  @Test func `what is shown can be read, heard once, and taken back`() throws {
    var showing = try showing([])
    #expect(showing.shown == nil && !showing.isHeard)
    expect(showing.sharing(try need("quiet")), is: .share("n", try need("quiet")))
    showing = try self.showing(inOrder([.share("quiet")]))
    #expect(showing.shown == Showing.Copy(try need("quiet"), at: .on(day: 0, plus: 1)))
    expect(showing.sharing(try need("quiet")), is: nil)
    expect(try showing.hearing(by: .lin), is: .heard("n"))
    showing = try self.showing(inOrder([.share("quiet"), .heard]))
    #expect(showing.isHeard)
    expect(try showing.hearing(by: .lin), is: nil)
    expect(try showing.takingBack(by: .mei), is: .unshare("n"))
    showing = try self.showing(inOrder([.share("quiet"), .heard, .unshare]))
    #expect(showing.shown == nil && !showing.isHeard)
    expect(try showing.takingBack(by: .mei), is: nil)
    expect(showing.sharing(try need("quiet")), is: .share("n", try need("quiet")))
  }

  private func expect(
    _ step: Step<Act>, is act: Act?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let written: Act? = if case .act(let act) = step { act } else { nil }
    #expect(written == act, sourceLocation: sourceLocation)
  }

  @Test func `only the other says thank you, only its owner takes it back, and only what is shown`()
    throws
  {
    let shown = try showing(inOrder([.share("quiet")]))
    #expect(throws: Refusal.ownNeed) { try shown.hearing(by: .mei) }
    for done in [inOrder([]), inOrder([.share("quiet"), .unshare])] {
      let hidden = try showing(done)
      for partner in Partner.ID.both {
        #expect(throws: Refusal.notShared) { try hidden.hearing(by: partner) }
      }
    }
    for partner in Partner.ID.both {
      #expect(throws: Refusal.notShared) { try showing([]).takingBack(by: partner) }
    }
    #expect(throws: Refusal.othersNeed) { try shown.takingBack(by: .lin) }
  }

  @Test func `S14 what was taken back is erased with the thanks for it, and a replaced copy too`()
    throws
  {
    let done = inOrder([.share("a"), .heard, .share("b"), .heard])
    #expect(try showing(done).erased == [done[0].order])
    #expect(try showing(done).isHeard)
    let back = inOrder([.share("a"), .heard, .share("b"), .heard, .unshare])
    #expect(try showing(back).erased == Set(back.prefix(4).map(\.order)))
    let again = inOrder([.share("a"), .heard, .unshare, .share("a")])
    #expect(try showing(again).erased == Set(again.prefix(2).map(\.order)))
    #expect(try showing(again).shown?.need == need("a"))
  }

  @Test func `a thank-you is for the words it was said to`() throws {
    #expect(try !showing(inOrder([.share("a"), .heard, .share("b")])).isHeard)
    #expect(try !showing(inOrder([.share("a"), .heard, .unshare, .share("a")])).isHeard)
    #expect(try showing(inOrder([.share("a"), .share("b"), .heard])).isHeard)
  }

  @Test func `what is shown follows from the order of the journal, in every order of arrival`()
    throws
  {
    var random = Seed.generator
    for _ in 0..<500 {
      let all: [Doing] = [.share("a"), .share("b"), .unshare, .heard, .heard]
      let devices: [Device.ID] = ["phone", "laptop"]
      let done = (1...Int64(Int.random(in: 1...6, using: &random))).map { number in
        Done(
          what: all.randomElement(using: &random) ?? .heard,
          order: JournalOrder(
            // Ticks are alike where devices did not know of each other.
            tick: Int64.random(in: 1...5, using: &random),
            device: devices.randomElement(using: &random) ?? "phone", sequence: number))
      }
      // Told plainly, one after the other.
      var text: String?
      var isHeard = false
      for one in done.sorted(by: { $0.order < $1.order }) {
        switch one.what {
        case .share(let new): (text, isHeard) = (new, false)
        case .unshare: (text, isHeard) = (nil, false)
        case .heard: if text != nil { isHeard = true }
        }
      }
      let arrived = done.shuffled(using: &random)
      let showing = try showing(arrived)
      try #require(showing.shown?.need.text.text == text, "\(Seed.replay)")
      try #require(showing.isHeard == isHeard, "\(Seed.replay)")
      // What is erased as it arrives leaves the same behind.
      var kept: [Done] = []
      for one in arrived {
        kept.append(one)
        let gone = try self.showing(kept).erased
        kept.removeAll { $0.what != .unshare && gone.contains($0.order) }
      }
      try #require(
        try self.showing(kept)
          == self.showing(arrived.filter { !showing.erased.contains($0.order) }),
        "\(Seed.replay)")
    }
  }
}

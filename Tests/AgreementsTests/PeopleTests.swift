import Agreements
import Testing

@Suite struct PairTests {
  @Test func `a pair knows its two and no one else`() throws {
    let mei = Partner(id: .mei, name: try Partner.Name("Mei"))
    let lin = Partner(id: .lin, name: try Partner.Name("阿林"))
    let pair = Pair(mei, lin)
    #expect(pair.both == [mei, lin])
    #expect(pair[.mei] == mei && pair[.lin] == lin && pair["someone"] == nil)
    #expect(pair.other(than: .mei) == lin && pair.other(than: .lin) == mei)
  }
}

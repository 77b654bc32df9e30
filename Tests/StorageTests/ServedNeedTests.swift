import Agreements
import Journal
import Storage
import Testing

struct ServedNeedTests {
  let home: Household

  init() throws {
    home = try Household()
    try home.act(home.anna) { try $0.share(.first, try Need("quiet")) }
    try home.act(home.bo) { try $0.share(.second, try Need("time")) }
  }

  private func served(day: Double = 0) throws -> [[Agreement.ID]] {
    try home.store.sharedNeeds(at: Household.day(day)).map(\.servedBy)
  }

  private func text(_ title: String, _ needs: [Need.ID]) throws -> Wording {
    var text = try Wording(title)
    text.needs = needs
    return text
  }

  @Test func `a need is served by what is in force and names it`() throws {
    let both = try home.act(home.anna) {
      try $0.propose(try text("Both", [.second, .first]))
    }
    #expect(try served() == [[], []])
    try home.act(home.bo) { _ = try $0.accept(both.revision, on: both.id) }
    let other = try home.agree(try text("Other", [.second]))
    #expect(try served() == [[both.id], [both.id, other.id]])
    let change = try home.act(home.bo) { try $0.amend(both.id, with: try text("Both", [])) }
    #expect(try served() == [[both.id], [both.id, other.id]])
    try home.act(home.anna) { _ = try $0.accept(change.revision, on: both.id) }
    #expect(try served() == [[], [other.id]])
    try home.act(home.anna) { _ = try $0.end(other.id) }
    #expect(try served() == [[], []])
  }

  @Test func `S1 the needs a text serves are part of it`() throws {
    let plain = try home.agree(try text("Walk", []))
    let named = try home.act(home.anna) { try $0.propose(try text("Walk", [.first])) }
    #expect(named.id != plain.id && named.revision != plain.revision)
    let change = try home.act(home.bo) { try $0.amend(plain.id, with: try text("Walk", [.first])) }
    #expect(!change.stood)
    #expect(try home.store.agreement(plain.id)?.standing?.wording?.needs == [])
  }

  @Test func `S13 a text cannot name a need that nobody shows`() throws {
    let hidden = Need.ID(String(repeating: "c", count: 26))
    let plain = try home.agree(try text("Walk", [.first]))
    for needs in [[hidden], [.first, hidden]] {
      #expect(throws: Refusal.notShared) {
        try home.act(home.anna) { try $0.propose(try text("New", needs)) }
      }
      #expect(throws: Refusal.notShared) {
        try home.act(home.anna) { try $0.amend(plain.id, with: try text("Walk", needs)) }
      }
    }
    #expect(try home.folder.files(holding: hidden.text).isEmpty)
    let many = (0..<9).map { Need.ID(String(repeating: "\($0)", count: 26)) }
    for id in many { try home.act(home.bo) { try $0.share(id, try Need("one of many")) } }
    #expect(throws: Refusal.tooManyNeeds) {
      try home.act(home.anna) { try $0.propose(try text("New", many)) }
    }
    try home.act(home.anna) { _ = try $0.propose(try text("New", Array(many.prefix(8)))) }
  }

  @Test func `what named a need while it was shown can be changed and taken up again later`() throws
  {
    let walk = try home.agree(try text("Walk", [.first]))
    try home.act(home.anna) { try $0.unshare(.first) }
    #expect(try served() == [[]])
    var other = try text("Walk", [.first])
    other.reason = try Note("fresh air")
    let change = try home.act(home.bo) { try $0.amend(walk.id, with: other) }
    #expect(!change.stood)
    try home.act(home.bo) { _ = try $0.end(walk.id) }
    #expect(!(try home.act(home.anna) { try $0.renew(walk.id) }).stood)
    #expect(throws: Refusal.notShared) {
      try home.act(home.anna) { try $0.propose(try text("Another", [.first])) }
    }
  }
}

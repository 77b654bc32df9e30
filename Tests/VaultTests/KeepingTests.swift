import Agreements
import Files
import Fixtures
import Foundation
import Sealing
import SystemPackage
import Testing
import Vault

/// What is kept comes back, and nothing else is done.
struct KeepingTests {
  let room: Room

  init() throws {
    room = try Room()
  }

  @Test func `a vault that is not there is empty, and asking leaves no trace`() throws {
    #expect(try room.contents() == Contents())
    #expect(try room.read().need(Need.ID("0")) == nil)
    #expect(try room.folder.entries().isEmpty)
    let nowhere = Folder(room.folder.path.appending("missing"))
    let vault = try Vault.read(in: nowhere, as: room.owner())
    #expect(try Contents(vault) == Contents())
    #expect(!nowhere.exists)
  }

  @Test(arguments: Samples.hostile)
  func `every text comes back byte for byte`(text: String) throws {
    let need = try Samples.need(text)
    let reflection = try Samples.reflection(text)
    let footing = Footing(
      sentence: try Note(text), step: try Note(text), people: try Note(text))
    let (needID, reflectionID) = try room.change { pen in
      try pen.set(footing)
      return (try pen.add(need, at: .on(day: 0)), try pen.add(reflection, at: .on(day: 1)))
    }
    var expected = Contents()
    expected.needs = [KeptNeed(id: needID, need: need, added: .on(day: 0), changed: nil)]
    expected.reflections = [
      KeptReflection(id: reflectionID, reflection: reflection, at: .on(day: 1))
    ]
    expected.footing = footing
    #expect(try room.contents() == expected)
    #expect(try room.read().need(needID) == expected.needs.first)
  }

  @Test(arguments: Need.Category.allCases)
  func `a need of every category comes back, with nothing but its text`(
    category: Need.Category
  ) throws {
    let need = Need(category: category, text: try Note("a quiet hour"))
    let id = try room.change { try $0.add(need, at: .on(day: 3)) }
    let kept = KeptNeed(id: id, need: need, added: .on(day: 3), changed: nil)
    #expect(try room.read().needs() == [kept])
  }

  @Test func `a need is changed in its place, and removed`() throws {
    let first = try Samples.need("first")
    let other = try Samples.need("other", .space)
    let ids = try room.change { pen in
      [try pen.add(first, at: .on(day: 0)), try pen.add(other, at: .on(day: 0))]
    }
    let shorter = Need(category: .time, text: try Note("changed"))
    #expect(try room.change { try $0.replace(ids[0], with: shorter, at: .on(day: 2)) })
    #expect(
      try room.read().needs() == [
        KeptNeed(id: ids[0], need: shorter, added: .on(day: 0), changed: .on(day: 2)),
        KeptNeed(id: ids[1], need: other, added: .on(day: 0), changed: nil),
      ])
    #expect(try room.change { try $0.remove(ids[0]) })
    #expect(try room.read().needs().map(\.id) == [ids[1]])
    #expect(try room.change { try !$0.remove(ids[0]) })
    #expect(try room.change { try !$0.replace(ids[0], with: first, at: .on(day: 3)) })
    #expect(try room.read().needs().map(\.id) == [ids[1]])
  }

  @Test func `names are 26 letters and digits, and no two alike`() throws {
    let need = Need(category: .other, text: try Note("x"))
    let ids = try room.change { pen in try (0..<200).map { try pen.add(need, at: .on(day: $0)) } }
    #expect(Set(ids).count == 200)
    #expect(ids.allSatisfy { $0.text.wholeMatch(of: /[0-9a-hjkmnp-tv-z]{25}[048cgmrw]/) != nil })
    #expect(try room.read().needs().map(\.id) == ids)
  }

  @Test func `a reflection holds as much as its writer says, and is removed`() throws {
    let short = Reflection(felt: try Note("alone"))
    let ids = try room.change { pen in
      [
        try pen.add(short, at: .on(day: 5)),
        try pen.add(Reflection(trigger: try Trigger("no answer")), at: .on(day: 1)),
      ]
    }
    #expect(try room.read().reflections().map(\.id) == ids)
    #expect(try room.change { try $0.remove(ids[1]) })
    #expect(
      try room.read().reflections() == [
        KeptReflection(id: ids[0], reflection: short, at: .on(day: 5))
      ])
  }

  @Test func `an empty reflection is refused`() throws {
    #expect(throws: VaultError.fault) {
      try room.change { try $0.add(Reflection(), at: .on(day: 0)) }
    }
    #expect(try room.folder.entries().isEmpty)
  }

  @Test func `a rating rests 28 days`() throws {
    let rating = try #require(try Samples.rating(0, 10, 5))
    let day = try #require(Day(iso: "2026-11-21"))
    try room.change { try $0.add(rating, on: day) }
    for early in [-27, -1, 0, 1, 27] {
      let next = day.advanced(by: 28)
      #expect(throws: Rating.Early(next: next)) {
        try room.change { try $0.add(rating, on: day.advanced(by: early)) }
      }
    }
    try room.change { try $0.add(rating, on: day.advanced(by: 28)) }
    #expect(try room.read().ratings().map(\.day) == [day, day.advanced(by: 28)])
    #expect(try room.read().ratings().map(\.rating) == [rating, rating])
    #expect(try room.change { try $0.removeRating(on: day) })
    #expect(try room.change { try !$0.removeRating(on: day) })
    #expect(try room.read().ratings().map(\.day) == [day.advanced(by: 28)])
  }

  @Test func `the footing is one, and may be nothing again`() throws {
    let whole = Footing(
      sentence: try Note("我值得被爱"), step: try Note("a walk"), people: try Note("Ana\nRui"))
    let part = Footing(step: try Note("breathe"))
    for footing in [whole, part, Footing()] {
      try room.change { try $0.set(footing) }
      #expect(try room.read().footing() == footing)
    }
  }

  @Test func `hints are shown until their reader says otherwise`() throws {
    #expect(try room.read().showsHints)
    try room.change { try $0.showHints(false) }
    #expect(try !room.read().showsHints)
    try room.change { try $0.showHints(true) }
    #expect(try room.read().showsHints)
  }

  @Test func `each partner has a vault of their own`() throws {
    let other = Partner.ID("fedcba9876543210fedcba9876543210")
    let owner = { Vault.Owner(couple: room.couple, partner: other, keys: $0) }
    let otherKeys = DeviceKeys.generate()
    _ = try room.change { try $0.add(Samples.need("mine"), at: .on(day: 0)) }
    let mine = try room.sealed()
    try room.change(as: owner(otherKeys)) { try $0.showHints(false) }
    #expect(try room.sealed() == mine)
    #expect(try Vault.read(in: room.folder, as: owner(otherKeys)).needs().isEmpty)
    #expect(throws: VaultError.otherKeys) {
      try Vault.read(in: room.folder, as: owner(room.keys))
    }
  }

  @Test(arguments: ["", "../0123456789abcdef0123456789abcd", "0123456789ABCDEF0123456789ABCDEF"])
  func `a partner's id that is none names no file`(id: String) throws {
    #expect(throws: VaultError.fault) {
      try Vault.read(
        in: room.folder,
        as: Vault.Owner(couple: room.couple, partner: Partner.ID(id), keys: room.keys))
    }
  }
}

import Agreements
import Testing

@Suite struct ZoneChangesTests {
  @Test(arguments: SampleZone.all)
  func `every change is found, to the second`(zone: SampleZone) throws {
    let expected = try zone.changes.map { try Sample.instant($0.at) }
    let first = try #require(expected.first).advanced(by: -100 * Instant.day)
    let last = try #require(expected.last).advanced(by: 100 * Instant.day)
    let found = zone.rules.changes(after: first, through: last)
    #expect(found.map(\.at) == expected)
    #expect(found.map(\.after) == zone.changes.map(\.east))
    #expect(found.map(\.before) == [zone.first] + zone.changes.dropLast().map(\.east))
  }

  @Test func `the first instant is left out, and the last is not`() throws {
    let change = try Sample.instant("2026-03-29T01:00:00Z")
    let rules = SampleZone.berlin.rules
    let (before, after) = (change.advanced(by: -1), change.advanced(by: 1))
    #expect(rules.changes(after: before, through: change).map(\.at) == [change])
    #expect(rules.changes(after: change, through: after).isEmpty)
    #expect(rules.changes(after: after, through: before).isEmpty)
  }

  @Test func `two changes within a week are both found`() throws {
    let zone = SampleZone(
      name: "hasty", first: 0,
      changes: [("2026-03-01T00:00:00Z", 3600), ("2026-03-04T12:00:00Z", 7200)])
    let found = zone.rules.changes(
      after: try Sample.instant("2026-02-28T00:00:00Z"),
      through: try Sample.instant("2026-04-01T00:00:00Z"))
    #expect(found.map(\.after) == [3600, 7200])
  }

  @Test func `a clock that is never changed has none`() throws {
    let start = try Sample.instant("2026-01-01T00:00:00Z")
    let end = start.advanced(by: 20 * 53 * Instant.week)
    #expect(ZoneRules { _ in 28_800 }.changes(after: start, through: end).isEmpty)
  }
}

import Agreements
import Testing

struct RecurrenceTests {
  private static let now = Instant(seconds: 1_800_000_000)

  private static func note(_ trigger: String, daysAgo: Int64) throws -> (
    at: Instant, reflection: Reflection
  ) {
    (now.advanced(by: -daysAgo * Instant.day), Reflection(trigger: try Trigger(trigger)))
  }

  private static func all(_ notes: [(at: Instant, reflection: Reflection)], needs: [Need] = [])
    -> [Recurrence]
  {
    Recurrence.all(in: notes, needs: needs) { $0.lowercased() }
  }

  @Test func `what came up most often stands first, under the spelling written last`() throws {
    let found = Self.all([
      try Self.note("late reply", daysAgo: 9), try Self.note("plans change", daysAgo: 7),
      try Self.note("Late reply", daysAgo: 3),
    ])
    #expect(found.map(\.trigger.text) == ["Late reply", "plans change"])
    #expect(found.map(\.times.count) == [2, 1])
    #expect(found[0].times == found[0].times.sorted())
  }

  @Test func `a need's own step stands beside its trigger, also where it never came up`() throws {
    let need = Need(
      category: .contact, text: try Note("a word in between"), trigger: try Trigger("LATE REPLY"),
      step: try Note("I walk once round the block"))
    let quiet = Need(
      category: .space, text: try Note("an hour alone"), trigger: try Trigger("crowded week"))
    let found = Self.all([try Self.note("late reply", daysAgo: 1)], needs: [need, quiet])
    #expect(found.map(\.trigger.text) == ["late reply", "crowded week"])
    #expect(found.map { $0.steps.map(\.text) } == [["I walk once round the block"], []])
    #expect(found[1].times.isEmpty)
  }

  @Test func `notes and needs without a trigger are no trigger`() throws {
    let bare = (at: Self.now, reflection: Reflection(felt: try Note("tired")))
    #expect(Self.all([bare], needs: [Need(category: .other, text: try Note("rest"))]).isEmpty)
  }

  @Test(arguments: [
    ([1, 5, 9, 27], true), ([1, 5, 9], false), ([1, 5, 9, 28], false), ([40, 50, 60, 70], false),
    ([0, 0, 0, 0], true), ([-1, -2, 3, 4], false),
  ])
  func `S23 four times in four weeks is where its writer reads that help exists`(
    daysAgo: [Int64], keeps: Bool
  ) throws {
    let found = Self.all(try daysAgo.map { try Self.note("late reply", daysAgo: $0) })
    #expect(found.map { $0.keepsComing(at: Self.now) } == [keeps])
  }
}

import Agreements
import Foundation
import Testing
import Vault

/// A vault of a lifetime.
struct ManyReflectionsTests {
  @Test func `ten thousand notes open, and all are listed in order`() async throws {
    let household = try await Household.begun()
    let count = 10_000
    try household.changeVault(of: "Mei") { pen in
      for number in 0..<count {
        let text = "Nr. \(number): " + String(repeating: "又等了很久，心里发慌。", count: 5)
        _ = try pen.add(
          Reflection(
            happened: try Note(text), felt: try Note("sad, then calm"),
            trigger: try Trigger("trigger \(number % 50)")),
          at: Instant(seconds: 1_790_000_000 + Int64(number) * 3_600))
      }
    }
    // Started at once: waiting for a turn is no part of the time.
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try await household.program
      .start(["reflect", "list", "--as", "Mei", "--json"]).wait()
    print("10,000 notes: listed in \(clock.now - start)")
    let listed = try outcome.json(ReflectionsDocument.self).reflections
    #expect(listed.count == count && Set(listed.map(\.id)).count == count)
    #expect(
      listed.enumerated().allSatisfy { number, note in
        note.happened?.hasPrefix("Nr. \(number): ") == true
      })
    let triggers = try await household.succeeds(["triggers", "--as", "Mei"])
    #expect(triggers.output.split(separator: "\n").count == 50)
    _ = try await household.reflection("# accord: trigger\nTrigger 7", by: "Mei")
    #expect(try await household.reflections(of: "Mei").count == count + 1)
  }
}

import Foundation
import Testing

/// Output that goes nowhere.
@Suite struct StreamTests {
  @Test(arguments: [["list", "--all"], ["log"], ["doctor"], ["list", "--json"], ["--help"]])
  func `a reader who has left is no reason for words`(command: [String]) async throws {
    let household = try await household()
    let outcome =
      try await household
      .through(#"( sleep 0.1; "$0" "$@"; echo $? >&2 ) | exec true"#).run(command)
    #expect(outcome.error == "0\n")
  }

  @Test func `an act whose result nobody reads is done once`() async throws {
    let household = try await household()
    let outcome =
      try await household
      .through(#"( sleep 0.1; "$0" "$@"; echo $? >&2 ) | exec true"#)
      .run(Household.proposal("unread", by: "Mei"))
    #expect(outcome.error == "0\n")
    #expect(try await household.list().map(\.title) == ["before", "unread"])
  }

  @Test(
    .enabled(if: access("/dev/full", F_OK) == 0, "needs /dev/full"),
    arguments: [["list", "--all"], ["log"], ["doctor"], ["list", "--json"], ["--help"]],
    ["en", "zh"])
  func `output that cannot be written is told`(command: [String], language: String) async throws {
    let household = try await household()
    let outcome = try await household.through(#"exec "$0" "$@" >/dev/full"#)
      .run(command + ["--lang", language])
    outcome.isOneComplaint(74)
  }

  @Test(.enabled(if: access("/dev/full", F_OK) == 0, "needs /dev/full"))
  func `an act whose result cannot be written is done once, however often`() async throws {
    let household = try await household()
    for _ in 1...2 {
      let outcome = try await household.through(#"exec "$0" "$@" >/dev/full"#)
        .run(Household.proposal("unread", by: "Mei"))
      outcome.isOneComplaint(74)
    }
    #expect(try await household.list().map(\.title) == ["before", "unread"])
    try await household.soundness()
  }

  @Test(arguments: [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func `closed streams never end up in the database`(closed: String) async throws {
    let household = try await household()
    let program = household.through(#"exec "$0" "$@" \#(closed)"#)
    for command in [
      ["list"], ["doctor"], ["accept"], ["no-such-verb"], Household.proposal("second", by: "Mei"),
    ] {
      let outcome = try await program.run(command)
      #expect([0, 64, 74].contains(outcome.status), "\(command) \(outcome)")
    }
    try await household.soundness()
    #expect(try await household.list().map(\.title) == ["before", "second"])

    let other = try Household(in: household.sandbox, store: household.sandbox.path("other"))
    let begun = try await other.through(#"exec "$0" "$@" \#(closed)"#).run(["init", "Mei", "Lin"])
    #expect([0, 74].contains(begun.status), "\(begun)")
    #expect(try await other.soundness().entries == 2)
  }

  private func household() async throws -> Household {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("before", by: "Mei"))
    return household
  }
}

extension Household {
  /// The program as `$0`, with its arguments, in a line of shell.
  fileprivate func through(_ line: String) -> Program {
    program.under(["/bin/sh", "-c", line])
  }
}

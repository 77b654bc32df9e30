import Foundation
import Sealing
import Testing

@testable import accord

/// `accord lock`: setting, changing and removing a password.
@Suite(.serialized) struct LockTests {
  struct Locked: Decodable { let locked: Bool }

  @Test func `a password is set, changed and removed, and the old one is wanted first`()
    async throws
  {
    let household = try await Household.begun()
    let keys = try #require(try household.keys(of: "Mei"))
    let old = try household.file("pear tree\n", named: "old")
    let new = try household.file("梨树在冬天\n", named: "new")
    let lock = ["lock", "--as", "Mei", "--json"]

    let set = try await household.succeeds(lock + ["--new-passphrase-file", old])
    #expect(try set.json(Locked.self).locked)
    #expect(try household.keys(of: "Mei") == nil)

    let changed = try await household.succeeds(
      lock + ["--passphrase-file", old, "--new-passphrase-file", new])
    #expect(try changed.json(Locked.self).locked)

    let removed = try await household.succeeds(lock + ["--passphrase-file", new, "--remove"])
    #expect(try !removed.json(Locked.self).locked)
    // Each time the key is another, and the one before is gone.
    let last = try #require(try household.keys(of: "Mei"))
    #expect(last != keys)
    #expect(try household.keyFiles().count == 2)
    #expect(try !(await household.succeeds(lock + ["--remove"])).json(Locked.self).locked)
    try await household.soundness()
  }

  @Test func `a wrong password changes nothing`() async throws {
    let household = try await Household.begun()
    try household.lock("Mei", with: "pear tree")
    let wrong = try household.file("plum tree\n")
    let before = try Snapshot(of: household.store)
    for more in [["--remove"], ["--new-passphrase-file", wrong]] {
      let lock = ["lock", "--as", "Mei"] + more
      try await household.refuses(lock, 77, "locked")
      try await household.refuses(lock + ["--passphrase-file", wrong], 77, "passphrase")
    }
    #expect(try Snapshot(of: household.store) == before)
  }

  @Test(arguments: [
    ([], "missing"), (["--no-input"], "missing"),
    (["--remove", "--new-passphrase-fd", "0"], "contradiction"),
    (["--new-passphrase-fd", "0", "--new-passphrase-file", "x"], "contradiction"),
    (["--new-passphrase-fd", "999"], "bad-value"),
  ])
  func `off a terminal it has to be said`(words: [String], code: String) async throws {
    let household = try await Household.begun()
    try household.lock("Mei", with: "pear tree")
    let before = try Snapshot(of: household.store)
    try await household.refuses(["lock", "--as", "Mei"] + words, 64, code)
    try await household.refuses(["lock", "--remove"], 64, "who")
    #expect(try Snapshot(of: household.store) == before)
  }

  @Test func `the old and the new one may come down the same stream`() async throws {
    let household = try await Household.begun()
    try household.lock("Mei", with: "pear tree")
    let outcome = try await household.program.run(
      ["lock", "--as", "Mei", "--passphrase-fd", "0", "--new-passphrase-fd", "0"],
      input: "pear tree\nplum tree\n")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try household.keys(of: "Mei", password: "plum tree") != nil)
  }

  @Test func `at a terminal Enter alone changes nothing, and only --remove takes a password away`()
    async throws
  {
    let household = try await Household.begun()
    let before = try Snapshot(of: household.store)
    let none = try await household.program.runOnTerminal(["lock", "--as", "Mei"], answers: [""])
    #expect(none.status == 0 && none.output.contains("Mei has no password"), "\(none)")
    #expect(try Snapshot(of: household.store) == before)

    try household.lock("Mei", with: "pear tree")
    let locked = try Snapshot(of: household.store)
    for (language, said) in [("en", "Nothing was changed"), ("zh", "什么都没动")] {
      let kept = try await household.program.runOnTerminal(
        ["lock", "--as", "Mei", "--lang", language], answers: ["pear tree", ""])
      #expect(kept.status == 0 && kept.output.contains(said), "\(kept)")
      #expect(kept.output.contains("accord lock --remove"), "\(kept)")
      #expect(try Snapshot(of: household.store) == locked)
    }

    let gone = try await household.program.runOnTerminal(
      ["lock", "--as", "Mei", "--remove"], answers: ["pear tree"])
    #expect(gone.status == 0 && gone.output.contains("The password is gone"), "\(gone)")
    #expect(!gone.output.contains("pear"))
    #expect(try household.keys(of: "Mei") != nil)
  }

  @Test func `S24 a key copied before its password agrees to nothing later, and opens nothing new`()
    async throws
  {
    let household = try await Household.begun()
    let before = try await household.program.run(
      ["reflect", "add", "--as", "Mei"], input: "written before")
    #expect(before.status == 0, "\(before)")
    let copy = try household.copy(named: "copy")
    let name = try #require(try household.keys(of: "Mei")).fingerprint + ".key"
    let locked = try await household.program.runOnTerminal(
      ["lock", "--as", "Mei"], answers: ["pear tree", "pear tree"])
    #expect(locked.status == 0, "\(locked)")
    #expect(locked.output.contains("You get a new key with it."), "\(locked)")
    #expect(!FileManager.default.fileExists(atPath: "\(household.store)/\(name)"))

    let password = try household.file("pear tree\n")
    let written = try await household.program.run(
      ["reflect", "add", "--as", "Mei", "--passphrase-file", password], input: "written later")
    #expect(written.status == 0, "\(written)")
    let later = try household.copy(named: "later")
    try Inheritance.whileNothingStarts {
      let key = try Data(contentsOf: URL(fileURLWithPath: "\(copy.store)/\(name)"))
      try key.write(to: URL(fileURLWithPath: "\(later.store)/\(name)"))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: "\(later.store)/\(name)")
    }
    try await later.refuses(["reflect", "list", "--as", "Mei"], 77, "locked")
    try await later.refuses(Household.proposal("still acting", by: "Mei"), 77, "locked")
    let named = try await later.program.run(["doctor"])
    #expect(
      named.status == 65 && named.output.contains("\(name): a key of Mei's that was replaced"))
    // Both are there for whoever knows the password.
    let read = try await household.succeeds(
      ["reflect", "list", "--as", "Mei", "--passphrase-file", password])
    #expect(read.output.contains("before") && read.output.contains("later"), "\(read)")
  }

  @Test func `three slips, or no answer, leave everything as it was`() async throws {
    let household = try await Household.begun()
    let long = String(repeating: "x", count: 1_025)
    let before = try Snapshot(of: household.store)
    for answers in [["a", "b", "c", "d", "e", "f"], [long, long, long], ["a"], []] {
      let outcome = try await household.program.runOnTerminal(
        ["lock", "--as", "Mei"], answers: answers)
      #expect(outcome.status == 64, "\(outcome)")
      #expect(try Snapshot(of: household.store) == before)
    }
  }

  @Test func `two at once leave one of the two`() async throws {
    let household = try await Household.begun()
    try household.lock("Mei", with: "pear tree")
    let old = try household.file("pear tree\n", named: "old")
    let running = try ["plum", "cherry"].map { password in
      try household.program.start(
        [
          "lock", "--as", "Mei", "--passphrase-file", old, "--new-passphrase-file",
          household.file(password + "\n", named: password),
        ])
    }
    var done = 0
    for one in running {
      let outcome = try await one.wait()
      // Who came second may have met the new password, or waited too long.
      #expect([0, 75, 77].contains(outcome.status), "\(outcome)")
      if outcome.status == 0 { done += 1 }
    }
    #expect(done > 0)
    let opening = try ["plum", "cherry"].filter {
      try household.keys(of: "Mei", password: $0) != nil
    }
    #expect(opening.count == 1)
    try await household.soundness()
  }
}

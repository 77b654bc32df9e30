import Fixtures
import Foundation
import SystemPackage
import Testing

@testable import accord

/// S16: what a killed program leaves of a text lies in the plain no longer than to the next
/// command.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/stat")))
struct LeftDraftTests {
  private static let word = "Birnbaum-im-Winter-73"

  /// A couple, with a temporary folder of their own.
  private struct Desk {
    var household: Household
    let temporary: String

    init() async throws {
      household = try await Household.begun()
      temporary = household.sandbox.path("temporary")
      try FileManager.default.createDirectory(
        atPath: temporary, withIntermediateDirectories: false)
      household.program.environment["TMPDIR"] = temporary
    }

    /// Writes in an editor that is this script; `$1` is the draft.
    @discardableResult
    func write(_ script: String, as name: String = "Lin", more: [String] = []) async throws
      -> Outcome
    {
      let editor = try household.sandbox.write("#!/bin/sh\n\(script)\n", to: "editor", mode: 0o755)
      let outcome = try await household.program.runOnTerminal(
        ["need", "add", "--edit", "--category", "time", "--as", name] + more,
        environment: ["EDITOR": editor, "VISUAL": nil, "ACCORD": household.program.path])
      // The script has the word in it.
      try FileManager.default.removeItem(atPath: editor)
      return outcome
    }

    /// Leaves a text of somebody's: the program is killed while the editor is open.
    func leave(as name: String = "Lin") async throws {
      let outcome = try await write("\(LeftDraftTests.fill); \(LeftDraftTests.kill)", as: name)
      #expect(outcome.status == .killed(by: SIGKILL), "\(outcome)")
      #expect(try plain.count == 1)
    }

    func run(_ words: String..., environment: [String: String?] = [:]) async throws -> Outcome {
      try await household.program.run(words, environment: environment)
    }

    var left: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: temporary) }
    }

    /// The files that hold the word.
    var plain: [String] { get throws { try household.filesHolding([LeftDraftTests.word]) } }
  }

  private static let fill = "sed -i 's/^# accord: need$/&\\n\(word)/' \"$1\""
  /// The program leads the session of the test's terminal.
  private static let kill = "kill -9 $(cut -d ' ' -f 6 /proc/$$/stat)"
  private static let notice = "A text you were writing was left unfinished; it is sealed now."

  @Test func `S16 the next command of its writer seals it, and says so`() async throws {
    let desk = try await Desk()
    try await desk.leave()
    let next = try await desk.run("list", "--as", "Lin")
    #expect(next.status == 0)
    #expect(next.error.hasPrefix(Self.notice) && next.error.contains("accord draft remove"))
    #expect(!next.output.contains("left unfinished"))
    #expect(try desk.plain == [])
    let folder = try #require(try desk.left.first)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(desk.temporary)/\(folder)")
    #expect(names.sorted() == ["accord.txt.age", "writer"])
  }

  @Test func `its writer reads it, pipes it, and removes it`() async throws {
    let desk = try await Desk()
    try await desk.leave()
    let shown = try await desk.run("draft", "--as", "Lin")
    #expect(shown.status == 0, "\(shown)")
    #expect(
      shown.output.hasPrefix("# accord: category\ntime together\n# accord: need\n\(Self.word)\n"))
    // What the program wrote for the editor alone is not in it.
    #expect(!shown.output.contains("# accord…"))
    try await desk.household.succeeds(["need", "add", "--as", "Lin"], saying: shown.output)
    #expect(try await desk.household.needs(of: "Lin").needs.map(\.text) == [Self.word])

    #expect(try await desk.run("draft", "remove", "--as", "Lin").status == 64)
    #expect(try desk.left.count == 1)
    #expect(try await desk.run("draft", "remove", "--yes", "--as", "Lin").output == "It is gone.\n")
    #expect(try desk.left == [])
    #expect(
      try await desk.run("draft", "--as", "Lin").output == "Nothing of yours is left unfinished.\n")
  }

  @Test func `S13 the other's command seals it too, and the other is told nothing`() async throws {
    let desk = try await Desk()
    try await desk.leave()
    let other = try await desk.run("list", "--as", "Mei")
    #expect(other.status == 0 && other.error == "", "\(other)")
    #expect(try desk.plain == [])
    #expect(
      try await desk.run("draft", "--as", "Mei").output == "Nothing of yours is left unfinished.\n")
    #expect(
      try await desk.run("draft", "remove", "--yes", "--as", "Mei").output
        == "Nothing of yours is left unfinished.\n")
    #expect(try desk.left.count == 1)
    #expect(try await desk.run("list", "--as", "Lin").error.hasPrefix(Self.notice))
  }

  @Test func `S24 it is sealed without the password, and read and removed only with it`()
    async throws
  {
    let desk = try await Desk()
    try await desk.leave()
    try desk.household.lock("Lin", with: "pear tree")
    #expect(try await desk.run("list", "--as", "Lin").error.hasPrefix(Self.notice))
    #expect(try desk.plain == [])
    for words in [["draft"], ["draft", "remove", "--yes"]] {
      let outcome = try await desk.household.program.run(words + ["--as", "Lin", "--json"])
      #expect(outcome.status == 77 && outcome.errorCode == "locked", "\(outcome)")
    }
    let file = try desk.household.file("pear tree\n")
    let shown = try await desk.run("draft", "--as", "Lin", "--passphrase-file", file)
    #expect(shown.output.contains(Self.word), "\(shown)")
  }

  @Test func `it is told until it was read at a terminal, and then no more`() async throws {
    let desk = try await Desk()
    try await desk.leave()
    // Scripts are told nothing, and a timer has nobody to tell it to.
    let json = try await desk.run("list", "--as", "Lin", "--json")
    #expect(json.error == "")
    #expect(try desk.plain == [])
    #expect(!(try await desk.run("today", "--notify", "--as", "Lin")).error.contains(Self.notice))
    #expect(try await desk.run("list", "--as", "Lin").error.hasPrefix(Self.notice))
    func atTerminal() async throws -> String {
      try await desk.household.program.runOnTerminal(["list", "--as", "Lin"]).output
    }
    #expect(try await atTerminal().contains(Self.notice))
    #expect(try await !atTerminal().contains(Self.notice))
    #expect(try await desk.run("draft", "--as", "Lin").output.contains(Self.word))
  }

  @Test func `a text whose program still runs is not touched`() async throws {
    let desk = try await Desk()
    let outcome = try await desk.write(
      """
      \(Self.fill)
      "$ACCORD" list --as Lin >"$HOME/said" 2>&1
      "$ACCORD" draft --as Lin >>"$HOME/said" 2>&1
      ls "$(dirname "$1")" >"$HOME/seen"
      """)
    #expect(outcome.status == 0, "\(outcome)")
    let home = desk.household.sandbox.home
    #expect(try String(contentsOfFile: home + "/seen", encoding: .utf8) == "accord.txt\nwriter\n")
    #expect(
      try String(contentsOfFile: home + "/said", encoding: .utf8)
        == "Nothing of yours is left unfinished.\n")
    #expect(try await desk.household.needs(of: "Lin").needs.map(\.text) == [Self.word])
    #expect(try desk.left == [])
  }

  @Test func `an editor that outlives the program keeps its text`() async throws {
    let desk = try await Desk()
    try await desk.write(
      """
      setsid sh -c '
        sleep 1
        "$ACCORD" list --as Lin >/dev/null 2>&1
        ls "$(dirname "$0")" >"$HOME/seen.new"
        mv "$HOME/seen.new" "$HOME/seen"
      ' "$1" >/dev/null 2>&1 </dev/null &
      \(Self.fill); \(Self.kill)
      """)
    let seen = desk.household.sandbox.home + "/seen"
    for _ in 0..<1_000 where !FileManager.default.fileExists(atPath: seen) {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try String(contentsOfFile: seen, encoding: .utf8) == "accord.txt\nwriter\n")
  }

  @Test func `what could not be kept is offered in the same way`() async throws {
    let desk = try await Desk()
    for script in ["sed -i 's/^# accord: trigger$/# accord: tigger/' \"$1\"", "exit 3"] {
      let outcome = try await desk.write("\(Self.fill); \(script)")
      #expect(outcome.output.contains("/accord.txt"), "\(outcome)")
      #expect(outcome.output.contains("accord draft shows it"), "\(outcome)")
      #expect(try desk.plain.count == 1)
      #expect(try await desk.run("list", "--as", "Lin").error.hasPrefix(Self.notice))
      #expect(try desk.plain == [])
    }
    let all = try await desk.run("draft", "--as", "Lin").output
    #expect(all.hasPrefix("— 1 —\n") && all.contains("\n— 2 —\n"), "\(all)")
    #expect(try await desk.run("draft", "2", "--as", "Lin").output.hasPrefix("# accord: category"))
    for number in ["0", "3", "99999999999999999999"] {
      let outcome = try await desk.run("draft", number, "--as", "Lin", "--json")
      #expect(outcome.status == 64 && outcome.errorCode == "no-match", "\(outcome)")
    }
    #expect(try await desk.run("draft", "remove", "--yes", "--as", "Lin").status == 64)
    #expect(try await desk.run("draft", "remove", "1", "--yes", "--as", "Lin").status == 0)
    #expect(try await desk.run("draft", "remove", "--yes", "--as", "Lin").status == 0)
    #expect(try desk.left == [])
  }

  @Test func `a text in which nothing was written is simply removed`() async throws {
    let desk = try await Desk()
    try await desk.write(": > \"$1\"; echo '# accord: need' > \"$1\"; \(Self.kill)")
    #expect(try desk.left.count == 1)
    let next = try await desk.run("list", "--as", "Lin")
    #expect(next.error == "")
    #expect(try desk.left == [])
  }

  @Test func `doctor names whose it is to anybody, and nothing of what it says`() async throws {
    let desk = try await Desk()
    try await desk.leave()
    for arguments in [["doctor"], ["doctor", "--as", "Mei"], ["doctor", "--json"]] {
      let outcome = try await desk.household.program.run(arguments)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(
        outcome.output.contains("A text that Lin was writing was left unfinished; it is sealed."))
      #expect(!outcome.output.contains(Self.word) && !outcome.output.contains(desk.temporary))
    }
  }

  @Test func `what an earlier version left is named by doctor, and left alone`() async throws {
    let desk = try await Desk()
    let folder = desk.temporary + "/accord.aB3xYz"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    try Self.word.write(toFile: folder + "/accord.txt", atomically: false, encoding: .utf8)
    #expect(try await desk.run("list", "--as", "Lin").error == "")
    let outcome = try await desk.run("doctor")
    #expect(outcome.status == 0 && outcome.output.contains(folder), "\(outcome)")
    #expect(try desk.plain.count == 1)
  }
}

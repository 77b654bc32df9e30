import Foundation
import Synchronization
import Testing

/// S16: what one writes for oneself stays between the keyboard and the vault.
@Suite struct UnseenWordsTests {
  private static let word = "Birnbaum-im-Winter-73"

  @Test(.enabled(if: Shell.strace.isThere, "needs strace and the right to trace"))
  func `S16 private words are in no argument, no environment and no file but the vault`()
    async throws
  {
    let household = try await Household.begun()
    let id = try await household.need(Self.word, by: "Mei")
    let note = try await household.reflection(Self.word, by: "Mei")
    let trace = household.sandbox.path("trace")
    let traced = household.program.under([
      "strace", "-f", "-v", "-s", "1000000", "-e",
      "trace=execve,open,openat,creat,write,pwrite64,writev",
      "-o", trace,
    ])
    let vault = URL(fileURLWithPath: try household.vaultFile(of: "Mei")).lastPathComponent
    for words in [
      ["need", "add"], ["need", "edit", id], ["need", "share", id, "--yes"],
      ["need", "unshare", id], ["need", "remove", id, "--yes"], ["reflect", "add"],
      ["reflect", "remove", note, "--yes"], ["steady", "edit"],
    ] {
      let outcome = try await traced.run(words + ["--as", "Mei"], input: Self.word)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(!(outcome.output + outcome.error).contains(Self.word), "\(outcome)")
      let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
      #expect(calls.contains { $0.contains("execve(") })
      // What is shown to the other goes into the database, and into its journal when it goes.
      if !words[1].hasSuffix("share") {
        #expect(!calls.contains { $0.contains(Self.word) }, "\(words)")
      }
      let made = calls.filter { $0.contains("O_CREAT") }
      let isHere = { (call: Substring) in
        call.contains("/.\(vault).") || call.contains("accord.db-journal")
      }
      #expect(made.allSatisfy(isHere), "\(made)")
    }
    unlink(trace)
    try await household.succeeds(["reflect", "add", "--as", "Mei"], saying: Self.word)
    #expect(try household.filesHolding([Self.word]) == [])
  }

  @Test(arguments: [InteractiveShell.bash, .zsh].filter(InteractiveShell.installed.contains))
  func `S16 what is typed is not in the shell's history, nor in any list of processes`(
    shell: InteractiveShell
  ) async throws {
    let household = try await Household.begun()
    // No other test that runs meanwhile has this word.
    let word = "Quittenbaum-\(UUID().uuidString)"
    let history = household.sandbox.path("history")
    let accord = try household.program.folderInPath() + "/accord"
    try household.sandbox.write(
      "PS1='ready> '; HISTFILE='\(history)'; HISTSIZE=100; SAVEHIST=100\n", to: ".zshrc")
    try household.sandbox.write(
      "PS1='ready> '; HISTFILE='\(history)'; HISTSIZE=100; set -o history\n", to: "bashrc")
    var program = Program(shell.rawValue, in: household.sandbox)
    program.environment = household.program.environment.merging(
      ["ZDOTDIR": household.sandbox.folder, "TERM": "dumb"]) { $1 }
    let typed = Answers([
      "\(accord) need add --category contact --as Mei", word, word, word,
      word, "\(accord) reflect add --as Mei", word, word, word, word,
      word, word, "exit",
    ])
    let found = Mutex<[String]>([])
    let looks = Mutex(0)
    let outcome = try await program.runOnTerminal(
      shell == .bash ? ["--rcfile", household.sandbox.path("bashrc"), "-i"] : ["-i"],
      typist: { shown in
        let shown = String(decoding: shown, as: UTF8.self)
        // Some shells tell the terminal more behind their prompt.
        let ends = [": ", "ready> ", "ready> \u{1B}[?2004h"]
        guard ends.contains(where: shown.hasSuffix) else { return nil }
        // What was typed so far is in the program, which waits for more.
        let seen = Self.processes(showing: word)
        looks.withLock { $0 += 1 }
        found.withLock { $0 += seen }
        return Array((typed.next() ?? "exit").utf8) + [10]
      }, timeLimit: .seconds(60))
    #expect(outcome.status == 0, "\(outcome)")
    #expect(looks.withLock { $0 } == 13, "\(outcome)")
    #expect(found.withLock { $0 } == [])
    #expect(try await household.needs(of: "Mei").needs.first?.request == word, "\(outcome)")
    #expect(try await household.reflections(of: "Mei").first?.trigger == word)
    #expect(try String(contentsOfFile: history, encoding: .utf8).contains("need add"))
    #expect(try household.filesHolding([word]) == [])
  }

  /// The processes in whose arguments or environment a word stands.
  private static func processes(showing word: String) -> [String] {
    let wanted = Data(word.utf8)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil }.flatMap { name in
      ["cmdline", "environ"].compactMap { file in
        let bytes = FileManager.default.contents(atPath: "/proc/\(name)/\(file)")
        return bytes?.range(of: wanted) == nil ? nil : "\(name)/\(file)"
      }
    }
  }

  /// Ways not to be kept, each with a private word in it.
  struct Refused: Sendable, CustomTestStringConvertible {
    let words: [String]
    let text: [UInt8]
    let status: Int32
    let code: String

    init(_ words: [String], _ text: String, _ status: Int32, _ code: String) {
      self.init(words, Array(text.utf8), status, code)
    }

    init(_ words: [String], _ text: [UInt8], _ status: Int32, _ code: String) {
      (self.words, self.text, self.status, self.code) = (words, text, status, code)
    }

    var testDescription: String { "\(words.joined(separator: " ")): \(code)" }

    private static let long = String(repeating: "\(word) ", count: 91)

    static let table = [
      Refused(["need", "add"], "# accord: \(word)\nx", 64, "bad-heading"),
      Refused(["need", "add"], "\(word)\n# accord: need\nx", 64, "bad-heading"),
      Refused(["need", "add"], long, 64, "too-long"),
      Refused(
        ["need", "add"], "# accord: need\nx\n# accord: trigger\n\(long.prefix(201))", 64, "too-long"
      ),
      Refused(["need", "add"], "# accord: category\n\(word)\n# accord: need\nx", 64, "bad-value"),
      Refused(["need", "add"], "# accord: trigger\n\(word)", 64, "missing"),
      Refused(["need", "add"], Array(word.utf8) + [0xFF], 65, "input"),
      Refused(["need", "add"], String(repeating: word, count: 4_000), 65, "input"),
      Refused(["need", "edit", "ID"], "# accord: trigger\n\(word)", 64, "missing"),
      Refused(["need", "edit", "ID"], long, 64, "too-long"),
      Refused(["reflect", "add"], "# accord: \(word)\nx", 64, "bad-heading"),
      Refused(["reflect", "add"], long, 64, "too-long"),
      Refused(["reflect", "add"], Array(word.utf8) + [0xC0, 0x80], 65, "input"),
      Refused(["steady", "edit"], "# accord: people\n\(long)", 64, "too-long"),
      Refused(["steady", "edit"], "# accord: \(word)\nx", 64, "bad-heading"),
      Refused(["trend", "add"], "6 5 \(word)", 64, "bad-value"),
      Refused(["need", "show", word], "", 64, "no-match"),
      Refused(["need", "edit", word], word, 64, "no-match"),
      Refused(["need", "remove", word, "--yes"], "", 64, "no-match"),
      Refused(["need", "share", word, "--yes"], "", 64, "no-match"),
      Refused(["need", "unshare", word], "", 64, "no-match"),
      Refused(["need", "heard", word], "", 64, "no-match"),
      Refused(["reflect", "remove", word, "--yes"], "", 64, "no-match"),
      // A question that cannot be asked is about a need that holds the word.
      Refused(["need", "share", "ID"], "", 64, "missing"),
      Refused(["need", "remove", "ID"], "", 64, "missing"),
      Refused(["need", "share"], "", 64, "missing"),
      Refused(["need", "add", "--category", word], "x", 64, "bad-value"),
    ]
  }

  @Test(arguments: Refused.table)
  func `S16 no refusal repeats a private word`(refused: Refused) async throws {
    let household = try await Household.begun()
    let id = try await household.need("# accord: need\n\(Self.word)", by: "Mei")
    let shown = try await household.need("shown", by: "Lin")
    try await household.succeeds(["need", "share", shown, "--as", "Lin", "--yes"])
    let before = try Snapshot(of: household.store)
    try await household.refuses(
      refused.words.map { $0 == "ID" ? id : $0 } + ["--as", "Mei"], saying: refused.text,
      refused.status, refused.code, never: Self.word)
    #expect(try Snapshot(of: household.store) == before)
  }
}

import Foundation
import Testing

@testable import accord

/// S16: whatever an editor's settings say, it copies the text nowhere but beside the draft.
struct EditorTraceTests {
  private static let word = "Birnbaum-im-Winter-73"

  /// An editor with settings by which it keeps all it can, and how a word is typed, saved, looked
  /// for and taken out again.
  struct Habit: Sendable, CustomStringConvertible {
    let command: String
    let settings: [String: String]
    let keys: [String]

    var description: String { command }

    var isInstalled: Bool {
      let name = String(command.prefix { $0 != " " })
      return OtherProgram(named: name, in: ProcessInfo.processInfo.environment["PATH"]) != nil
    }

    private static let vimSettings = """
      set undofile undodir=~/undo backup backupdir=~/backup swapfile updatecount=1
      set directory=~/swap viminfo='100,<50,n~/info viminfofile=~/info2

      """
    private static let vimKeys = [
      "/need\r", "o\(word)\u{1B}", ":w\r", "/\(word)\r", "yy", ":%s/\(word)/else/\r", ":wq\r",
    ]

    static let all = [
      Habit(command: "vim", settings: [".vimrc": vimSettings], keys: vimKeys),
      Habit(command: "nvim", settings: [".config/nvim/init.vim": vimSettings], keys: vimKeys),
      Habit(
        command: "nano",
        settings: [".nanorc": "set backup\nset backupdir ~/backup\nset historylog\n"],
        keys: [
          "\u{17}need\r", "\u{1B}[B", word, "\u{0F}\r", "x", "\u{0F}\r", "\u{17}\(word)\r",
          "\u{18}",
        ]),
      Habit(
        command: "emacs -nw",
        settings: [
          ".emacs": """
          (setq inhibit-startup-screen t backup-directory-alist '(("." . "~/backup"))
            backup-enable-predicate (lambda (_) t) auto-save-interval 20 auto-save-timeout 1
            auto-save-file-name-transforms '((".*" "~/swap/" t))
            savehist-additional-variables '(kill-ring search-ring))
          (savehist-mode 1)

          """
        ],
        keys: [
          "\u{13}need\r", "\u{0E}", "\(word) \(word)", "\u{18}\u{13}", "\u{01}\u{0B}", "else",
          "\u{18}\u{13}", "\u{18}\u{03}",
        ]),
      Habit(
        command: "micro",
        settings: [
          ".config/micro/settings.json":
            #"{"backup": true, "savehistory": true, "saveundo": true, "savecursor": true}"#
        ],
        keys: ["\u{06}need\r", "\u{1B}[B", word, "\u{13}", "\u{06}\(word)\r", "\u{13}", "\u{11}"]),
    ]
    static let installed = all.filter(\.isInstalled)
  }

  /// A household of an ordinary user whose editor has these settings.
  private func household(_ habit: Habit) async throws -> Household {
    var household = try await Household.begun()
    let home = household.sandbox.home
    for folder in ["undo", "backup", "swap", "temporary"] {
      try FileManager.default.createDirectory(
        atPath: "\(home)/\(folder)", withIntermediateDirectories: false)
    }
    for (name, text) in habit.settings {
      let file = URL(fileURLWithPath: "\(home)/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: false, encoding: .utf8)
    }
    household.program.environment["TMPDIR"] = home + "/temporary"
    household.program.environment["TERM"] = "xterm"
    household.program.environment["EDITOR"] = habit.command
    // As root, nano looks for its settings in another home than this.
    household.program = try household.program.asOrdinaryUser()
    return household
  }

  private static let writing = ["need", "add", "--edit", "--category", "time", "--as", "Lin"]

  /// Types one of the keys whenever the editor has shown what the last one did.
  private func typist(_ keys: [String]) -> Typist {
    let keys = Answers(keys)
    return { shown in
      // The draft is on the screen.
      guard String(decoding: shown, as: UTF8.self).contains("# accord") else { return nil }
      return keys.next().map { Array($0.utf8) }
    }
  }

  @Test(arguments: Habit.installed)
  func `S16 no settings of an editor make it keep the text anywhere`(habit: Habit) async throws {
    let household = try await household(habit)
    let outcome = try await household.program.runOnTerminal(
      Self.writing, typist: typist(habit.keys))
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try household.filesHolding([Self.word]) == [])
    // An editor may leave something of its own.
    let left = try FileManager.default.contentsOfDirectory(
      atPath: household.sandbox.home + "/temporary")
    #expect(!left.contains { $0.hasPrefix("accord") }, "\(left)")
  }

  @Test(arguments: Habit.installed.filter { $0.command == "vim" })
  func `S16 killed in the middle, vim leaves the text with the draft alone`(
    habit: Habit
  ) async throws {
    let household = try await household(habit)
    // The last thing the keys say is to end it all, from within.
    let keys = habit.keys.prefix(4) + [":!kill -9 $(cut -d ' ' -f 6 /proc/self/stat)\r"]
    _ = try await household.program.runOnTerminal(Self.writing, typist: typist(Array(keys)))
    let files = try household.filesHolding([Self.word])
    #expect(files.count == 1 && files.allSatisfy { $0.hasSuffix("/accord.txt") }, "\(files)")
  }

  @Test(
    arguments: [
      ("vim.basic", true), ("vim.tiny", true), ("vim", true), ("nvim", true), ("nano", true),
      ("emacs-nox", true), ("micro", true), ("emacsclient", false), ("emacsclient.emacs", false),
      ("hx", false), ("kak", false), ("code", false), ("nanocode", false), ("pico", false),
    ])
  func `an editor is told by its name what it is to leave`(name: String, isTold: Bool) {
    let options = Editor.discretion(ofProgram: name)
    #expect(options.isEmpty != isTold)
    // They stand in a line for the shell.
    let quotes = options.joined().count { $0 == "'" }
    #expect(quotes.isMultiple(of: 2))
  }
}

import Agreements
import ArgumentParser
import Foundation
import Testing

@testable import accord

/// What a person sees who presses Tab.
struct CompletionTests {
  @Test func `every shell is tried`() {
    #expect(InteractiveShell.installed == InteractiveShell.allCases, "see: Scripts/setup test")
  }

  // MARK: Ids

  /// What a shell, or a terminal, might take for more than text.
  private static let titles = [
    "$(touch run)", "`touch run`", "';touch run;'", "It's \"quoted\"", "a: b:c", #"a/b \n c\"#,
    "tab\there", "\u{1B}[31mred\u{1B}]0;owned\u{7}", "%F{red}%B 50% off", "Stop for half an hour",
    "吵架先停半小时", "{x,y} ~ * ? [a] & | < > !! # $HOME",
  ]

  @Test(arguments: InteractiveShell.installed, ["accept", "同意"])
  func `an id is shown with its title, which is text and nothing else`(
    shell: InteractiveShell, verb: String
  ) async throws {
    let household = try await Self.household(Self.titles)
    let shown = try await shell.shown(
      typing: "accord \(verb) \t", until: "$HOME", in: household)
    for listed in try await household.list() {
      let title = try #require(listed.title).visible
      #expect(shown.contains(title))
      let line = try #require(shown.split(separator: title).first?.split(separator: "\n").last)
      #expect(line.contains(listed.id.prefix(3)), "\(line)")
    }
    #expect(!shown.contains("\u{1B}[31m") && !shown.contains("\u{1B}]0;owned"))
    let home = try FileManager.default.contentsOfDirectory(atPath: household.sandbox.home)
    #expect(!home.contains("run"))
  }

  @Test(arguments: InteractiveShell.installed, ["accept", "同意"])
  func `a part of an id becomes the id alone`(shell: InteractiveShell, verb: String) async throws {
    let household = try await Self.household(["Stop for half an hour", "吵架先停半小时", "$(touch run)"])
    let ids = try await household.list().map { $0.id.prefix(3) }
    let id = try #require(ids.first { id in ids.count { $0.hasPrefix(id.prefix(2)) } == 1 })
    let shown = try await shell.shown(
      typing: "accord \(verb) \(id.prefix(2))\t" + Self.spelt, until: "accord,\(verb),\(id),",
      in: household)
    #expect(!shown.contains("Stop"))
  }

  // MARK: Words

  @Test(
    arguments: InteractiveShell.installed,
    [
      ("accord accep\t", "accord,accept,"), ("accord 同\t", "accord,同意,"),
      ("accord 提议 冷\t", "accord,提议,冷却时间,"), ("accord 提议 cool\t", "accord,提议,cool-down,"),
      ("accord list --kind 边\t", "accord,list,--kind,边界,"),
      ("accord 列表 --status 说\t", "accord,列表,--status,说好了,"),
      ("accord 回顾 --helped 有帮\t", "accord,回顾,--helped,有帮助,"),
      ("accord 需要 分\t", "accord,需要,分享,"), ("accord need 不\t", "accord,need,不再分享,"),
      ("accord 我的需要 unsh\t", "accord,我的需要,unshare,"),
      ("accord 需要 写 --ed\t", "accord,需要,写,--edit,"),
      ("accord 需要 写 --category 空\t", "accord,需要,写,--category,空间,"),
      ("accord need edit --category sta\t", "accord,need,edit,--category,stability,"),
    ])
  func `a word that was begun is completed in its language`(
    shell: InteractiveShell, line: (typed: String, words: String)
  ) async throws {
    _ = try await shell.shown(
      typing: line.typed + Self.spelt, until: line.words, in: try await .begun())
  }

  @Test(arguments: InteractiveShell.installed, Completions.groups)
  func `every verb is offered, by all its names to who reads Chinese`(
    shell: InteractiveShell, group: Verb
  ) async throws {
    let household = try await Household.begun()
    let offered = group.children.filter { $0.command.configuration.shouldDisplay }
    let last = try #require(offered.last)
    func shown(after words: [String?], until name: String, locale: String) async throws -> String {
      try await shell.shown(
        typing: words.compactMap { $0.map { $0 + " " } }.joined() + "\t", until: name,
        in: household, environment: ["LC_MESSAGES": locale])
    }
    let english = try await shown(
      after: ["accord", group.names.first], until: last.names[0], locale: "C.UTF-8")
    let chinese = try await shown(
      after: ["accord", group.otherNames.first], until: last.otherNames[0], locale: "zh_CN.UTF-8")
    for verb in offered {
      #expect(english.contains(verb.names[0]))
      for name in verb.names { #expect(chinese.contains(name)) }
    }
    #expect(!english.hasChinese)
  }

  @Test(arguments: InteractiveShell.installed, ["need", "需要"])
  func `two verbs that begin alike are both offered`(shell: InteractiveShell, group: String)
    async throws
  {
    let shown = try await shell.shown(
      typing: "accord \(group) sh\t", until: "share", in: try await .begun())
    #expect(shown.contains("show") && !shown.contains("unshare"))
  }

  @Test(arguments: ["need add", "need edit"])
  func `the values of a flag inside a group are those that were begun`(verb: String) async throws {
    let program = try Program.accord(in: Sandbox())
    let line = ["accord"] + verb.split(separator: " ").map(String.init) + ["--category"]
    func offered(after typed: String, language: String) async throws -> [String] {
      let place = ["\(line.count)", "\(typed.count)"]
      let words = ["---completion"] + line[1...].dropLast() + ["--", "--category"] + place
      let outcome = try await program.run(
        words + line + [typed], environment: ["LC_MESSAGES": language])
      #expect(outcome.status == 0 && outcome.error == "")
      return outcome.output.split(separator: "\n").map(String.init)
    }
    let written = Need.Category.allCases.map(\.rawValue)
    let chinese = Need.Category.allCases.compactMap { $0.names.first { $0.hasChinese } }
    #expect(try await offered(after: "", language: "C.UTF-8") == written)
    #expect(try await offered(after: "", language: "zh_CN.UTF-8") == written + chinese)
    #expect(try await offered(after: "空", language: "C.UTF-8") == written + chinese)
  }

  /// Bash shows no sentences.
  @Test(arguments: ["zsh", "fish"])
  func `a script explains the verbs in one language`(shell: String) async throws {
    let program = try Program.accord(in: Sandbox())
    let english = try await program.run(["completions", shell, "--lang", "en"]).output
    let chinese = try await program.run(["completions", shell, "--lang", "zh"]).output
    for words in ["what you agreed", "this help"] {
      #expect(english.contains(words) && !chinese.contains(words))
    }
    for words in ["我们说好的", "这份说明"] { #expect(chinese.contains(words)) }
    #expect(!english.contains("这份说明"))
  }

  @Test func `what cannot be completed is passed over in silence`() async throws {
    let program = try Program.accord(in: Sandbox())
    for words in [["accept", "--", "positional@0"], ["nothing"], []] {
      let outcome = try await program.run(["---completion"] + words)
      #expect(outcome.output + outcome.error == "")
    }
  }

  // MARK: What is typed

  /// Turns the line that was completed into one that prints its words.
  private static let spelt = "\u{1}printf %s, \r"

  private static func household(_ titles: [String]) async throws -> Household {
    let household = try await Household.begun()
    for title in titles { try await household.succeeds(Household.proposal(title, by: "Mei")) }
    return household
  }
}

import ArgumentParser
import Testing

@testable import accord

struct HelpTests {
  static let verbs = Verb.all.map(\.name)

  @Test func `every verb is here, and has a Chinese name`() {
    #expect(Self.verbs.count > 20)
    for verb in Verb.all {
      let aliases = verb.command.configuration.aliases
      #expect(aliases.contains { $0.hasChinese }, "\(verb.name)")
      #expect(aliases.allSatisfy { !$0.contains(" ") })
    }
  }

  @Test(arguments: [Verb.top] + Verb.all.filter(\.isGroup))
  func `no two verbs of a group share a name`(group: Verb) {
    let names = group.children.flatMap(\.names)
    #expect(Set(names).count == names.count)
    #expect(!names.contains(""))
  }

  @Test(arguments: [nil] + verbs.map(Optional.some), Language.allCases)
  func `help speaks one language, and fits 80 columns`(verb: String?, language: Language)
    async throws
  {
    let help = try await Self.help(of: verb, in: language)
    for line in help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      #expect(line.columns <= 80, "\(line)")
      #expect(line.last != " ", "\(line)")
    }
    for word in Self.wordsOfTheLibrary { #expect(!help.contains(word)) }
    #expect(RefusedWords.verdicts(in: help) == [])
    switch language {
    case .chinese: #expect(help.contains("用法：accord \(verb ?? "")") && !help.contains("Usage"))
    case .english: #expect(help.contains("Usage: accord \(verb ?? "")") && !help.contains("用法"))
    }
  }

  @Test(arguments: [nil] + verbs.map(Optional.some))
  func `Chinese help holds no English sentence`(verb: String?) async throws {
    let help = try await Self.help(of: verb, in: .chinese)
    for line in help.split(separator: "\n") {
      // What is typed stays as it is typed: commands, flags, values and the names of programs.
      let said = line.replacing(/accord( [-~>.\/\w"|]+)*/, with: "")
      #expect(!said.contains(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/), "\(line)")
    }
  }

  @Test(arguments: verbs)
  func `English help holds Chinese nowhere`(verb: String) async throws {
    let help = try await Self.help(of: verb, in: .english)
    #expect(!help.hasChinese)
  }

  @Test(arguments: verbs, Language.allCases)
  func `help begins with what it is for, and an example`(verb: String, language: Language)
    async throws
  {
    let help = try await Self.help(of: verb, in: language)
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].first?.isWhitespace == false)
    let example = try #require(lines.first { $0.hasPrefix("  accord") })
    let usage = try #require(
      lines.firstIndex { $0.contains("accord \(verb)") && !$0.hasPrefix(" ") })
    #expect(lines.firstIndex(of: example) ?? .max < usage)
  }

  @Test(arguments: verbs)
  func `every name of a verb leads to the same help`(verb: String) async throws {
    let help = try await Self.help(of: verb, in: .chinese)
    let words = verb.split(separator: " ").map(String.init)
    let typed = try #require(Verb(typed: words))
    for alias in typed.command.configuration.aliases {
      let other = (words.dropLast() + [alias]).joined(separator: " ")
      #expect(try await Self.help(of: other, in: .chinese) == help)
    }
  }

  @Test(arguments: Language.allCases)
  func `the man page is in one language and holds every verb`(language: Language) async throws {
    let outcome = try await Program.accord(in: Sandbox()).run([
      "manual", "--lang", language.rawValue,
    ])
    #expect(outcome.status == 0)
    for verb in Self.verbs { #expect(outcome.output.contains(".SS \(verb)\n")) }
    for word in Self.wordsOfTheLibrary { #expect(!outcome.output.contains(word)) }
    #expect(outcome.output.hasChinese == (language == .chinese))
  }

  /// What the library would say by itself.
  private static let wordsOfTheLibrary = [
    "OVERVIEW", "USAGE", "OPTIONS:", "ARGUMENTS:", "SUBCOMMANDS", "Show help", "Show the version",
    "See '", "detailed help", "<options>", "<subcommand>", "(default", "(values",
  ]

  private static func help(of verb: String?, in language: Language) async throws -> String {
    let verbs = verb?.split(separator: " ").map(String.init) ?? []
    let words = verbs + ["--help", "--lang", language.rawValue]
    let outcome = try await Program.accord(in: Sandbox()).run(words)
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    return outcome.output
  }
}

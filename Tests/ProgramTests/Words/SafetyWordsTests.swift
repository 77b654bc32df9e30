import Fixtures
import Foundation
import Testing

@testable import accord

struct SafetyWordsTests {
  // MARK: S12

  @Test(
    arguments: [
      (
        Language.english, "If you are afraid of your partner", "this tool is not the right one."
      ), (Language.chinese, "如果你害怕", "这个工具不适合你。"),
    ])
  func `S12: the safety page begins with whom this tool is not for`(
    language: Language, beginning: String, end: String
  ) async throws {
    let page = Safety.page.text(in: language)
    let line = try #require(page.split(separator: "\n").first)
    #expect(line.hasPrefix(beginning) && line.hasSuffix(end))
    let shown = try await Program.accord(in: Sandbox()).run(["safety", "--lang", language.rawValue])
    #expect(shown.status == 0)
    #expect(shown.output == page + "\n")
  }

  @Test(arguments: Language.allCases)
  func `S12: the safety page needs no store and no name, and is the same for everyone`(
    language: Language
  ) async throws {
    let sandbox = try Sandbox()
    let program = try Program.accord(in: sandbox)
    let before = try await program.run(["safety", "--lang", language.rawValue])
    #expect(!FileManager.default.fileExists(atPath: sandbox.store))
    _ = try await program.run(["init", "Mei", "Lin"])
    for name in ["Mei", "Lin"] {
      let after = try await program.run(["safety", "--as", name, "--lang", language.rawValue])
      #expect(after.output == before.output)
    }
  }

  @Test func `S12: the safety page is one step away from the beginning`() async throws {
    for language in Language.allCases {
      let program = try Program.accord(in: Sandbox())
      let help = try await program.run(["--help", "--lang", language.rawValue])
      #expect(help.output.contains("safety"))
      let begun = try await program.run(["init", "Mei", "Lin", "--lang", language.rawValue])
      #expect(begun.output.contains("accord safety"))
      let manual = try await program.run(["manual", "--lang", language.rawValue])
      let first = try #require(Safety.page.text(in: language).split(separator: "\n").first)
      #expect(manual.output.contains(first))
    }
  }

  @Test(arguments: Language.allCases)
  func `the safety page fits a screen`(language: Language) {
    for line in Safety.page.text(in: language).split(separator: "\n") {
      #expect(String(line).columns <= 80)
    }
  }

  @Test func `S22: no number of a helpline is given`() {
    for language in Language.allCases {
      #expect(!Safety.page.text(in: language).contains { $0.isASCII && $0.isNumber })
    }
  }

  // MARK: S15 and S24

  static let readers: [(Language, String)] = [(.english, "README.md"), (.chinese, "README.zh.md")]

  /// What is said of a computer that both use.
  private static func eitherOfYou(_ language: Language) -> Sentence {
    Sentence("act as either of you", "能替你们当中任何一个人操作")
  }

  @Test(arguments: Language.allCases)
  func `S15 and S24: who begins reads that everyone here can read all and act as either`(
    language: Language
  ) async throws {
    let program = try Program.accord(in: Sandbox())
    let begun = try await program.run(["init", "小美", "阿林", "--lang", language.rawValue])
    let read = Sentence("Anyone using this account can read it", "能用这个账户的人都看得到")
    #expect(begun.output.contains(read.text(in: language)))
    #expect(begun.output.contains(Self.eitherOfYou(language).text(in: language)))
  }

  @Test(arguments: Language.allCases)
  func `S24: whoever sets no password reads that either could be answered for`(
    language: Language
  ) async throws {
    let program = try Program.accord(in: Sandbox(), now: "2026-11-21T20:00:00+08:00")
    _ = try await program.run(["init", "Mei", "Lin"])
    _ = try await program.run(["propose", "cool-down", "--minutes", "30", "--as", "Mei"])
    let shown = try await program.runOnTerminal(
      ["accept", "--lang", language.rawValue], answers: ["", "1"])
    #expect(shown.status == 0)
    let told = Sentence("can answer for either of you", "能替你们当中任何一个人回答")
    #expect(shown.output.contains(told.text(in: language)))
  }

  @Test(arguments: readers)
  func `S15 and S24: the README says what cannot be kept from whoever sits here`(
    language: Language, name: String
  ) throws {
    let text = try String(contentsOf: Checkout.root.appendingPathComponent(name), encoding: .utf8)
    #expect(text.contains(Self.eitherOfYou(language).text(in: language)))
    let limits: [Sentence] = [
      Sentence("nothing is hidden", "都看得到"), Sentence("spy", "监视"),
      Sentence("password", "密码"), Sentence("accord safety", "accord safety"),
      Sentence("afraid of your partner", "如果你害怕"),
      Sentence("not the right one", "这个工具不适合你"),
    ]
    for limit in limits.map({ $0.text(in: language) }) { #expect(text.contains(limit), "\(limit)") }
  }

  @Test(arguments: readers)
  func `S15, S20 and S23: the README promises nothing that cannot be kept`(
    language: Language, name: String
  ) throws {
    let text = try String(contentsOf: Checkout.root.appendingPathComponent(name), encoding: .utf8)
    // It may say what is not counted.
    #expect(RefusedWords.found(in: text.replacing("keeps no scores", with: "")) == [])
    #expect(RefusedWords.verdicts(in: text) == [])
  }

  @Test(arguments: Language.allCases)
  func `S15: the safety page says what this program cannot do`(language: Language) {
    let page = Safety.page.text(in: language)
    let limits: [Sentence] = [
      Sentence("nothing is hidden", "什么都看得到"), Sentence("spying program", "监视软件"),
      Sentence("act as either", "能替你们当中任何一个人操作"),
      Sentence("cannot be unread", "收不回来"), Sentence("no legal document", "不是法律文件"),
    ]
    for limit in limits { #expect(page.contains(limit.text(in: language))) }
  }
}

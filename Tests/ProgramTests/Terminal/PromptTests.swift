import Foundation
import SystemPackage
import Testing

@testable import accord

@Suite struct PromptTests {
  /// Asks with `typed` as the whole input; gives the outcome and what was printed.
  private func asking<Value>(
    _ typed: [UInt8], in language: Language = .english, isTerminal: Bool = true,
    forbidden: Bool = false, _ question: (Prompt) throws(NoInput) -> Value
  ) throws -> (outcome: Result<Value, NoInput>, printed: String) {
    let input = try FileDescriptor.pipe()
    let error = try FileDescriptor.pipe()
    try #require(typed.count < 4096 * 15)
    try input.writeEnd.closeAfter { _ = try input.writeEnd.writeAll(typed) }
    let prompt = Prompt(
      Prompt.Streams(
        input: input.readEnd, error: error.writeEnd, inputIsTerminal: isTerminal,
        heedsInterrupts: false),
      in: language, forbidden: forbidden)
    let outcome = Result { () throws(NoInput) in try question(prompt) }
    try input.readEnd.close()
    try error.writeEnd.close()
    return (outcome, String(decoding: try Data(readingAll: error.readEnd), as: UTF8.self))
  }

  private let menu = Menu<String>([
    .init("yes", Sentence("yes", "同意")), .init("later", Sentence("later", "晚点再说")),
  ])

  @Test func `a question and its answers are one row`() throws {
    let (outcome, printed) = try asking(Array("1\n".utf8)) { prompt throws(NoInput) in
      try prompt.menu(menu, question: Sentence("agree?", "同意吗？"), flag: "--yes")
    }
    #expect(outcome == .success("yes"))
    #expect(printed == "agree?  1 yes  2 later: ")
  }

  @Test func `a wide question mark is gap enough`() throws {
    let (_, printed) = try asking(Array("1\n".utf8), in: .chinese) { prompt throws(NoInput) in
      try prompt.menu(menu, question: Sentence("agree?", "同意吗？"), flag: "--yes")
    }
    #expect(printed == "同意吗？1 同意  2 晚点再说：")
  }

  @Test func `a question stands once above a list`() throws {
    let titles = Menu<Int>([.init(1, titled: "停"), .init(2, titled: "聊")], layout: .list)
    let (outcome, printed) = try asking(Array("x\n2\n".utf8)) { prompt throws(NoInput) in
      try prompt.menu(titles, question: Sentence("which one?", "哪一个？"), flag: "REF")
    }
    #expect(outcome == .success(2))
    #expect(printed.hasPrefix("which one?\n  1 停\n  2 聊\nnumber: "))
    #expect(printed.components(separatedBy: "which one?").count == 2)
    #expect(printed.components(separatedBy: "number: ").count == 3)
  }

  @Test(arguments: ["\n", "  \n", "\r\n"])
  func `a bare Enter is what the caller says it is`(typed: String) throws {
    let (outcome, _) = try asking(Array(typed.utf8)) { prompt throws(NoInput) in
      try prompt.menu(menu, onEnter: "later", flag: "--yes")
    }
    #expect(outcome == .success("later"))
  }

  @Test func `an answer not understood is asked again`() throws {
    let (outcome, printed) = try asking(Array("maybe\n２\n".utf8), in: .chinese) {
      prompt throws(NoInput) in
      try prompt.menu(menu, flag: "--yes")
    }
    #expect(outcome == .success("later"))
    #expect(printed == "1 同意  2 晚点再说：没看懂，请输入上面的数字或文字\n1 同意  2 晚点再说：")
  }

  @Test func `three of them are as good as none`() throws {
    let (outcome, printed) = try asking(Array("a\nb\n\n1\n".utf8)) { prompt throws(NoInput) in
      try prompt.menu(menu, flag: "--yes")
    }
    #expect(outcome == .failure(.notUnderstood))
    #expect(printed.split(separator: "1 yes").count == 3)
    #expect(printed.hasSuffix(": "))
  }

  @Test func `bytes that are not UTF-8 are told and asked for again`() throws {
    let (outcome, printed) = try asking([0xFF, 0x0A] + Array("yes".utf8)) {
      prompt throws(NoInput) in
      try prompt.menu(menu, flag: "--yes")
    }
    #expect(outcome == .success("yes"))
    #expect(printed.contains("not UTF-8"))
  }

  @Test func `the end of input is no answer`() throws {
    let (outcome, printed) = try asking([]) { prompt throws(NoInput) in
      try prompt.menu(menu, onEnter: "later", flag: "--yes")
    }
    #expect(outcome == .failure(.endOfInput))
    #expect(printed == "1 yes  2 later: \n")
  }

  @Test(arguments: [(false, false), (true, true), (false, true)])
  func `nobody is asked where nobody can answer`(isTerminal: Bool, forbidden: Bool) throws {
    let (outcome, printed) = try asking(
      Array("1\n".utf8), isTerminal: isTerminal, forbidden: forbidden
    ) { prompt throws(NoInput) in
      try prompt.menu(menu, flag: "--yes")
    }
    #expect(outcome == .failure(.notATerminal(flag: "--yes")))
    #expect(printed == "")
  }

  @Test(
    arguments: [
      (.english, "title", nil, "Sunday talk\n", "Sunday talk", "title: "),
      (.chinese, "title", "聊聊", "\n", "聊聊", "标题 [聊聊]："),
      (.english, "title", "t\u{1B}", "  早安 \r\n", "早安", "title [t^[]: "),
      (.english, "who are you?", nil, "Mei", "Mei", "who are you? "),
      (.english, "who are you?", "Lin", "\n", "Lin", "who are you? [Lin]: "),
      (.english, "reason", nil, "\n", "", "reason: "),
    ] as [(Language, String, String?, String, String, String)])
  func `a free text is trimmed, and empty means the default`(
    language: Language, question: String, preset: String?, typed: String, answer: String,
    shown: String
  ) throws {
    let sentence = Sentence(question, question == "title" ? "标题" : question)
    let (outcome, printed) = try asking(Array(typed.utf8), in: language) { prompt throws(NoInput) in
      try prompt.ask(sentence, default: preset, flag: "--title")
    }
    #expect(outcome == .success(answer))
    #expect(printed == shown)
  }

  @Test func `every reason has a sentence and a status`() {
    let reasons: [(NoInput, Int32)] = [
      (.notATerminal(flag: "--yes"), 64), (.endOfInput, 64), (.interrupted, 130),
      (.unreadable(.notUTF8), 65), (.unreadable(.tooLong), 65),
      (.unreadable(.failed(.ioError)), 74),
    ]
    for (reason, status) in reasons {
      #expect(reason.exitStatus == status)
      #expect(Language.allCases.allSatisfy { !reason.sentence.text(in: $0).isEmpty })
    }
  }
}

import Foundation
import SystemPackage
import Testing

@testable import accord

/// Questions whose answer is not shown while it is typed.
@Suite struct HiddenTests {
  private let question = Sentence("password", "密码")

  @Test(
    arguments: [
      ("pear tree", "pear tree"), ("  two  spaces ", "  two  spaces "), ("", ""),
      ("梨树🌳", "梨树🌳"), ("e\u{301}", "e\u{301}"), ("\u{16}\u{0}b", "\u{0}b"),
      (String(repeating: "x", count: 1_024), String(repeating: "x", count: 1_024)),
    ])
  func `what is typed arrives exactly, and is not shown`(typed: String, answer: String) throws {
    let seat = try Seat()
    seat.type(typed + "\n", after: "password: ")
    let given = try seat.prompt().askHidden(question, flag: "--x")
    #expect(Array(given.utf8) == Array(answer.utf8))
    #expect(try seat.shownInTheEnd() == "password: \n")
    #expect(seat.wasSilent && seat.echoes)
  }

  @Test func `in Chinese the question ends as Chinese ones do`() throws {
    let seat = try Seat()
    seat.type("梨树\n", after: "密码：")
    #expect(try seat.prompt(in: .chinese).askHidden(question, flag: "--x") == "梨树")
    #expect(try seat.shownInTheEnd() == "密码：\n")
  }

  @Test(
    arguments: [
      ([4], .endOfInput), (Array("pear".utf8) + [4, 4], nil),
      ([0xFF, 0xFE, 0x0A], .unreadable(.notUTF8)),
    ] as [([UInt8], NoInput?)])
  func `however it ends, the terminal shows again what is typed`(
    typed: [UInt8], error: NoInput?
  ) throws {
    let seat = try Seat()
    seat.type(typed, after: "password: ")
    let outcome = Result { () throws(NoInput) in
      try seat.prompt().askHidden(question, flag: "--x")
    }
    #expect(outcome == (error.map(Result.failure) ?? .success("pear")))
    #expect(try seat.shownInTheEnd() == "password: \n")
    #expect(seat.wasSilent && seat.echoes)
  }

  @Test func `what was typed ahead is no answer`() throws {
    let seat = try Seat()
    _ = try seat.person.writeAll(Array("early\n".utf8))
    // It is in the terminal by the time it is seen.
    #expect(try seat.person.text(through: "\n") == "early\r\n")
    seat.type("late\n", after: "password: ")
    #expect(try seat.prompt().askHidden(question, flag: "--x") == "late")
  }

  @Test func `from the first question until the work is done nothing is shown, nor kept`() throws {
    let seat = try Seat()
    let prompt = seat.prompt()
    seat.type("pear tree\n", after: "password: ")
    let again = try prompt.unseen { hidden in
      _ = try hidden.ask(question, flag: "--x")
      #expect(!seat.echoes)
      try seat.typeUnseen("between\n")
      seat.type("plum tree\n", after: "again: ")
      let again = try hidden.ask(Sentence("again", "再来"), flag: "--x")
      #expect(!seat.echoes)
      try seat.typeUnseen("afterwards\n")
      return again
    }
    #expect(again == "plum tree" && seat.echoes)
    seat.type("walk\n", after: "title: ")
    #expect(try prompt.ask(Sentence("title", "标题"), flag: "--title") == "walk")
    #expect(try seat.shownInTheEnd() == "password: \nagain: \ntitle: walk\n")
  }

  @Test func `work that fails leaves a terminal that shows what is typed`() throws {
    struct Failure: Error {}
    let seat = try Seat()
    seat.type("pear tree\n", after: "password: ")
    #expect(throws: Failure.self) {
      try seat.prompt().unseen { hidden in
        _ = try hidden.ask(question, flag: "--x")
        throw Failure()
      }
    }
    #expect(seat.echoes)
  }

  @Test func `where nothing can be hidden nothing is asked`() throws {
    let input = try FileDescriptor.pipe()
    let error = try FileDescriptor.pipe()
    _ = try input.writeEnd.writeAll(Array("pear tree\n".utf8))
    let prompt = Prompt(
      Prompt.Streams(
        input: input.readEnd, error: error.writeEnd, inputIsTerminal: true,
        heedsInterrupts: false),
      in: .english)
    #expect(throws: NoInput.self) { try prompt.askHidden(question, flag: "--x") }
    for end in [input.readEnd, input.writeEnd, error.writeEnd] { try end.close() }
    #expect(try Data(readingAll: error.readEnd).isEmpty)
  }

  @Test(arguments: [(false, false), (true, true), (false, true)])
  func `nobody is asked where nobody can answer`(isTerminal: Bool, forbidden: Bool) throws {
    let prompt = Prompt(
      Prompt.Streams(
        input: .standardInput, error: .standardError, inputIsTerminal: isTerminal,
        heedsInterrupts: false),
      in: .english, forbidden: forbidden)
    #expect(throws: NoInput.notATerminal(flag: "--x")) {
      try prompt.askHidden(question, flag: "--x")
    }
  }
}

extension Prompt {
  /// One question alone.
  func askHidden(_ question: Sentence, flag: String) throws(NoInput) -> String {
    try unseen { hidden throws(NoInput) in try hidden.ask(question, flag: flag) }
  }
}

/// A terminal in the hands of the test, both sides of it.
final class Seat: @unchecked Sendable {
  let person: FileDescriptor
  let program: FileDescriptor
  /// Whether it was silent when the answer was typed; read once the answer is there.
  private(set) var wasSilent = false
  private var seen = ""

  init() throws {
    let terminal = try PseudoTerminal(size: .usual)
    person = FileDescriptor(rawValue: terminal.descriptor)
    program = try FileDescriptor.open(
      FilePath(terminal.path), .readWrite,
      options: [.closeOnExec, .init(rawValue: O_NOCTTY)])
  }

  deinit { try? person.close() }

  func prompt(in language: Language = .english, heedsInterrupts: Bool = false) -> Prompt {
    Prompt(
      Prompt.Streams(
        input: program, error: program, inputIsTerminal: true, heedsInterrupts: heedsInterrupts),
      in: language)
  }

  /// Whether the terminal shows what is typed.
  var echoes: Bool {
    var modes = termios()
    return tcgetattr(person.rawValue, &modes) == 0 && modes.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Types a line while nobody reads, and waits until it is in the terminal.
  func typeUnseen(_ line: String) throws {
    _ = try person.writeAll(Array(line.utf8))
    var waiting = pollfd(fd: program.rawValue, events: Int16(POLLIN), revents: 0)
    #expect(poll(&waiting, 1, 60_000) == 1)
  }

  func type(_ text: String, after question: String) { type(Array(text.utf8), after: question) }

  /// Types, on a thread of its own, once the question is there.
  func type(_ bytes: [UInt8], after question: String) {
    meet(question) { _ = try? self.person.writeAll(bytes) }
  }

  /// Does something, on a thread of its own, once the question is there.
  func meet(_ question: String, _ act: @escaping @Sendable () -> Void) {
    Thread.detachNewThread {
      self.seen += (try? self.person.text(through: question)) ?? ""
      self.wasSilent = !self.echoes
      act()
    }
  }

  /// All that was shown, with the line ends as they were written, once nobody writes any more.
  func shownInTheEnd() throws -> String {
    let rest = try person.text(through: "\n")
    try program.close()
    return String(
      decoding: PseudoTerminal.lineEndsAsWritten(Array((seen + rest).utf8)), as: UTF8.self)
  }
}

import Testing

@testable import accord

@Suite struct TerminalTests {
  private func terminal(
    _ colour: Terminal.Colour = .auto, _ environment: [String: String] = [:],
    terminals: Set<Int32> = [0, 1, 2], columns: [Int32: Int] = [:]
  ) -> Terminal {
    Terminal(
      colour: colour, environment: { environment[$0] }, isTerminal: { terminals.contains($0) },
      columns: { columns[$0] })
  }

  @Test(
    arguments: [
      (.auto, ["TERM": "xterm"], true, true),
      (.auto, ["TERM": "xterm"], false, false),
      (.auto, ["TERM": "dumb"], true, false),
      (.auto, [:], true, false),
      (.auto, ["TERM": "xterm", "NO_COLOR": "1"], true, false),
      (.auto, ["TERM": "xterm", "NO_COLOR": "0"], true, false),
      (.auto, ["TERM": "xterm", "NO_COLOR": ""], true, true),
      (.auto, ["CLICOLOR_FORCE": "1"], false, true),
      (.auto, ["TERM": "dumb", "CLICOLOR_FORCE": "1"], true, true),
      (.auto, ["CLICOLOR_FORCE": "0"], false, false),
      (.auto, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], true, false),
      (.always, ["TERM": "dumb", "NO_COLOR": "1"], false, true),
      (.never, ["TERM": "xterm", "CLICOLOR_FORCE": "1"], true, false),
    ] as [(Terminal.Colour, [String: String], Bool, Bool)])
  func `colour follows the flag, then the environment, then the terminal`(
    choice: Terminal.Colour, environment: [String: String], isTerminal: Bool, colour: Bool
  ) {
    let terminal = terminal(choice, environment, terminals: isTerminal ? [1] : [])
    #expect(terminal.colour == colour)
    #expect(terminal.bold("x") == (colour ? "\u{1B}[1mx\u{1B}[22m" : "x"))
    #expect(terminal.dim("") == "")
  }

  @Test(
    arguments: [
      ([1: 120, 2: 60], "40", 120),
      ([2: 60], "40", 60),
      ([:], "40", 40),
      ([:], "0", 80),
      ([:], "-3", 80),
      ([:], "wide", 80),
      ([:], nil, 80),
    ] as [([Int32: Int], String?, Int)])
  func `the width is the window's, then COLUMNS, then 80`(
    columns: [Int32: Int], variable: String?, width: Int
  ) {
    let environment = variable.map { ["COLUMNS": $0] } ?? [:]
    #expect(terminal(.auto, environment, columns: columns).width == width)
  }

  @Test(arguments: [("1", true), ("yes", true), ("0", false), ("", false)])
  func `ACCESSIBLE asks for plain lines`(value: String, accessible: Bool) {
    #expect(terminal(.auto, ["ACCESSIBLE": value]).accessible == accessible)
  }

  @Test func `each stream is judged by itself`() {
    let terminal = terminal(terminals: [0, 2])
    #expect(terminal.inputIsTerminal)
    #expect(!terminal.outputIsTerminal)
    #expect(terminal.errorIsTerminal)
  }

  @Test func `text is closed off on a terminal only`() {
    #expect(terminal().shown("ש\u{1B}") == "\u{2068}ש^[\u{2069}")
    #expect(terminal(terminals: []).shown("ש\u{1B}") == "ש^[")
    #expect(terminal(terminals: []).shownLines("ש\na\tb") == "ש\na b")
  }
}

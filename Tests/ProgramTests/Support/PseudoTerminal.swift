import Foundation

/// A pseudo-terminal as the tests hold it: the side a person would sit at.
struct PseudoTerminal {
  struct Size: Sendable {
    var columns: UInt16
    var rows: UInt16

    static let usual = Size(columns: 80, rows: 24)
  }

  /// The person's side.
  let descriptor: Int32
  /// The program's side, to be opened by the program.
  let path: String

  /// Opens a terminal that echoes and edits lines, as one is when a shell starts a program.
  init(size: Size) throws(ProgramFailure) {
    var person: Int32 = -1
    var program: Int32 = -1
    var name = [CChar](repeating: 0, count: 1024)
    var window = winsize(ws_row: size.rows, ws_col: size.columns, ws_xpixel: 0, ws_ypixel: 0)
    let code = Inheritance.forbidden {
      let code = openpty(&person, &program, &name, nil, &window)
      return code == 0 ? ([person, program], 0) : ([], errno)
    }
    guard code == 0 else { throw .system(call: "openpty", code: code) }
    defer { close(program) }
    descriptor = person
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)

    var modes = termios()
    tcgetattr(program, &modes)
    modes.c_lflag |= tcflag_t(ECHO | ICANON | ISIG)
    modes.c_iflag |= tcflag_t(ICRNL | IUTF8)
    modes.c_oflag |= tcflag_t(OPOST | ONLCR)
    tcsetattr(program, TCSANOW, &modes)
  }

  /// What was shown, with the line ends that the program wrote: the terminal turns \n into \r\n.
  static func lineEndsAsWritten(_ shown: [UInt8]) -> [UInt8] {
    var written: [UInt8] = []
    written.reserveCapacity(shown.count)
    for byte in shown {
      if byte == UInt8(ascii: "\n"), written.last == UInt8(ascii: "\r") { written.removeLast() }
      written.append(byte)
    }
    return written
  }
}

/// Decides what to type when the program has been silent for a moment.
///
/// It is given all that the terminal has shown; nil waits on.
typealias Typist = @Sendable (_ shown: [UInt8]) -> [UInt8]?

/// How a question of the program is told from other output.
enum Typing {
  /// What the keyboard sends for the end of input.
  static let endOfInput: [UInt8] = [4]
  /// What the keyboard sends for Ctrl-C; among answers it is typed by itself.
  static let interrupt = "\u{3}"

  /// Whether what was shown ends as a question does: with `: `, or with the Chinese colon.
  static func waits(_ shown: [UInt8]) -> Bool {
    shown.suffix(2).elementsEqual(": ".utf8) || shown.suffix(3).elementsEqual("：".utf8)
  }

  /// Types these answers in order, one for each question, and then the end of input.
  static func typist(_ answers: [String]) -> Typist {
    let answers = Answers(answers)
    return { shown in
      guard waits(shown) else { return nil }
      return answers.next().map { answer in
        Array(answer.utf8) + (answer == interrupt ? [] : [UInt8(ascii: "\n")])
      } ?? endOfInput
    }
  }
}

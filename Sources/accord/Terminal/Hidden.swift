import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Prompt {
  /// Asks for a line that is not shown while it is typed, and gives it exactly as it was.
  ///
  /// Whatever ends the question, the terminal shows again what is typed afterwards. What was typed
  /// ahead of the question, and what is half typed at its end, is thrown away: it might be part of
  /// the answer, and would be seen.
  func askHidden(_ question: Sentence, flag: String) throws(NoInput) -> String {
    guard canAsk else { throw .notATerminal(flag: flag) }
    while true {
      switch try answerUnseen(to: question.text(in: language) + language.colon) {
      case .line(let text): return text
      case .signal(SIGINT): throw .interrupted
      // Now it does what it usually does; whoever comes back from Ctrl-Z is asked again.
      case .signal(let number): raise(number)
      }
    }
  }

  private enum Answer {
    case line(String)
    case signal(Int32)
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  private func answerUnseen(to question: String) throws(NoInput) -> Answer {
    guard streams.heedsInterrupts else { return try answerUnseen(to: question, until: nil) }
    return try Interruption.watched(for: Self.signals) { interruption throws(NoInput) in
      // Nobody would bring the terminal back after a signal.
      guard let interruption else { throw .unreadable(.failed(.tooManyOpenFiles)) }
      return try answerUnseen(to: question, until: interruption)
    }
  }

  private func answerUnseen(
    to question: String, until interruption: FileDescriptor?
  ) throws(NoInput) -> Answer {
    let echo = try Echo(of: streams.input)
    defer {
      echo.restore()
      // The line end that was typed was not shown either.
      _ = show("\n")
    }
    guard show(question) else { throw .endOfInput }
    let line: String?
    do {
      line = try TextInput(from: streams.input, interruption: interruption).line()
    } catch {
      guard error == .interrupted else { throw .unreadable(error) }
      line = nil
    }
    if let number = interruption.flatMap(Interruption.arrived) { return .signal(number) }
    guard let line else { throw .endOfInput }
    return .line(line)
  }
}

/// A terminal that shows nothing of what is typed, until it is told to again.
private struct Echo {
  private let terminal: FileDescriptor
  private let before: termios

  /// Stops it; C functions: `tcgetattr`, `tcsetattr`.
  init(of terminal: FileDescriptor) throws(NoInput) {
    self.terminal = terminal
    var modes = termios()
    guard tcgetattr(terminal.rawValue, &modes) == 0 else { throw Self.failure }
    before = modes
    modes.c_lflag &= ~tcflag_t(ECHO | ECHONL)
    guard Self.set(modes, on: terminal) else { throw Self.failure }
  }

  func restore() {
    // A terminal that is gone has nothing to show.
    _ = Self.set(before, on: terminal)
  }

  private static func set(_ modes: termios, on terminal: FileDescriptor) -> Bool {
    var modes = modes
    while tcsetattr(terminal.rawValue, TCSAFLUSH, &modes) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  private static var failure: NoInput { .unreadable(.failed(Errno(rawValue: errno))) }
}

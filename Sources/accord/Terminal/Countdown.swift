import Agreements
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A calm wait at the terminal: one line that changes once a minute, until the time has come or a
/// key is pressed.
struct Countdown {
  enum End {
    case itIsTime, left
  }

  let session: Session
  /// When it is time; asked again each minute, since the other may put it off, or be back. Nil
  /// where it is over.
  let until: () -> Instant?
  /// The line for so many whole minutes.
  let line: (Int) -> Sentence

  /// Whether the line is written over itself.
  private var redraws: Bool {
    !session.terminal.accessible && environmentValue("TERM") != "dumb"
  }

  /// - Throws: `NoInput` where there is no terminal to wait at.
  func run() throws(NoInput) -> End {
    guard session.prompt.canAsk, session.terminal.outputIsTerminal else {
      throw .notATerminal(flag: "accord pause status")
    }
    let echo = try Echo(of: .standardInput, heedsSignals: true, byKey: true)
    try echo.silence()
    defer { echo.restore() }
    var shown: Int?
    while let end = until(), case let left = end.seconds - session.clock.again.now.seconds, left > 0
    {
      let minutes = Int((left + Instant.minute - 1) / Instant.minute)
      if minutes != shown {
        show(minutes, isFirst: shown == nil)
        shown = minutes
      }
      // A little before the minute is over is soon enough; the clock may be set meanwhile.
      if isKeyPressed(within: 1_000) {
        write(redraws ? "\n" : "")
        return .left
      }
    }
    if shown != nil { write(redraws ? "\n" : "") }
    return .itIsTime
  }

  /// Where lines are not written over each other, one every five minutes is enough.
  private func show(_ minutes: Int, isFirst: Bool) {
    let text = line(minutes).text
    if redraws {
      write("\r\u{1B}[K" + text)
    } else if isFirst || minutes % 5 == 0 {
      write(text + "\n")
    }
  }

  private func write(_ text: String) {
    var output = Output.standard
    output.write(text)
    try? output.flush()
  }

  /// Takes what was typed, so that the shell does not get it; C functions: `poll`, `tcflush`.
  private func isKeyPressed(within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    tcflush(STDIN_FILENO, TCIFLUSH)
    return true
  }
}

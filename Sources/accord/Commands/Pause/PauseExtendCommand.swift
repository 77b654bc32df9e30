import Agreements
import ArgumentParser
import Journal
import Storage

struct PauseExtendCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "extend", aliases: ["再缓一会儿", "再缓"],
      Sentence("a little longer: once, and no longer than the pause", "再缓一会儿：一次，不比原来停的久"),
      examples: [Sentence("accord pause extend 15m", "accord 停一停 再缓一会儿 15分钟")])
  }

  @Argument(help: .said("how much longer; else 15 minutes", "再缓多久，不写就15分钟", value: ("TIME", "时长")))
  var length: String?
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    let length = try length.map { text throws(Mistyped) in
      try PauseLength(typed: text, for: .longer)
    }
    let signers = try Signers(of: store, in: session)
    let extend = { (pen: Pen) in
      try pen.extendPause(by: length ?? Self.usual(of: store.pauses(), at: pen.now))
    }
    // Refused before anybody is asked for a password.
    _ = try signers.foreseen(extend)
    guard
      let acting = try signers.open()
        ?? signers.asked(
          Sentence("to put the return off, or just Enter to leave it", "往后推要用，不推就回车"))
    else {
      return Report(
        lines: [Sentence("Nothing was changed.", "好，什么都没动。").text],
        json: try PauseScreen(session, store, reader: nil).json)
    }
    let outcome = try acting.write(extend)
    let screen = try PauseScreen(session, store, reader: nil, outcome.pauses)
    let when = session.timeWhen(screen.until ?? session.clock.now)
    return Report(
      lines: [
        Sentence(
          "A little longer. Back \(when.english).", "再缓一会儿，\(when.chinese)回来。"
        ).text, Safety.line.text,
      ], json: screen.json)
  }

  /// A quarter of an hour, or less where the pause itself is shorter.
  private static func usual(of pauses: Pauses, at now: Instant) -> PauseLength {
    let first = pauses.extendable(at: now).map { Int($0.firstLength / Instant.minute) } ?? 15
    return PauseLength(max(5, min(15, first))) ?? .usual
  }
}

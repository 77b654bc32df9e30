import Agreements
import Storage

extension Session {
  /// Shows what there is to say, and stays until the return or a key; the pause goes on without it.
  func waiting(after report: Report) throws -> Report {
    var output = Output.standard
    output.lines(report.lines)
    try output.flush()
    let store = try reading()
    let countdown = Countdown(
      session: self,
      until: { (try? store.pauses())?.returnTime(at: clock.again.now) },
      line: { minutes in
        let span = Sentence(minutes: minutes)
        return Sentence("\(span.english). Any key leaves.", "还有\(span.chinese)。按任意键离开。")
      })
    guard (try store.pauses()).returnTime(at: clock.again.now) != nil else {
      return Report(json: report.json)
    }
    switch try countdown.run() {
    case .left:
      return .says(Sentence("The pause goes on.", "还在停一停，到点就结束。"))
    case .itIsTime:
      return .says(
        PauseScreen.itIsTime, Sentence("How to begin: accord pause back", "怎么开口：accord pause back"),
        Safety.line)
    }
  }
}

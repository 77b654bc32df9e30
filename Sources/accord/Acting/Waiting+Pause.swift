import Agreements
import Storage

extension Session {
  /// Shows what there is to say, and stays until the return or a key; the pause goes on without it.
  ///
  /// Where there is no terminal to wait at, that was all.
  func waiting(after report: Report) throws -> Report {
    guard prompt.canAsk, terminal.outputIsTerminal else { return report }
    var output = Output.standard
    output.lines(report.lines)
    try output.flush()
    for remark in report.remarks { self.remark(remark) }
    let store = try reading()
    var known = try store.pauses()
    let countdown = Countdown(
      session: self,
      until: {
        // What cannot be read for a moment has not ended.
        known = (try? store.pauses()) ?? known
        return known.returnTime(at: clock.again.now)
      },
      line: { minutes in
        let span = Sentence(minutes: minutes)
        return Sentence("\(span.english). Any key leaves.", "还有\(span.chinese)。按任意键离开。")
      })
    guard known.returnTime(at: clock.again.now) != nil else {
      return Report(json: report.json)
    }
    switch try countdown.run() {
    case .left:
      return .says(Sentence("The pause goes on.", "还在停，到点就结束。"))
    case .itIsTime:
      let rule = try PauseScreen.rule(in: store, at: clock.again.now)
      return .says(
        PauseScreen.itIsTime(rule), PauseScreen.howToBegin, Safety.line)
    }
  }
}

import Agreements
import Journal

/// One's own triggers over the last twelve weeks, each with the step one takes first.
struct Timeline {
  let recurrences: [Recurrence]
  let session: Session

  private static let weeks = 12

  var lines: [String] {
    guard session.terminal.outputIsTerminal else { return fields }
    if recurrences.isEmpty {
      return [
        Sentence(
          "Nothing here yet. Triggers come from your notes and needs: accord reflect add",
          "还没有。触发点来自你写的记录和需要：accord reflect add"
        ).text
      ]
    }
    let heading = Sentence("When I get uneasy", "容易不安的时候（触发点）")
    var lines = [session.terminal.bold(heading.text)]
    for one in recurrences {
      lines += ["", session.terminal.shown(one.trigger.text)]
      if !one.times.isEmpty { lines.append("  " + strip(one) + "  " + told(one).text) }
      if let step = one.steps.last {
        let step = session.terminal.shownLines(step.text)
        lines.append("  " + Sentence("what I do for myself first: \(step)", "我先为自己做的：\(step)").text)
      }
      if one.keepsComing(at: session.clock.now) { lines.append("  " + Recurrence.help.text) }
    }
    return lines
  }

  /// A sign a week, this one last: a dot for none, else how many.
  private func strip(_ one: Recurrence) -> String {
    weekly(one).map { $0 == 0 ? "·" : $0 > 9 ? "+" : String($0) }.joined()
  }

  private func weekly(_ one: Recurrence) -> [Int] {
    var counts = Array(repeating: 0, count: Self.weeks)
    for time in one.times {
      let days = session.today.days(since: session.day(time))
      if (0..<7 * Self.weeks).contains(days) { counts[Self.weeks - 1 - days / 7] += 1 }
    }
    return counts
  }

  private func told(_ one: Recurrence) -> Sentence {
    guard let last = one.times.last else { return Sentence("", "") }
    let on = session.date(last)
    return Sentence(
      "the last twelve weeks, one mark each; most recently \(on.english)",
      "最近十二周，每周一格；最近一次：\(on.chinese)")
  }

  /// Trigger, days it came up, own step.
  private var fields: [String] {
    recurrences.map { one in
      [
        one.trigger.text.tabField,
        one.times.map { session.day($0).iso }.joined(separator: " "),
        one.steps.last?.text.tabField ?? "",
      ].joined(separator: "\t")
    }
  }

  var json: [(String, JSON)] {
    let triggers = recurrences.map { one in
      JSON.object([
        "days": .array(one.times.map { .string(session.day($0).iso) }),
        "keepsComing": .bool(one.keepsComing(at: session.clock.now)),
        "step": one.steps.last.map { .string($0.text) } ?? .null,
        "trigger": .string(one.trigger.text),
      ])
    }
    return [("triggers", .array(triggers))]
  }
}

extension Recurrence {
  /// For its writer alone (rule S23).
  static let help = Sentence(
    "This keeps coming back. A counsellor can help to look at it.",
    "这件事反复出现。可以找咨询师一起看看。")
}

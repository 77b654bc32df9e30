import Agreements

extension Session {
  /// A time as people say it: `20:30`, `tomorrow at 08:00`; `20:30`, `明天08:00`.
  func time(_ instant: Instant) -> Sentence {
    let time = clock.rules.timeOfDay(of: instant).text
    let day = day(instant)
    if day == today { return Sentence(own: time) }
    let when = day.distance(from: today)
    return abs(day.days(since: today)) == 1
      ? Sentence("\(when.english) at \(time)", "\(when.chinese)\(time)")
      : Sentence(
        "\(day.named(today: today).english) at \(time)", "\(day.named(today: today).chinese)\(time)"
      )
  }

  /// The same as an answer to "when": `at 20:30`, `tomorrow at 08:00`.
  func timeWhen(_ instant: Instant) -> Sentence {
    let time = time(instant)
    let english = day(instant) == today ? "at " + time.english : time.english
    return Sentence(english, time.chinese)
  }
}

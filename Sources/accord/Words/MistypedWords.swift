import Agreements

// A value that could not be taken, and what would do.

extension Problem {
  init(_ error: Mistyped) {
    self.init(Self.code(of: error), .usage, Self.sentence(of: error))
  }

  private static func code(of error: Mistyped) -> String {
    switch error.reason {
    case .missing: "missing"
    case .outside: "out-of-range"
    default: "bad-value"
    }
  }

  private static func sentence(of error: Mistyped) -> Sentence {
    let flag = error.value.flag
    let example = error.value.example
    switch error.reason {
    case _ where error.value == .kind:
      return Sentence("say what kind: \(example.english)", "哪一种？\(example.chinese)")
    case _ where error.value == .now:
      return Sentence(
        "ACCORD_NOW is no time; for instance ACCORD_NOW=\(example.english)",
        "ACCORD_NOW 不是时间，可以这样写：ACCORD_NOW=\(example.chinese)")
    case .missing where error.value == .minutes:
      return Sentence("say how long: --minutes 30", "停多久？比如 --minutes 30")
    case .missing:
      return Sentence(
        "\(flag) is missing, for instance \(flag) \(example.english)",
        "还缺 \(flag)，比如 \(flag) \(example.chinese)")
    case .outside where [.minutes, .pause, .pauseTime, .longer].contains(error.value):
      return Sentence(
        "a pause is at least 5 minutes, and at most 24 hours; longer is no pause any more",
        "最少停5分钟，最多24小时，再久就成冷战了")
    case .unreadable where [.pauseTime, .longer].contains(error.value):
      return Sentence(
        "that time could not be read; for instance \(example.english)",
        "没看懂要多久，可以这样写：\(example.chinese)")
    case .outside(let range):
      return Sentence(
        "\(flag) takes \(range.lowerBound) to \(range.upperBound)",
        "\(flag) 可以是\(range.lowerBound)到\(range.upperBound)")
    case .unreadable:
      return Sentence(
        "\(flag) could not be read; for instance \(flag) \(example.english)",
        "没看懂 \(flag)，可以这样写：\(flag) \(example.chinese)")
    case .contradictory where error.value == .on:
      return Sentence(
        "weekly goes with a weekday (--on sunday), monthly with a day (--on 15), daily with neither",
        "每周要配周几（--on 周日），每月要配几号（--on 15），每天都不用配")
    case .contradictory(let value):
      return Sentence(
        "\(flag) does not go with \(value.flag)", "\(flag) 和 \(value.flag) 合不到一起")
    }
  }
}

extension Mistyped.Value {
  /// The flag or argument a person typed it for.
  var flag: String {
    switch self {
    case .minutes: "--minutes"
    case .length: "--length"
    case .pause: "--for"
    case .pauseTime, .longer: "TIME"
    case .until: "--until"
    case .kind: "KIND"
    case .status: "--status"
    case .every: "--every"
    case .on: "--on"
    case .at: "--at"
    case .promise: "--promise"
    case .reviewIn: "--review-in"
    case .category: "--category"
    case .helped: "--helped"
    case .outcome: "--keep|--change|--end"
    case .now: "ACCORD_NOW"
    }
  }

  var example: Sentence {
    switch self {
    case .minutes: Sentence("30", "30")
    case .length: Sentence("20", "20")
    case .pause: Sentence("30m", "30分钟")
    case .pauseTime:
      Sentence("accord pause 30m, accord pause 21:00", "accord pause 30分钟、accord pause 21:00")
    case .longer: Sentence("accord pause extend 15m", "accord pause extend 15分钟")
    case .until, .at: Sentence("20:00", "20:00")
    case .kind:
      Sentence(
        "cool-down, check-in, reassurance, boundary or ritual",
        "冷却时间、聊聊、安心话、边界或小仪式")
    case .status: Sentence("active", "说好了")
    case .every: Sentence("weekly", "每周")
    case .on: Sentence("sunday", "周日")
    case .promise: Sentence("both, me or you", "我们都、我、你")
    case .reviewIn: Sentence("30", "30")
    case .category:
      Sentence("contact, time, space or another", "规律联系、共同时间、空间等")
    case .helped: Sentence("yes, partly, no or unused", "有帮助、有一点、没帮上、还没用到")
    case .outcome: Sentence("", "")
    case .now: Sentence("2026-11-21T20:00:00+08:00", "2026-11-21T20:00:00+08:00")
    }
  }
}

extension Mistyped {
  /// The same where it was an answer to a question: without a flag.
  var whenAsked: Sentence {
    switch reason {
    case .outside(let range):
      Sentence(
        "between \(range.lowerBound) and \(range.upperBound), please",
        "请写\(range.lowerBound)到\(range.upperBound)之间的数")
    case .contradictory:
      Sentence("with weekly, write a weekday; with monthly, a day", "每周的话写周几，每月的话写几号")
    case .missing, .unreadable:
      Sentence(
        "not understood; for instance \(value.example.english)", "没看懂，可以写：\(value.example.chinese)")
    }
  }
}

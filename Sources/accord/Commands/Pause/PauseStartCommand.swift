import Agreements
import ArgumentParser
import Journal
import Storage

struct PauseStartCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "start", aliases: ["停"],
      Sentence("begin a pause; the same as accord pause alone", "开始停一停；只写 accord pause 也一样"),
      examples: [
        Sentence("accord pause", "accord 停一停"), Sentence("accord pause 45m", "accord 停一停 45分钟"),
        Sentence("accord pause --until 21:00", "accord 停一停 --until 21:00"),
      ])
  }

  @Argument(help: .said("how long, or the time of the return", "停多久，或者几点回来", value: ("TIME", "时间")))
  var time: String?
  @Option(
    name: .customLong("for"),
    help: .said(
      "how long; else what your cool-down says, else 30 minutes", "停多久；不写就按说好的冷却时间，没有就30分钟",
      value: ("TIME", "时长")))
  var length: String?
  @Option(help: .said("the time of the return", "几点回来", value: ("TIME", "时间")))
  var until: String?
  @Flag(help: .said("stay open until the return; any key leaves", "开着，一直等到点；按任意键离开"))
  var stay = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let wish = try PauseWish(length: length, until: until, either: time, at: session.clock)
    let report = Pausing(session: session, wish: wish).begin()
    guard stay, report.exit == .done else { return report }
    return try session.waiting(after: report)
  }
}

/// How long somebody would like to pause.
struct PauseWish {
  private enum Named {
    case length(PauseLength)
    case time(TimeOfDay)
  }

  private let named: Named?
  private let clock: Clock

  /// - Parameter either: a length, or the time of the return.
  /// - Throws: `Mistyped` where a time cannot be read; a `Problem` where several are given.
  init(length: String?, until: String?, either: String?, at clock: Clock) throws {
    self.clock = clock
    guard [length, until, either].count(where: { $0 != nil }) < 2 else {
      throw Problem(
        "contradiction", .usage,
        Sentence("either --for or --until, not both", "--for 和 --until 写一个就好"))
    }
    if let until {
      named = .time(try TimeOfDay(typed: until, for: .until))
    } else if let time = either.flatMap({ try? TimeOfDay(typed: $0, for: .until) }) {
      named = .time(time)
    } else {
      named =
        try length.map { .length(try PauseLength(typed: $0, for: .pause)) }
        ?? either.map { .length(try PauseLength(typed: $0, for: .pauseTime)) }
    }
  }

  /// Whether a return was named for this pause.
  var isNamed: Bool { named != nil }

  /// The return of a pause that begins at a moment: as named, else as agreed, else half an hour
  /// later.
  func returnTime(by rule: CoolDown?, from now: Instant) -> Instant {
    switch named {
    case .time(let time): clock.next(time, after: now)
    case .length(let length): now.advanced(by: Int64(length.count) * Instant.minute)
    case nil: now.advanced(by: Int64((rule?.length ?? .usual).count) * Instant.minute)
    }
  }

  /// Whether it is named and under 20 minutes.
  var isShort: Bool {
    isNamed && seconds < 20 * Instant.minute
  }

  /// How many hours it lasts, where a time was named that has passed today and is far off tomorrow.
  var hoursOfTomorrow: Int64? {
    guard case .time = named, seconds > 12 * Instant.hour,
      clock.rules.day(of: returnTime(by: nil, from: clock.now)) != clock.today
    else { return nil }
    return (seconds + Instant.hour / 2) / Instant.hour
  }

  private var seconds: Int64 { returnTime(by: nil, from: clock.now).seconds - clock.now.seconds }
}

extension Clock {
  /// When the wall clock here shows a time next.
  fileprivate func next(_ time: TimeOfDay, after now: Instant) -> Instant {
    let day = rules.day(of: now)
    let sameDay = rules.instant(of: day, at: time)
    return sameDay > now ? sameDay : rules.instant(of: day.advanced(by: 1), at: time)
  }
}

import Agreements
import ArgumentParser

/// What an agreement says, as flags.
struct TermOptions: ParsableArguments {
  @Option(help: .said("how long a pause is", "停多久（分钟）", value: ("30", "30")))
  var minutes: String?
  @Option(help: .said("the word or sign that calls it", "喊停的暗号或手势", value: ("TEXT", "文字")))
  var signal: String?
  @Option(help: .said("what each does meanwhile", "停的时候各自做什么", value: ("TEXT", "文字")))
  var meanwhile: String?
  @Option(
    help: .said(
      "daily, weekly, 2-weeks, monthly", "每天、每周、每2周、每月", value: ("HOW-OFTEN", "多久一次")))
  var every: String?
  @Option(help: .said("a weekday, or a day of the month", "周几，或几号", value: ("DAY", "日子")))
  var on: String?
  @Option(help: .said("time of day", "几点", value: ("20:00", "20:00")))
  var at: String?
  @Option(help: .said("minutes a talk takes", "聊多久（分钟）", value: ("20", "20")))
  var length: String?
  @Option(help: .said("the moment it is for", "什么时候", value: ("TEXT", "文字")))
  var when: String?
  @Option(help: .said("the words that help", "那句安心的话", value: ("TEXT", "文字")))
  var phrase: String?
  @Option(help: .said("what is done then", "那时就怎么做", value: ("TEXT", "文字")))
  var then: String?
  @Option(help: .said("both, me or you", "我们都、我、你", value: ("WHO", "谁")))
  var promise: String?
  @Option(help: .said("why", "为什么", value: ("TEXT", "文字")))
  var reason: String?
  @Option(
    name: .customLong("review-in"),
    help: .said("days between reviews", "隔几天回头看看", value: ("DAYS", "天数")))
  var reviewIn: String?
  @Option(
    name: .customLong("for-need"),
    help: .said(
      "a shared need it serves, by its id", "想照顾到哪个给人看了的需要（编号）", value: ("ID", "编号")))
  var forNeed: [String] = []
  @Flag(help: .said("write it in your editor", "用编辑器来写"))
  var edit = false
  @Flag(help: .said("without a question", "不再确认"))
  var yes = false
  @OptionGroup var hints: HintOptions

  /// As if no flag had been given: for a text that is asked for.
  static func none(noHints: Bool = false) throws -> TermOptions {
    var options = try parse([])
    options.hints.noHints = noHints
    return options
  }

  /// What was given, as typed.
  var fields: [Field: String] {
    let given: [(Field, String?)] = [
      (.minutes, minutes), (.signal, signal), (.meanwhile, meanwhile), (.every, every), (.on, on),
      (.at, at), (.length, length), (.when, when), (.phrase, phrase), (.then, then),
      (.promise, promise), (.reason, reason), (.reviewIn, reviewIn),
    ]
    return given.reduce(into: [:]) { fields, field in fields[field.0] = field.1 }
  }
}

/// One thing an agreement can say.
enum Field: String, CaseIterable, Hashable {
  case title, minutes, signal, meanwhile, every, on, at, length, when, phrase, then, promise
  case reason
  case reviewIn = "review-in"

  var flag: String { "--" + rawValue }

  static func all(of kind: Kind) -> [Field] {
    let own: [Field] =
      switch kind {
      case .coolDown: [.minutes, .signal, .meanwhile]
      case .checkIn: [.every, .on, .at, .length, .then]
      case .reassurance: [.when, .phrase]
      case .boundary: [.when, .then]
      case .ritual: [.every, .on, .at, .when, .then]
      }
    return own + [.promise, .reason, .reviewIn, .title]
  }

  /// - Parameter isOwn: whether it is a boundary of one's own.
  func question(for kind: Kind, isOwn: Bool = false) -> Sentence {
    switch self {
    case .title: Sentence("A short title", "给它起个短名字")
    case .minutes: Sentence("How many minutes", "停多少分钟")
    case .signal: Sentence("A sign or word that calls it", "喊停的手势或暗号")
    case .meanwhile: Sentence("What each does meanwhile", "停的时候各自做什么")
    case .every:
      Sentence("How often: daily, weekly, 2-weeks, monthly", "多久一次：每天、每周、每2周、每月")
    case .on: Sentence("On which day: sunday, or 15", "哪一天：周日，或15号")
    case .at: Sentence("At what time, such as 20:00", "几点，比如20:00")
    case .length: Sentence("How many minutes", "聊多少分钟")
    case .when: Sentence("When, in words both would notice", "什么时候（两个人都看得出来的时刻）")
    case .phrase: Sentence("The words that help", "那句安心的话")
    case .then where kind == .checkIn: Sentence("What it is spent on", "聊些什么")
    case .then where isOwn: Sentence("What you will do then", "那时你会怎么做")
    case .then: Sentence("What is done then", "那时就怎么做")
    case .promise: Sentence("Who promises: both, me or you", "谁来做：我们都、我、你")
    case .reason: Sentence("Why", "为什么")
    case .reviewIn: Sentence("Look again every how many days", "隔几天回头看看")
    }
  }

  /// What an empty line means where nothing is written yet; nil where there is no agreement without
  /// an answer.
  func withoutAnswer(for kind: Kind) -> Sentence? {
    switch self {
    case .title: Sentence("made from the rest", "按内容起")
    case .signal: Sentence("none", "没有")
    case .meanwhile: Sentence("nothing said", "不写")
    case .every where kind == .ritual: Sentence("at a moment", "看情况")
    case .at: Sentence("any", "都可以")
    case .then where kind == .checkIn: Sentence("nothing said", "不写")
    case .reason: Sentence("no reason needed", "不用理由")
    case .reviewIn: Sentence("after 14, 30, then 90", "先14天，再30天，以后每90天")
    case .minutes, .every, .on, .length, .when, .phrase, .then, .promise: nil
    }
  }

  /// What is offered where nothing is written yet.
  func usual(for kind: Kind) -> String? {
    switch self {
    case .minutes: String(PauseLength.usual.count)
    case .length: String(TalkLength.usual.count)
    case .promise: Sentence("both", "我们都").text
    default: nil
    }
  }
}

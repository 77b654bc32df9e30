import Agreements

extension Minutes {
  /// A length of time: `30`, `90 min`, `1h30m`, `半小时`, `一个半小时`.
  ///
  /// - Throws: `Mistyped` about `value` where it cannot be read or is out of bounds.
  init(typed text: String, for value: Mistyped.Value) throws(Mistyped) {
    guard let count = minuteCount(typed: text) else { throw Mistyped(value, .unreadable) }
    guard let minutes = Self(count) else { throw Mistyped(value, .outside(Bounds.range)) }
    self = minutes
  }
}

extension ReviewInterval {
  /// Days between reviews: `14`, `14d`, `14天`, `2 weeks`, `两周`.
  ///
  /// - Throws: `Mistyped` where it cannot be read or is out of bounds.
  init(typed text: String) throws(Mistyped) {
    var reader = TokenReader(Token(text))
    guard let number = reader.number() else { throw Mistyped(.reviewIn, .unreadable) }
    var days = number
    if reader.take("weeks", "week", "w", "周", "个星期", "星期", "个礼拜", "礼拜") {
      days *= 7
    } else {
      _ = reader.take("days", "day", "d", "天")
    }
    guard reader.isAtEnd else { throw Mistyped(.reviewIn, .unreadable) }
    guard let interval = Self(days: days) else {
      throw Mistyped(.reviewIn, .outside(Self.allowed))
    }
    self = interval
  }
}

/// Minutes, before any bound; nil where it cannot be read.
private func minuteCount(typed text: String) -> Int? {
  var reader = TokenReader(Token(text))
  if let whole = reader.take(from: wholeSpans) { return reader.isAtEnd ? whole : nil }
  guard let first = reader.number() else { return nil }
  if reader.isAtEnd || takeMinuteUnit(&reader) { return reader.isAtEnd ? first : nil }
  if reader.take("刻钟") { return reader.isAtEnd ? first * 15 : nil }
  if reader.take("days", "day", "d", "天") { return reader.isAtEnd ? first * 1_440 : nil }
  if reader.take("个半小时", "个半钟头") { return reader.isAtEnd ? first * 60 + 30 : nil }
  if reader.take(".5") {
    return takeHourUnit(&reader) && reader.isAtEnd ? first * 60 + 30 : nil
  }
  guard takeHourUnit(&reader) else { return nil }
  if reader.isAtEnd { return first * 60 }
  if reader.take("半") { return reader.isAtEnd ? first * 60 + 30 : nil }
  _ = reader.take("and")
  guard let second = reader.number(), second < 60 else { return nil }
  _ = takeMinuteUnit(&reader)
  return reader.isAtEnd ? first * 60 + second : nil
}

private func takeHourUnit(_ reader: inout TokenReader) -> Bool {
  reader.take("h", "hr", "hrs", "hour", "hours", "小时", "个小时", "钟头", "个钟头")
}

private func takeMinuteUnit(_ reader: inout TokenReader) -> Bool {
  reader.take("m", "min", "mins", "minute", "minutes", "分钟", "分")
}

private let wholeSpans = [
  "half an hour": 30, "半小时": 30, "半个小时": 30, "半个钟头": 30, "an hour": 60, "a day": 1_440,
  "半天": 720,
]

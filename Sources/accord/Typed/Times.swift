import Agreements

extension TimeOfDay {
  /// A time as people say it: `20:00`, `8:30 pm`, `20点半`, `晚上8点`.
  ///
  /// A number alone is refused: 8 may be either half of the day.
  ///
  /// - Throws: `Mistyped` about `value` where it cannot be read.
  init(typed text: String, for value: Mistyped.Value) throws(Mistyped) {
    guard let time = readTime(text) else { throw Mistyped(value, .unreadable) }
    self = time
  }
}

/// The part of the day an hour is said with.
private enum DayPart {
  case am, pm
  /// 凌晨: the small hours.
  case night
  case morning, noon, afternoon, evening

  static let before: [String: Self] = [
    "凌晨": .night, "早上": .morning, "早晨": .morning, "清晨": .morning, "上午": .morning,
    "中午": .noon, "下午": .afternoon, "傍晚": .afternoon, "晚上": .evening, "今晚": .evening,
    "夜里": .evening, "半夜": .evening,
  ]

  static let after: [String: Self] = ["am": .am, "a.m.": .am, "pm": .pm, "p.m.": .pm]

  /// The hour of 24 that an hour said with this part of the day means; nil for 早上20点.
  func hour(_ said: Int) -> Int? {
    switch (self, said) {
    case (.am, 12), (.night, 12), (.evening, 12): 0
    case (.am, 1...11), (.night, 0...6), (.morning, 1...12), (.noon, 11...14): said
    case (.pm, 12), (.afternoon, 12...19), (.evening, 17...23): said
    // 晚上1点 is after midnight.
    case (.evening, 0...4): said
    case (.pm, 1...11), (.noon, 1...2), (.afternoon, 1...11), (.evening, 5...11): said + 12
    default: nil
    }
  }
}

private func readTime(_ typed: String) -> TimeOfDay? {
  var reader = TokenReader(Token(typed))
  let before = reader.take(from: DayPart.before)
  guard let said = reader.number() else { return nil }
  let minute = readMinute(&reader)
  let part = before ?? reader.take(from: DayPart.after)
  guard reader.isAtEnd, minute != nil || part != nil else { return nil }
  guard let hour = part == nil ? said : part?.hour(said) else { return nil }
  return TimeOfDay(hour: hour, minute: minute ?? 0)
}

/// What follows the hour: `:30`, `点`, `点半`, `点一刻`, `点30分`; nil where none of it does.
private func readMinute(_ reader: inout TokenReader) -> Int? {
  if reader.take(":") { return reader.twoDigits() }
  guard reader.take("点钟", "点整", "点") else { return nil }
  if reader.take("半") { return 30 }
  if reader.take("一刻") { return 15 }
  if reader.take("三刻") { return 45 }
  guard let minute = reader.number() else { return 0 }
  _ = reader.take("分")
  return minute
}

import Agreements

extension Cadence {
  /// How often, from `--every`, `--on` and `--at`.
  ///
  /// - Throws: `Mistyped` naming the flag that is missing, cannot be read, or does not go with
  ///   another.
  init(
    every: String?, on: String?, at: String?, zone: Zone, today: Day
  ) throws(Mistyped) {
    let pattern = try Pattern(every: every, on: on, today: today)
    let time: TimeOfDay? =
      if let at { try TimeOfDay(typed: at, for: .at) } else { nil }
    self.init(pattern: pattern, time: time, zone: zone)
  }
}

extension Cadence.Pattern {
  /// On which days, from `--every weekly --on sunday`, or both in one: `--every 每周日`.
  ///
  /// Of every so many weeks the first is the one with the first such weekday from `today` on,
  /// the local day.
  ///
  /// - Throws: `Mistyped` naming the flag that is missing, cannot be read, or does not go with
  ///   the other.
  init(every: String?, on: String?, today: Day) throws(Mistyped) {
    guard let every else { throw Mistyped(.every, .missing) }
    let (rhythm, within) = try readEvery(every)
    let beside: CadenceDay? = if let on { try readOn(on) } else { nil }
    if let within, let beside, within != beside {
      throw Mistyped(.on, .contradictory(.every))
    }
    switch (rhythm, beside ?? within) {
    case (.daily, nil):
      self = .daily
    case (.weeks(nil), .weekday(let weekday)):
      self = .weekly(weekday)
    case (.weeks(let count?), .weekday(let weekday)):
      self = .everyWeeks(count, weekday, anchor: today.next(weekday))
    case (.monthly, .ofMonth(let day)):
      self = .monthly(day)
    case (.weeks, nil), (.monthly, nil):
      throw Mistyped(.on, .missing)
    case (.daily, _), (.weeks, .ofMonth), (.monthly, .weekday):
      throw within == nil ? Mistyped(.on, .contradictory(.every)) : Mistyped(.every, .unreadable)
    }
  }
}

extension Day {
  /// The first such weekday on this day or later.
  fileprivate func next(_ weekday: Weekday) -> Day {
    advanced(by: (weekday.rawValue - self.weekday.rawValue + 7) % 7)
  }
}

private enum Rhythm: Hashable {
  case daily
  /// Nil is every single week.
  case weeks(WeekCount?)
  case monthly
}

private enum CadenceDay: Hashable {
  case weekday(Weekday)
  case ofMonth(DayOfMonth)
}

/// `weekly`, `2-weeks`, `每两周`, and with the day in it `每周日`, `every other sunday`, `每月15号`.
private func readEvery(_ typed: String) throws(Mistyped) -> (Rhythm, CadenceDay?) {
  var reader = TokenReader(Token(typed))
  _ = reader.take("every", "each", "每个", "每")
  var rhythm: Rhythm
  var day: CadenceDay?
  if reader.take("daily", "day", "天", "日") {
    rhythm = .daily
  } else if reader.take("monthly", "month", "个月", "月") {
    rhythm = .monthly
  } else {
    let count = readWeekCount(&reader)
    if let weekday = reader.weekday() {
      day = .weekday(weekday)
    } else if !reader.take("weekly", "weeks", "week", "周", "个星期", "星期", "个礼拜", "礼拜") {
      throw Mistyped(.every, .unreadable)
    }
    rhythm = .weeks(nil)
    if count != 1 {
      guard let count = WeekCount(count) else { throw Mistyped(.every, .outside(1...52)) }
      rhythm = .weeks(count)
    }
  }
  if reader.isAtEnd { return (rhythm, day) }
  _ = reader.take("的")
  guard day == nil, let found = try readDay(&reader, of: .every) else {
    throw Mistyped(.every, .unreadable)
  }
  return (rhythm, found)
}

/// How many weeks apart; 1 where nothing is said of it.
private func readWeekCount(_ reader: inout TokenReader) -> Int {
  if reader.take("other", "second", "隔一", "隔", "双") { return 2 }
  guard let count = reader.number() else { return 1 }
  _ = reader.take("-")
  return count
}

/// `sunday`, `周日`, `15`, `15th`, `15号`, `last`, `最后一天`.
private func readOn(_ typed: String) throws(Mistyped) -> CadenceDay {
  var reader = TokenReader(Token(typed))
  _ = reader.take("every", "每个", "每")
  guard let day = try readDay(&reader, of: .on) else { throw Mistyped(.on, .unreadable) }
  return day
}

/// The day, which must be all that is left; nil where it cannot be read.
private func readDay(
  _ reader: inout TokenReader, of value: Mistyped.Value
) throws(Mistyped) -> CadenceDay? {
  _ = reader.take("on")
  _ = reader.take("the")
  if let weekday = reader.weekday() {
    return reader.isAtEnd ? .weekday(weekday) : nil
  }
  let number: Int
  if reader.take("last", "last day", "最后一天", "月底", "底") {
    number = 31
  } else if let read = reader.number() {
    number = read
    _ = reader.take("st", "nd", "rd", "th", "日", "号")
  } else {
    return nil
  }
  guard reader.isAtEnd else { return nil }
  guard let day = DayOfMonth(number) else { throw Mistyped(value, .outside(1...31)) }
  return .ofMonth(day)
}

extension TokenReader {
  fileprivate mutating func weekday() -> Weekday? {
    guard let weekday = take(from: weekdays) else { return nil }
    return weekday
  }
}

private let weekdays: [String: Weekday] = {
  var names: [String: Weekday] = [
    "mon": .monday, "tue": .tuesday, "tues": .tuesday, "wed": .wednesday, "thu": .thursday,
    "thur": .thursday, "thurs": .thursday, "fri": .friday, "sat": .saturday, "sun": .sunday,
  ]
  for weekday in Weekday.allCases {
    names[weekday.name] = weekday
    names[weekday.name + "s"] = weekday
  }
  let chinese: [String: Weekday] = [
    "一": .monday, "二": .tuesday, "三": .wednesday, "四": .thursday, "五": .friday,
    "六": .saturday, "日": .sunday, "天": .sunday,
  ]
  for week in ["周", "星期", "礼拜"] {
    for (name, weekday) in chinese { names[week + name] = weekday }
  }
  return names
}()

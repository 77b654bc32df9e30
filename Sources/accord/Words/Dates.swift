import Agreements

// Days, spans and cadences as people say them. Chinese puts no space between digits and 月, 日,
// 分钟.

extension Day {
  /// `5 December`, `12月5日`; with the year where it is not the present one.
  func named(today: Day) -> Sentence {
    year == today.year ? dated : Sentence("\(dated.english) \(year)", "\(year)年\(dated.chinese)")
  }

  /// `Saturday 21 November`, `11月21日 周六`.
  var heading: Sentence {
    Sentence(
      "\(weekday.named.english) \(dated.english)", "\(dated.chinese) \(weekday.named.chinese)")
  }

  /// How far off: `today`, `in 3 days`, `2 weeks ago`; whole weeks up to four are said as weeks.
  func distance(from today: Day) -> Sentence {
    let days = days(since: today)
    switch days {
    case 0: return Sentence("today", "今天")
    case 1: return Sentence("tomorrow", "明天")
    case -1: return Sentence("yesterday", "昨天")
    case 2: return Sentence("in 2 days", "后天")
    case -2: return Sentence("2 days ago", "前天")
    default:
      let count = abs(days)
      let span =
        switch count {
        case 7: Sentence("a week", "一周")
        case 14, 21, 28: Sentence("\(count / 7) weeks", "\(chineseCount(count / 7))周")
        default: Sentence("\(count) days", "\(count)天")
        }
      return days > 0
        ? Sentence("in \(span.english)", "\(span.chinese)后")
        : Sentence("\(span.english) ago", "\(span.chinese)前")
    }
  }

  /// `5 December`, `12月5日`, whatever the year.
  var dated: Sentence {
    Sentence("\(day) \(months[month - 1])", "\(month)月\(day)日")
  }
}

extension Weekday {
  /// `Sunday`, `周日`.
  var named: Sentence {
    switch self {
    case .monday: Sentence("Monday", "周一")
    case .tuesday: Sentence("Tuesday", "周二")
    case .wednesday: Sentence("Wednesday", "周三")
    case .thursday: Sentence("Thursday", "周四")
    case .friday: Sentence("Friday", "周五")
    case .saturday: Sentence("Saturday", "周六")
    case .sunday: Sentence("Sunday", "周日")
    }
  }
}

extension Minutes {
  /// `30 minutes`, `1小时30分钟`.
  var named: Sentence { Sentence(minutes: count) }
}

extension Sentence {
  /// `30 minutes`, `1小时30分钟`; never days: 24 hours are 24 hours.
  init(minutes count: Int) {
    let (hours, minutes) = count.quotientAndRemainder(dividingBy: 60)
    var english: [String] = []
    var chinese = ""
    if hours > 0 {
      english.append(hours == 1 ? "1 hour" : "\(hours) hours")
      chinese += "\(hours)小时"
    }
    if minutes > 0 || hours == 0 {
      english.append(minutes == 1 ? "1 minute" : "\(minutes) minutes")
      chinese += "\(minutes)分钟"
    }
    self.init(english.joined(separator: " "), chinese)
  }
}

extension Cadence {
  /// `every Sunday at 20:00`, `每周日20:00`; with the zone where its clock is not the reader's.
  func named(for reader: Zone) -> Sentence {
    let days = pattern.named
    guard let time else { return days }
    let away = zone == reader ? nil : zone.name
    return Sentence(
      "\(days.english) at \(time.text)" + (away.map { " (\($0))" } ?? ""),
      days.chinese + time.text + (away.map { "（\($0)）" } ?? ""))
  }
}

extension Cadence.Pattern {
  /// `every other Sunday`, `每两周的周日`.
  var named: Sentence {
    switch self {
    case .daily:
      return Sentence("every day", "每天")
    case .weekly(let weekday):
      return Sentence("every \(weekday.named.english)", "每\(weekday.named.chinese)")
    case .everyWeeks(let count, let weekday, _):
      let (weeks, day) = (count.value, weekday.named)
      return Sentence(
        weeks == 2 ? "every other \(day.english)" : "every \(weeks) weeks on \(day.english)",
        "每\(chineseCount(weeks))周的\(day.chinese)")
    case .monthly(let day):
      return day.value == 31
        ? Sentence("on the last day of each month", "每月最后一天")
        : Sentence("on the \(ordinal(day.value)) of each month", "每月\(day.value)日")
    }
  }
}

/// `1st`, `2nd`, `11th`, `21st`.
private func ordinal(_ number: Int) -> String {
  if (11...13).contains(number % 100) { return "\(number)th" }
  return switch number % 10 {
  case 1: "\(number)st"
  case 2: "\(number)nd"
  case 3: "\(number)rd"
  default: "\(number)th"
  }
}

/// A count of things in Chinese: 两 where it is two, digits from eleven on.
private func chineseCount(_ number: Int) -> String {
  let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
  return words.indices.contains(number) ? words[number] : String(number)
}

private let months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

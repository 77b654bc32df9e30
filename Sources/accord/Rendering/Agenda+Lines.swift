import Agreements
import Journal
import Storage

// What is due in words: three lines, then quiet.

extension Agenda {
  /// One thing, and how to go on with it.
  private struct Told {
    let what: Sentence
    var how: Sentence?
  }

  /// - Parameter all: whether the fourth and all further ones are told too.
  func lines(all: Bool = false) -> [String] {
    guard session.terminal.outputIsTerminal else { return items.map(field) }
    let heading = session.today.heading.text
    let pause = screen.status ?? []
    if screen.until != nil { return [heading, ""] + pause }
    let entries = entries
    if entries.isEmpty {
      let words = pause + (waiting.map { [$0.text] } ?? [])
      return [heading, ""] + (words.isEmpty ? [quiet.text] : words)
    }
    var lines = [heading, ""] + pause
    let told = entries.prefix(all ? entries.count : Self.most)
    for (index, one) in told.enumerated() {
      lines.append(one.what.text)
      // What answers several in a row is said once, after the last.
      if let how = one.how, index + 1 == told.count || told[index + 1].how != how {
        lines.append("  " + how.text)
      }
    }
    let left = entries.count - told.count
    if left > 0 {
      lines.append(
        Sentence("and \(left) more: accord today --all", "还有\(left)件：accord today --all").text)
    }
    return lines + (waiting.map { [$0.text] } ?? [])
  }

  /// That something was suggested, and that it can wait.
  private var waiting: Sentence? {
    held.map { until in
      let time = session.time(until)
      return Sentence(
        "What was suggested can wait until \(time.english). \"Not this time\" never has to: accord decline",
        "等你们回答的，\(time.chinese)以后再说。这次不了，随时可以：accord decline")
    }
  }

  /// All of it; several to look at again are one.
  private var entries: [Told] {
    let reviews = items.count { if case .review = $0 { true } else { false } }
    guard reviews > 1 else { return items.compactMap(told) }
    let others = items.filter { if case .review = $0 { false } else { true } }
    let news = others.suffix(while: { if case .need = $0 { true } else { false } })
    let together = Told(
      what: Sentence(
        "\(reviews.spelled.capitalisedFirst) things to look at again",
        "有\(reviews == 2 ? "两" : reviews.spelledInChinese)条可以回头看看"), how: Self.review)
    return others.dropLast(news.count).compactMap(told) + [together] + news.compactMap(told)
  }

  private var quiet: Sentence {
    let count = inForce.count { $0.promise?.owner == nil }
    switch count {
    case 0:
      return Sentence(
        "Nothing needs you today. To suggest something: accord propose",
        "今天没有要回答的。想提一个约定：accord propose")
    case 1:
      return Sentence(
        "Nothing needs you today. One thing agreed: accord list",
        "今天没有要回答的。说好的有1条：accord list")
    default:
      return Sentence(
        "Nothing needs you today. \(count.spelled.capitalisedFirst) things agreed: accord list",
        "今天没有要回答的。说好的有\(count)条：accord list")
    }
  }

  private static let look = Sentence("look and answer: accord accept", "看一看，再回答：accord accept")
  private static let review = Sentence("accord review", "accord review")

  /// Nil for a pause, which is told in its own lines.
  private func told(_ item: Item) -> Told? {
    switch item {
    case .pause, .itIsTime: return nil
    case .answer(let agreement, let text): return toldAnswer(agreement, text)
    case .again(_, let text): return toldAgain(text)
    case .talk(let occasion, let isPrepared): return toldTalk(occasion, isPrepared)
    case .lapsing(let agreement, let end):
      let title = quoted(agreement)
      let on = session.date(end)
      return Told(
        what: Sentence(
          "\(title.english) is put away after \(on.english), unless you look at it again",
          "\(title.chinese)该回头看看了，到\(on.chinese)还没看，就先收起来"), how: Self.review)
    case .repair(isComplete: true):
      return Told(
        what: Sentence("You have both written for making up", "两个人都写好了，可以一起看"),
        how: Sentence("together: accord repair open", "一起打开：accord repair open"))
    case .repair(isComplete: false):
      return Told(
        what: Sentence(
          "Something is written for making up. When you like, write your side",
          "有人写了想和好的话。不急，想写的时候，你也写"),
        how: Sentence("accord repair", "accord repair"))
    case .ritual(let occasion): return toldRitual(occasion)
    case .review(let agreement):
      let title = quoted(agreement)
      let since = since(agreement)
      return Told(
        what: Sentence(
          "\(since.english) of \(title.english). Look again?",
          "\(title.chinese)\(since.chinese)，回头看看？"), how: Self.review)
    case .need(let need):
      let name = names.name(need.partner)
      let text = Sentence.quoting(need.need.text.text.visible.truncated(to: 40))
      return Told(
        what: Sentence(
          "\(name) shows you a need: \(text.english)", "\(name)给你看了一个需要：\(text.chinese)"),
        how: Sentence("accord need list", "accord need list"))
    }
  }

  private func toldAnswer(_ agreement: Agreement, _ text: Revision) -> Told {
    let title = (text.wording?.title.text ?? Session.erasedTitle.text).visible
    let author = names.name(text.authors.min() ?? store.pair.first.id)
    let other = text.authors.min().map(names.other(than:)) ?? ""
    return Told(
      what: agreement.standing != nil
        ? Sentence("\(author) suggests a change: \(title)", "\(author)想改一改：\(title)")
        : Sentence("\(author) suggests: \(title)", "\(author)提了一个约定：\(title)"),
      how: reader == nil
        ? Sentence("\(other): look and answer: accord accept", "\(other)看一看，再回答：accord accept")
        : Self.look)
  }

  private func toldAgain(_ text: Revision) -> Told {
    let title = Sentence.quoting((text.wording?.title.text ?? Session.erasedTitle.text).visible)
    let who = store.pair.both.filter {
      (reader ?? $0) == $0 && text.awaits($0.id, at: session.clock.now, in: session.clock.rules)
    }.map { $0.name.text.visible }
    let name =
      who.count == 2
      ? Sentence("\(who[0]) and \(who[1])", "\(who[0])、\(who[1])").text : who.joined()
    return Told(
      what: reader == nil
        ? Sentence(
          "\(name) said yes to \(title.english). Still right?",
          "\(title.chinese)\(name)点过一次头，现在还愿意吗？")
        : Sentence(
          "You said yes to \(title.english). Still right for you?",
          "\(title.chinese)你点过一次头，现在还愿意吗？"), how: Self.look)
  }

  private func toldTalk(_ occasion: Occasion, _ isPrepared: Bool) -> Told {
    let span =
      if case .checkIn(let terms) = occasion.standing.wording.terms { terms.length.named } else {
        Sentence("", "")
      }
    let when = when(occasion)
    return Told(
      what: Sentence(
        "\(when.english), a talk of about \(span.english)", "\(when.chinese)聊聊，大约\(span.chinese)"),
      how: isPrepared
        ? Sentence(
          "you have both prepared; together: accord checkin open",
          "两个人都准备好了，一起打开：accord checkin open")
        : Sentence(
          "each apart: accord checkin prepare; then together: accord checkin open",
          "先各自准备：accord checkin prepare；再一起打开：accord checkin open"))
  }

  private func toldRitual(_ occasion: Occasion) -> Told {
    let when = when(occasion)
    let title = occasion.standing.wording.title.text.visible
    return Told(what: Sentence("\(when.english): \(title)", "\(when.chinese)：\(title)"))
  }

  /// `Tonight at 20:00`, `Today`; `今晚20:00`, `今天`. An hour that has passed blames nobody.
  private func when(_ occasion: Occasion) -> Sentence {
    guard let at = occasion.at, session.clock.now <= at else { return Sentence("Today", "今天") }
    let time = session.clock.rules.timeOfDay(of: at)
    return time.hour >= 18
      ? Sentence("Tonight at \(time.text)", "今晚\(time.text)")
      : Sentence("Today at \(time.text)", "今天\(time.text)")
  }

  private func quoted(_ agreement: Agreement) -> Sentence {
    Sentence.quoting((agreement.shown?.wording?.title.text ?? "").visible)
  }

  /// `Two weeks`, `用了两周`: since when it is in force.
  private func since(_ agreement: Agreement) -> Sentence {
    guard let at = agreement.standing?.agreedAt else { return Sentence("", "") }
    let days = session.today.days(since: session.day(at))
    switch days {
    case ..<14: return Sentence("\(days) days", "用了\(days)天")
    case ..<60:
      let weeks = days / 7
      return Sentence(
        "\(weeks.spelled.capitalisedFirst) weeks", "用了\(weeks == 2 ? "两" : weeks.spelledInChinese)周"
      )
    default:
      let months = days / 30
      return Sentence(
        "\(months.spelled.capitalisedFirst) months",
        "用了\(months == 2 ? "两" : months.spelledInChinese)个月")
    }
  }
}

extension Int {
  /// `two`, up to twelve; digits above.
  fileprivate var spelled: String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    return words.indices.contains(self) ? words[self] : String(self)
  }

  fileprivate var spelledInChinese: String {
    let words = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return words.indices.contains(self) ? words[self] : String(self)
  }
}

extension Array {
  /// The elements at the end for which this holds.
  fileprivate func suffix(while holds: (Element) -> Bool) -> ArraySlice<Element> {
    suffix(reversed().prefix(while: holds).count)
  }
}

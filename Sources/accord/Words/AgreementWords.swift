import Agreements
import Storage

// Agreements in words: their kinds, what they say, who promises, how they stand.

extension Kind {
  var named: Sentence {
    switch self {
    case .coolDown: Sentence("cool-down", "冷却时间")
    case .checkIn: Sentence("a time to talk", "聊聊")
    case .reassurance: Sentence("words that help", "安心话")
    case .boundary: Sentence("our boundary", "我们的边界")
    case .ritual: Sentence("small ritual", "小仪式")
    }
  }
}

/// Names for the two partners, as one screen needs them.
struct Names {
  let pair: Pair

  func name(_ partner: Partner.ID) -> String {
    pair[partner]?.name.text.visible ?? "?"
  }

  func other(than partner: Partner.ID) -> String {
    pair.other(than: partner).name.text.visible
  }

  /// `both of us`, `only Lin promises here`, `Mei's boundary`: the same words to both (rule S8).
  func promise(_ promise: Promise) -> Sentence {
    switch promise {
    case .both: Sentence("both of us", "我们都这样做")
    case .only(let one):
      Sentence("only \(name(one)) promises here", "这条只有\(name(one))要做")
    case .own(let one): Sentence("\(name(one))'s boundary", "\(name(one))的边界")
    }
  }

  /// What a text says, as one would say it; quoted by the caller.
  ///
  /// - Parameter alone: it stands without quotation marks around it.
  func essence(of wording: Wording, reader zone: Zone, alone: Bool = false) -> Sentence {
    switch wording.terms {
    case .coolDown(let terms):
      let span = terms.length.named
      switch wording.promise {
      case .both:
        return Sentence(
          "Too heated? We both stop for \(span.english).",
          "谁先激动起来，我们就停\(span.chinese)。")
      case .only(let one), .own(let one):
        return Sentence(
          "Too heated? \(name(one)) stops for \(span.english).",
          "太激动的时候，\(name(one))停\(span.chinese)。")
      }
    case .checkIn(let terms):
      let when = terms.cadence.named(for: zone)
      let span = terms.length.named
      let plan = terms.plan.map { Sentence(": \($0.text)", "：\($0.text)") } ?? Sentence(".", "。")
      return Sentence(
        "\(when.english.capitalisedFirst) we talk for \(span.english)\(plan.english)",
        "\(when.chinese)，聊\(span.chinese)\(plan.chinese)")
    case .reassurance(let terms):
      let (cue, phrase) = (terms.cue.text, terms.phrase.text)
      return Sentence(
        "\(cue): “\(phrase)”", alone ? "\(cue)：“\(phrase)”" : "\(cue)：‘\(phrase)’")
    case .boundary(let terms):
      return conditional(terms.cue, terms.action)
    case .ritual(let terms):
      switch terms.occasion {
      case .cue(let cue, let action): return conditional(cue, action)
      case .cadence(let cadence, let action):
        let when = cadence.named(for: zone)
        let what = action?.text ?? wording.title.text
        return Sentence(
          "\(when.english.capitalisedFirst): \(what)", "\(when.chinese)：\(what)")
      }
    }
  }

  private func conditional(_ cue: Note, _ action: Note) -> Sentence {
    Sentence("\(cue.text): \(action.text)", "\(cue.text)：\(action.text)")
  }
}

extension Sentence {
  /// In the quotation marks of each language.
  var quoted: Sentence { Sentence("\"\(english)\"", "“\(chinese)”") }

  static func quoting(_ text: String) -> Sentence { Sentence(text, text).quoted }

  /// Someone's own words: the same in both languages.
  init(own text: String) {
    self.init(text, text)
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Terms {
  /// A title for who gives none.
  var usualTitle: Sentence {
    switch self {
    case .coolDown(let terms):
      if terms.length == .usual { return Sentence("Stop for half an hour", "吵架先停半小时") }
      let span = terms.length.named
      return Sentence("Stop for \(span.english)", "吵架先停\(span.chinese)")
    case .checkIn(let terms):
      switch terms.cadence.pattern {
      case .daily: return Sentence("Every day a little talk", "每天聊聊")
      case .weekly(let day), .everyWeeks(_, let day, _):
        return Sentence("\(day.named.english) talk", "\(day.named.chinese)聊聊")
      case .monthly: return Sentence("Our monthly talk", "每月聊聊")
      }
    case .reassurance(let terms): return Sentence(own: terms.cue.text)
    case .boundary(let terms): return Sentence(own: terms.cue.text)
    case .ritual(let terms):
      switch terms.occasion {
      case .cue(let cue, _): return Sentence(own: cue.text)
      case .cadence(let cadence, let action):
        return action.map { Sentence(own: $0.text) } ?? cadence.pattern.named
      }
    }
  }

  /// Whether a title says nothing that the terms do not say.
  func isUsual(_ title: Title) -> Bool {
    Language.allCases.contains { usualTitle.text(in: $0) == title.text }
  }
}

extension Status {
  /// Without a point of view: who must answer is added where it is known.
  var named: Sentence {
    switch self {
    case .proposed: Sentence("waiting for a yes", "等着点头")
    case .active: Sentence("agreed", "说好了")
    case .declined: Sentence("not this time", "这次不了")
    case .withdrawn: Sentence("taken back", "收回了")
    case .ended: Sentence("no longer agreed", "不再约定")
    case .lapsed: Sentence("put away", "收起来了")
    case .contested: Sentence("two versions", "有两个版本")
    }
  }
}

extension Status {
  /// Of an own boundary, which nobody agreed to.
  var namedOwn: Sentence {
    switch self {
    case .active: Sentence("declared", "定下了")
    case .ended: Sentence("let go", "放下了")
    case .proposed, .declined, .withdrawn, .lapsed, .contested: named
    }
  }
}

extension Summary {
  func named(at now: Instant) -> Sentence {
    promise?.owner == nil ? status(at: now).named : status(at: now).namedOwn
  }
}

extension ReviewAnswer.Outcome {
  var named: Sentence {
    switch self {
    case .keep: Sentence("keep", "留着")
    case .change: Sentence("change", "改一改")
    case .end: Sentence("let go", "不再约定")
    }
  }
}

extension ReviewAnswer.Helped {
  var named: Sentence {
    switch self {
    case .yes: Sentence("it helped", "有帮助")
    case .partly: Sentence("a bit", "有一点")
    case .no: Sentence("not really", "没帮上")
    case .unused: Sentence("not needed yet", "还没用到")
    }
  }
}

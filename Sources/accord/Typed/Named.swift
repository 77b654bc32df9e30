import Agreements

extension Kind {
  /// - Throws: `Mistyped` where it names no kind in either language.
  init(typed text: String) throws(Mistyped) {
    switch Token(text).squeezed {
    case "cooldown", "冷却", "冷却时间", "停一停", "冷静": self = .coolDown
    case "checkin", "atimetotalk", "timetotalk", "talk", "聊聊", "谈心", "聊天": self = .checkIn
    case "reassurance", "wordsthathelp", "安心话": self = .reassurance
    case "boundary", "ourboundary", "边界", "界限", "我们的边界", "我们的界限": self = .boundary
    case "ritual", "smallritual", "小仪式", "仪式", "习惯": self = .ritual
    default: throw Mistyped(.kind, .unreadable)
    }
  }
}

extension Status {
  /// - Throws: `Mistyped` where it names no status in either language.
  init(typed text: String) throws(Mistyped) {
    switch Token(text).squeezed {
    case "proposed", "waiting", "waitingforyou": self = .proposed
    case "active", "agreed", "说好了", "说好的": self = .active
    case "declined", "notthistime", "这次不了", "不了", "婉拒": self = .declined
    case "withdrawn", "takenback", "收回了", "收回": self = .withdrawn
    case "ended", "nolongeragreed", "不再约定", "不再约定了", "结束": self = .ended
    case "lapsed", "putaway", "收起来了", "收起来": self = .lapsed
    case "contested", "twoversions", "有两个版本", "两个版本": self = .contested
    // With a name in between, whose it is to answer.
    case let words where words.hasPrefix("等") && words.hasSuffix("点头"): self = .proposed
    default: throw Mistyped(.status, .unreadable)
    }
  }
}

extension ReviewAnswer.Helped {
  /// - Throws: `Mistyped` where it is none of the four answers in either language.
  init(typed text: String) throws(Mistyped) {
    switch Token(text).squeezed {
    case "yes", "ithelped", "helped", "有帮助", "帮到了", "帮上了": self = .yes
    case "partly", "abit", "有一点", "有点", "一点": self = .partly
    case "no", "notreally", "没帮上", "没有帮助", "没帮助": self = .no
    case "unused", "notneededyet", "notneeded", "还没用到", "没用到": self = .unused
    default: throw Mistyped(.helped, .unreadable)
    }
  }
}

extension ReviewAnswer.Outcome {
  /// - Throws: `Mistyped` where it is none of the three answers in either language.
  init(typed text: String) throws(Mistyped) {
    switch Token(text).squeezed {
    case "keep", "keepit", "留着", "留下": self = .keep
    case "change", "changeit", "改一改", "改改": self = .change
    case "end", "letgo", "不再约定", "结束": self = .end
    default: throw Mistyped(.outcome, .unreadable)
    }
  }
}

import Agreements

/// A value of a closed set, typed by one of its names in either language.
protocol Named: CaseIterable, RawRepresentable<String> {
  /// Without spaces and hyphens; the first Chinese one is the one that is completed.
  var names: [String] { get }
  /// What such a value is meant for.
  static var meaning: Mistyped.Value { get }
}

extension Named {
  /// - Throws: `Mistyped` where it names no value in either language.
  init(typed text: String) throws(Mistyped) {
    self = try Self.named(Token(text).squeezed)
  }

  fileprivate static func named(_ name: String) throws(Mistyped) -> Self {
    guard let value = allCases.first(where: { $0.names.contains(name) }) else {
      throw Mistyped(meaning, .unreadable)
    }
    return value
  }
}

extension Kind: Named {
  var names: [String] {
    switch self {
    case .coolDown: ["cooldown", "冷却时间", "冷却", "停一停", "冷静"]
    case .checkIn: ["checkin", "atimetotalk", "timetotalk", "talk", "聊聊", "谈心", "聊天"]
    case .reassurance: ["reassurance", "wordsthathelp", "安心话"]
    case .boundary: ["boundary", "ourboundary", "边界", "界限", "我们的边界", "我们的界限"]
    case .ritual: ["ritual", "smallritual", "小仪式", "仪式", "习惯"]
    }
  }

  static var meaning: Mistyped.Value { .kind }
}

extension Status: Named {
  var names: [String] {
    switch self {
    case .proposed: ["proposed", "waiting", "waitingforyou", "等着点头"]
    case .active: ["active", "agreed", "说好了", "说好的"]
    case .declined: ["declined", "notthistime", "这次不了", "不了", "婉拒"]
    case .withdrawn: ["withdrawn", "takenback", "收回了", "收回"]
    case .ended: ["ended", "nolongeragreed", "不再约定", "不再约定了", "结束"]
    case .lapsed: ["lapsed", "putaway", "收起来了", "收起来"]
    case .contested: ["contested", "twoversions", "有两个版本", "两个版本"]
    }
  }

  /// - Throws: `Mistyped` where it names no status in either language.
  init(typed text: String) throws(Mistyped) {
    let name = Token(text).squeezed
    // With a name in between, whose it is to answer.
    let waits = name.hasPrefix("等") && name.hasSuffix("点头")
    self = waits ? .proposed : try Self.named(name)
  }

  static var meaning: Mistyped.Value { .status }
}

extension ReviewAnswer.Helped: Named {
  var names: [String] {
    switch self {
    case .yes: ["yes", "ithelped", "helped", "有帮助", "帮到了", "帮上了"]
    case .partly: ["partly", "abit", "有一点", "有点", "一点"]
    case .no: ["no", "notreally", "没帮上", "没有帮助", "没帮助"]
    case .unused: ["unused", "notneededyet", "notneeded", "还没用到", "没用到"]
    }
  }

  static var meaning: Mistyped.Value { .helped }
}

extension ReviewAnswer.Outcome: Named {
  var names: [String] {
    switch self {
    case .keep: ["keep", "keepit", "留着", "留下"]
    case .change: ["change", "changeit", "改一改", "改改"]
    case .end: ["end", "letgo", "不再约定", "结束"]
    }
  }

  static var meaning: Mistyped.Value { .outcome }
}

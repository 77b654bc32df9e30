/// Words that no text of the program may use, with the reason each group has.
enum RefusedWords {
  static let chinese: [String] = [
    // Nothing looks like a contract.
    "合同", "协议", "条款", "甲方", "乙方", "生效", "失效", "有效期", "到期", "逾期", "过期", "违约", "违反",
    "履行", "义务", "签字", "签署", "批准", "驳回",
    // Nobody is examined, counted or punished.
    "审核", "考核", "打卡", "积分", "扣分", "惩罚", "罚", "未读", "已读",
    // Nobody is spoken of as a stranger, nor with false warmth.
    "对方", "您", "亲爱的", "亲，", "呢", "哦", "～", "~~",
    // Words that mean something else at home, or at work.
    "谈心", "冷静期", "界限", "需求", "复盘", "回顾", "拒绝", "婉拒", "切割",
    // Nothing can be kept from someone with the password.
    "秘密", "保密", "绝对安全", "查不到", "无法察觉", "不会被发现", "保证",
  ]

  static let english: [String] = [
    "contract", "clause", "clauses", "party", "parties", "breach", "violate", "violates",
    "violation", "penalty", "penalties", "obligation", "obligations", "obliged", "overdue",
    "expire", "expires", "expired", "expiry", "deadline", "comply", "compliance", "sign here",
    "terminate", "terminated", "reject", "rejected", "approve", "approved", "enforce",
    "score", "scores", "streak", "streaks", "points", "unread message", "failed you", "ta",
    "punish",
    "undetectable", "secret", "secretly", "secrets", "guarantee", "guaranteed",
    "completely private",
  ]

  /// No diagnosis, attachment type, compatibility, or advice to stay or leave (rule S23).
  static let verdicts: [String] = [
    "诊断", "依恋", "焦虑型", "回避型", "安全型", "人格", "障碍", "病态", "有毒", "合适度", "匹配度", "般配",
    "契合度", "分手", "离婚", "复合", "离开他", "离开她", "离开这个人", "该离开", "别离开", "留下来吧", "劝和",
    "diagnos", "disorder", "attachment style", "attachment type", "anxious attachment",
    "avoidant", "narcissis", "toxic", "codependen", "compatib", "red flag", "should leave",
    "should stay", "leave him", "leave her", "leave them", "leave your partner", "break up",
    "stay together", "stay with him", "stay with her", "divorce",
  ]

  /// The refused words of a text; English ones as whole words, whatever their capitals.
  static func found(in text: String) -> [String] {
    let words = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
    return chinese.filter { text.contains($0) }
      + english.filter { " \(words) ".contains(" \($0) ") }
  }

  static func verdicts(in text: String) -> [String] {
    let text = text.lowercased()
    return verdicts.filter { text.contains($0) }
  }
}

import Agreements
import Storage

extension Finding {
  /// - Parameter day: about when it was written, where that can be told.
  func sentence(_ pair: Pair, on day: Sentence?) -> Sentence {
    func name(_ partner: Partner.ID?) -> String {
      partner.flatMap { pair[$0] }?.name.text.visible ?? "?"
    }
    func goingOn(_ partner: Partner.ID) -> String { pair[partner]?.goingOn ?? "accord doctor" }
    switch self {
    case .file:
      return Sentence("The file itself is damaged.", "文件本身有损坏。")
    case .entry(let partner, let sequence, let fault):
      let what = fault.named
      guard let day else {
        return Sentence(
          "Entry \(sequence) of \(name(partner))'s \(what.english).",
          "\(name(partner))的第\(sequence)条记录\(what.chinese)。")
      }
      return Sentence(
        "Entry \(sequence) of \(name(partner))'s, after \(day.english), \(what.english).",
        "\(name(partner))的第\(sequence)条记录（\(day.chinese)以后）\(what.chinese)。")
    case .head(let partner):
      return Sentence(
        "The end of \(name(partner))'s history is missing.", "\(name(partner))的历史少了最后一段。")
    case .table(let table):
      return Sentence(
        "The table \"\(table)\" does not say what the history says.", "“\(table)”这张表和历史对不上。")
    case .fork(let partner, let sequence):
      return Sentence(
        "Two entries claim place \(sequence) of \(name(partner))'s history: a device was copied.",
        "\(name(partner))的历史里有两条都占第\(sequence)位：有设备被复制过。")
    case .stranger(let partner):
      return Sentence(
        "A key that \(name(partner))'s own never admitted speaks as \(name(partner)); nothing it says counts.",
        "有一把不是\(name(partner))认下的钥匙在替\(name(partner))说话，说的都不算数。")
    case .doubtful(let partner):
      return Sentence(
        "Several keys claim to be the one \(name(partner)) began with; until \(name(partner)) says which with their password, no yes of theirs counts: \(goingOn(partner))",
        "有好几把钥匙都说自己是\(name(partner))最初的那把；\(name(partner))用密码认下之前，以\(name(partner))的名义答应的都不算：\(goingOn(partner))"
      )
    }
  }
}

extension EntryFault {
  fileprivate var named: Sentence {
    switch self {
    case .unreadable: Sentence("cannot be read", "读不出来")
    case .altered: Sentence("was changed after it was written", "写下之后被改过")
    case .unsigned: Sentence("does not bear a valid signature", "签名不对")
    case .unchained: Sentence("does not follow the one before", "接不上前一条")
    case .misplaced: Sentence("is not where it was written", "不在原来的位置")
    case .missing: Sentence("comes after a gap", "前面缺了一条")
    case .tooFar:
      Sentence("claims to come later than anything can, and is not counted", "排的位置靠后得不可能，不算数")
    case .emptied: Sentence("has lost its content, and nobody asked for that", "内容没了，可没人要抹去它")
    }
  }
}

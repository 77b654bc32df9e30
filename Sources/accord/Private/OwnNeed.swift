import Agreements
import ArgumentParser
import Vault

/// Which of one's own needs a verb is about: an id, never words of it (rule S16).
struct NeedArgument: ParsableArguments {
  @Argument(
    help: .said("its id, from accord need list", "accord need list 里的编号", value: ("ID", "编号")))
  var id: String?
}

extension Session {
  /// The need a person means, of those in their private side.
  func ownNeed(
    _ argument: NeedArgument, in vault: Vault, isForGood: Bool = false
  ) throws -> KeptNeed {
    let all = try vault.needs()
    let id = try pick(
      argument.id, of: all.map(\.id),
      title: { id in all.first { $0.id == id }.map { $0.need.text.text.visible } ?? "" },
      isForGood: isForGood, nothing: .noNeeds)
    guard let kept = all.first(where: { $0.id == id }) else { throw Problem.goneMeanwhile }
    return kept
  }
}

extension Problem {
  static var noNeeds: Problem {
    Problem(
      "no-match", .usage,
      Sentence(
        "you have written no needs yet; to write one: accord need add",
        "你还没有写过需要。写一个：accord need add"))
  }

  /// Another window was quicker.
  static var goneMeanwhile: Problem {
    Problem(
      "no-match", .usage,
      Sentence("it is gone meanwhile; nothing was changed", "这条刚才已经抹去了，什么都没有改动"))
  }

  /// Another window was quicker; what it wrote is not written over unseen.
  static var changedMeanwhile: Problem {
    Problem(
      "changed-meanwhile", .busy,
      Sentence(
        "it was just changed in another window, so nothing was written over; look again, then try again",
        "刚在别的窗口改过，所以没有盖掉；先看一眼，再试一次"))
  }
}

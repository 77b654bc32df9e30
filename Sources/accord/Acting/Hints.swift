import Agreements
import Storage
import Vault

/// The hint about wording that may stand beside one act: one line, to the writer alone.
///
/// It blocks nothing and is kept nowhere.
final class WordingHint {
  private let acting: Acting
  private var isSilent: Bool

  /// - Parameter isOff: whether none is wanted this once.
  init(for acting: Acting, isOff: Bool) {
    self.acting = acting
    isSilent = isOff || acting.session.options.json
  }

  /// About a note that goes with an act.
  ///
  /// - Returns: whether anything was said.
  @discardableResult
  func say(about note: Note?) -> Bool {
    say { note.flatMap { Coach.Hint(about: $0.text) } }
  }

  /// About what one suggests, apart from what stays of the text it changes.
  func say(about wording: Wording, over base: Wording? = nil) {
    say { Coach.Hint(about: wording, over: base) }
  }

  /// The same as a line, for where the wording is shown before its writer says yes to it.
  func lines(about wording: Wording, over base: Wording? = nil) -> [String] {
    sentence { Coach.Hint(about: wording, over: base) }.map { [$0.text] } ?? []
  }

  /// About texts of one's private side: on one's own terminal, and nowhere else.
  func say(aboutPrivate texts: [String]) {
    guard acting.session.terminal.errorIsTerminal else { return }
    say { texts.lazy.compactMap { Coach.Hint(about: $0) }.first }
  }

  @discardableResult
  private func say(_ find: () -> Coach.Hint?) -> Bool {
    guard let sentence = sentence(find) else { return false }
    acting.session.remark(sentence)
    return true
  }

  private func sentence(_ find: () -> Coach.Hint?) -> Sentence? {
    guard !isSilent, let hint = find() else { return nil }
    isSilent = true
    guard acting.wantsHints else { return nil }
    let form = hint.text.visible
    return hint.form == nil
      ? Sentence(
        "(an answer may take its time; perhaps from your own side: \(form))",
        "（回答可以慢慢来；也可以从自己这边说：\(form)）")
      : Sentence("(perhaps from your own side: \(form))", "（也可以从自己这边说：\(form)）")
  }
}

extension Acting {
  /// Whether the one who acts wants hints about wording.
  ///
  /// They have them where only a password would tell: none is asked for a hint. A vault that cannot
  /// be read is complained of where it is needed.
  fileprivate var wantsHints: Bool {
    guard keyring.isOpen, Vault.isThere(in: store.folder, of: me.id) else { return true }
    return (try? PrivateSide(acting: self).read().showsHints) ?? true
  }
}

/// What is said after something was suggested.
enum Hints {
  static func say(about wording: Wording, declines: [Instant], in session: Session) {
    if case .coolDown(let terms) = wording.terms, terms.length.count < 20 {
      session.remark(
        Sentence(
          "(under 20 minutes the body has often not settled yet)",
          "（不到20分钟，身体往往还没缓过来）"))
    }
    if let cue = wording.terms.cue, !IfThen.namesMoment(cue) {
      session.remark(
        Sentence(
          "(a moment both would notice makes it easier to keep: \"when we come home\")",
          "（写一个两个人都看得出来的时刻，更容易做到，比如“回到家的时候”）"))
    }
    if Declines.suggestRest(declines, now: session.clock.now) {
      session.remark(
        Sentence(
          "(this has met \"not this time\" three times; perhaps put it down for now, or look at it with a third person)",
          "（这件事已经三次“这次不了”，也许先放下，或者请第三个人一起看看）"))
    }
  }
}

extension Need {
  /// What of it is said about the two: its trigger tells how something felt, and may.
  var said: [String] { [text.text, request?.text].compactMap(\.self) }
}

import Agreements
import Storage

extension Session {
  /// The agreement a person means: the only candidate, the one they name, or the one they choose.
  ///
  /// - Parameters:
  ///   - candidates: what the command is most likely about.
  ///   - nothing: what to say where there is no candidate and no name was given.
  func choose(
    _ reference: String?, from candidates: [Summary], of store: Store, nothing: Problem
  ) throws -> Summary {
    guard let reference else {
      if candidates.isEmpty { throw nothing }
      return try one(of: candidates)
    }
    let fold = { (text: String) in Token(text).text }
    let near = store.matching(reference, among: candidates, fold: fold)
    if !near.isEmpty { return try one(of: near) }
    let everything = try store.everything()
    var all = store.matching(reference, among: everything, fold: fold)
    if all.isEmpty {
      // What it was called once, or would be called: the words of any of its texts.
      let once = try store.agreements(everCalled: fold(reference), fold: fold)
      all = try store.signed(once)
    }
    if all.isEmpty {
      let shown = reference.visible.truncated(to: 60)
      throw Problem(
        "no-match", .usage,
        Sentence(
          "no agreement matches \"\(shown)\". All of them: accord list --all",
          "没找到“\(shown)”。全部都在：accord list --all"))
    }
    return try one(of: all)
  }

  /// The only candidate, or the one that is chosen.
  func one(of candidates: [Summary]) throws -> Summary {
    if candidates.count == 1 { return candidates[0] }
    let titles = candidates.map { $0.title ?? Self.erasedTitle.text }
    let choices = zip(candidates, titles).map { summary, title in
      // Two of one name are told apart by where they stand, and by their ids.
      let isOnly = titles.count { $0 == title } == 1
      let status = summary.named(at: clock.now).text
      return Menu.Choice(
        summary, titled: isOnly ? title : "\(title)  \(status)  \(summary.shortID)")
    }
    return try prompt.menu(
      Menu(choices, layout: .list),
      question: Sentence("Which one?", "是哪一条？"), otherwise: Self.ambiguous(candidates))
  }

  private static func ambiguous(_ candidates: [Summary]) -> Problem {
    let list = candidates.prefix(20).map { summary in
      "  \(summary.shortID)  \((summary.title ?? erasedTitle.text).visible)"
    }
    return Problem(
      "ambiguous", .usage,
      Sentence(
        "\(candidates.count) agreements match; which one?",
        "有\(candidates.count)条都对得上，是哪一条？"),
      hint: Sentence(own: list.joined(separator: "\n")))
  }

  static let erasedTitle = Sentence("(its words were erased)", "（文字已抹去）")
}

extension Store {
  /// What a sentence calls an agreement in a command one can copy: its title, where that is short
  /// and the only one, else its id.
  func handle(of agreement: Agreement) throws -> String {
    let id = String(agreement.id.text.prefix(try shortLength(of: agreement.id)))
    guard let title = agreement.shown?.wording?.title.text, title.columns <= 40,
      title == title.visible, title == title.trimmedOfSpace, !title.hasPrefix("-"),
      !title.contains(where: { "\"\\$`!".contains($0) }), try count(ofTitle: title) == 1
    else { return id }
    let plain = title.allSatisfy { $0.isLetter || $0.isNumber || "，。、？！：；（）—…".contains($0) }
    return plain ? title : "\"\(title)\""
  }
}

extension Problem {
  /// There is no agreement to be shown, and no suggestion.
  static let nothingHere = Problem(
    "nothing-here", .refused,
    Sentence(
      "nothing is agreed yet. Suggest something: accord propose",
      "还没有说好的。提一个吧：accord propose"))
}

extension String {
  fileprivate var trimmedOfSpace: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Agreement {
  /// One of several open texts: the pinned one, else the only one.
  func chosen(
    from open: [Revision], pinned: String?
  ) throws -> Revision? {
    guard let pinned else {
      if open.count > 1 {
        throw Problem(
          "ambiguous", .usage,
          Sentence(
            "\(open.count) texts of it wait for an answer; say which with --revision",
            "这条有\(open.count)个说法在等回答，请用 --revision 指明"),
          hint: Sentence(
            own: open.map { "  \($0.id.text.prefix(8))" }.joined(separator: "\n")))
      }
      return open.first
    }
    let typed = Token(pinned).text
    let found = revisions.values.filter { $0.id.text.hasPrefix(typed) }
    guard typed.count >= 3, found.count == 1 else {
      throw Problem(
        "no-match", .usage,
        Sentence(
          "no text of this agreement has that id; see accord show --json",
          "这条约定里没有这个编号的文字，请看 accord show --json"))
    }
    return found[0]
  }
}

import Agreements

/// Short names for one's own items: the beginning of their ids, which tells nothing of them.
///
/// Words of a private text are never taken for a name: they would stand in the shell's history and
/// in the list of processes (rule S16).
struct Handles<Owner> {
  private let ids: [Identifier<Owner>]
  /// How many characters tell all of them apart, at least three.
  private let length: Int

  init(_ ids: some Sequence<Identifier<Owner>>) {
    self.ids = Array(ids)
    let texts = self.ids.map(\.text).sorted()
    length = zip(texts, texts.dropFirst()).reduce(3) { length, pair in
      max(length, zip(pair.0, pair.1).prefix { $0 == $1 }.count + 1)
    }
  }

  func short(_ id: Identifier<Owner>) -> String {
    String(id.text.prefix(length))
  }

  /// - Throws: where no id begins so, or more than one.
  func find(_ typed: String) throws(Problem) -> Identifier<Owner> {
    let typed = Token(typed).text
    let found = typed.utf8.count < 3 ? [] : ids.filter { $0.text.hasPrefix(typed) }
    switch found.count {
    case 1: return found[0]
    case 0:
      throw Problem(
        "no-match", .usage,
        Sentence(
          "nothing here has this id; the ids stand in the list", "没有这个编号，编号在列表里"))
    default:
      throw Problem(
        "ambiguous", .usage,
        Sentence("several ids begin like this; type more of it", "有几个编号这样开头，请多写几个字符"))
    }
  }
}

extension Session {
  /// The item a person means: the one with this id, the only one, or the one they choose.
  ///
  /// - Parameters:
  ///   - title: what stands in the menu for an item, on the person's own terminal.
  ///   - isForGood: whether even the only one has to be named, since it will be gone.
  ///   - nothing: what is said where there is none.
  ///   - unknown: what is said where none has the id that was typed.
  func pick<Owner>(
    _ typed: String?, of ids: [Identifier<Owner>], title: (Identifier<Owner>) -> String,
    isForGood: Bool = false, nothing: Problem, unknown: Problem? = nil
  ) throws -> Identifier<Owner> {
    if let typed {
      do throws(Problem) { return try Handles(ids).find(typed) } catch {
        throw error.code == "no-match" ? unknown ?? error : error
      }
    }
    guard let first = ids.first else { throw nothing }
    if ids.count == 1, !isForGood { return first }
    return try prompt.menu(
      Menu(ids.map { Menu.Choice($0, titled: title($0).truncated(to: 60)) }, layout: .list),
      question: Sentence("Which one?", "哪一个？"),
      otherwise: Problem(
        "missing", .usage, Sentence("say which one, by its id", "是哪一个？请写上编号")))
  }
}

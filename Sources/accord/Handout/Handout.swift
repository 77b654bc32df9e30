import Agreements

/// What two people agreed, as one page: to read on a phone, to look at together, to bring along.
///
/// The content alone, in the order it is read; `HandoutHTML` and `HandoutMarkdown` print it. It is
/// the same for both, whoever asks for it, and it speaks of agreements, never of a person (rule
/// S7).
struct Handout {
  let pair: Pair
  /// The day it shows, with its year: a page outlives the day.
  let date: Sentence
  let sections: [Section]

  struct Section {
    /// One word for the place in the page.
    let anchor: String
    let heading: Sentence
    /// What holds for all that follows.
    let lead: Sentence?
    let items: [Item]
  }

  /// One text that was agreed, that waits, or that one of the two declared.
  struct Item {
    let title: String
    /// Who promises, in the words of every screen (rule S8); nil where the text was erased.
    let promise: Sentence?
    /// What it says; nil where it was erased.
    let essence: String?
    var details: [Detail]
    /// How it stands, where the section does not say it.
    var remarks: [Sentence] = []
  }
}

extension Handout {
  /// Both names, each as `written`.
  func heading(_ written: (String) -> String) -> Sentence {
    let (one, other) = (written(pair.first.name.text), written(pair.second.name.text))
    return Sentence("\(one) and \(other)", "\(one)和\(other)")
  }

  var subtitle: Sentence {
    Sentence("Put together on \(date.english)", "\(date.chinese)整理")
  }

  static let nothing = Sentence("Nothing is agreed at the moment.", "现在没有说好的约定。")

  /// What every such page says about itself (rules S15, S20).
  static let limits = [
    Sentence(
      "This page is no legal document. Either of you can stop agreeing to any of it at any time, without a reason.",
      "这一页不是法律文件。哪一条都一样，谁都可以随时不再约定，不用理由。"),
    Sentence("Whoever has this page can read it.", "谁拿到这一页，都看得到。"),
  ]
}

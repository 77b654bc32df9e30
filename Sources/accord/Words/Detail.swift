import Agreements
import Storage

/// One thing a text says beside its essence: what it is about, and the words for it.
struct Detail {
  let name: Sentence
  /// A partner's own words, or a sentence of ours in the language of this run.
  let words: String

  init(_ name: Sentence, _ words: String) {
    self.name = name
    self.words = words
  }

  /// `Why: …`, `为什么：…`.
  var line: String { name.before(words) }
}

extension Names {
  /// What a text says that its essence does not, in partners' own words.
  func details(of wording: Wording) -> [Detail] {
    var details: [Detail] = []
    if case .coolDown(let terms) = wording.terms {
      if let signal = terms.signal {
        details.append(Detail(Sentence("Sign", "手势或暗号"), signal.text))
      }
      if let meanwhile = terms.meanwhile {
        details.append(Detail(Sentence("Meanwhile", "停的时候"), meanwhile.text))
      }
    }
    if let reason = wording.reason {
      details.append(Detail(Sentence("Why", "为什么"), reason.text))
    }
    return details
  }

  /// A need that a text serves, in the words in which it is shown.
  func detail(of shown: SharedNeed) -> Detail {
    let who = name(shown.partner)
    return Detail(
      Sentence("For what \(who) needs", "为了\(who)的需要"), "“\(shown.need.text.text)”")
  }
}

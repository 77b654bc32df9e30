extension Clauses {
  /// The same text about both, where plain replacing makes it: "You must tell me" becomes "Both of
  /// us must tell the other", 你不许 becomes 我们都不.
  ///
  /// Nil where anything in it is not known to stay good language: no text is better than a broken
  /// one. Sentences that name nobody stay as they are.
  ///
  /// - Parameter names: how the two partners are called; each stands for one of them.
  package static func mutual(_ text: String, names: [String] = []) -> String? {
    // Words in quotes are said, not asked for.
    if text.unicodeScalars.contains(where: { "\"“”「」『』()（）:：".unicodeScalars.contains($0) }) {
      return nil
    }
    var whole = ""
    var isChanged = false
    for (sentence, end) in sentences(of: text) {
      let isChinese = sentence.unicodeScalars.contains { $0.properties.isIdeographic }
      let lead = sentence.prefix { $0 == " " }
      let bare = sentence.dropFirst(lead.count)
      let turned: Turned =
        isChinese
        ? ChineseMutual(names: names).turned(String(bare))
        : EnglishMutual(names: names).turned(String(bare))
      switch turned {
      case .unknown: return nil
      case .same: whole += sentence
      case .mutual(let text):
        whole += lead + text
        isChanged = true
      }
      whole += end
    }
    return isChanged ? whole : nil
  }

  private static func sentences(of text: String) -> [(Substring, String)] {
    var sentences: [(Substring, String)] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let sentence = rest.prefix { !".!?;。！？；\n".contains($0) }
      rest = rest.dropFirst(sentence.count)
      let end = rest.first.map(String.init) ?? ""
      rest = rest.dropFirst()
      sentences.append((sentence, end))
    }
    return sentences
  }
}

/// What became of one sentence.
enum Turned: Hashable {
  /// It names neither of the two.
  case same
  case mutual(String)
  case unknown
}

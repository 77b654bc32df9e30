extension Wording {
  /// The same about both, promised by both; nil where it is not known how to say it, or where that
  /// would touch as much as before.
  ///
  /// Title and action are turned. When it happens, or what is said word for word, names nobody or
  /// stands in the way: "When you come home" is not both coming home.
  package func mutual(of pair: Pair) -> Wording? {
    let touched = clauses(of: pair)
    if touched.isEmpty { return nil }
    func turned(_ text: String) -> Turned { Clauses.turned(text, names: pair.names) }
    guard terms.fixedTexts.allSatisfy({ turned($0) == .same }) else { return nil }
    var mutual = self
    mutual.promise = .both
    switch turned(title.text) {
    case .same: break
    case .mutual(let text):
      guard let title = try? Title(text) else { return nil }
      mutual.title = title
    case .unknown: return nil
    }
    switch (terms.action?.text).map(turned) ?? .same {
    case .same: break
    case .mutual(let text):
      guard let action = try? Note(text) else { return nil }
      mutual.terms = terms.doing(action)
    case .unknown: return nil
    }
    return Set(mutual.clauses(of: pair)).isStrictSubset(of: touched) ? mutual : nil
  }
}

extension Wording {
  /// Whether it speaks of one of the two, so that it could be said about both.
  package func namesOne(of pair: Pair) -> Bool {
    ([title.text] + terms.texts).contains { Clauses.turned($0, names: pair.names) != .same }
  }
}

extension Wording {
  /// Whether what is done begins with one partner: "you ask me first", 阿林先问我.
  package func asksOf(_ partner: Partner, of pair: Pair) -> Bool {
    guard let action = terms.action?.text.lowercased() else { return false }
    let name = partner.name.text.lowercased()
    return ["you ", "you'll ", "you’ll ", "你", name].contains { action.hasPrefix($0) }
  }
}

extension Clauses {
  /// The same text about both, where plain replacing makes it: "You must tell me" becomes "Both of
  /// us must tell the other", 你不许 becomes 我们都不.
  ///
  /// Unknown where anything in it is not known to stay good language: no text is better than a
  /// broken one. Sentences that name nobody stay as they are.
  ///
  /// - Parameter names: how the two partners are called; each stands for one of them.
  package static func turned(_ text: String, names: [String]) -> Turned {
    // Words in quotes are said, not asked for.
    if text.unicodeScalars.contains(where: { "\"“”「」『』()（）:：".unicodeScalars.contains($0) }) {
      return .unknown
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
      case .unknown: return .unknown
      case .same: whole += sentence
      case .mutual(let text):
        whole += lead + text
        isChanged = true
      }
      whole += end
    }
    return isChanged ? .mutual(whole) : .same
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

/// What became of a sentence, or of a whole text.
package enum Turned: Hashable {
  /// It names neither of the two.
  case same
  case mutual(String)
  case unknown
}

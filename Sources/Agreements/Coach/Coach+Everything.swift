extension Coach {
  /// All that is worth a second look in a text, sorted by place; no two of one kind overlap.
  ///
  /// Besides absolute and accusing words: what leaves a partner no choice, and a time set for their
  /// answer.
  package static func everything(in text: String) -> [Finding] {
    let found = findings(in: text)
    let controlling = clauses(in: text, besides: found) + ReplyDeadlines.findings(in: text)
    return apart(found + controlling.map { Finding(kind: .controlling, range: $0) })
  }

  /// The same from the speaker's side; nil where `everything` has nothing.
  package static func offer(for text: String) -> String? {
    if let hint = Hint(about: text) { return hint.text }
    return everything(in: text).first.map { SpeakersForm(.of($0.range, in: text)).text }
  }

  /// What leaves a partner no choice, in a text that need not be an agreement.
  ///
  /// "You never listen" would be a rule there, and is an accusation here.
  private static func clauses(in text: String, besides found: [Finding]) -> [Range<Int>] {
    Clauses.findings(in: text).filter { clause in
      if found.contains(where: { $0.range.overlaps(clause.range) }) { return false }
      return clause.topic != .notAllowed || Clauses.isRuled(clause.range, in: text)
    }.map(\.range)
  }
}

extension SpeakersForm.Language {
  /// Of the words at a place, in Unicode scalars of the text.
  static func of(_ range: Range<Int>, in text: String) -> Self {
    let words = text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
    return words.contains { $0.sort == .chinese } ? .chinese : .english
  }
}

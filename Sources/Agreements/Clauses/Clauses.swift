/// What a text asks of a partner that only that partner can decide about (rule S9).
///
/// A finding accuses nobody. It says which plain question is worth asking before two people agree.
package enum Clauses {
  package enum Topic: String, CaseIterable, Hashable, Sendable {
    case contact, looks, money, phone, location, sex, goingOut, punishment, permission, notAllowed,
      leaving
  }

  package struct Finding: Hashable, Sendable {
    package let topic: Topic
    /// What made it one, in Unicode scalars of the text.
    package let range: Range<Int>
  }

  /// The first finding of each topic, in the order of the text.
  package static func findings(in text: String) -> [Finding] {
    let tokens = TextTokens(text)
    var first: [Topic: Range<Int>] = [:]
    for found in tokens.found(english: english, chinese: chinese) {
      if let known = first[found.label], known.precedes(found.range) { continue }
      first[found.label] = found.range
    }
    return first.map { Finding(topic: $0, range: $1) }.sorted { one, other in
      one.range == other.range
        ? one.topic.rawValue < other.topic.rawValue : one.range.precedes(other.range)
    }
  }

  /// Whether a ban is one in so many words: "you can't" and 不能 mostly tell what is.
  static func isRuled(_ range: Range<Int>, in text: String) -> Bool {
    let words = text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
    let said = String(words.map { Character($0.plain) })
    return ruling.contains { said.contains($0) }
  }

  /// Words that only rules use. Ours.
  private static let ruling = [
    "allow", "permit", "forbid", "off limits", "no right", "may not", "may never", "must",
    "许", "准", "禁", "不得", "不可", "资格", "权利",
  ]

  private static let english = PhraseRules(
    lists: EnglishClauses.lists, patterns: EnglishClauses.patterns,
    excuses: EnglishClauses.excuses)
  private static let chinese = PhraseRules(
    lists: ChineseClauses.lists, patterns: ChineseClauses.patterns,
    excuses: ChineseClauses.excuses)
}

extension Range<Int> {
  fileprivate func precedes(_ other: Self) -> Bool {
    (lowerBound, upperBound) < (other.lowerBound, other.upperBound)
  }
}

extension Wording {
  /// The topics of its title and terms, each once. The reason is not asked about: it binds nobody.
  ///
  /// A rule is often told in two parts ("When you see your friends", "you ask me first"), so the
  /// parts are read together as well; and with names, so it is read as said by either to the other.
  /// In a moment "you cannot answer" is no ban.
  ///
  /// - Parameter pair: the two it may speak of by their names.
  package func clauses(of pair: Pair) -> [Clauses.Topic] {
    var found: Set<Clauses.Topic> = []
    func look(at text: String, isMoment: Bool) {
      for text in [text] + pair.addresses(text) {
        for finding in Clauses.findings(in: text)
        where !isMoment || finding.topic != .notAllowed || Clauses.isRuled(finding.range, in: text)
        {
          found.insert(finding.topic)
        }
      }
    }
    let parts = [title.text] + terms.texts
    for part in parts { look(at: part, isMoment: part == terms.cue?.text) }
    // Each part was looked at for what "can't" be.
    look(at: parts.joined(separator: ", "), isMoment: true)
    return Clauses.Topic.allCases.filter(found.contains)
  }
}

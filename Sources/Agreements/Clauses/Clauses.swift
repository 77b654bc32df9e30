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
      let addressed = pair.addresses(text)
      for text in [text] + addressed {
        for finding in Clauses.findings(in: text)
        where !isMoment || finding.topic != .notAllowed || Clauses.isRuled(finding.range, in: text)
        {
          found.insert(finding.topic)
        }
      }
      // Where one alone promises, or is named alone, "both of us" may be about one.
      guard promise.isOneSided || !addressed.isEmpty else { return }
      for text in ([text] + addressed).map(Clauses.aboutOne) {
        found.formUnion(
          Clauses.findings(in: text).map(\.topic).filter(Clauses.Topic.given.contains))
      }
    }
    let parts = [title.text] + terms.texts
    for part in parts { look(at: part, isMoment: part == terms.cue?.text) }
    // Each part was looked at for what "can't" be.
    look(at: parts.joined(separator: ", "), isMoment: true)
    // A ban that names nobody, promised by both, is on both.
    if promise == .both, !parts.contains(where: pair.isNamedAlone) { found.remove(.notAllowed) }
    return Clauses.Topic.allCases.filter(found.contains)
  }
}

extension Clauses.Topic {
  /// What one gives up to the other.
  fileprivate static let given: Set = [Self.looks, .money, .phone, .location, .sex, .permission]
}

extension Clauses {
  /// "Both of us hand over" as "you hand over"; the text itself where nothing of the kind is in it.
  fileprivate static func aboutOne(_ text: String) -> String {
    bothOfUs.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static let bothOfUs = [
    ("both of us", "you"), ("Both of us", "you"), ("we both", "you"), ("We both", "you"),
    ("We ", "you "), ("we ", "you "), ("each other", "me"), ("我们都", "你"), ("我们俩", "你"),
    ("我们", "你"), ("给彼此", "给我"), ("互相", ""),
  ]
}

extension Pair {
  /// Whether a text speaks of one of the two, by name or as "you" or "I".
  fileprivate func isNamedAlone(in text: String) -> Bool {
    if !addresses(text).isEmpty { return true }
    let words = TextTokens(text).sentences.joined().map(\.word)
    return words.indices.contains { place in
      words[place] == "我"
        ? place + 1 == words.count || words[place + 1] != "们" : Self.alone.contains(words[place])
    }
  }

  private static let alone: Set = [
    "i", "i'm", "i'll", "me", "my", "you", "you're", "you'll", "your", "he", "she", "him", "her",
    "his", "你", "他", "她",
  ]
}

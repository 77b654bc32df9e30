/// Turns one English sentence about one partner into one about both.
struct EnglishMutual {
  private let names: Set<String>

  init(names: [String]) {
    self.names = Set(names.map { $0.lowercased() })
  }

  func turned(_ sentence: String) -> Turned {
    let words = sentence.split(separator: " ").map(String.init)
    let plain = words.map(Self.plain)
    let speaks = plain.contains { Self.person.contains($0) || isName($0) }
    guard let first = plain.first else { return .same }

    var start = 0
    if Self.openings.contains(first) {
      guard let comma = words.firstIndex(where: { $0.hasSuffix(",") }) else {
        return speaks ? .unknown : .same
      }
      start = comma + 1
    }
    guard start < words.count else { return speaks ? .unknown : .same }
    guard let (subject, used) = predicate(Array(plain[start...])) else {
      return speaks ? .unknown : .same
    }
    guard
      let lead = rest(of: words[..<start], after: nil),
      let tail = rest(of: words[(start + used)...], after: subject)
    else { return .unknown }
    var opening = subject.opening
    if start == 0 { opening = opening.prefix(1).uppercased() + opening.dropFirst() }
    return .mutual((lead + [opening] + tail).joined(separator: " "))
  }

  private struct Subject {
    /// "both of us", with a verb where that changes.
    var opening: String
    var isNegative = false
    var isNamed = false
  }

  /// Who does what, and how many words told it.
  private func predicate(_ words: [String]) -> (Subject, used: Int)? {
    guard let first = words.first else { return nil }
    let isNamed = isName(first)
    if first == "you" || isNamed || first == "you'll" || first == "you're" {
      let told = Array(words.dropFirst())
      for (phrase, turned) in Self.negatives(after: first) {
        let phrase = phrase.split(separator: " ").map(String.init)
        guard told.starts(with: phrase), told.count > phrase.count else { continue }
        if ["have", "need", "owe", "mind", "not"].contains(told[phrase.count]) { return nil }
        return (
          Subject(opening: "neither of us \(turned)", isNegative: true, isNamed: isNamed),
          phrase.count + 1
        )
      }
      guard let verb = told.first, told.count > 1 else { return nil }
      if first == "you'll" {
        guard Self.verbs.contains(verb) else { return nil }
        return (Subject(opening: "both of us will"), 1)
      }
      if first == "you're" || (first == "you" && verb == "are") {
        let next = first == "you're" ? verb : told[1]
        guard ["home", "back", "allowed"].contains(next) else { return nil }
        return (Subject(opening: "both of us are"), first == "you're" ? 1 : 2)
      }
      if isNamed {
        guard let base = Self.base(ofNamed: verb) else { return nil }
        return (Subject(opening: "both of us \(base)", isNamed: true), 2)
      }
      guard Self.verbs.contains(verb) || Self.modals.contains(verb) else { return nil }
      if told[1] == "not" || told[1] == "never" { return nil }
      return (Subject(opening: "both of us"), 1)
    }
    if Self.verbs.contains(first), words.count > 1 { return (Subject(opening: "both of us"), 0) }
    for (phrase, turned) in [("don't", "will"), ("do not", "will"), ("never", "will ever")] {
      let phrase = phrase.split(separator: " ").map(String.init)
      if words.starts(with: phrase), words.count > phrase.count,
        Self.verbs.contains(words[phrase.count]), words[phrase.count] != "forget"
      {
        return (
          Subject(opening: "neither of us \(turned)", isNegative: true), phrase.count
        )
      }
    }
    return nil
  }

  /// The words around, with the two put in place of one; nil where that cannot be known.
  private func rest(of words: ArraySlice<String>, after subject: Subject?) -> [String]? {
    var rest: [String] = []
    for index in words.indices {
      let word = words[index]
      let plain = Self.plain(word)
      let before = index > words.startIndex ? words[index - 1] : nil
      let turned: String
      if Self.unknown.contains(plain) { return nil }
      let next = index + 1 < words.endIndex ? Self.plain(words[index + 1]) : ""
      // Our mother would be one mother; "let me finish" would let nobody know who does.
      if plain == "your" || plain == "my", Self.kin.contains(next) { return nil }
      if plain == "me", self.word(before: index, in: words) == "let", next != "know" { return nil }
      if subject?.isNegative == true, Self.negations.contains(plain) { return nil }
      if subject?.isNamed == true, Self.third.contains(plain) { return nil }
      if let simple = Self.simple[plain] {
        turned = simple
      } else if plain == "you" {
        guard let before else { return nil }
        if before.hasSuffix(",") || Self.joining.contains(Self.plain(before)) {
          turned = "we"
        } else if Self.prepositions.contains(Self.plain(before)) {
          turned = "us"
        } else {
          return nil
        }
      } else if isName(plain) {
        if subject == nil { return nil }
        turned = plain.hasSuffix("'s") ? "the other's" : "the other"
      } else {
        rest.append(rest.isEmpty && subject != nil && index == 0 ? word.lowercased() : word)
        continue
      }
      rest.append(turned + word.reversed().prefix { ",-".contains($0) })
    }
    return rest
  }

  private func word(before index: Int, in words: ArraySlice<String>) -> String? {
    index > words.startIndex ? Self.plain(words[index - 1]) : nil
  }

  private func isName(_ word: String) -> Bool {
    names.contains(word) || (word.hasSuffix("'s") && names.contains(String(word.dropLast(2))))
  }

  private static func plain(_ word: String) -> String {
    String(word.lowercased().map { $0 == "’" ? "'" : $0 }.filter { $0 != "," })
  }
}

/// All phrases of the coach, found by the word they begin with.
struct Phrasebook {
  /// What a phrase is for.
  enum Purpose {
    /// It is a finding, unless one of these excuses it.
    case find(Coach.Kind, unless: Excuses)
    /// It is harmless, and so is what it touches.
    case excuse(Excuses)
    /// What follows it are words the writer may keep.
    case opening(Opening)
  }

  private var numbers: [String: Int] = [:]
  private var phrases: [(purpose: Purpose, phrase: Phrase)] = []
  private var beginning: [Phrase.Beginning: [Int]] = [:]
  /// Words that end what one clause says of one person: "not", "我".
  private var barriers: Set<Int> = []
  private(set) var saying: Set<Int> = []

  static let everything = Phrasebook([
    (.find(.absolute, unless: .absolute), AbsoluteWords.all),
    (.find(.accusing, unless: [.absolute, .accusing]), AccusingPhrases.absolute),
    (.find(.accusing, unless: .accusing), AccusingPhrases.plain + AccusingPhrases.plainChinese),
    (
      .find(.accusing, unless: [.accusing, .mild]),
      AccusingPhrases.mild + AccusingPhrases.mildChinese
    ),
    (.excuse([.absolute, .accusing, .mild]), HarmlessPhrases.everywhere),
    (.excuse(.absolute), HarmlessPhrases.absolute),
    (.excuse(.accusing), HarmlessPhrases.accusing),
    (.excuse(.mild), HarmlessPhrases.frames),
    (.opening(.denies), Openings.denying),
    (.opening(.does), Openings.doing),
    (.opening(.isSo), Openings.being),
    (.opening(.feels), Openings.feeling),
  ])

  init(_ lists: [(Purpose, [String])]) {
    barriers = Set(WordLists.barriers.map { number(for: $0) })
    saying = Set(WordLists.saying.map { number(for: $0) })
    for (purpose, lines) in lists {
      for line in lines { phrases.append((purpose, Phrase(line) { number(for: $0) })) }
    }
    for (index, entry) in phrases.enumerated() {
      for words in entry.phrase.beginnings { beginning[words, default: []].append(index) }
    }
  }

  func number(of word: String) -> Int? { numbers[word] }

  private mutating func number(for word: String) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = numbers.count
    return numbers.count - 1
  }

  /// Every phrase at every place where it begins, as a range of tokens.
  func matches(in reading: Reading) -> [(Purpose, Range<Int>)] {
    var matches: [(Purpose, Range<Int>)] = []
    for (place, token) in reading.tokens.enumerated() {
      guard let word = token.word else { continue }
      let next = place + 1 < reading.tokens.count ? reading.tokens[place + 1].word : nil
      let seconds = next == nil ? [nil] : [nil, next]
      for second in seconds {
        let words = Phrase.Beginning(first: word, second: second)
        for index in beginning[words] ?? [] {
          let (purpose, phrase) = phrases[index]
          if let range = Match(phrase, reading.tokens, barriers).range(from: place) {
            matches.append((purpose, range))
          }
        }
      }
    }
    return matches
  }
}

/// Tries one phrase at one place; gaps are as short as they can be, and as long at the end.
private struct Match {
  let parts: [Phrase.Part]
  let tokens: [Reading.Token]
  let barriers: Set<Int>

  init(_ phrase: Phrase, _ tokens: [Reading.Token], _ barriers: Set<Int>) {
    parts = phrase.parts
    self.tokens = tokens
    self.barriers = barriers
  }

  func range(from start: Int) -> Range<Int>? {
    range(of: 0, at: start, from: start, until: nil)
  }

  /// `from` and `until` are where the finding lies: the whole, or what is between `<` and `>`.
  private func range(of part: Int, at place: Int, from: Int, until: Int?) -> Range<Int>? {
    guard part < parts.count else {
      let end = until ?? place
      return from < end ? from..<end : nil
    }
    switch parts[part] {
    case .opening: return range(of: part + 1, at: place, from: place, until: until)
    case .closing: return range(of: part + 1, at: place, from: from, until: place)
    case .choice(let choice, let isOptional):
      let word = place < tokens.count ? tokens[place].word : nil
      for row in word.flatMap({ choice.rows[$0] }) ?? [] where stands(row, at: place) {
        let next = place + row.count
        if let range = range(of: part + 1, at: next, from: from, until: until) { return range }
      }
      return isOptional ? range(of: part + 1, at: place, from: from, until: until) : nil
    case .gap(let gap):
      if part == parts.count - 1 {
        var end = place
        while end - place < gap.most, bridges(gap, end) { end += 1 }
        return from..<(until ?? end)
      }
      var next = place
      while true {
        if let range = range(of: part + 1, at: next, from: from, until: until) { return range }
        guard next - place < gap.most, bridges(gap, next) else { return nil }
        next += 1
      }
    }
  }

  private func stands(_ words: [Int], at place: Int) -> Bool {
    guard place + words.count <= tokens.count else { return false }
    for (offset, word) in words.enumerated() where tokens[place + offset].word != word {
      return false
    }
    return true
  }

  private func bridges(_ gap: Phrase.Gap, _ place: Int) -> Bool {
    guard place < tokens.count else { return false }
    let token = tokens[place]
    return switch gap {
    case .near:
      token.sort != .mark && token.sort != .stop && !(token.word.map(barriers.contains) ?? false)
    case .clause: token.sort != .mark && token.sort != .stop
    case .sentence: token.sort != .stop
    }
  }
}

/// Patterns of one language, and whom they speak of.
struct PhraseRules<Label: Hashable & Sendable>: Sendable {
  /// Whose doing makes a pattern count.
  enum Reach: Sendable {
    /// Anyone's, also where both do it.
    case anyone
    /// One partner's, told by either.
    case oneSided
    /// One partner's, told by the other.
    case theOther
  }

  struct Found {
    let label: Label
    /// In Unicode scalars.
    let range: Range<Int>
  }

  private struct Rule: Sendable {
    let label: Label?
    let reach: Reach
    /// Whether it counts only in a sentence where nothing else was found.
    var isLast = false
    let pattern: PhrasePattern
  }

  private let phrases: PhraseLists
  /// By the list that they begin with.
  private let rules: [Int: [Rule]]
  /// Those that begin otherwise.
  private let others: [Rule]
  private let mutual: Int
  private let me: Int
  private let you: Int
  private let object: Int

  /// - Parameters:
  ///   - lists: see `PhraseLists`. The lists `mutual`, `me` and `you` name who acts, `object` the
  ///     phrases in which those words name nobody who does.
  ///   - patterns: one `PhrasePattern` a line. A `!` before one lets it count whoever does it, a
  ///     `@` only where the writer speaks of the other; a `%` only where the sentence holds
  ///     nothing else.
  ///   - excuses: patterns that take back every finding they touch.
  init(lists: [String: String], patterns: [(Label, String)], excuses: String) {
    var phrases = PhraseLists(lists)
    var rules: [Rule] = []
    for (label, texts) in patterns {
      for text in texts.utf8.split(separator: 0x0A).map({ Substring($0) }) {
        let signs = text.utf8.prefix { "!@%".utf8.contains($0) }
        let reach: Reach =
          signs.contains(UInt8(ascii: "!"))
          ? .anyone : signs.contains(UInt8(ascii: "@")) ? .theOther : .oneSided
        let pattern = PhrasePattern(text[signs.endIndex...], phrases: &phrases)
        rules.append(
          Rule(
            label: label, reach: reach, isLast: signs.contains(UInt8(ascii: "%")),
            pattern: pattern))
      }
    }
    for text in excuses.utf8.split(separator: 0x0A).map({ Substring($0) }) {
      let pattern = PhrasePattern(text, phrases: &phrases)
      rules.append(Rule(label: nil, reach: .anyone, pattern: pattern))
    }
    mutual = phrases.number(of: "mutual")
    me = phrases.number(of: "me")
    you = phrases.number(of: "you")
    object = phrases.number(of: "object")
    self.phrases = phrases
    self.rules = Dictionary(grouping: rules.filter { $0.pattern.first != nil }) {
      $0.pattern.first ?? 0
    }
    others = rules.filter { $0.pattern.first == nil }
  }

  /// Everything found, sentence by sentence.
  func found(in tokens: TextTokens) -> [Found] {
    tokens.sentences.flatMap { sentence in
      let found = phrases.found(in: sentence)
      let doers = Doers(doers(in: sentence, found: found))
      var hits: [(label: Label, isLast: Bool, range: Range<Int>)] = []
      // How many excuses begin and end at each token.
      var changes = [Int](repeating: 0, count: sentence.count + 1)
      for start in sentence.indices {
        for rule in found[start].keys.flatMap({ rules[$0] ?? [] }) + others {
          guard let end = rule.pattern.end(from: start, in: sentence, found: found), end > start
          else { continue }
          if let label = rule.label {
            if counts(rule.reach, start..<end, doers) {
              hits.append((label, rule.isLast, start..<end))
            }
          } else {
            changes[start] += 1
            changes[end] -= 1
          }
        }
      }
      var open = 0
      let excused = changes.map { change in
        open += change
        return open > 0
      }
      hits.removeAll { $0.range.contains { excused[$0] } }
      if hits.contains(where: { !$0.isLast }) { hits.removeAll(where: \.isLast) }
      return hits.map { hit in
        let first = sentence[hit.range.lowerBound].range.lowerBound
        return Found(
          label: hit.label, range: first..<sentence[hit.range.upperBound - 1].range.upperBound)
      }
    }
  }

  private enum Doer { case both, me, you }

  /// Who does what a token tells of: whoever was named last, or is named next.
  private struct Doers {
    var last: [Doer?]
    var next: [(place: Int, doer: Doer)?]
    var bothAnywhere: Bool

    init(_ named: [Doer?]) {
      last = named
      for place in named.indices.dropFirst() { last[place] = named[place] ?? last[place - 1] }
      next = named.enumerated().map { place, doer in doer.map { (place, $0) } }
      for place in named.indices.dropLast().reversed() where next[place] == nil {
        next[place] = next[place + 1]
      }
      bothAnywhere = named.contains(.both)
    }
  }

  /// Who is named as the one who does something, at each token where someone is.
  private func doers(in sentence: [TextTokens.Token], found: [[Int: [Int]]]) -> [Doer?] {
    var doers = [Doer?](repeating: nil, count: sentence.count)
    var free = 0
    for start in sentence.indices where start >= free {
      if let end = found[start][object]?.max() {
        free = end
      } else if let end = found[start][mutual]?.max() {
        doers[start] = .both
        free = end
      } else if found[start][you] != nil {
        // "I want you to" is told of the other.
        doers[start] = .you
        free = found[start][you]?.max() ?? free
      } else if found[start][me] != nil {
        doers[start] = .me
      }
    }
    return doers
  }

  private func counts(_ reach: Reach, _ range: Range<Int>, _ doers: Doers) -> Bool {
    if reach == .anyone { return true }
    var doer = doers.last[range.lowerBound]
    if doer == nil, let next = doers.next[range.lowerBound], next.place < range.upperBound {
      doer = next.doer
    }
    if doer == nil, doers.bothAnywhere { doer = .both }
    return switch doer {
    case .both: false
    case .me: reach == .oneSided
    case .you, nil: true
    }
  }
}

extension TextTokens {
  /// By the rules of the languages that are in it: reading the rules of one takes its time.
  func found<Label>(
    english: @autoclosure () -> PhraseRules<Label>, chinese: @autoclosure () -> PhraseRules<Label>
  ) -> [PhraseRules<Label>.Found] {
    let words = sentences.joined()
    return (words.contains(where: \.isLatin) ? english().found(in: self) : [])
      + (words.contains(where: \.isIdeographic) ? chinese().found(in: self) : [])
  }
}

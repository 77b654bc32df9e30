/// Phrases in an order, as the lists of this folder write them.
///
/// `{name}` stands for a phrase of that list, `[a|b]` for one of these, plain words for themselves;
/// a `?` behind any of them makes it optional. `~` lets up to two tokens pass, `..` six, `...`
/// sixteen and commas, `*` is exactly one, `^` the beginning of a sentence or of what follows a
/// comma, and `#` a number of at most eight tokens.
struct PhrasePattern {
  enum Element: Hashable {
    case list(Int)
    case optional(Int)
    case gap(Int)
    case any
    case start
    case number
  }

  private let elements: [Element]

  /// The list that a text must hold for the pattern to begin.
  var first: Int? {
    if case .list(let first)? = elements.first { first } else { nil }
  }

  init(_ text: some StringProtocol, phrases: inout PhraseLists) {
    var elements: [Element] = []
    var rest = Substring(text)
    while let first = rest.first {
      switch first {
      case " ": rest.removeFirst()
      case "~", "*", "^", "#":
        elements.append(Self.signs[first] ?? .any)
        rest.removeFirst()
      case ".":
        let dots = rest.prefix { $0 == "." }.count
        elements.append(.gap(dots > 2 ? 16 : 6))
        rest.removeFirst(dots)
      default:
        let closing: Character? = first == "{" ? "}" : first == "[" ? "]" : nil
        let list: Int
        if let closing {
          let inside = rest.dropFirst().prefix { $0 != closing }
          rest = rest.dropFirst(inside.count + 2)
          list =
            first == "{"
            ? phrases.number(of: String(inside)) : phrases.number(ofWritten: String(inside))
        } else {
          let word = rest.prefix { !" ~*^#.{[?".contains($0) }
          rest = rest.dropFirst(word.count)
          list = phrases.number(ofWritten: String(word))
        }
        let optional = rest.first == "?"
        if optional { rest.removeFirst() }
        elements.append(optional ? .optional(list) : .list(list))
      }
    }
    self.elements = elements
  }

  private static let signs: [Character: Element] = [
    "~": .gap(2), "*": .any, "^": .start, "#": .number,
  ]

  /// Where the pattern ends that begins at `start`: the nearest end, or the furthest where it
  /// closes with a gap.
  func end(from start: Int, in sentence: [TextTokens.Token], found: [[Int: [Int]]]) -> Int? {
    var places: Set<Int> = [start]
    for element in elements {
      var next: Set<Int> = []
      for place in places {
        switch element {
        case .gap(let most):
          for step in 0...most where place + step <= sentence.count {
            next.insert(place + step)
            // Only the widest gap passes a comma.
            if most < 16, place + step < sentence.count, sentence[place + step].isComma { break }
          }
        case .start:
          if place == 0 || sentence[place - 1].isComma { next.insert(place) }
        case .any:
          if place < sentence.count { next.insert(place + 1) }
        case .number:
          var end = place
          while end < min(sentence.count, place + 8), Self.isNumber(sentence[end]) {
            end += 1
            next.insert(end)
          }
        case .optional(let list):
          next.insert(place)
          if place < sentence.count { next.formUnion(found[place][list] ?? []) }
        case .list(let list):
          if place < sentence.count { next.formUnion(found[place][list] ?? []) }
        }
      }
      if next.isEmpty { return nil }
      places = next
    }
    if case .gap? = elements.last { return places.max() }
    return places.min()
  }

  private static func isNumber(_ token: TextTokens.Token) -> Bool {
    token.isNumber || numerals.contains(token.word)
  }

  private static let numerals: Set<String> = [
    "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "half",
    "quarter", "couple", "few", "of", "the", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九",
    "十", "百", "千", "半", "几", "个", "多", "来",
  ]
}

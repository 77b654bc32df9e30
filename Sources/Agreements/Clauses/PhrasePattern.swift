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

  init(_ text: Substring, phrases: inout PhraseLists) {
    var elements: [Element] = []
    var rest = text.utf8
    /// Takes off what stands before a byte, as text.
    func take(while isTaken: (UInt8) -> Bool) -> String {
      let taken = rest.prefix(while: isTaken)
      rest = rest[taken.endIndex...]
      return String(Substring(taken))
    }
    while let first = rest.first {
      switch Character(Unicode.Scalar(first)) {
      case " ": rest.removeFirst()
      case "~", "*", "^", "#":
        elements.append(Self.signs[first] ?? .any)
        rest.removeFirst()
      case ".": elements.append(.gap(take { $0 == UInt8(ascii: ".") }.utf8.count > 2 ? 16 : 6))
      case let opening:
        let list: Int
        if opening == "{" || opening == "[" {
          rest.removeFirst()
          let inside = take { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "]") }
          rest.removeFirst()
          list = opening == "{" ? phrases.number(of: inside) : phrases.number(ofWritten: inside)
        } else {
          list = phrases.number(ofWritten: take { !Self.marks.contains($0) })
        }
        let optional = rest.first == UInt8(ascii: "?")
        if optional { rest.removeFirst() }
        elements.append(optional ? .optional(list) : .list(list))
      }
    }
    self.elements = elements
  }

  private static let marks = Set(" ~*^#.{[?".utf8)
  private static let signs: [UInt8: Element] = [
    UInt8(ascii: "~"): .gap(2), UInt8(ascii: "*"): .any, UInt8(ascii: "^"): .start,
    UInt8(ascii: "#"): .number,
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

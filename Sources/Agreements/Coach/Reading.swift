/// A text as the coach reads it: English words, single Chinese characters, marks and full stops.
struct Reading {
  struct Token {
    /// The number of its word in the phrasebook; nil for any other word, and for marks.
    var word: Int?
    var sort: Sort
    /// In Unicode scalars of the text.
    var range: Range<Int>
    /// Somebody else's words, or a word that is spoken about: “总是” in quotation marks.
    var isReported = false
  }

  enum Sort {
    case english, chinese
    /// A comma, a quotation mark, an emoji: a phrase does not go on across it.
    case mark
    /// The end of a sentence: nothing after it has to do with what was before.
    case stop
  }

  private(set) var tokens: [Token] = []
  private let typed: [Unicode.Scalar]

  init(_ text: String, with book: Phrasebook) {
    typed = Array(text.unicodeScalars)
    let scalars = typed.map(\.plain)
    var quotes = Quotes(saying: book.saying)
    var place = 0
    while place < scalars.count {
      let start = place
      let sort = scalars[place].sort
      place += 1
      if sort == .english {
        while place < scalars.count, scalars[place].continuesWord { place += 1 }
      }
      guard let sort else { continue }
      var token = Token(word: nil, sort: sort, range: start..<place)
      if sort == .english || sort == .chinese {
        token.word = book.number(of: Self.word(scalars[token.range]))
      }
      tokens.append(token)
      quotes.read(scalars[start], in: &tokens)
    }
  }

  func scalars(of places: Range<Int>) -> Range<Int> {
    guard let first = places.first, let last = places.last else { return 0..<0 }
    return tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }

  /// The word as it was typed, without what does not show.
  func original(_ token: Token) -> String {
    var word = String.UnicodeScalarView()
    word.append(contentsOf: typed[token.range].filter { !$0.isUnseen })
    return String(word)
  }

  /// The words of a text, as phrases are made of them.
  static func words(of text: some StringProtocol) -> [String] {
    let scalars = text.unicodeScalars.map(\.plain)
    var words: [String] = []
    var place = 0
    while place < scalars.count {
      let start = place
      let sort = scalars[place].sort
      place += 1
      guard sort == .english || sort == .chinese else { continue }
      if sort == .english {
        while place < scalars.count, scalars[place].continuesWord { place += 1 }
      }
      words.append(word(scalars[start..<place]))
    }
    return words
  }

  private static func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var word = String.UnicodeScalarView()
    for scalar in scalars where !scalar.isUnseen { word.append(scalar) }
    let plain = String(word)
    if word.allSatisfy({ (0x30...0x39).contains($0.value) }) { return "#" }
    return Spelling.withoutApostrophe[plain] ?? plain
  }
}

/// Which words of a text are somebody else's.
///
/// Decided from left to right, so that what comes later changes nothing before it.
private struct Quotes {
  let saying: Set<Int>
  private var isOpen = false
  private var isReported = false
  private var opening = 0

  /// A quotation of so few words speaks about a word.
  private static let mention = 3

  init(saying: Set<Int>) {
    self.saying = saying
  }

  mutating func read(_ scalar: Unicode.Scalar, in tokens: inout [Reading.Token]) {
    let last = tokens.count - 1
    if scalar == "\n" || scalar == "\r" {
      isOpen = false
    } else if "“「『«\"".unicodeScalars.contains(scalar), !isOpen {
      isOpen = true
      opening = last
      isReported = reports(tokens[..<last])
    } else if "”」』»\"".unicodeScalars.contains(scalar), isOpen {
      isOpen = false
      let said = tokens[(opening + 1)..<last]
      let follows = opening > 0 && tokens[opening - 1].sort != .stop
      if follows, said.count <= Self.mention, !said.contains(where: { $0.sort == .stop }) {
        for place in said.indices { tokens[place].isReported = true }
      }
    } else if isOpen, isReported {
      tokens[last].isReported = true
    }
  }

  /// Whether what stands before a quotation says that somebody speaks: "you said:", “你说”.
  private func reports(_ before: ArraySlice<Reading.Token>) -> Bool {
    let near = before.suffix(3).reversed().prefix { $0.sort != .stop }
    return near.contains { $0.word.map(saying.contains) ?? false }
  }
}

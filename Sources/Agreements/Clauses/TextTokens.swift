/// A text cut into sentences of words, ready to be compared with lists.
///
/// English words and numbers are tokens; of Chinese, which has no word breaks, each scalar is one.
/// Capitals, full-width letters and curly apostrophes read as their plain forms.
struct TextTokens {
  struct Token: Hashable {
    let word: String
    /// Where it stands in the text, in Unicode scalars.
    let range: Range<Int>

    fileprivate init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
      var word = String.UnicodeScalarView()
      word.append(contentsOf: scalars[range])
      self.init(word: String(word), range: range)
    }

    fileprivate init(word: String, range: Range<Int>) {
      self.word = word
      self.range = range
    }

    var isComma: Bool { word == "," }
    var isLatin: Bool { word.utf8.first.map { (0x61...0x7A).contains($0) } ?? false }
    var isIdeographic: Bool { word.unicodeScalars.first?.properties.isIdeographic ?? false }
    var isNumber: Bool { word.unicodeScalars.allSatisfy(TextTokens.isDigit) }
  }

  private(set) var sentences: [[Token]] = []

  init(_ text: some StringProtocol) {
    let scalars = text.unicodeScalars.map(\.plain)
    var sentence: [Token] = []
    var place = 0
    while place < scalars.count {
      let start = place
      let scalar = scalars[place]
      place += 1
      if Self.isDigit(scalar) {
        while place < scalars.count, Self.isDigit(scalars[place]) { place += 1 }
        sentence.append(Token(scalars, start..<place))
      } else if Self.isLetter(scalar) {
        while place < scalars.count, Self.isLetter(scalars[place]) { place += 1 }
        // Apostrophes around a word are quotation marks.
        var word = start..<place
        while let first = word.first, scalars[first] == "'" { word.removeFirst() }
        while let last = word.last, scalars[last] == "'" { word.removeLast() }
        if !word.isEmpty { sentence.append(Token(scalars, word)) }
      } else if Self.ends.contains(scalar) {
        if !sentence.isEmpty { sentences.append(sentence) }
        sentence = []
      } else if Self.commas.contains(scalar) {
        sentence.append(Token(word: ",", range: start..<place))
      } else if scalar.properties.isIdeographic || scalar.properties.isAlphabetic {
        sentence.append(Token(scalars, start..<place))
      }
    }
    if !sentence.isEmpty { sentences.append(sentence) }
  }

  private static let ends: Set<Unicode.Scalar> = [
    ".", "!", "?", ";", "\n", "\r", "\u{2028}", "\u{2029}", "。", "…", "｡",
  ]
  private static let commas: Set<Unicode.Scalar> = [",", ":", "—", "–"]

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || scalar == "'"
  }

  fileprivate static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}

/// A text cut into sentences of words, ready to be compared with lists.
///
/// English words and numbers are tokens; of Chinese, which has no word breaks, each scalar is one.
/// Capitals, full-width letters and curly apostrophes read as their plain forms.
struct TextTokens {
  struct Token: Hashable {
    var word: String
    /// Where it stands in the text, in Unicode scalars.
    var range: Range<Int>

    var isComma: Bool { word == "," }
    var isNumber: Bool { word.unicodeScalars.allSatisfy(TextTokens.isDigit) }
  }

  private(set) var sentences: [[Token]] = []

  init(_ text: String) {
    var sentence: [Token] = []
    var word = ""
    var start = 0
    func end(at position: Int) {
      let trimmed = word.drop { $0 == "'" }
      let shift = word.count - trimmed.count
      let kept = trimmed.reversed().drop { $0 == "'" }
      if !kept.isEmpty {
        let begin = start + shift
        sentence.append(
          Token(word: String(kept.reversed()), range: begin..<begin + kept.count))
      }
      word = ""
    }
    var position = 0
    for scalar in text.unicodeScalars.lazy.map(\.plain) {
      if Self.isLetter(scalar) || Self.isDigit(scalar) {
        if let last = word.unicodeScalars.last, Self.isDigit(last) != Self.isDigit(scalar) {
          end(at: position)
        }
        if word.isEmpty { start = position }
        word.unicodeScalars.append(scalar)
      } else {
        end(at: position)
        if Self.ends.contains(scalar) {
          if !sentence.isEmpty { sentences.append(sentence) }
          sentence = []
        } else if Self.commas.contains(scalar) {
          sentence.append(Token(word: ",", range: position..<position + 1))
        } else if scalar.properties.isIdeographic || scalar.properties.isAlphabetic {
          sentence.append(Token(word: String(scalar), range: position..<position + 1))
        }
      }
      position += 1
    }
    end(at: position)
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

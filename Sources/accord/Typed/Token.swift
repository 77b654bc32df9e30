/// A value as a person typed it, made comparable.
///
/// Full-width letters, digits, colons and spaces become ASCII (an input method left them so),
/// every dash becomes a hyphen, runs of white space one space, capitals small. For values only:
/// what a partner writes in words is kept byte for byte.
struct Token: Hashable, Sendable {
  let text: String

  init(_ typed: String) {
    var folded = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      let plain = Self.fold(scalar)
      if plain != " " {
        folded.append(plain)
      } else if let last = folded.last, last != " " {
        folded.append(plain)
      }
    }
    if folded.last == " " { folded.removeLast() }
    text = String(folded).lowercased()
  }

  /// The text with neither spaces nor hyphens: "cool-down", "cool down" and "cooldown" are one.
  var squeezed: String {
    text.filter { $0 != " " && $0 != "-" }
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2010...0x2015, 0x2212: "-"
    default: scalar.properties.isWhitespace ? " " : scalar
    }
  }
}

/// Reads a token from left to right; a failed attempt takes nothing.
struct TokenReader {
  private var rest: Substring

  init(_ token: Token) {
    rest = Substring(token.text)
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes the longest of these words, and a space after it.
  mutating func take(_ words: String...) -> Bool {
    guard let word = longest(of: words) else { return false }
    drop(word.count)
    return true
  }

  /// Takes the longest of these words, and a space after it.
  mutating func take<Value>(from values: [String: Value]) -> Value? {
    guard let word = longest(of: values.keys) else { return nil }
    drop(word.count)
    return values[word]
  }

  /// Takes a whole number of at most six digits, or one written out: Chinese to 99, English to
  /// ten; and a space after it.
  mutating func number() -> Int? {
    digits(1...6) ?? chineseNumeral() ?? take(from: Self.englishNumerals)
  }

  /// Takes exactly two ASCII digits, and a space after them.
  mutating func twoDigits() -> Int? {
    digits(2...2)
  }

  private mutating func digits(_ counts: ClosedRange<Int>) -> Int? {
    // A digit with a combining mark is no ASCII character.
    let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
    guard counts.contains(digits.count), let number = Int(digits) else { return nil }
    drop(digits.count)
    return number
  }

  private mutating func chineseNumeral() -> Int? {
    let numeral = rest.prefix { $0 == "十" || $0 == "零" || Self.chineseDigits[$0] != nil }
    guard let number = Self.value(of: numeral) else { return nil }
    drop(numeral.count)
    return number
  }

  /// Up to 99, and 零五 as in 八点零五.
  private static func value(of numeral: Substring) -> Int? {
    let parts = numeral.split(separator: "十", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      let digit = numeral.first == "零" && numeral.count > 1 ? numeral.dropFirst() : numeral
      return digit == "零" ? 0 : single(digit)
    case 2:
      guard let tens = parts[0].isEmpty ? 1 : single(parts[0]),
        let ones = parts[1].isEmpty ? 0 : single(parts[1])
      else { return nil }
      return tens * 10 + ones
    default:
      return nil
    }
  }

  private static func single(_ text: Substring) -> Int? {
    text.count == 1 ? text.first.flatMap { chineseDigits[$0] } : nil
  }

  private func longest(of words: some Sequence<String>) -> String? {
    words.filter { rest.hasPrefix($0) }.max { $0.count < $1.count }
  }

  private mutating func drop(_ count: Int) {
    rest = rest.dropFirst(count)
    if rest.first == " " { rest.removeFirst() }
  }

  private static let chineseDigits: [Character: Int] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static let englishNumerals = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
  ]
}

import Agreements

/// Texts that are hard to keep byte for byte.
enum Samples {
  static let hostile = [
    "I'd like a word in the evening", "我希望你到家的时候告诉我一声", "before\0after", "\0\0\0x",
    "👩‍❤️‍👨👨‍👩‍👧‍👦 and 🏳️‍🌈", "\u{202e}أحتاج إلى الهدوء\u{2066}", "e\u{301} is not é", "  spaces, tabs\t\r\n\n",
    "'); DROP TABLE need; --", "\u{feff}\u{200b}x", "%s %n \\ \" ` ?1 :a @b",
    String(repeating: "𝕏", count: 2_000), String(repeating: "a\u{300}", count: 1_000),
  ]

  /// The same text where it fits, and as much of it as fits where it does not.
  static func need(_ text: String, _ category: Need.Category = .contact) throws -> Need {
    Need(
      category: category, text: try Note(text), trigger: try trigger(text), step: try Note(text),
      request: try Note(text))
  }

  static func reflection(_ text: String) throws -> Reflection {
    Reflection(
      happened: try Note(text), felt: try Note(text), feared: try Note(text),
      knownFrom: try Note(text), did: try Note(text), trigger: try trigger(text))
  }

  static func rating(_ seen: Int, _ speaking: Int, _ mending: Int) throws -> Rating? {
    guard let seen = Grade(seen), let speaking = Grade(speaking), let mending = Grade(mending)
    else { return nil }
    return Rating(seen: seen, speaking: speaking, mending: mending)
  }

  private static func trigger(_ text: String) throws -> Trigger {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.prefix(TriggerLimit.most))
    return try Trigger(String(scalars))
  }
}

import Testing

@testable import accord

/// RFC 5545, sections 3.1 and 3.3.11.
struct ContentLineTests {
  static let texts =
    TextTests.texts + [
      "", "a,b;c\\d:e\"f", "one\ntwo\r\nthree\\n", "zero \0 escape \u{1B}]0;owned\u{7} \u{9B}2J",
      String(repeating: "👩‍❤️‍👨", count: 200), String(repeating: "\u{301}", count: 200),
      String(repeating: "\\", count: 200), String(repeating: "\u{202E}", count: 200),
    ]

  @Test(arguments: texts)
  func `a line holds at most 75 octets of whole characters, and no control`(text: String) {
    let sent = ContentLine("SUMMARY", saying: text).folded
    #expect(ReadCalendar(Array(sent.utf8)).isWellFormed)
    #expect(!sent.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
  }

  @Test(arguments: texts)
  func `unfolded and unescaped it is the text as it may be shown`(text: String) {
    let read = ReadCalendar(Array(ContentLine("SUMMARY", saying: text).folded.utf8)).properties
    #expect(read.count == 1)
    #expect(read.first?.name == "SUMMARY")
    #expect(read.first.map { Array($0.text.utf8) } == Array(text.visibleLines.utf8))
  }

  @Test(arguments: [
    ("a, b; c \\ d: \"e\"", #"a\, b\; c \\ d: "e""#), ("one\ntwo\r\nthree", #"one\ntwo\nthree"#),
    ("\\n", #"\\n"#), ("\0\u{1B}[31m\r", "^@^[[31m^M"), ("a\u{202E}b", "a<U+202E>b"),
  ])
  func `what means something in the format is escaped`(text: String, sent: String) {
    #expect(ContentLine("SUMMARY", saying: text).text == "SUMMARY:" + sent)
  }

  @Test(arguments: 60...80, ["a", "é", "好", "👍"])
  func `a line is folded at the last character that fits`(count: Int, character: String) {
    let text = String(repeating: "a", count: count - 2) + character + "b"
    let lines = ReadCalendar(Array(ContentLine("X", text).folded.utf8)).sent.dropLast()
    let octets = count + character.utf8.count + 1
    #expect(lines.count == (octets > 75 ? 2 : 1))
    #expect(lines.count == 1 || (lines.first?.count ?? 0) > 75 - 4)
  }
}

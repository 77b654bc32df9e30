import Agreements
import Testing

@Suite struct WordsTests {
  @Test(arguments: ["a", "冷", "👩‍👩‍👧‍👦", "e\u{301}", "שלום", "\u{1B}[31m"])
  func `a limit counts Unicode scalars`(unit: String) throws {
    let each = unit.unicodeScalars.count
    func fits<Limit: WordLimit>(_ kind: Words<Limit>.Type) throws {
      let whole = String(repeating: unit, count: Limit.most / each)
      let full = whole + String(repeating: "x", count: Limit.most - Limit.most / each * each)
      #expect(try Words<Limit>(full).text.utf8.elementsEqual(full.utf8))
      #expect(throws: WordProblem.tooLong(most: Limit.most, count: Limit.most + 1)) {
        try Words<Limit>(full + "x")
      }
    }
    try fits(Partner.Name.self)
    try fits(Title.self)
    try fits(Note.self)
  }

  @Test func `names hold 40, titles 200 and notes 2,000`() {
    #expect(NameLimit.most == 40 && TitleLimit.most == 200 && NoteLimit.most == 2_000)
  }

  @Test(arguments: [
    "", " ", "\t\n\r", "\u{3000}", "\u{A0}", "\u{200B}\u{200D}\u{FEFF}", "\0", "\u{1B}\u{7F}",
    "\u{200F}\u{202E}\u{2066}", "\u{AD}",
  ])
  func `a text with nothing to see is empty`(blank: String) {
    #expect(throws: WordProblem.empty) { try Title(blank) }
    #expect(throws: WordProblem.empty) { try Note(blank) }
  }

  @Test(arguments: [
    "  kept  ", "a\0b", "\0a", "a\u{1B}[0m", "line\r\nline", "\u{FEFF}a", "a\u{200D}", "--as Mei",
    "e\u{301}", "\u{E9}", "\u{1F1E8}\u{1F1F3}", "\u{202E}abc", "ﬀ", "Å", "\u{212B}",
  ])
  func `a text is kept byte for byte`(text: String) throws {
    let kept = try Title(text)
    #expect(Array(kept.text.utf8) == Array(text.utf8))
    #expect(Array(kept.text.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: [
    ("\u{E9}", "e\u{301}"), ("\u{C5}", "\u{212B}"), ("\u{AC00}", "\u{1100}\u{1161}"),
    ("a", "a "), ("a\nb", "a\r\nb"), ("a", "а"), ("：", ":"),
  ])
  func `S1, words are equal when their bytes are`(one: String, other: String) throws {
    #expect(try Note(one) != Note(other))
    #expect(try Note(one) == Note(one))
    #expect(try Set([Note(one), Note(other), Note(one)]).count == 2)
    #expect(try Wording.saying(one) != .saying(other))
  }
}

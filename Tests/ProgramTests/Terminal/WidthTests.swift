import Testing

@testable import accord

@Suite struct WidthTests {
  @Test(arguments: [
    ("", 0),
    ("cool-down", 9),
    ("é", 1),
    ("e\u{301}", 1),
    ("—…“”·", 5),
    ("冷却时间", 8),
    ("吵架先停30分钟", 14),
    ("，。：！", 8),
    ("　", 2),
    ("１２", 4),
    ("ｱｲ", 2),
    ("がハ", 4),
    ("か\u{3099}", 2),
    ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("𠮷", 2),
    ("葛\u{E0100}", 2),
    ("😀", 2),
    ("❤", 1),
    ("❤️", 2),
    ("❤️‍🔥", 2),
    ("☕", 2),
    ("👍🏽", 2),
    ("👨‍👩‍👧‍👦", 2),
    ("🧑🏻‍❤️‍💋‍🧑🏿", 2),
    ("🇨🇳", 2),
    ("🇨🇳🇫🇷", 4),
    ("1️⃣", 2),
    ("#️⃣", 2),
    ("สวัสดี", 4),
    ("ก\u{E33}", 2),
    ("שלום", 4),
    ("می\u{200C}خواهم", 7),
    ("नमस्ते", 4),
    ("\u{2068}שלום\u{2069}", 4),
    ("\u{200B}\u{FEFF}\u{AD}", 0),
    ("\u{600}", 1),
    ("\u{1B}\u{7F}\n", 0),
    ("\r\n", 0),
  ])
  func `columns are counted by cluster`(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test func `the ranges are sorted and apart`() {
    for (range, next) in zip(wideRanges, wideRanges.dropFirst()) {
      #expect(range.upperBound + 1 < next.lowerBound)
    }
  }

  @Test(
    arguments: [
      (0x10FF, 1), (0x1100, 2), (0x2E7F, 1), (0x2E80, 2), (0x303E, 2), (0x303F, 1), (0x4DBF, 2),
      (0x4DC0, 1), (0x9FFF, 2), (0xABFF, 1), (0xAC00, 2), (0xD7A3, 2), (0xFF60, 2), (0xFF61, 1),
      (0x1F1FF, 1), (0x1F200, 2), (0x1F600, 2), (0x1FAF8, 2), (0x20000, 2), (0x3FFFD, 2),
    ] as [(UInt32, Int)])
  func `the table ends where Unicode ends a range`(value: UInt32, columns: Int) throws {
    #expect(String(try #require(Unicode.Scalar(value))).columns == columns)
  }

  @Test(arguments: [
    ("ab", 4, "ab  ", "  ab"),
    ("冷却", 6, "冷却  ", "  冷却"),
    ("冷却", 4, "冷却", "冷却"),
    ("冷却", 1, "冷却", "冷却"),
  ])
  func `padding fills up to the width`(
    text: String, width: Int, leading: String, trailing: String
  ) {
    #expect(text.padded(to: width) == leading)
    #expect(text.padded(to: width, trailing: true) == trailing)
  }

  @Test(arguments: [
    ("cool-down", 9, "cool-down"),
    ("cool-down", 8, "cool-do…"),
    ("冷却时间", 8, "冷却时间"),
    ("冷却时间", 7, "冷却时…"),
    ("冷却时间", 6, "冷却…"),
    ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, "👨‍👩‍👧‍👦…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ("ab", 1, "…"),
    ("冷却", 1, "…"),
    ("ab", 0, ""),
    ("ab", -3, ""),
    ("", 0, ""),
  ])
  func `cutting never splits a character and never exceeds the width`(
    text: String, width: Int, cut: String
  ) {
    #expect(text.truncated(to: width) == cut)
    #expect(text.truncated(to: width).columns <= max(0, width))
  }
}

import Foundation
import Testing

@testable import accord

@Suite struct VisibleTests {
  @Test(arguments: [
    ("plain text ~", "plain text ~"),
    ("中文，标点。", "中文，标点。"),
    ("\u{1B}[2J\u{1B}]0;x\u{07}", "^[[2J^[]0;x^G"),
    ("\0", "^@"),
    ("\u{1F}\u{7F}", "^_^?"),
    ("\u{9B}31m", "<U+009B>31m"),
    ("\u{80}\u{85}", "<U+0080><U+0085>"),
    ("a\tb", "a b"),
    ("a\t\u{301}b", "a \u{301}b"),
    ("a\nb\r\nc\rd", "a^Jb^M^Jc^Md"),
    ("\u{2028}\u{2029}", "<U+2028><U+2029>"),
    ("\u{202A}\u{202E}\u{2066}\u{2069}", "<U+202A><U+202E><U+2066><U+2069>"),
    ("\u{200E}\u{200F}\u{61C}", "<U+200E><U+200F><U+061C>"),
    ("a\u{200B}b\u{2060}c\u{FEFF}\u{AD}", "a<U+200B>b<U+2060>c<U+FEFF><U+00AD>"),
    ("\u{3164}\u{115F}\u{FFA0}\u{34F}", "<U+3164><U+115F><U+FFA0><U+034F>"),
    ("\u{FFF9}\u{FFFB}", "<U+FFF9><U+FFFB>"),
    ("\u{E000}\u{F8FF}\u{10FFFD}", "<U+E000><U+F8FF><U+10FFFD>"),
    (String(decoding: [0xFFFE, 0xFDD0] as [UInt16], as: UTF16.self), "<U+FFFE><U+FDD0>"),
    ("x\u{E0041}\u{E007F}", "x<U+E0041><U+E007F>"),
    ("\u{FFFD}", "\u{FFFD}"),
    ("e\u{301}", "e\u{301}"),
    ("\u{A0}\u{3000}", "\u{A0}\u{3000}"),
    ("👨‍👩‍👧 ❤️‍🔥 👍🏽 1️⃣ 🇨🇳", "👨‍👩‍👧 ❤️‍🔥 👍🏽 1️⃣ 🇨🇳"),
    ("葛\u{E0100}", "葛\u{E0100}"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("क्\u{200D}ष", "क्\u{200D}ष"),
    ("\u{200D}a", "<U+200D>a"),
    ("a\u{200D}", "a<U+200D>"),
    ("a\u{200C} b", "a<U+200C> b"),
    ("1\u{200D}2", "1<U+200D>2"),
    ("a\u{200D}\u{200D}b", "a<U+200D><U+200D>b"),
    ("\u{FE0F}x", "<U+FE0F>x"),
    (" \u{FE0F}", " <U+FE0F>"),
    ("😀\u{E0101}\u{E0102}", "😀\u{E0101}<U+E0102>"),
    ("שלום", "שלום"),
    (#"back\slash"#, #"back\slash"#),
  ])
  func `nothing reaches the terminal unseen`(text: String, visible: String) {
    #expect(Array(text.visible.unicodeScalars) == Array(visible.unicodeScalars))
  }

  @Test(arguments: [
    ("a\nb", "a\nb"),
    ("a\r\nb\r\n", "a\nb\n"),
    ("a\rb", "a^Mb"),
    ("a\r\r\nb", "a^M\nb"),
    ("a\u{85}b\u{2028}c\u{2029}d", "a\nb\nc\nd"),
    ("a\u{0B}b\u{0C}c", "a^Kb^Lc"),
    ("a\tb\u{1B}c", "a b^[c"),
  ])
  func `only line feeds stay in a text of several lines`(text: String, visible: String) {
    #expect(Array(text.visibleLines.unicodeScalars) == Array(visible.unicodeScalars))
  }

  @Test(arguments: [
    ("a\tb", #"a\tb"#),
    ("a\nb\r\nc", #"a\nb^M\nc"#),
    (#"a\tb"#, #"a\\tb"#),
    ("\u{1B}\u{202E}冷却", "^[<U+202E>冷却"),
  ])
  func `a field holds no separator`(text: String, field: String) {
    #expect(text.tabField == field)
  }

  @Test(arguments: [
    ("hello 你好", "hello 你好"),
    ("שלום 3", "\u{2068}שלום 3\u{2069}"),
    ("Mei مرحبا", "\u{2068}Mei مرحبا\u{2069}"),
    ("a\nשלום\nb", "a\n\u{2068}שלום\u{2069}\nb"),
    ("𞤀", "\u{2068}𞤀\u{2069}"),
  ])
  func `text from right to left is closed off, line by line`(text: String, isolated: String) {
    #expect(Array(text.isolated.unicodeScalars) == Array(isolated.unicodeScalars))
  }

  @Test func `no isolate a partner wrote can close ours`() {
    #expect("ש\u{2069}x".visible.isolated == "\u{2068}ש<U+2069>x\u{2069}")
  }

  @Test(arguments: [
    (#"{"title":"中文 ❤️ e\u0301"}"#, #"{"title":"中文 ❤️ e\u0301"}"#),
    ("{\"a\u{202E}b\":\"\u{2028}\u{E0041}\"}", #"{"a\u202eb":"\u2028\udb40\udc41"}"#),
    (#"{"path":"a\\b"}"#, #"{"path":"a\\b"}"#),
  ])
  func `in JSON the unseen is an escape, and means the same`(document: String, shown: String) throws
  {
    #expect(document.visibleInJSON == shown)
    let decoder = JSONDecoder()
    #expect(
      try decoder.decode([String: String].self, from: Data(shown.utf8))
        == decoder.decode([String: String].self, from: Data(document.utf8)))
  }

  @Test func `making visible twice changes nothing more`() {
    for value in (0...0x10FFFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = "a\(scalar)".visible
      guard once.visible == once else {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
  }
}

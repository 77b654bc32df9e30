import Testing

@testable import accord

struct SentenceTests {
  @Test func `the sources are read, and say a great deal`() {
    #expect(Speech.sentences.count > 300)
    #expect(Set(Speech.sentences.map(\.file)).count > 30)
    #expect(Speech.sentences.filter { $0.code != nil }.count > 60)
  }

  // MARK: Both languages

  @Test(arguments: Speech.sentences)
  func `a sentence has words in both languages, or in neither`(said: Spoken) {
    #expect(!said.english.isEmpty)
    #expect(!said.chinese.isEmpty)
    #expect(
      said.englishTexts.contains { !$0.isEmpty } == said.chineseTexts.contains { !$0.isEmpty })
  }

  @Test(arguments: Speech.sentences)
  func `the English half is English`(said: Spoken) {
    for text in said.englishTexts {
      #expect(!text.hasChinese)
      #expect(!text.contains(/[，。；：？！（）、「」《》]/))
    }
  }

  @Test(arguments: Speech.sentences)
  func `the Chinese half is Chinese, or the very same value or command`(said: Spoken) {
    for text in said.chineseTexts where !text.hasChinese && !text.isWithoutWords {
      #expect(said.englishTexts.contains(text))
      #expect(text.isTyped)
    }
  }

  @Test(arguments: Speech.sentences)
  func `no half takes words from the other language`(said: Spoken) {
    let inEnglish = said.english.flatMap(\.holes).joined()
    let inChinese = said.chinese.flatMap(\.holes).joined()
    #expect(!inEnglish.contains { $0.isWord("chinese") })
    #expect(!inChinese.contains { $0.isWord("english") })
  }

  @Test func `no Chinese is said outside of a sentence`() {
    let loose = Speech.looseChinese.filter { literal in
      !literal.file.hasPrefix("Typed/") && !Self.numerals.contains(literal.text)
        && !Self.pieces.contains(literal.text)
    }
    #expect(loose.map { "\($0.file):\($0.line) \($0.text)" } == [])
  }

  private static let numerals: Set = [
    "零", "一", "两", "二", "三", "四", "五", "六", "七", "八", "九", "十",
  ]

  /// Halves that are put together before they become a sentence.
  private static let pieces: Set = [
    "\(SwiftLiteral.hole)小时", "\(SwiftLiteral.hole)分钟",
    // The library's own line, as it is after its first word was translated.
    "  See 'accord help 命令' for detailed help.",
  ]

  // MARK: Manners

  @Test(arguments: Speech.sentences)
  func `S20: no text uses a word that is refused`(said: Spoken) {
    for text in said.englishTexts + said.chineseTexts {
      // What the article itself lets one partner say to the other.
      let own = text.replacing("没关系，有我呢", with: "")
      #expect(RefusedWords.found(in: own) == [])
    }
  }

  @Test(arguments: Speech.sentences)
  func `S23: no text diagnoses, rates a couple, or tells anyone to stay or leave`(said: Spoken) {
    for text in said.englishTexts + said.chineseTexts {
      #expect(RefusedWords.verdicts(in: text) == [])
    }
  }

  @Test(arguments: Speech.sentences)
  func `nothing is exclaimed, and nothing trails off`(said: Spoken) {
    for text in said.englishTexts + said.chineseTexts {
      #expect(!text.contains(/[!！]|\.\.\.|……/))
    }
  }

  @Test(arguments: Speech.sentences.filter { $0.file != "Words/Safety.swift" })
  func `partners have names`(said: Spoken) {
    #expect(!said.chineseTexts.contains { $0.contains("伴侣") })
    // The heading of the program itself, and sentences that know no name.
    let unnamed = ["partners", "your partner", "this partner"]
    for text in said.englishTexts {
      let named = unnamed.reduce(text.lowercased()) { $0.replacing($1, with: "") }
      #expect(!named.contains("partner"))
    }
  }

  @Test(arguments: Speech.sentences)
  func `Chinese has its own punctuation`(said: Spoken) {
    for text in said.chineseTexts where text.hasChinese {
      #expect(!text.contains(/[\u{3400}-\u{9FFF}][,;:?()]|[,;:?()][\u{3400}-\u{9FFF}]/))
      // A command typed in a shell keeps the shell's quotation marks.
      if !text.contains("accord ") { #expect(!text.contains("\"")) }
    }
  }

  @Test(arguments: Speech.sentences)
  func `Chinese has a space around commands, and none before a unit`(said: Spoken) {
    for text in said.chineseTexts {
      let latin = text.replacing("双手比T", with: "")
      #expect(!latin.contains(/[\u{3400}-\u{9FFF}][A-Za-z]|[A-Za-z][\u{3400}-\u{9FFF}]/))
      #expect(!text.contains(/[0-9] (?:分钟|小时|天|周|月|日|号|条)/))
    }
  }

  @Test(arguments: Speech.sentences.filter { $0.english.count == 1 && !isLaidOut($0) })
  func `a sentence begins and ends with words`(said: Spoken) {
    for text in said.englishTexts + said.chineseTexts {
      #expect(!text.hasSuffix(" ") && !text.hasPrefix(" "))
      #expect(!text.hasSuffix("\n") && !text.hasPrefix("\n"))
    }
  }
}

/// Whether it is a line of a layout rather than a sentence: a heading, an indented example.
private func isLaidOut(_ said: Spoken) -> Bool {
  said.file == "Help.swift" || said.englishTexts.contains { $0.hasPrefix("  accord ") }
}

extension String {
  /// Only holes, digits and punctuation.
  fileprivate var isWithoutWords: Bool {
    !contains { $0.isLetter }
  }

  /// What is typed rather than said: a command, a flag, a value, a file, a variable.
  fileprivate var isTyped: Bool {
    hasPrefix("accord") || contains(/^[A-Za-z0-9|:.+\-\/_~]+$/)
  }
}

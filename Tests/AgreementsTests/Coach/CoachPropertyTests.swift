import Agreements
import Fixtures
import Testing

/// Texts thrown together from what the coach looks for, what it passes over, and odd characters.
@Suite struct CoachPropertyTests {
  private static let pieces = [
    "you", "never", "always", "you are", "selfish", "love how", "nothing", "when", "don't", "I",
    "你", "总是", "从来", "不", "根本", "每次", "都", "我", "爱", "的时候", "谢谢", "怪", "让我", "一定",
    "“", "”", "\"", "，", ",", ":", "说", "said", "😀", "\0", "\u{301}", "\u{200D}", " ", "  ", "*",
    "20",
  ]

  private static let stops = [".", "。", "!", "！", "?", "？", "\n"]

  private func text(_ pieces: [String], using generator: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...30, using: &generator))
      .compactMap { _ in pieces.randomElement(using: &generator) }
      .joined(separator: Bool.random(using: &generator) ? " " : "")
  }

  @Test(arguments: Seed.runs(300))
  func `findings lie inside the text, sorted, and no two of a kind overlap`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let text = text(Self.pieces + Self.stops, using: &generator)
    let found = Coach.findings(in: text)
    let count = text.unicodeScalars.count
    #expect(found.allSatisfy { !$0.range.isEmpty && $0.range.upperBound <= count }, "\(seed)")
    #expect(found.map(\.range.lowerBound) == found.map(\.range.lowerBound).sorted(), "\(seed)")
    for kind in Coach.Kind.allCases {
      let ranges = found.filter { $0.kind == kind }.map(\.range)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }
  }

  @Test(arguments: Seed.runs(300))
  func `what comes after a full stop changes nothing before it`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let stop = try #require(Self.stops.randomElement(using: &generator))
    let before = text(Self.pieces + Self.stops, using: &generator) + stop
    let after = text(Self.pieces + Self.stops, using: &generator)
    let end = before.unicodeScalars.count
    let whole = Coach.findings(in: before + after).filter { $0.range.lowerBound < end }
    #expect(whole == Coach.findings(in: before), "\(seed): \(before)|\(after)")
  }

  @Test(arguments: Seed.runs(100))
  func `a text without words of the lists has no finding`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let unlisted = ["tree", "zebra", "20:00", "树", "河边", "，", "“", "”", "?", "。", "🌊", "\0"]
    #expect(Coach.findings(in: text(unlisted, using: &generator)).isEmpty, "\(seed)")
  }

  @Test(arguments: Seed.runs(100))
  func `capitals and full-width letters change nothing`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let text = text(Self.pieces + Self.stops, using: &generator)
    var shouted = String.UnicodeScalarView()
    var wide = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let capital = ("a"..."z").contains(scalar) ? scalar.value - 32 : scalar.value
      shouted.append(Unicode.Scalar(capital) ?? scalar)
      let isPrinted = ("!"..."~").contains(scalar)
      wide.append(isPrinted ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
    }
    #expect(Coach.findings(in: String(shouted)) == Coach.findings(in: text), "\(seed)")
    #expect(Coach.findings(in: String(wide)) == Coach.findings(in: text), "\(seed)")
  }

  @Test(arguments: Seed.runs(200))
  func `there is a speaker's form where something is found, and it has no finding`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let text = text(Self.pieces + Self.stops, using: &generator)
    let form = Coach.suggestion(for: text)
    #expect((form == nil) == Coach.findings(in: text).isEmpty, "\(seed): \(text)")
    #expect(form.map { Coach.findings(in: $0.text) } ?? [] == [], "\(seed): \(text)")
  }

  @Test(arguments: Corpus.Language.allCases)
  func `every speaker's form of the corpus has no finding`(language: Corpus.Language) throws {
    for sentence in try Corpus.sentences(language) {
      let form = Coach.suggestion(for: sentence.text)
      #expect((form == nil) == Coach.findings(in: sentence.text).isEmpty, "\(sentence.text)")
      #expect(form.map { Coach.findings(in: $0.text) } ?? [] == [], "\(sentence.text)")
    }
  }
}

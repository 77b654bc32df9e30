import Agreements
import Testing

/// What the coach finds of what a careful reader finds.
@Suite struct CoachMeasureTests {
  static let measured: [Coach.Kind] = [.absolute, .accusing]

  @Test(arguments: Corpus.Language.allCases, measured)
  func `nine of ten are found, and nine of ten found are so`(
    language: Corpus.Language, kind: Coach.Kind
  ) throws {
    let measure = Measure(of: kind, in: try Corpus.sentences(language))
    print("coach, \(language), \(kind): \(measure)")
    #expect(measure.precision >= 0.9, "\(measure)")
    #expect(measure.recall >= 0.9, "\(measure)")
  }

  @Test(arguments: Corpus.Language.allCases, measured)
  func `of sentences the lists were not made for nearly as many`(
    language: Corpus.Language, kind: Coach.Kind
  ) throws {
    let measure = Measure(of: kind, in: try Corpus.sentences(language, .heldOut))
    print("coach, \(language), \(kind), held out: \(measure)")
    #expect(measure.precision >= 0.85, "\(measure)")
    #expect(measure.recall >= 0.85, "\(measure)")
  }

  @Test(arguments: Corpus.Language.allCases)
  func `there is enough of each kind to measure by`(language: Corpus.Language) throws {
    for part in Corpus.Part.allCases {
      let sentences = try Corpus.sentences(language, part)
      let harmless = sentences.filter(\.kinds.isEmpty)
      #expect(sentences.count >= 80)
      #expect((0.4...0.6).contains(Double(harmless.count) / Double(sentences.count)))
      for kind in Self.measured {
        #expect(sentences.filter { $0.kinds.contains(kind) }.count >= 25)
      }
    }
    let texts = try Corpus.sentences(language).map(\.text)
    #expect(Set(texts).count == texts.count)
  }
}

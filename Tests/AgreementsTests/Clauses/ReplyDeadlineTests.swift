import Agreements
import Testing

@Suite struct ReplyDeadlineTests {
  @Test(arguments: ["english", "chinese"], ["", "-held-out"])
  func `S6: a time set for the other's answer is found, one's own pace is not`(
    language: String, part: String
  ) throws {
    let corpus = try LabelledSentences("replies-\(language)\(part)")
    let measure = corpus.measured { text in
      ReplyDeadlines.findings(in: text).isEmpty ? [] : ["deadline"]
    }
    print("replies, \(language)\(part): \(measure)")
    #expect(corpus.flagged.count >= (part.isEmpty ? 17 : 8))
    #expect(corpus.harmless.count >= (part.isEmpty ? 17 : 8))
    #expect(measure.whole.precision >= 0.9, "\(measure.whole.tooMuch)")
    #expect(measure.whole.recall >= 0.9, "\(measure.whole.missed)")
  }

  @Test func `S6: each place is told once, in Unicode scalars, in order`() {
    let text = "é 十分钟内必须回我。有空聊聊。You answer right away."
    let scalars = Array(text.unicodeScalars)
    let told = ReplyDeadlines.findings(in: text).map { range in
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[range])
      return String(part)
    }
    #expect(told == ["十分钟内必须回", "answer right away"])
  }
}

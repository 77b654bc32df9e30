import Agreements
import Testing

@testable import accord

/// What the program itself says, as its own coach reads it.
struct CoachWordsTests {
  @Test(arguments: TemplateTests.templates, Language.allCases)
  func `the coach finds nothing in a template`(index: Int, language: Language) {
    let template = Template.all[index]
    for sentence in Array(template.fields.values) + [template.title] {
      let text = sentence.text(in: language)
      #expect(Coach.everything(in: text).isEmpty, "\(text)")
      #expect(Coach.Hint(about: text) == nil)
    }
  }

  @Test(arguments: ["you never listen", "你总是不回我", "Answer me within ten minutes", "十分钟之内回我消息"])
  func `what is offered has no finding`(text: String) throws {
    let offer = try #require(Coach.offer(for: text))
    #expect(Coach.everything(in: offer).isEmpty, "\(offer)")
  }
}

import Agreements
import Testing

@testable import accord

struct TemplateTests {
  private static let pair = Pair(
    Partner(id: .init("0"), name: known("小美")), Partner(id: .init("1"), name: known("Lin")))

  private static func known(_ name: String) -> Partner.Name {
    guard let name = try? Partner.Name(name) else { preconditionFailure("a name of a test") }
    return name
  }

  static let templates = Array(Template.all.indices)

  /// The template as a person would suggest it, in either language.
  private func wording(
    of template: Template, in language: Language, _ fields: [Field: Sentence]
  ) throws -> Wording {
    try Composition(
      kind: template.kind, pair: Self.pair, me: Self.pair.first,
      clock: Clock(told: "2026-11-21T20:00:00+08:00"),
      fields: fields.mapValues { $0.text(in: language) }
    ).wording()
  }

  @Test func `there are two of each kind`() {
    #expect(Template.all.count == 10)
    for kind in Kind.allCases { #expect(Template.all.filter { $0.kind == kind }.count == 2) }
  }

  @Test(arguments: templates, Language.allCases)
  func `a template is a whole text as it stands`(index: Int, language: Language) throws {
    let template = Template.all[index]
    var fields = template.fields
    fields[.title] = template.title
    let wording = try wording(of: template, in: language, fields)
    #expect(wording.kind == template.kind)
    #expect(wording.title.text == template.title.text(in: language))
    #expect(wording.promise == .both)
    #expect(wording.reviewEvery == nil)
  }

  @Test(arguments: templates, Language.allCases)
  func `what is offered in one row is a whole text too`(index: Int, language: Language) throws {
    let template = Template.all[index]
    let wording = try wording(of: template, in: language, template.plain)
    #expect(wording.promise == .both)
    #expect(wording.title.text == template.title.text(in: language))
  }

  @Test(arguments: templates)
  func `a template says the same in both languages`(index: Int) throws {
    let template = Template.all[index]
    var fields = template.fields
    fields[.title] = template.title
    let english = try wording(of: template, in: .english, fields).terms
    let chinese = try wording(of: template, in: .chinese, fields).terms
    switch (english, chinese) {
    case (.coolDown(let one), .coolDown(let other)): #expect(one.length == other.length)
    case (.checkIn(let one), .checkIn(let other)):
      #expect(one.cadence == other.cadence)
      #expect(one.length == other.length)
    case (.ritual(let one), .ritual(let other)):
      if case .cadence(let first, _) = one.occasion, case .cadence(let second, _) = other.occasion {
        #expect(first == second)
      }
    default: #expect(english.kind == chinese.kind)
    }
  }

  @Test(arguments: templates, Language.allCases)
  func `a template reads well: its own language, no refused word, no finding`(
    index: Int, language: Language
  ) {
    let template = Template.all[index]
    for sentence in template.fields.values.map({ $0 }) + [template.title] {
      let text = sentence.text(in: language)
      let own = text.replacing("没关系，有我呢", with: "")
      #expect(RefusedWords.found(in: own) == [])
      #expect(RefusedWords.verdicts(in: text) == [])
      #expect(Self.absolute[language]?.filter { text.lowercased().contains($0) } == [])
      #expect(Self.controlling[language]?.filter { text.lowercased().contains($0) } == [])
    }
  }

  @Test(arguments: templates, Language.allCases)
  func `S9, S6: nothing in a template is asked about, and none sets a time for an answer`(
    index: Int, language: Language
  ) throws {
    let template = Template.all[index]
    let fields = template.fields.merging([.title: template.title]) { one, _ in one }
    #expect(try wording(of: template, in: language, fields).clauses(of: Self.pair) == [])
    for sentence in fields.values {
      #expect(ReplyDeadlines.findings(in: sentence.text(in: language)) == [])
    }
  }

  @Test(arguments: templates, Language.allCases)
  func `a promise is tied to a moment`(index: Int, language: Language) {
    guard let when = Template.all[index].fields[.when]?.text(in: language) else { return }
    #expect((try? Note(when)).map(IfThen.namesMoment) == true)
  }

  /// Words that the wording coach answers to with a hint.
  private static let absolute: [Language: [String]] = [
    .english: [
      "always", "never", "constantly", "completely", "totally", "everyone", "everything",
      "definitely", "absolutely",
    ],
    .chinese: [
      "总是", "老是", "一直都", "永远", "从来", "每次", "每一次", "全都", "完全", "绝对", "一定", "必须", "根本",
      "什么都", "谁都不",
    ],
  ]

  /// What one partner may not make a rule for the other (rule S9).
  private static let controlling: [Language: [String]] = [
    .english: ["not allowed", "permission", "must ask", "password", "location", "you must"],
    .chinese: ["不准", "不许", "不能", "批准", "允许", "密码", "定位", "报备", "你必须"],
  ]
}

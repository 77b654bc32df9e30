import Agreements

/// What is written down of a need.
enum NeedPart {
  case category, text, trigger, step, request
}

extension Form<NeedPart> {
  /// What a need says: of the two sentences it is said in, "I sometimes …" and "I wish we could …".
  static func need(_ need: Need? = nil) -> Form {
    var form = Form(fields: [
      Field(
        .category, Sentence("category", "类别"),
        Sentence("What is it about", "是关于什么的"), isNeeded: true, isAsked: false
      ) { try Need.Category(typed: $0) },
      .words(
        .text, Sentence("need", "需要"), Sentence("I wish we could", "我希望我们能"), isNeeded: true,
        as: NoteLimit.self),
      .words(
        .trigger, Sentence("trigger", "触发点"),
        Sentence("I sometimes get uneasy when", "我有时会不安，比如"), as: TriggerLimit.self),
      .words(
        .step, Sentence("own step", "先为自己做的"),
        Sentence("What I do for myself first", "我先为自己做的"), as: NoteLimit.self),
      .words(
        .request, Sentence("request", "希望"), Sentence("What would help me", "我希望你可以"),
        as: NoteLimit.self),
    ])
    if let need {
      form.texts[.category] = need.category.named.text
      form.texts[.text] = need.text.text
      form.texts[.trigger] = need.trigger?.text
      form.texts[.step] = need.step?.text
      form.texts[.request] = need.request?.text
    }
    return form
  }

  /// The need that was written; the form was checked.
  func need() throws -> Need {
    try checked()
    guard let category = texts[.category], let text: Note = try words(.text)
    else { throw Problem.fault }
    return Need(
      category: try Need.Category(typed: category), text: text, trigger: try words(.trigger),
      step: try words(.step), request: try words(.request))
  }
}

extension Session {
  /// What a need is about: as the flag says, as it was, or as chosen at a terminal; else `other`.
  func category(
    _ said: Need.Category?, before: Need.Category? = nil, inEditor: Bool
  ) throws -> String {
    if let said { return said.named.text }
    guard prompt.canAsk, !inEditor else { return (before ?? .other).named.text }
    let chosen = try prompt.menu(
      Menu(
        Need.Category.allCases.map { Menu.Choice($0, $0.named, aliases: $0.names) }, layout: .list),
      question: Sentence("What is it about?", "是关于什么的？"), onEnter: before ?? .other,
      otherwise: Mistyped(.category, .missing))
    return chosen.named.text
  }
}

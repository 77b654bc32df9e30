import Agreements

extension Form {
  /// The places of a need's texts.
  enum NeedPlace {
    static let category = 0
    static let text = 1
    static let trigger = 2
    static let step = 3
    static let request = 4
  }

  /// What a need says: of the two sentences it is said in, "I sometimes …" and "I wish we could …".
  static func need(_ need: Need? = nil) -> Form {
    var form = Form(fields: [
      Field(
        Sentence("category", "类别"),
        Sentence("What is it about", "是关于什么的"), isNeeded: true, isAsked: false
      ) { try Need.Category(typed: $0) },
      .words(
        Sentence("need", "需要"), Sentence("I wish we could", "我希望我们能"), isNeeded: true,
        as: NoteLimit.self),
      .words(
        Sentence("trigger", "触发点"), Sentence("I sometimes get uneasy when", "我有时会不安，比如"),
        as: TriggerLimit.self),
      .words(
        Sentence("own step", "先为自己做的"),
        Sentence("What I do for myself first", "我先为自己做的"), as: NoteLimit.self),
      .words(
        Sentence("request", "希望"), Sentence("What would help me", "我希望你可以"),
        as: NoteLimit.self),
    ])
    if let need {
      form.texts[NeedPlace.category] = need.category.named.text
      form.texts[NeedPlace.text] = need.text.text
      form.texts[NeedPlace.trigger] = need.trigger?.text
      form.texts[NeedPlace.step] = need.step?.text
      form.texts[NeedPlace.request] = need.request?.text
    }
    return form
  }

  /// The need that was written; the form was checked.
  func need() throws -> Need {
    try checked()
    guard let category = texts[NeedPlace.category], let text: Note = try words(NeedPlace.text)
    else { throw Problem.fault }
    return Need(
      category: try Need.Category(typed: category), text: text,
      trigger: try words(NeedPlace.trigger), step: try words(NeedPlace.step),
      request: try words(NeedPlace.request))
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

extension Coach {
  /// The same from one's own side, where words are absolute or accusing, or set a time for the
  /// other's answer.
  package struct Hint: Hashable, Sendable {
    /// What happened, what I feel, need and ask for; nil where a time was set and no more.
    package let form: SpeakersForm?
    /// The language in which a time was set for the other's answer (rule S6); nil where none was.
    private let pace: SpeakersForm.Language?

    package var text: String {
      switch pace {
      case nil: form?.text ?? ""
      case .english: (form.map { $0.text + " " } ?? "") + "I'll answer when I'm free."
      case .chinese: (form?.text ?? "") + "我忙完就回你。"
      }
    }
  }
}

extension Coach.Hint {
  /// - Returns: nil where nothing was found.
  package init?(about text: String) {
    self.init(found: Coach.suggestion(for: text), pace: Self.pace(in: text))
  }

  /// About words that take the place of others: of the reason everything, of the rest only whether
  /// it sets a time for an answer. What stays as it was may be the other's.
  ///
  /// - Returns: nil where nothing was found.
  package init?(about wording: Wording, over base: Wording? = nil) {
    let reason = wording.reason == base?.reason ? nil : wording.reason
    let hint = reason.flatMap { Self(about: $0.text) }
    let old = Set(base?.ownWords ?? [])
    let new = wording.ownWords.filter { !old.contains($0) }
    self.init(found: hint?.form, pace: hint?.pace ?? new.lazy.compactMap(Self.pace).first)
  }

  private init?(found form: SpeakersForm?, pace: SpeakersForm.Language?) {
    if form == nil, pace == nil { return nil }
    self.form = form
    self.pace = pace
  }

  private static func pace(in text: String) -> SpeakersForm.Language? {
    ReplyDeadlines.findings(in: text).first.map { .of($0, in: text) }
  }
}

extension Wording {
  /// What people wrote in it besides the reason.
  fileprivate var ownWords: [String] { [title.text] + terms.texts }
}
